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
  return (
    <>
      <ul class="diagnostics">
        {sorted.map((diagnostic, index) => (
          <li key={index} data-severity={diagnostic.severity}>
            <span class="severity">{text.severity[diagnostic.severity]}</span>
            <span>
              {said(diagnostic, text)}
              <span class="choice-row">
                {choice ? (
                  choice(list.indexOf(diagnostic))
                ) : diagnostic.code === "W_REFERENCES_DIFFER" ? (
                  <CommonReference diagnostic={diagnostic} />
                ) : diagnostic.code === "N_PARENTS_ECG" ? (
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

/** The message; of one visit's scores after the visit's name, since the same may be said of several. */
function said(diagnostic: Diagnostic, text: Text): string {
  const visit = visitOf(diagnostic);
  const message = told(diagnostic, "message", text);
  return visit === null ? message : text.named(text.visit(visit - 1), message);
}

/** Which visit's scores it is about, from 1; null: none's. */
function visitOf({ said }: Diagnostic): number | null {
  const where = said?.where as { id: string; with: { visit?: number } } | undefined;
  return where?.id === "scores.where.visit" ? (where.with.visit ?? null) : null;
}
