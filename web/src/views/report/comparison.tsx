// The comparison infants one by one, where they have two visits: is this infant's change unlike theirs?
import type { Change, Measure, Report } from "#report";
import { Brinley, pairsOf } from "../../charts/brinley";
import { Figure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { fixed } from "../../format";
import { useText } from "../../text/text";

interface Drawn {
  measure: Measure;
  change: Change;
}

export function ComparisonSection({ report }: { report: Report }) {
  const text = useText();
  const words = text.report.comparison;
  const drawn = report.measures
    .filter(({ primary }) => primary)
    .flatMap((measure) =>
      measure.changes.flatMap((change): Drawn[] =>
        pairsOf(measure, change).length > 0 ? [{ measure, change }] : [],
      ),
    );
  if (drawn.length === 0) return null;
  const source = drawn.flatMap(({ measure }) => measure.places.map((place) => place.source)).find(Boolean);
  return (
    <section class="evidence" aria-labelledby="comparison-title">
      <h2 id="comparison-title">
        {words.title} {source && <small>{source}</small>}
      </h2>
      <Figure title={words.brinley} how={words.brinleyHow} table={() => <PairTable drawn={drawn} />}>
        <div class="panels square">
          {drawn.map(({ measure, change }) => (
            <div key={`${measure.id} ${change.to}`} class="panel">
              <p class="panel-title">
                {measure.title}, {measure.unit}
                {report.visits.length > 2 && `, ${text.visit(change.to)}`}
              </p>
              <Brinley measure={measure} change={change} />
            </div>
          ))}
        </div>
      </Figure>
    </section>
  );
}

function PairTable({ drawn }: { drawn: Drawn[] }) {
  const text = useText();
  const words = text.report.comparison;
  return (
    <TableBox label={words.brinley}>
      <table>
        <TableHead
          columns={[text.report.columns.measure, words.infant, ...numeric(text.visit(0), words.later)]}
        />
        <tbody>
          {drawn.flatMap(({ measure, change }) => {
            const own = [measure.visits[change.from]?.value, measure.visits[change.to]?.value];
            const rows = [
              { name: words.thisInfant, values: own },
              ...pairsOf(measure, change).map((values, i) => ({ name: String(i + 1), values })),
            ];
            return rows.map(({ name, values }) => (
              <tr key={`${measure.id} ${change.to} ${name}`}>
                <td>{measure.title}</td>
                <th scope="row">{name}</th>
                {values.map((value, side) => (
                  <td key={side} class="n">
                    {typeof value === "number" ? fixed(value, measure.decimals) : text.report.noNumber}
                  </td>
                ))}
              </tr>
            ));
          })}
        </tbody>
      </table>
    </TableBox>
  );
}
