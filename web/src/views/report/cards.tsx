// What each finding rests on, a card a domain: the whole sentence, the figure, and the three questions (beyond measurement
// error, reliable, like other infants), each with its own answer.
import type { Change, Measure, Report, Statement } from "#report";
import { Disclosure } from "../../charts/figure";
import { SaveFigure } from "../../charts/save-figure";
import { plain, signed } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { changeText } from "./cells";
import { DomainFigures, primaryOf } from "./findings";
import { isRecorded } from "./measures";
import { curveOf } from "./specification";

export function DomainCards({ report }: { report: Report }) {
  const text = useText();
  return (
    <section class="evidence" aria-labelledby="cards-title">
      <h2 id="cards-title">{text.report.rests}</h2>
      <div class="cards">
        {report.statements
          .filter(({ domain }) => isRecorded(report, domain))
          .map((statement) => (
            <DomainCard key={statement.domain} statement={statement} report={report} />
          ))}
      </div>
      <Disclosure class="disclosure how" summary={text.report.howToRead}>
        {() => <p>{text.report.cardsHow}</p>}
      </Disclosure>
    </section>
  );
}

function DomainCard({ statement, report }: { statement: Statement; report: Report }) {
  const text = useText();
  const measure = primaryOf(report, statement);
  const curve = curveOf(report, measure);
  const drawable = measure?.visits.some((visit) => visit.value !== null);
  const title = text.report.domain[statement.domain];
  return (
    <section class="card">
      <h3>{title}</h3>
      <p>{statement.sentence}</p>
      {measure && drawable && (
        <div data-figure>
          <p class="card-measure">
            {measure.title}, {measure.unit}
          </p>
          <div class="row">
            <DomainFigures measure={measure} statement={statement} />
          </div>
          <SaveFigure title={title} about={text.report.cardsHow} />
        </div>
      )}
      <dl class="terms">
        {measure && drawable && <Changes measure={measure} />}
        {curve?.headline && (
          <div>
            <dt>{text.report.terms.choices}</dt>
            <dd>
              {curve.headline}
              <small>{curve.sentence}</small>
            </dd>
          </div>
        )}
        <div>
          <dt>{text.report.terms.certainty}</dt>
          <dd>
            {text.report.certainty[statement.certainty]}
            {!hasSaidWhy.includes(statement.strength) && statement.certainty_reason && (
              <small>{statement.certainty_reason}</small>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}

/** What is not judged has its reason in the sentence. */
const hasSaidWhy = ["cannot_judge", "too_little", "not_comparable"];

function Changes({ measure }: { measure: Measure }) {
  const text = useText();
  const several = measure.changes.length > 1;
  // Named with an interval only where there is one.
  const termsOf = ({ change }: Change) =>
    change.ci_low === null ? text.report.scoreTerms : text.report.terms;
  return (
    <>
      {measure.changes.map((change) => (
        <div key={change.to}>
          <dt>{several ? termsOf(change).changeTo(text.visit(change.to)) : termsOf(change).change}</dt>
          <dd>
            {changeText(change, measure.decimals) || text.report.noNumber}
            <small>{changeNote(change, text)}</small>
          </dd>
        </div>
      ))}
      <div>
        <dt>{text.report.terms.reliable}</dt>
        <dd>
          <PerVisit measure={measure} answer={(change) => reliableText(change, measure.decimals, text)} />
        </dd>
      </div>
      <div>
        <dt>{text.report.terms.comparison}</dt>
        <dd>
          <Places measure={measure} />
        </dd>
      </div>
    </>
  );
}

/** Beyond measurement error or not; why there is no number; nothing for scores, which have no error of their own. */
function changeNote({ change, verdict }: Change, text: Text): string {
  if (change.value === null) return change.reason;
  return change.se === null ? "" : text.report.verdict[verdict];
}

function reliableText({ reliable }: Change, decimals: number, text: Text): [string, string] {
  const words = text.report.reliable;
  if (reliable.finding === "cannot_judge") return [words.cannot_judge, reliable.reason];
  const index =
    reliable.index === null || reliable.points !== null
      ? ""
      : words.index(signed(reliable.index, 2), reliable.df === null ? "" : plain(reliable.df));
  const basis =
    reliable.points === null
      ? words.basis(reliable.n, reliable.comparison_source)
      : words.points(plain(reliable.points));
  const { band_low: low, band_high: high } = reliable;
  const limits =
    low === null || high === null || reliable.points !== null
      ? ""
      : words.limits(signed(low, decimals), signed(high, decimals));
  return [words[reliable.finding], [limits, index, basis].filter(Boolean).join(" · ")];
}

/** The percentile at each visit in one line, or why there is none. */
function Places({ measure }: { measure: Measure }) {
  const text = useText();
  const { places } = measure;
  const words = text.report.places;
  const known = places.filter((place) => place.percentile !== null);
  if (known.length === 0) {
    return (
      <>
        {words.none}
        <small>{places.find(({ reason }) => reason)?.reason}</small>
      </>
    );
  }
  const [first] = known;
  return (
    <>
      {places
        .map(({ percentile, percentile_low: low, percentile_high: high }) =>
          percentile === null
            ? text.report.noNumber
            : words.percentile(percentile) +
              (low === null || high === null ? "" : words.interval(Math.round(low), Math.round(high))),
        )
        .join(" → ")}
      <small>
        {[first && words.of(first.n, first.source), places.find(({ reason }) => reason)?.reason]
          .filter(Boolean)
          .join(" · ")}
      </small>
    </>
  );
}

/** An answer for each later visit; said once where it is the same for all. */
function PerVisit(props: { measure: Measure; answer: (change: Change) => [string, string] }) {
  const text = useText();
  const answers = props.measure.changes.map((change) => ({ to: change.to, said: props.answer(change) }));
  const same = new Set(answers.map(({ said }) => said.join("|"))).size === 1;
  return (
    <>
      {(same ? answers.slice(0, 1) : answers).map(({ to, said: [words, basis] }) => (
        <span key={to} class="line">
          {same ? words : text.named(text.visit(to), words)}
          <small>{basis}</small>
        </span>
      ))}
    </>
  );
}
