// Diagnostics of the core in words, the weightiest first; codes stand in a disclosure, never alone.
import type { ComponentChildren } from "preact";
import type { Diagnostic } from "#report";
import { Disclosure } from "../charts/figure";
import type { Text } from "../text/en";
import { told } from "../text/said";
import { useText } from "../text/text";
import { CommonReference } from "./common-reference";

const weight = { error: 0, warning: 1, note: 2 };

export function Diagnostics(props: {
  list: Diagnostic[];
  /** What settles one of them, by its place in the list; else what can be settled wherever it is said. */
  choice?: (at: number) => ComponentChildren;
}) {
  const text = useText();
  const { list, choice } = props;
  const sorted = [...list].sort((a, b) => weight[a.severity] - weight[b.severity]);
  const lines: Line[] = choice ? sorted.map((one) => [one]) : together(sorted);
  return (
    <>
      <ul class="diagnostics">
        {lines.map((line, index) => (
          <li key={index} data-severity={line[0].severity}>
            <span class="severity">{text.severity[line[0].severity]}</span>
            <span>
              {said(line, text)}
              <span class="choice-row">
                {choice ? (
                  choice(list.indexOf(line[0]))
                ) : line[0].code === "W_REFERENCES_DIFFER" ? (
                  <CommonReference diagnostic={line[0]} />
                ) : line[0].code === "N_PARENTS_ECG" ? (
                  <a href="#pair">{text.pair.link}</a>
                ) : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > 0 && (
        <Disclosure summary={text.check.technical}>
          {() => (
            <ul class="codes">
              {sorted.map((diagnostic, index) => (
                <li key={index}>
                  <code>{diagnostic.code}</code> {told(diagnostic, "where", text)}
                  {diagnostic.raw && ` “${diagnostic.raw}”`}
                </li>
              ))}
            </ul>
          )}
        </Disclosure>
      )}
    </>
  );
}

/** What is said in one line; of several visits' scores where the same is said of them. */
type Line = [Diagnostic, ...Diagnostic[]];

function together(list: Diagnostic[]): Line[] {
  const lines: Line[] = [];
  for (const one of list) {
    const isAlike = ([first]: Line) =>
      first.code === one.code && first.message === one.message && visitOf(first) !== null;
    const alike = visitOf(one) === null ? undefined : lines.find(isAlike);
    if (alike) alike.push(one);
    else lines.push([one]);
  }
  return lines;
}

/** The message; of visits' scores after the visits' names. */
function said(line: Line, text: Text): string {
  const visits = [...new Set(line.map(visitOf))].filter((visit) => visit !== null);
  const message = told(line[0], "message", text);
  return visits.length === 0 ? message : text.saysOf(text.visits(visits.map((visit) => visit - 1)), message);
}

/** Which visit's scores it is about, from 1; null: none's. */
function visitOf({ said }: Diagnostic): number | null {
  const where = said?.where as { id: string; with: { visit?: number } } | undefined;
  return where?.id === "scores.where.visit" ? (where.with.visit ?? null) : null;
}
