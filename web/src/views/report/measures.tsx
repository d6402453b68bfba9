// The measures of one domain: each visit's estimate, the change from baseline, and what the change says.
import type { Measure, Report } from "#report";
import { Disclosure, TableBox } from "../../charts/figure";
import { useText } from "../../text/text";
import { ChangeCell, EstimateCell } from "./cells";

export function MeasureTable(props: {
  report: Report;
  domain: Measure["domain"];
  label: string;
  how: string;
}) {
  const text = useText();
  const { report, domain } = props;
  const measures = report.measures.filter((measure) => measure.domain === domain);
  if (measures.length === 0) return null;
  const later = report.visits.slice(1);
  return (
    <>
      <TableBox label={props.label}>
        <table class="measures" data-visits={report.visits.length}>
          <thead>
            <tr>
              <th scope="col">{text.report.columns.measure}</th>
              {report.visits.map((_, index) => (
                <th key={index} scope="col" class="n visit-name">
                  {text.visit(index)}
                </th>
              ))}
              {later.map((_, index) => (
                <th key={index} scope="col" class="n change">
                  {later.length === 1
                    ? text.report.terms.change
                    : text.report.terms.changeTo(text.visit(index + 1))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {measures.map((measure, row) => (
              <tr key={measure.id} class={measure.primary ? "primary" : undefined}>
                <th scope="row">
                  {measure.title}, {measure.unit}
                  {/* Said once for a run of measures that share it. */}
                  {measure.up_means && measure.up_means !== measures[row - 1]?.up_means && (
                    <small>{text.report.upMeans(measure.up_means)}</small>
                  )}
                </th>
                {measure.visits.map((visit, index) => (
                  <EstimateCell
                    key={index}
                    estimate={visit}
                    decimals={measure.decimals}
                    saidAbove={measures[row - 1]?.visits[index]?.reason}
                  />
                ))}
                {measure.changes.map((change) => (
                  <ChangeCell
                    key={change.to}
                    change={change}
                    decimals={measure.decimals}
                    sidesKnown={[change.from, change.to].every(
                      (side) => measure.visits[side]?.value !== null,
                    )}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Disclosure class="disclosure how" summary={text.report.howToRead}>
        {() => <p>{props.how}</p>}
      </Disclosure>
    </>
  );
}
