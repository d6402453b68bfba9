// Does a change depend on a choice? The specification curve of a domain, folded: the sentence, the figure, the same as a
// table, and what could not be formed.
import type { ComponentChildren } from "preact";
import type { Measure, Report, SpecificationCurve } from "#report";
import { Disclosure, Figure } from "../../charts/figure";
import { capital, isBeyond, SpecificationChart, SpecificationKey } from "../../charts/specification";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed, interval, signed } from "../../format";
import { useText } from "../../text/text";

export function curveOf(report: Report, measure: Measure | undefined): SpecificationCurve | undefined {
  return report.specification_curves.find((curve) => curve.measure === measure?.id);
}

/** `children`: what else there is to say of choices. */
export function SpecificationSection(props: {
  report: Report;
  domain: "heart" | "brain";
  children?: ComponentChildren;
}) {
  const text = useText();
  const words = text.report.curve;
  const { report, domain } = props;
  const measure = report.measures.find((one) => one.primary && one.domain === domain);
  const curve = curveOf(report, measure);
  if (!(measure && curve) && !props.children) return null;
  return (
    <Disclosure class="disclosure specifications" summary={words.title}>
      {() => (
        <>
          {measure && curve && <Curve curve={curve} measure={measure} />}
          {props.children}
        </>
      )}
    </Disclosure>
  );
}

function Curve({ curve, measure }: { curve: SpecificationCurve; measure: Measure }) {
  const text = useText();
  const words = text.report.curve;
  const { brain } = text.report;
  const ends: [string, string] =
    measure.domain === "brain" ? [brain.moreLeft, brain.moreRight] : [words.higher, words.lower];
  return (
    <>
      <p>
        <strong>{curve.headline}</strong> {curve.sentence}
      </p>
      {curve.analyses.length > 0 && (
        <Figure
          title={`${text.report.terms.change.replace(/ \(.*/, "")}, ${measure.title}`}
          unit={measure.unit}
          how={words.how}
          table={() => <CurveTable curve={curve} measure={measure} />}
        >
          <SpecificationChart curve={curve} ends={ends} label={words.label(curve.analyses.length)} />
          <SpecificationKey />
        </Figure>
      )}
      {curve.not_formed.map(({ analyses, what, reason }, index) => (
        <p key={index} class="note">
          {words.notFormed(analyses, what)} {reason}
        </p>
      ))}
    </>
  );
}

function CurveTable({ curve, measure }: { curve: SpecificationCurve; measure: Measure }) {
  const text = useText();
  const words = text.report.curve;
  const { decimals } = measure;
  return (
    <TableBox label={`${words.title} ${measure.title}`}>
      <table>
        <TableHead
          columns={[
            ...curve.choices.map(({ name }) => capital(name)),
            ...numeric(text.visit(curve.from), text.visit(curve.to), text.report.columns.change),
            text.report.beyond,
          ]}
        />
        <tbody>
          {curve.analyses.map((analysis, row) => (
            <tr key={row} class={analysis.own ? "own" : undefined}>
              {curve.choices.map((choice, c) => (
                <td key={choice.id}>{choice.options[analysis.options[c] ?? 0]}</td>
              ))}
              <td class="n">{fixed(analysis.before, decimals)}</td>
              <td class="n">{fixed(analysis.after, decimals)}</td>
              <td class="n">
                {signed(analysis.change.value ?? 0, decimals)}
                <small>{interval(analysis.change, decimals)}</small>
              </td>
              <td>
                {isBeyond(analysis) ? text.report.yes : text.report.no}
                {analysis.own && <small>{words.own}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
