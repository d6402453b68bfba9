// Examples only: what the simulation was made from, beside what was measured. Shown on request, so that one can
// guess first.
import type { Estimate, Report } from "#report";
import { Disclosure, TableBox } from "../../charts/figure";
import { InlineMark } from "../../charts/visits";
import { fixed, interval } from "../../format";
import { useText } from "../../text/text";

/** The parts of the simulator's truth that are shown. */
export interface Truth {
  heart: { rsa_ln_ms2: number };
  pairs: { left: string; right: string; faa_ln: number }[];
}

interface Row {
  name: string;
  visit: number;
  put: number;
  measured: Estimate;
  decimals: number;
}

export function TruthSection({ report, truths }: { report: Report; truths: Truth[] }) {
  const text = useText();
  const words = text.report.truth;
  const rows = rowsOf(report, truths);
  return (
    <section class="evidence truth" aria-labelledby="truth-title">
      <h2 id="truth-title">{words.title}</h2>
      <p class="note">{words.lead}</p>
      <Disclosure summary={words.show}>
        {() => (
          <TableBox label={text.report.tableOf(words.title)}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.report.columns.measure}</th>
                  <th scope="col">{text.report.columns.visit}</th>
                  <th scope="col" class="n">
                    {words.put}
                  </th>
                  <th scope="col" class="n">
                    {words.measured}
                  </th>
                  <th scope="col">{words.covered}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ name, visit, put, measured, decimals }) => (
                  <tr key={`${name} ${visit}`}>
                    <th scope="row">{name}</th>
                    <td class="visit-name">
                      <InlineMark visit={visit} /> {text.visit(visit)}
                    </td>
                    <td class="n">{fixed(put, decimals)}</td>
                    <td class="n">
                      {measured.value === null ? text.report.noNumber : fixed(measured.value, decimals)}
                      <small>{interval(measured, decimals) || measured.reason}</small>
                    </td>
                    <td>{covered(put, measured, text.report)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </Disclosure>
    </section>
  );
}

function rowsOf(report: Report, truths: Truth[]): Row[] {
  const pair = report.provenance.settings.eeg.pairs[0];
  const heart = report.measures.find(({ id }) => id === "rsa_ln_ms2");
  const brain = report.measures.find(({ domain, primary }) => domain === "brain" && primary);
  return [heart, brain].flatMap((measure) =>
    truths.flatMap((truth, visit): Row[] => {
      const measured = measure?.visits[visit];
      const put =
        measure === heart
          ? truth.heart.rsa_ln_ms2
          : truth.pairs.find(({ left, right }) => left === pair?.left && right === pair?.right)?.faa_ln;
      if (!measure || !measured || put === undefined) return [];
      return [
        { name: `${measure.title}, ${measure.unit}`, visit, put, measured, decimals: measure.decimals },
      ];
    }),
  );
}

function covered(put: number, { ci_low, ci_high }: Estimate, words: { yes: string; no: string }): string {
  if (ci_low === null || ci_high === null) return "–";
  return put >= ci_low && put <= ci_high ? words.yes : words.no;
}
