// The groups' question under every other choice: the sentence, the figure, the same as a table, and what could not be formed.
import type { GroupReport, MeasureResult, Multiverse } from "#report";
import { Figure } from "../../charts/figure";
import { capital, isBeyond, SpecificationChart, SpecificationKey } from "../../charts/specification";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { interval, probability, signed } from "../../format";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import { Steady } from "../steady";
import { nameOf } from "./name";

interface Shown {
  report: GroupReport;
  measure: MeasureResult;
}

export function MultiverseBlock({ said, report, measure }: Shown & { said: Multiverse }) {
  const text = useText();
  const words = text.group.multiverse;
  const multiverse = useTold(said);
  const { treated_group: treated, visits } = report;
  return (
    <div class="block specifications">
      <h3>
        {words.title}
        {visits.length > 2 && <small> {text.group.against(multiverse.visit, visits[0] ?? "")}</small>}
      </h3>
      <p>
        <strong>{multiverse.headline}</strong> <Steady text={multiverse.sentence} />
      </p>
      {multiverse.analyses.length > 0 && (
        <Figure
          title={`${text.group.rows.interaction}, ${measure.title}`}
          unit={measure.unit}
          how={words.how}
          table={() => <MultiverseTable multiverse={multiverse} report={report} measure={measure} />}
        >
          <SpecificationChart
            curve={multiverse}
            ends={[words.more(treated), words.less(treated)]}
            label={words.label(multiverse.analyses.length)}
          />
          <SpecificationKey words={words} />
        </Figure>
      )}
      {multiverse.not_formed.map(({ analyses, what, reason }, index) => (
        <p key={index} class="note">
          {text.report.curve.notFormed(analyses, what)} {reason}
        </p>
      ))}
    </div>
  );
}

function MultiverseTable({ multiverse, report, measure }: Shown & { multiverse: Multiverse }) {
  const text = useText();
  const words = text.group;
  const heads = [
    report.treated_group,
    report.control_group,
    words.changeDifference,
    words.p,
    words.effectsUnit,
  ];
  return (
    <TableBox label={`${words.multiverse.title} ${nameOf(measure)}`}>
      <table>
        <TableHead columns={[...multiverse.choices.map(({ name }) => capital(name)), ...numeric(...heads)]} />
        <tbody>
          {multiverse.analyses.map((analysis, row) => (
            <tr key={row} class={analysis.own ? "own" : undefined}>
              {multiverse.choices.map((choice, c) => (
                <td key={choice.id}>{choice.options[analysis.options[c] ?? 0]}</td>
              ))}
              <td class="n">{analysis.treated}</td>
              <td class="n">{analysis.control}</td>
              <td class="n">
                {signed(analysis.change.value ?? 0, measure.decimals)}
                <small>{interval(analysis.change, measure.decimals)}</small>
              </td>
              <td class="n">
                {analysis.p !== null && probability(analysis.p).replace(/^= /, "")}
                {isBeyond(analysis) && <small>{words.multiverse.beyond}</small>}
                {analysis.own && <small>{words.multiverse.own}</small>}
              </td>
              <td class="n">{analysis.d_ppc2.value !== null && signed(analysis.d_ppc2.value, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
