// Figures of the brain section that show each visit at a glance: the asymmetry with the side it leans to, and alpha
// power over the head.
import type { Estimate, Measure, Report, Visit } from "#report";
import { AsymmetryChart, type AsymmetryGroup, sideOf } from "../../charts/asymmetry";
import { Figure } from "../../charts/figure";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { cleanSites, Topography } from "../../charts/topography";
import { precise } from "../../format";
import { useText } from "../../text/text";
import { EstimateCell, MissingCell } from "./cells";
import { PanelTitle } from "./heart";
import { measuresOf } from "./measures";
import { VisitTable } from "./visit-table";

/** Every form of the primary pair, and of the others the form that the finding rests on. */
function groupsOf(report: Report): AsymmetryGroup[] {
  const measures = measuresOf(report, "brain").filter(({ id }) => id.startsWith("faa_"));
  const pair = measures.find(({ primary }) => primary)?.id.replace("faa_", "") ?? "";
  const shown = ({ id }: Measure) => id.endsWith(pair) || !/^faa_(relative|oscillatory)_/.test(id);
  return measures
    .filter((measure) => shown(measure) && measure.visits.some(({ value }) => value !== null))
    .map(({ title, visits }) => ({ title, visits }));
}

export function AsymmetryFigure({ report }: { report: Report }) {
  const words = useText().report.brain;
  const groups = groupsOf(report);
  if (groups.length === 0) return null;
  return (
    <Figure
      title={words.faa}
      unit={words.faaUnit}
      how={words.faaHow}
      table={() => <AsymmetryTable groups={groups} />}
    >
      <AsymmetryChart groups={groups} />
    </Figure>
  );
}

function AsymmetryTable({ groups }: { groups: AsymmetryGroup[] }) {
  const text = useText();
  const words = text.report.brain;
  const side = (estimate: Estimate) => {
    const found = sideOf(estimate);
    return found ? words.side[found] : text.report.noNumber;
  };
  return (
    <TableBox label={words.faa}>
      <table>
        <TableHead
          columns={[
            text.report.columns.measure,
            text.report.columns.visit,
            ...numeric(words.faaColumn),
            words.sideColumn,
          ]}
        />
        <tbody>
          {groups.flatMap(({ title, visits }) =>
            visits.map((estimate, index) => (
              <tr key={`${title} ${index}`}>
                <th scope="row">{title}</th>
                <td class="visit-name">{text.visit(index)}</td>
                <EstimateCell estimate={estimate} decimals={2} />
                <td>{side(estimate)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </TableBox>
  );
}

export function TopographyFigure({ visits }: { visits: Visit[] }) {
  const words = useText().report.brain;
  const shown = visits.flatMap((visit, index) => (visit.eeg.reason === "" ? [{ visit, index }] : []));
  if (shown.every(({ visit }) => cleanSites(visit).length === 0)) return null;
  return (
    <Figure
      title={words.topography}
      unit={words.topographyUnit}
      how={words.topographyHow}
      table={() => <TopographyTable visits={visits} />}
    >
      <div class="panels">
        {shown.map(({ visit, index }) => (
          <div key={index} class="panel">
            <PanelTitle index={index} />
            <Topography visit={visit} index={index} visits={visits} />
          </div>
        ))}
      </div>
    </Figure>
  );
}

function TopographyTable({ visits }: { visits: Visit[] }) {
  const text = useText();
  const perVisit = visits.map(
    (visit) => new Map(cleanSites(visit).map((channel) => [channel.site, channel])),
  );
  const sites = [...new Set(perVisit.flatMap((channels) => [...channels.keys()]))];
  return (
    <VisitTable
      label={text.report.brain.topography}
      first={text.report.brain.site}
      names={sites}
      visits={visits.length}
      cell={(line, index) => {
        const power = perVisit[index]?.get(sites[line] ?? "")?.alpha_uv2 ?? null;
        return power === null ? (
          <MissingCell key={index} reason="" />
        ) : (
          <td key={index} class="n">
            {precise(power, 3)}
          </td>
        );
      }}
    />
  );
}
