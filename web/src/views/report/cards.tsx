// One card a domain: the finding in a few words, its primary measure over the visits, and the three questions
// (beyond measurement error, reliable, like other infants) each with its own answer.
import type { Change, Measure, Report, Statement, Visit } from "#report";
import { Disclosure } from "../../charts/figure";
import { SaveFigure } from "../../charts/save-figure";
import { SlopeChart } from "../../charts/slope";
import { VisitKey } from "../../charts/visits";
import { plain, signed, wholeSeconds } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";
import { changeText } from "./cells";
import { isRecorded } from "./measures";
import { curveOf } from "./specification";
import { StrengthMark } from "./strength";

export function DomainCards({ report }: { report: Report }) {
  const text = useText();
  return (
    <>
      <div class="cards">
        {report.statements
          .filter(({ domain }) => isRecorded(report, domain))
          .map((statement) => (
            <DomainCard
              key={statement.domain}
              statement={statement}
              measure={report.measures.find(({ domain, primary }) => primary && domain === statement.domain)}
              report={report}
            />
          ))}
      </div>
      <VisitKey count={report.visits.length}>
        <span>{text.report.key.bars}</span>
        {report.measures.some(({ places }) => places.some(({ mean }) => mean !== null)) && (
          <span>{text.report.key.comparison}</span>
        )}
        {report.measures.some(({ changes }) =>
          changes.some(({ reliable }) => reliable.band_low !== null),
        ) && <span>{text.report.key.reliable}</span>}
      </VisitKey>
      <p class="key">
        {report.visits.map((visit, index) => (
          <span key={index}>{text.report.basis(text.visit(index), basisOf(visit, text))}</span>
        ))}
      </p>
      <Disclosure class="disclosure how" summary={text.report.howToRead}>
        {() => <p>{text.report.cardsHow}</p>}
      </Disclosure>
    </>
  );
}

/** What heart and brain of a visit rest on. */
function basisOf({ recorded, quality, heart, eeg }: Visit, text: Text): string[] {
  if (!recorded) return [text.report.quality.noRecording];
  return [
    heart.reason
      ? text.report.quality.noEcg
      : text.report.basisHeart(quality.heart_epochs_used, quality.heart_epochs_total),
    eeg.reason
      ? text.report.quality.noChannel
      : text.report.basisEeg(wholeSeconds(quality.eeg_clean_s), wholeSeconds(quality.eeg_total_s)),
  ];
}

function DomainCard(props: { statement: Statement; measure: Measure | undefined; report: Report }) {
  const text = useText();
  const { statement, measure } = props;
  const curve = curveOf(props.report, measure);
  const drawable = measure?.visits.some((visit) => visit.value !== null);
  return (
    <section class="card">
      <h2>{text.report.domain[statement.domain]}</h2>
      <p class="verdict">
        <StrengthMark strength={statement.strength} />
        {statement.headline}
      </p>
      {/* On paper the sentence stands beside its figure. */}
      <p class="print-sentence">{statement.sentence}</p>
      {measure && drawable && (
        <div data-figure>
          <p class="card-measure">
            {measure.title}, {measure.unit}
            {measure.up_means && <span> ↑ {measure.up_means}</span>}
          </p>
          <SlopeChart measure={measure} />
          <SaveFigure title={text.report.domain[statement.domain]} about={text.report.cardsHow} />
        </div>
      )}
      <dl class="terms">
        {measure && drawable && <Changes measure={measure} />}
        {curve?.headline && (
          <div class="untold under-choices">
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
            {statement.certainty_reason && <small>{statement.certainty_reason}</small>}
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Changes({ measure }: { measure: Measure }) {
  const text = useText();
  const several = measure.changes.length > 1;
  return (
    <>
      {measure.changes.map((change) => (
        <div key={change.to}>
          <dt>{several ? text.report.terms.changeTo(text.visit(change.to)) : text.report.terms.change}</dt>
          <dd>
            {changeText(change, measure.decimals) || text.report.noNumber}
            <small>{changeNote(change, text)}</small>
          </dd>
        </div>
      ))}
      <div class={isJudged(measure) ? undefined : "untold"}>
        <dt>{text.report.terms.reliable}</dt>
        <dd>
          <PerVisit measure={measure} answer={(change) => reliableText(change, measure.decimals, text)} />
        </dd>
      </div>
      <div class={isPlaced(measure) ? undefined : "untold"}>
        <dt>{text.report.terms.comparison}</dt>
        <dd>
          <Places measure={measure} />
        </dd>
      </div>
    </>
  );
}

// What the sentence tells only if there is an answer for every visit; on paper the terms tell the rest.
const isJudged = ({ changes }: Measure): boolean =>
  changes.every(({ reliable }) => reliable.finding !== "cannot_judge");
const isPlaced = ({ places }: Measure): boolean => places.every(({ percentile }) => percentile !== null);

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
          {!same && `${text.visit(to)}: `}
          {words}
          <small>{basis}</small>
        </span>
      ))}
    </>
  );
}
