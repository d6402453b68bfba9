// What the first printed page has and the screen has not: lines to write on, who and when, where to sign. With the finding
// between them it is one page for the file; whatever else is printed is chosen when printing.

import { useRef } from "preact/hooks";
import type { Report } from "#report";
import { TableHead } from "../../charts/table";
import { InlineMark } from "../../charts/visits";
import { date, dateTime } from "../../format";
import { useText } from "../../text/text";
import { ageText, basisOf, motherText } from "./facts";

/** `starts`: when each visit was recorded, where that is known; a report opened from a file does not hold it. */
export function PaperHead({ report, starts }: { report: Report; starts: (string | null)[] }) {
  const text = useText();
  const words = text.report.paper;
  const { visits } = report;
  const rows: [string, string[]][] = [
    [words.recorded, visits.map((_, at) => (starts[at] ? dateTime(starts[at], text.locale) : ""))],
    [words.age, visits.map((visit) => (visit.age_months === null ? "" : text.months(ageText(visit, text))))],
    [words.by, visits.map(() => "")],
    [words.data, visits.map((visit) => basisOf(visit, text))],
  ];
  const mother = motherText(report, text);
  return (
    <div class="print">
      <table class="paper-head">
        <TableHead
          columns={[
            "",
            ...visits.map((_, index) => (
              <span key={index}>
                <InlineMark visit={index} /> {text.visit(index)}
              </span>
            )),
          ]}
        />
        <tbody>
          {rows.map(([name, cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
          {mother && (
            <tr>
              <th scope="row">{text.report.facts.mother}</th>
              <td colSpan={visits.length}>{mother}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

export function CannotSay({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.cannotSay;
  const lines = [...report.cautions, words.unchanged, text.notice];
  return (
    <section class="cannot-say">
      <h2>{words.title}</h2>
      <ul>{lines.map((line, index) => lines.indexOf(line) === index && <li key={line}>{line}</li>)}</ul>
    </section>
  );
}

export function PaperFoot({ report, madeOn }: { report: Report; madeOn: Date | null }) {
  const text = useText();
  const words = text.report.paper;
  const digests = report.provenance.inputs_sha256.map((digest) => digest.slice(0, 8)).filter(Boolean);
  return (
    <div class="print paper-foot">
      <p>{words.remarks}</p>
      <div>
        {words.sign.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </div>
      <p>
        {[
          madeOn && `${text.report.provenance.made} ${date(madeOn, text.locale)}`,
          digests.length > 0 && `SHA-256 ${digests.join(", ")}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </div>
  );
}

/** Parts of a report that are printed only if they are asked for. */
const printParts = ["details", "files"] as const;
export type PrintPart = (typeof printParts)[number];

export function PrintButton(props: { chosen: PrintPart[]; choose: (parts: PrintPart[]) => void }) {
  const text = useText().report;
  const dialog = useRef<HTMLDialogElement>(null);
  const { chosen, choose } = props;
  return (
    <>
      <button
        type="button"
        class="button primary"
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {text.printing.open}
      </button>
      <dialog ref={dialog} aria-labelledby="print-title">
        <h2 id="print-title">{text.printing.title}</h2>
        <p class="note">{text.printing.about}</p>
        {printParts.map((part) => (
          <p key={part}>
            <label>
              <input
                type="checkbox"
                checked={chosen.includes(part)}
                onChange={({ currentTarget }) =>
                  choose(currentTarget.checked ? [...chosen, part] : chosen.filter((one) => one !== part))
                }
              />{" "}
              {text.printing.parts[part]}
            </label>
          </p>
        ))}
        <p class="row">
          <button
            type="button"
            class="button primary"
            onClick={() => {
              dialog.current?.close();
              window.print();
            }}
          >
            {text.print}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {text.printing.close}
          </button>
        </p>
      </dialog>
    </>
  );
}
