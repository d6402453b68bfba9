// One card a domain: the finding in a few words, its primary measure over the visits, and the three questions
// (beyond measurement error, reliable, like other infants) each with its own answer.
import type { Measure, Report, Statement } from "#report";
import { Disclosure } from "../../charts/figure";
import { SlopeChart } from "../../charts/slope";
import { VisitKey } from "../../charts/visits";
import { fixed } from "../../format";
import { useText } from "../../text/text";
import { changeText } from "./cells";

export function DomainCards({ report }: { report: Report }) {
  const text = useText();
  return (
    <>
      <div class="cards">
        {report.statements.map((statement) => (
          <DomainCard
            key={statement.domain}
            statement={statement}
            measure={report.measures.find(({ domain, primary }) => primary && domain === statement.domain)}
          />
        ))}
      </div>
      <VisitKey count={report.visits.length}>
        <span>{text.report.key.bars}</span>
      </VisitKey>
      <p class="key">
        {report.visits.map(({ quality, heart, eeg }, index) => (
          <span key={index}>
            {text.report.basis(text.visit(index), [
              heart.reason
                ? text.report.quality.noEcg
                : text.report.basisHeart(quality.heart_epochs_used, quality.heart_epochs_total),
              eeg.reason
                ? text.report.quality.noChannel
                : text.report.basisEeg(fixed(quality.eeg_clean_s, 0), fixed(quality.eeg_total_s, 0)),
            ])}
          </span>
        ))}
      </p>
      <Disclosure class="disclosure how" summary={text.report.howToRead}>
        {() => <p>{text.report.cardsHow}</p>}
      </Disclosure>
    </>
  );
}

function DomainCard({ statement, measure }: { statement: Statement; measure: Measure | undefined }) {
  const text = useText();
  const drawable = measure?.visits.some((visit) => visit.value !== null);
  return (
    <section class="card">
      <h2>{text.report.domain[statement.domain]}</h2>
      <p class="verdict">{statement.headline}</p>
      {measure && drawable && (
        <>
          <p class="card-measure">
            {measure.title}, {measure.unit}
            {measure.up_means && <span> ↑ {measure.up_means}</span>}
          </p>
          <SlopeChart measure={measure} />
        </>
      )}
      <dl class="terms">
        {measure && drawable && <Changes measure={measure} />}
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
            <small>
              {change.change.value === null ? change.change.reason : text.report.verdict[change.verdict]}
            </small>
          </dd>
        </div>
      ))}
      <LayerTerm name={text.report.terms.reliable} measure={measure} layer="reliable_change" />
      <LayerTerm name={text.report.terms.comparison} measure={measure} layer="comparison" />
    </>
  );
}

/** The answer of one layer; said once where it is the same for all visits. */
function LayerTerm(props: { name: string; measure: Measure; layer: "reliable_change" | "comparison" }) {
  const text = useText();
  const { measure, layer } = props;
  const answers = measure.changes.map((change) => change[layer]);
  const same = new Set(answers).size === 1;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {same
          ? answers[0]
          : measure.changes.map((change) => (
              <span key={change.to} class="line">
                {text.visit(change.to)}: {change[layer]}
              </span>
            ))}
      </dd>
    </div>
  );
}
