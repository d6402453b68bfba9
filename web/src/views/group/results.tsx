// How the groups compare: in words first, then all measures on one page, then each measure with its evidence.
import type {
  CohortPlan,
  CohortResults,
  GroupReport,
  Multiverse,
  CohortPseudoDyads as PseudoDyads,
} from "#report";
import { useAppState } from "../../app/context";
import { EffectsChart } from "../../charts/effects";
import { Disclosure, Figure } from "../../charts/figure";
import { capital } from "../../charts/specification";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { interval, probability, signed } from "../../format";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { usePrintEdges } from "../report/print";
import { Steady } from "../steady";
import { MeasureSection } from "./measure";
import { MultiverseBlock } from "./multiverse";
import { nameOf } from "./name";
import { SaveStudy } from "./save";

export function GroupResults({ results, plan }: { results: CohortResults; plan: CohortPlan }) {
  const text = useText();
  const words = text.group;
  const { core } = useAppState();
  usePrintEdges(core.kind === "ready" ? core.version : "", "");
  const { group, group_error } = results;
  return (
    <article class="paper report study-results" aria-labelledby="group-results-title">
      <header class="report-head">
        <div>
          <h1 id="group-results-title">
            {group ? (
              <Steady text={words.results(group.treated_group, group.control_group, group.visits)} />
            ) : (
              words.resultsNone
            )}
          </h1>
          <p>
            {[
              words.subtitle(
                group?.infants.length ?? plan.infants.length,
                plan.visits.length,
                group?.pairs ?? 0,
              ),
              simulatedOf(results, words),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        <div class="row">
          <SaveStudy results={results} />
          <button type="button" class="button primary" onClick={() => window.print()}>
            {text.report.print}
          </button>
        </div>
      </header>
      {group ? (
        <Compared report={group} multiverses={results.multiverses} />
      ) : (
        group_error && (
          <>
            <p class="lead">{words.noComparison}</p>
            <FailureText failure={group_error} />
          </>
        )
      )}
      <Together pseudo={results.pseudo} />
    </article>
  );
}

/** Whether the core says of its own tables that the recordings are simulated. */
function simulatedOf({ tables }: CohortResults, words: { simulated: string; someSimulated: string }): string {
  const { simulated, usable } = JSON.parse(tables) as { simulated: number; usable: number };
  if (simulated === 0) return "";
  return simulated === usable ? words.simulated : words.someSimulated;
}

/** Mothers and infants of each visit against their pseudo-dyads; the phases, which are many, on demand. */
function Together({ pseudo: said }: { pseudo: PseudoDyads[] }) {
  const words = useText().group.pairs;
  const pseudo = useTold(said);
  if (pseudo.length === 0) return null;
  const [task, phases] = [true, false].map((whole) => pseudo.filter(({ phase }) => (phase === "") === whole));
  const list = (of: PseudoDyads[] = []) => (
    <ul class="reasons">
      {of.map(({ visit, phase, measure, sentence }) => (
        <li key={`${visit} ${phase} ${measure}`}>
          <Steady text={sentence} />
        </li>
      ))}
    </ul>
  );
  return (
    <section class="evidence exploratory" aria-labelledby="group-together">
      <h2 id="group-together">{words.title}</h2>
      <p class="note">{words.about}</p>
      {list(task)}
      {phases && phases.length > 0 && <Disclosure summary={words.phases}>{() => list(phases)}</Disclosure>}
    </section>
  );
}

function Compared({ report: said, multiverses }: { report: GroupReport; multiverses: Multiverse[] }) {
  const words = useText().group;
  const report = useTold(said);
  const primary = report.measures.filter((measure) => measure.primary);
  const others = report.measures.filter((measure) => !measure.primary);
  return (
    <>
      <InWords report={report} primary={primary} />
      {report.diagnostics.length > 0 && <Diagnostics list={report.diagnostics} />}
      <h3>{words.cautions}</h3>
      <ul class="cautions">
        {report.cautions.map((caution) => (
          <li key={caution}>{caution}</li>
        ))}
      </ul>
      <section class="evidence" aria-labelledby="group-overview">
        <h2 id="group-overview">{words.overview}</h2>
        <Overview report={report} label={words.overview} />
        {report.measures.some((one) => one.later_visits.some(({ d_ppc2 }) => d_ppc2.value !== null)) && (
          <Figure
            title={words.effects}
            unit={words.effectsUnit}
            how={words.effectsHow}
            table={() => <Overview report={report} label={words.effects} />}
          >
            <EffectsChart measures={[...primary, ...others]} />
          </Figure>
        )}
      </section>
      {primary.map((measure) => (
        <MeasureSection key={measure.measure} report={report} measure={measure}>
          {multiverses
            .filter((one) => one.measure === measure.measure)
            .map((one) => (
              <MultiverseBlock key={one.visit} said={one} report={report} measure={measure} />
            ))}
        </MeasureSection>
      ))}
      {others.length > 0 && (
        <section class="evidence exploratory" aria-labelledby="group-exploratory">
          <h2 id="group-exploratory">{words.exploratory}</h2>
          {others.map((measure) => (
            <Disclosure key={measure.measure} summary={nameOf(measure)}>
              {() => <MeasureSection report={report} measure={measure} />}
            </Disclosure>
          ))}
        </section>
      )}
    </>
  );
}

/** What was found, measure by measure. */
function InWords({ report, primary }: { report: GroupReport; primary: GroupReport["measures"] }) {
  const text = useText();
  const single = report.visits.length <= 2;
  // The group's own name stays as it is.
  const begun = (finding: string) =>
    finding.startsWith(`${report.treated_group} `) ? finding : capital(finding);
  return (
    <>
      <h2 class="unseen">{text.group.inWords}</h2>
      <dl class="findings">
        {primary.map(({ measure, title, later_visits }) => (
          <div key={measure}>
            <dt>{title}</dt>
            {later_visits.map(({ visit, finding, sentence }) => (
              <dd key={visit}>
                <strong>
                  <Steady text={single ? begun(finding) : text.named(visit, finding)} />.
                </strong>{" "}
                {/* Of what cannot be judged the sentence says no more than the finding. */}
                {!sentence.endsWith(`${finding}.`) && <Steady text={sentence} />}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}

/** A line for each measure and later visit. */
function Overview({ report, label }: { report: GroupReport; label: string }) {
  const text = useText();
  const words = text.group;
  const later = report.visits.slice(1);
  const ordered = [...report.measures].sort((a, b) => Number(b.primary) - Number(a.primary));
  const reasons = ordered.flatMap(({ later_visits }) =>
    later_visits.map(({ interaction }) => interaction.reason),
  );
  /** Where nothing can be judged the same reason holds for every line: the first of them says it. */
  const reasonAt = (line: number) => (reasons[line] === reasons[line - 1] ? "" : reasons[line]);
  return (
    <TableBox label={text.report.tableOf(label)}>
      <table class="overview">
        <TableHead
          columns={[
            words.measureName,
            ...(later.length > 1 ? [words.laterVisit] : []),
            ...numeric(words.changeDifference, words.p, words.pHolm, words.effectsUnit),
          ]}
        />
        <tbody>
          {ordered.flatMap((measure, at) =>
            measure.later_visits.map((result, index) => (
              <tr key={`${measure.measure} ${result.visit}`} class={measure.primary ? "primary" : undefined}>
                <th scope="row">
                  {nameOf(measure)}
                  {measure.primary && <small>{words.primary}</small>}
                </th>
                {later.length > 1 && <td>{result.visit}</td>}
                <td class={`n${result.interaction.value === null ? " missing" : ""}`}>
                  {result.interaction.value === null
                    ? text.report.noNumber
                    : signed(result.interaction.value, measure.decimals)}
                  <small>
                    {interval(result.interaction, measure.decimals) || reasonAt(at * later.length + index)}
                  </small>
                </td>
                <td class="n">{result.interaction_p !== null && bare(result.interaction_p)}</td>
                <td class="n">{index === 0 && measure.p_holm !== null && bare(measure.p_holm)}</td>
                <td class="n">
                  {result.d_ppc2.value !== null && signed(result.d_ppc2.value, 2)}
                  <small>{interval(result.d_ppc2, 2)}</small>
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

const bare = (p: number): string => probability(p).replace(/^= /, "");
