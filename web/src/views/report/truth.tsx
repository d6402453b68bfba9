// Examples only: what the simulation was made from, beside what was measured. Shown on request, so that one can
// guess first.
import type { Estimate, Measure, Report } from "#report";
import { useAppState } from "../../app/context";
import { exampleOf, type Way } from "../../app/state";
import { Disclosure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { InlineMark } from "../../charts/visits";
import { fixed, interval } from "../../format";
import { useText } from "../../text/text";
import { GuessedRight, GuessFirst } from "./guess";

/** The parts of the simulator's truth that are shown. */
export interface Truth {
  heart: { rsa_ln_ms2: number };
  phases: { name: string; kind: string }[];
  heart_phases: { phase: string; rsa_ln_ms2: number }[];
  pairs: { left: string; right: string; faa_ln: number }[];
}

interface Row {
  domain: Measure["domain"];
  name: string;
  /** The visit, or the change to it. */
  key: string;
  visit: number;
  put: number;
  measured: Estimate;
  decimals: number;
  isChange: boolean;
}

export function TruthSection({ report, truths }: { report: Report; truths: Truth[] }) {
  const text = useText();
  const words = text.report.truth;
  const rows = rowsOf(report, truths, text);
  const put = rows.flatMap(({ isChange, domain, put }) => (isChange ? [{ domain, way: wayOf(put) }] : []));
  const scenario = exampleOf(useAppState().slots);
  return (
    <section class="evidence truth" aria-labelledby="truth-title">
      <h2 id="truth-title">{words.title}</h2>
      <p class="note">{words.lead}</p>
      {scenario && <GuessFirst scenario={scenario} domains={put.map(({ domain }) => domain)} />}
      <Disclosure summary={words.show}>
        {() => (
          <>
            {scenario && <GuessedRight scenario={scenario} put={put} />}
            <TableBox label={text.report.tableOf(words.title)}>
              <table>
                <TableHead
                  columns={[
                    text.report.columns.measure,
                    text.report.columns.visit,
                    ...numeric(words.put, words.measured),
                    words.covered,
                  ]}
                />
                <tbody>
                  {rows.map(({ name, key, visit, put, measured, decimals }) => (
                    <tr key={`${name} ${key}`}>
                      <th scope="row">{name}</th>
                      <td class="visit-name">
                        <InlineMark visit={visit} /> {key}
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
          </>
        )}
      </Disclosure>
    </section>
  );
}

/** Heart and brain, each by the measure that its finding rests on: at every visit, then the changes. */
function rowsOf(report: Report, truths: Truth[], text: ReturnType<typeof useText>): Row[] {
  return report.measures
    .filter(({ primary }) => primary)
    .flatMap((measure) => {
      const puts = truths.map((truth) => putIn(measure, truth, report));
      const name = `${measure.title}, ${measure.unit}`;
      const { decimals } = measure;
      const { domain } = measure;
      const row = (
        key: string,
        put: number | undefined,
        measured: Estimate | undefined,
        visit: number,
        isChange = false,
      ) =>
        put === undefined || !measured
          ? []
          : [{ domain, name, key, visit, put, measured, decimals, isChange }];
      return [
        ...puts.flatMap((put, visit) => row(text.visit(visit), put, measure.visits[visit], visit)),
        ...measure.changes.flatMap(({ to, change }) => {
          const [before, after] = [puts[0], puts[to]];
          const put = before === undefined || after === undefined ? undefined : after - before;
          return row(text.report.truth.changeTo(text.visit(to)), put, change, to, true);
        }),
      ];
    });
}

/** Numbers put in come from one formula, so that no change is none to the last digit. */
const wayOf = (put: number): Way => (put > 0 ? "up" : put < 0 ? "down" : "none");

/** What was put in for a measure: the heart's at rest or over the visit, the brain's of the primary pair; none of what is not
 * simulated as a signal. */
function putIn(measure: Measure, truth: Truth, report: Report): number | undefined {
  if (measure.domain === "heart") {
    if (measure.id === "rsa_ln_ms2") return truth.heart.rsa_ln_ms2;
    const rest = truth.phases.find(({ kind }) => kind === "rest");
    return truth.heart_phases.find(({ phase }) => phase === rest?.name)?.rsa_ln_ms2;
  }
  if (measure.domain !== "brain") return undefined;
  const pair = report.provenance.settings.eeg.pairs[0];
  return truth.pairs.find(({ left, right }) => left === pair?.left && right === pair?.right)?.faa_ln;
}

function covered(put: number, { ci_low, ci_high }: Estimate, words: { yes: string; no: string }): string {
  if (ci_low === null || ci_high === null) return "–";
  return put >= ci_low && put <= ci_high ? words.yes : words.no;
}
