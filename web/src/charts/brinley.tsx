// A modified Brinley plot: each comparison infant's first value against its later one, and this infant among
// them. The band along the diagonal holds the changes that are not reliable.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Change, Measure } from "#report";
import { useText } from "../text/text";
import { type Area, Chart, tickFormat, XAxis, YAxis } from "./frame";
import { Mark } from "./visits";

/** Comparison infants with a value at both visits of the change. */
export function pairsOf(measure: Measure, change: Change): [number, number][] {
  return measure.comparison_infants.flatMap(({ values }): [number, number][] => {
    const [before = null, after = null] = [values[change.from], values[change.to]];
    return before === null || after === null ? [] : [[before, after]];
  });
}

/** The range of an axis that holds these values, with some room. */
function around(values: number[], measure: Measure): [number, number] {
  const [low = 0, high = 1] = extent(values) as [number | undefined, number | undefined];
  const room = (high - low) * 0.06 || 1;
  // A share of time is never below nothing.
  const floor = measure.domain === "still_face" && low >= 0 ? 0 : low - room;
  return [floor, high + room];
}

export function Brinley({ measure, change }: { measure: Measure; change: Change }) {
  const text = useText();
  const words = text.report.comparison;
  const pairs = pairsOf(measure, change);
  const before = measure.visits[change.from]?.value ?? null;
  const after = measure.visits[change.to]?.value ?? null;
  return (
    <Chart height={(width) => Math.min(width, 330)} label={words.brinleyLabel(measure.title)}>
      {({ width, hatch }) => {
        const side = Math.min(width, 330);
        const count = width < 200 ? 2 : 4;
        const area: Area = { left: 48, right: Math.min(width, 360) - 12, top: 10, bottom: side - 40 };
        const all = [...pairs.flat(), ...[before, after].filter((value) => value !== null)];
        const x = scaleLinear().domain(around(all, measure)).nice(4).range([area.left, area.right]);
        const y = scaleLinear().domain(x.domain()).range([area.bottom, area.top]);
        const [from = 0, to = 1] = x.domain();
        const { band_low, band_high } = change.reliable;
        const clip = `clip-${measure.id}-${change.to}`;
        return (
          <>
            <Clip id={clip} area={area} />
            <YAxis scale={y} area={area} count={count} format={tickFormat(y, count)} />
            <XAxis scale={x} area={area} count={count} format={tickFormat(x, count)} />
            <g clip-path={`url(#${clip})`}>
              {band_low !== null && band_high !== null && (
                <polygon
                  fill={hatch}
                  class="reliable-band"
                  points={`${x(from)},${y(from + band_high)} ${x(to)},${y(to + band_high)} ${x(to)},${y(to + band_low)} ${x(from)},${y(from + band_low)}`}
                />
              )}
              <line x1={x(from)} y1={y(from)} x2={x(to)} y2={y(to)} class="diagonal" />
              {pairs.map(([first, second], infant) => (
                <circle key={infant} cx={x(first)} cy={y(second)} r={2.6} class="comparison-dot" />
              ))}
            </g>
            {before !== null && after !== null && (
              <>
                <circle cx={x(before)} cy={y(after)} r={9} class="ring" />
                <Mark visit={change.to} x={x(before)} y={y(after)} size={4.5} />
              </>
            )}
            <text x={(area.left + area.right) / 2} y={area.bottom + 32} class="t mid">
              {text.visit(change.from)}
            </text>
            <text transform={`translate(12 ${(area.top + area.bottom) / 2}) rotate(-90)`} class="t mid">
              {text.visit(change.to)}
            </text>
          </>
        );
      }}
    </Chart>
  );
}

function Clip({ id, area }: { id: string; area: Area }) {
  return (
    <clipPath id={id}>
      <rect x={area.left} y={area.top} width={area.right - area.left} height={area.bottom - area.top} />
    </clipPath>
  );
}
