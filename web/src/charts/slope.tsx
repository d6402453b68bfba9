// One measure over the visits: a mark and a 95 % interval each, joined by a line. A visit without a number keeps
// its place and says so.

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import type { Measure } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, YAxis } from "./frame";
import { Mark } from "./visits";

const height = 178;

export function SlopeChart({ measure }: { measure: Measure }) {
  const text = useText();
  const { visits, decimals } = measure;
  const name = (index: number) => text.visit(index);
  const label = `${measure.title}, ${measure.unit}: ${visits
    .map(
      (visit, index) =>
        `${name(index)} ${visit.value === null ? text.report.noNumber : fixed(visit.value, decimals)}`,
    )
    .join(", ")}`;
  return (
    <Chart height={height} label={label}>
      {({ width }) => {
        const area: Area = { left: 42, right: width - 12, top: 12, bottom: height - 26 };
        const y = verticalScale(measure, area);
        const x = scalePoint<number>()
          .domain(visits.map((_, index) => index))
          .range([area.left, area.right])
          .padding(0.55);
        const at = (index: number) => x(index) ?? area.left;
        const known = visits.flatMap((visit, index) =>
          visit.value === null ? [] : [{ index, value: visit.value }],
        );
        return (
          <>
            <YAxis scale={y} area={area} count={4} format={(tick) => fixed(tick, axisDecimals(y))} />
            {measure.domain === "brain" && (
              <line x1={area.left} x2={area.right} y1={y(0)} y2={y(0)} class="zero" />
            )}
            {known.slice(1).map(({ index, value }, i) => {
              const before = known[i];
              return (
                before && (
                  <line
                    key={index}
                    x1={at(before.index)}
                    y1={y(before.value)}
                    x2={at(index)}
                    y2={y(value)}
                    class="slope"
                  />
                )
              );
            })}
            {visits.map((visit, index) => (
              <g key={index}>
                {visit.value === null ? (
                  <text x={at(index)} y={(area.top + area.bottom) / 2} class="t mid missing">
                    {text.report.noNumber}
                  </text>
                ) : (
                  <VisitPoint measure={measure} index={index} x={at(index)} y={y} />
                )}
                <text x={at(index)} y={height - 8} class="t mid">
                  {name(index)}
                </text>
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
}

function VisitPoint(props: { measure: Measure; index: number; x: number; y: (value: number) => number }) {
  const { measure, index, x, y } = props;
  const visit = measure.visits[index];
  if (!visit || visit.value === null) return null;
  const { ci_low, ci_high } = visit;
  // The value stands where no joining line runs: outside at the ends, above in between.
  const place =
    index === 0
      ? { x: x - 11, y: y(visit.value) + 4, class: "t value end" }
      : index === measure.visits.length - 1
        ? { x: x + 11, y: y(visit.value) + 4, class: "t value" }
        : { x, y: y(ci_high ?? visit.value) - 8, class: "t value mid" };
  return (
    <>
      {ci_low !== null && ci_high !== null && (
        <g class="whisker">
          <line x1={x} x2={x} y1={y(ci_low)} y2={y(ci_high)} />
          <line x1={x - 4} x2={x + 4} y1={y(ci_low)} y2={y(ci_low)} />
          <line x1={x - 4} x2={x + 4} y1={y(ci_high)} y2={y(ci_high)} />
        </g>
      )}
      <Mark visit={index} x={x} y={y(visit.value)} />
      <text {...place}>{fixed(visit.value, measure.decimals)}</text>
    </>
  );
}

function verticalScale(measure: Measure, area: Area) {
  const bounds = measure.visits.flatMap((visit) =>
    [visit.value, visit.ci_low, visit.ci_high].filter((bound): bound is number => bound !== null),
  );
  // An asymmetry is read against zero, so zero is in sight.
  if (measure.domain === "brain") bounds.push(0);
  const [low = 0, high = 1] = extent(bounds) as [number | undefined, number | undefined];
  // Intervals fill two thirds of the height; a change inside them must not look like a cliff.
  const room = Math.max((high - low) * 0.3, 10 ** -measure.decimals * 2);
  return scaleLinear()
    .domain([low - room, high + room])
    .nice(4)
    .range([area.bottom, area.top]);
}

function axisDecimals(scale: { ticks(count?: number): number[] }): number {
  const [a = 0, b = 1] = scale.ticks(4);
  return Math.max(0, -Math.floor(Math.log10(Math.abs(b - a)) + 1e-9));
}
