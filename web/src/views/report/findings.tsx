// The first screen of a report: what the domains say together, then a row each: one plain sentence, how strongly it may be
// spoken of, the two visits and the change drawn. What it rests on stands further down.
import type { Change, Measure, Report, Statement } from "#report";
import { useSession } from "../../app/context";
import { ChangeChart, hasLimits } from "../../charts/change";
import { unitAfter, VisitsChart } from "../../charts/slope";
import { VisitKey } from "../../charts/visits";
import { fixed, signed } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { openParts } from "../check/part";
import { changeText } from "./cells";
import { StrengthBadge } from "./strength";

/** `canCompare`: comparison infants can be given still. */
export function Findings({ report, canCompare }: { report: Report; canCompare: boolean }) {
  const text = useText();
  const session = useSession();
  const { pattern, statements, measures } = report;
  const first = firstSentence(pattern);
  return (
    <>
      {pattern && (
        <p class="lead" id="finding">
          <strong>{first}</strong>
          {pattern.slice(first.length)}
        </p>
      )}
      {canCompare && !measures.some(({ places }) => places.some(({ mean }) => mean !== null)) && (
        <p class="way-on">
          <button
            type="button"
            class="button small"
            onClick={() => {
              session.show("check");
              setTimeout(() => openParts("comparison"));
            }}
          >
            {text.report.addComparison}
          </button>
        </p>
      )}
      <div class="domains">
        {statements.map((statement) => (
          <DomainRow key={statement.domain} report={report} statement={statement} />
        ))}
      </div>
      <VisitKey count={report.visits.length}>
        <span>{text.report.key.bars}</span>
        {measures.some(({ places }) => places.some(({ mean }) => mean !== null)) && (
          <span>{text.report.key.comparison}</span>
        )}
        {statements.some((one) => primaryOf(report, one)?.changes.some(hasLimits)) && (
          <span>{text.report.key.reliable}</span>
        )}
      </VisitKey>
    </>
  );
}

/** The first sentence answers; the others say how far that goes. */
export const firstSentence = (pattern: string): string =>
  pattern.slice(0, pattern.indexOf(". ") + 1 || pattern.length);

export const primaryOf = ({ measures }: Report, { domain }: Statement): Measure | undefined =>
  measures.find((measure) => measure.primary && measure.domain === domain);

/** Where there is no verdict to draw, no number of the infant is drawn either. */
const drawsNothing = ["too_little", "not_comparable", "depends_on_choice"];

function DomainRow({ report, statement }: { report: Report; statement: Statement }) {
  const text = useText();
  const measure = primaryOf(report, statement);
  const drawn =
    !drawsNothing.includes(statement.strength) && measure?.visits.some(({ value }) => value !== null)
      ? measure
      : undefined;
  const context = drawn ? beside(report, drawn, text) : "";
  return (
    <section class="domain">
      <div>
        <h2>
          {text.report.domain[statement.domain]} <StrengthBadge statement={statement} />
        </h2>
        {/* A report of an older version has no plain sentence. */}
        <p class="say">{statement.plain || statement.sentence}</p>
        {measure && <Term measure={measure} said={drawn ? changesText(drawn, text) : ""} />}
        {context && <p class="num">{context}</p>}
      </div>
      {drawn && <DomainFigures measure={drawn} statement={statement} />}
    </section>
  );
}

export function DomainFigures({ measure, statement }: { measure: Measure; statement: Statement }) {
  const last = measure.changes[measure.changes.length - 1];
  return (
    <>
      <VisitsChart measure={measure} />
      {last && <ChangeChart measure={measure} change={last} strength={statement.strength} />}
    </>
  );
}

/** The measure's name, which tells what it means where it stands, and what is said of it. */
function Term({ measure, said }: { measure: Measure; said: string }) {
  const meaning = useText().report.explained[measure.domain];
  return (
    <details class="num term">
      <summary>
        <span>{measure.title}</span>
        {said}
      </summary>
      <p>{meaning}</p>
    </details>
  );
}

/** ", ln ms²: +0.29 (0.00 to 0.59); reliable below −1.75 or above +2.05"; of several visits each after its name. */
function changesText(measure: Measure, text: Text): string {
  const unit = `, ${measure.unit}`;
  const { changes } = measure;
  const said = changes.map((change) =>
    changeWords(measure, change, changes.length > 1 ? text.visit(change.to) : unit, text),
  );
  return [changes.length > 1 && unit, ...said].filter(Boolean).join(text.semicolon);
}

function changeWords(measure: Measure, change: Change, name: string, text: Text): string {
  const { band_low: low, band_high: high, points } = change.reliable;
  const decimals = tellingApart(change, measure.decimals);
  const size = changeText(change, decimals);
  const isJudged = low !== null && high !== null && points === null;
  return [
    size && text.named(name, size),
    isJudged && text.report.reliable.limits(signed(low, decimals), signed(high, decimals)),
  ]
    .filter(Boolean)
    .join(text.semicolon);
}

/** Digits that keep a change from reading as equal to a limit that it has or has not passed. */
function tellingApart(change: Change, decimals: number): number {
  const { value } = change.change;
  const { band_low, band_high } = change.reliable;
  const readsEqual = (limit: number | null) =>
    value !== null &&
    limit !== null &&
    limit !== value &&
    signed(limit, decimals) === signed(value, decimals);
  const apart = decimals >= 6 || !(readsEqual(band_low) || readsEqual(band_high));
  return apart ? decimals : tellingApart(change, decimals + 1);
}

/** Heart rate and breathing stand beside every change of RSA: either can move it. */
function beside({ measures, visits }: Report, { domain, title }: Measure, text: Text): string {
  const rate = domain === "heart" ? measures.find(({ id }) => id === "heart_rate_bpm") : undefined;
  if (!rate || rate.title === title) return "";
  const rates = rate.visits.map(({ value }) => value);
  const breaths = visits.map(({ heart }) => heart.breathing_rate_hz && 60 * heart.breathing_rate_hz);
  const joined = (values: (number | null)[]) =>
    values.map((value) => (value === null ? "?" : fixed(value, 0))).join(" → ");
  return [
    rates.some((value) => value !== null) && text.report.beside.rate(joined(rates)),
    breaths.some((value) => value !== null) && text.report.beside.breathing(joined(breaths)),
  ]
    .filter(Boolean)
    .join(", ");
}

export const valuesText = (measure: Measure, text: Text): string =>
  measure.visits
    .map(({ value }) =>
      value === null ? text.report.noNumber : fixed(value, measure.decimals) + unitAfter(measure),
    )
    .join(" → ");
