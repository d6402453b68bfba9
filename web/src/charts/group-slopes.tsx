// One measure in one group: every infant as a thin line over the visits, and the group's means with their 95 %
// intervals. The panels of both groups share one axis.

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import type { CellSummary, GroupReport, MeasureResult } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, tickFormat, YAxis } from "./frame";
import { Mark } from "./visits";

export const cellOf = ({ cells }: MeasureResult, group: string, visit: string): CellSummary | undefined =>
  cells.find((cell) => cell.group === group && cell.visit === visit);

export function GroupSlopes(props: { report: GroupReport; measure: MeasureResult; group: string }) {
  const text = useText();
  const words = text.group;
  const { report, measure, group } = props;
  const cells = report.visits.map((visit) => cellOf(measure, group, visit));
  const infants = report.infants.flatMap((infant, index) =>
    infant.group === group ? [measure.values[index] ?? []] : [],
  );
  const means = cells.flatMap((cell) =>
    cell && cell.mean !== null ? [words.meanAt(cell.visit, fixed(cell.mean, measure.decimals), cell.n)] : [],
  );
  const heightOf = (printing: boolean) => (printing ? 170 : 250);
  return (
    <Chart
      height={(_, printing) => heightOf(printing)}
      label={text.named(group, means.join(", ") || (cells[0]?.reason ?? ""))}
    >
      {({ width, printing }) => {
        const area: Area = { left: 46, right: width - 8, top: 10, bottom: heightOf(printing) - 40 };
        const y = verticalScale(measure).range([area.bottom, area.top]);
        const [low = 0, high = 0] = y.domain();
        const x = scalePoint<number>()
          .domain(report.visits.map((_, index) => index))
          .range([area.left, area.right])
          .padding(0.35);
        const at = (index: number) => x(index) ?? area.left;
        return (
          <>
            <YAxis scale={y} area={area} count={4} format={tickFormat(y)} />
            {low < 0 && high > 0 && <line x1={area.left} x2={area.right} y1={y(0)} y2={y(0)} class="zero" />}
            {infants.map((values, index) => (
              <InfantLine key={index} values={values} at={at} y={y} />
            ))}
            <polyline
              class="group-mean"
              points={cells
                .flatMap((cell, index) =>
                  cell && cell.mean !== null ? [`${at(index)},${y(cell.mean)}`] : [],
                )
                .join(" ")}
            />
            {cells.map((cell, index) => (
              <g key={index}>
                <MeanMark cell={cell} index={index} x={at(index)} y={y} />
                <text x={at(index)} y={area.bottom + 18} class="t mid ink">
                  {report.visits[index]}
                </text>
                <text x={at(index)} y={area.bottom + 33} class="t mid">
                  {words.nInfants(cell?.n ?? 0)}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
}

type Place = (value: number) => number;

function InfantLine({ values, at, y }: { values: (number | null)[]; at: Place; y: Place }) {
  const known = values.flatMap((value, index) => (value === null ? [] : [{ x: at(index), y: y(value) }]));
  const [first] = known;
  if (!first) return null;
  if (known.length === 1) return <circle cx={first.x} cy={first.y} r={1.8} class="group-infant-dot" />;
  return <polyline class="group-infant" points={known.map((point) => `${point.x},${point.y}`).join(" ")} />;
}

function MeanMark(props: { cell: CellSummary | undefined; index: number; x: number; y: Place }) {
  const { cell, index, x, y } = props;
  if (!cell || cell.mean === null) return null;
  const { ci_low, ci_high } = cell;
  return (
    <>
      {ci_low !== null && ci_high !== null && (
        <g class="whisker">
          <line x1={x} x2={x} y1={y(ci_low)} y2={y(ci_high)} />
          <line x1={x - 5} x2={x + 5} y1={y(ci_low)} y2={y(ci_low)} />
          <line x1={x - 5} x2={x + 5} y1={y(ci_high)} y2={y(ci_high)} />
        </g>
      )}
      <Mark visit={index} x={x} y={y(cell.mean)} size={5} />
    </>
  );
}

/** Holds every infant of both groups and the means' intervals. */
function verticalScale({ values, cells, decimals }: MeasureResult) {
  const bounds = [...values.flat(), ...cells.flatMap(({ ci_low, ci_high }) => [ci_low, ci_high])];
  const [low = 0, high = 1] = extent(bounds.filter((bound) => bound !== null));
  const room = Math.max((high - low) * 0.04, 10 ** -decimals);
  return scaleLinear()
    .domain([low - room, high + room])
    .nice(4);
}
