// Measures: each visit's estimate, the change from baseline, and what the change says.
import type { Change, Measure, Report } from "#report";
import { Disclosure } from "../../charts/figure";
import { TableBox, TableHead } from "../../charts/table";
import { useText } from "../../text/text";
import { ChangeCell, EstimateCell } from "./cells";

/** Scores and coded shares have no error of their own. */
const hasOwnError = (domain: Measure["domain"]): boolean => domain === "heart" || domain === "brain";

/** Whether any visit has what the domain is measured in: without a recording there is no heart and no brain. */
export const isRecorded = (report: Report, domain: Measure["domain"]): boolean =>
  !hasOwnError(domain) || report.visits.some(({ recorded }) => recorded);

export const measuresOf = (report: Report, domain: Measure["domain"]): Measure[] =>
  report.measures.filter((measure) => measure.domain === domain);

export function MeasureTable(props: { report: Report; measures: Measure[]; label: string; how: string }) {
  const text = useText();
  const { report, measures } = props;
  if (measures.length === 0) return null;
  const later = report.visits.slice(1);
  const hasError = measures.some(({ domain }) => hasOwnError(domain));
  const change = hasError ? text.report.terms : text.report.scoreTerms;
  return (
    <>
      <TableBox label={props.label}>
        <table class="measures" data-visits={report.visits.length}>
          <TableHead
            columns={[
              text.report.columns.measure,
              ...report.visits.map((_, index) => ({ name: text.visit(index), class: "n visit-name" })),
              ...later.map((_, index) => ({
                name: later.length === 1 ? change.change : change.changeTo(text.visit(index + 1)),
                class: "n change",
              })),
            ]}
          />
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
                    hasError={hasOwnError(measure.domain)}
                    saidAbove={measures[row - 1]?.visits[index]?.reason}
                  />
                ))}
                <ChangeCells measure={measure} changes={measure.changes} />
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <Steps measures={measures} label={props.label} />
      <Disclosure class="disclosure how" summary={text.report.howToRead}>
        {() => <p>{props.how}</p>}
      </Disclosure>
    </>
  );
}

function ChangeCells({ measure, changes }: { measure: Measure; changes: Change[] }) {
  return (
    <>
      {changes.map((change) => (
        <ChangeCell
          key={change.to}
          change={change}
          decimals={measure.decimals}
          hasError={hasOwnError(measure.domain)}
          sidesKnown={[change.from, change.to].every((side) => measure.visits[side]?.value !== null)}
        />
      ))}
    </>
  );
}

/** The steps between later visits, which no comparison with the first shows. */
function Steps({ measures, label }: { measures: Measure[]; label: string }) {
  const text = useText();
  const steps = measures[0]?.steps ?? [];
  if (steps.length === 0) return null;
  return (
    <Disclosure class="disclosure" summary={text.report.steps}>
      {() => (
        <TableBox label={`${label}, ${text.report.steps}`}>
          <table class="measures">
            <TableHead
              columns={[
                text.report.columns.measure,
                ...steps.map(({ from, to }) => ({
                  name: `${text.visit(from)} → ${text.visit(to)}`,
                  class: "n change",
                })),
              ]}
            />
            <tbody>
              {measures.map((measure) => (
                <tr key={measure.id} class={measure.primary ? "primary" : undefined}>
                  <th scope="row">
                    {measure.title}, {measure.unit}
                  </th>
                  <ChangeCells measure={measure} changes={measure.steps} />
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
    </Disclosure>
  );
}
