// One measure over the visits: a mark and a 95 % interval each, joined by a line. A visit without a number keeps
// its place and says so.

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import type { Measure } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, YAxis } from "./frame";
import { Mark } from "./visits";

const heightOf = (printing: boolean) => (printing ? 100 : 178);

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
    <Chart height={(_, printing) => heightOf(printing)} label={label}>
      {({ width, hatch, printing }) => {
        const height = heightOf(printing);
        const hasBand = measure.changes.some(({ reliable }) => reliable.band_low !== null);
        const area: Area = { left: 42, right: width - 12, top: 12, bottom: height - 26 };
        const y = verticalScale(measure, area);
        const x = scalePoint<number>()
          .domain(visits.map((_, index) => index))
          // Room for a value beside its mark, also on a narrow chart, and for the band before it.
          .range([area.left, area.right - (hasBand ? 17 : 0)])
          .padding(width < 260 ? 0.95 : 0.55);
        const at = (index: number) => x(index) ?? area.left;
        const known = visits.flatMap((visit, index) =>
          visit.value === null ? [] : [{ index, value: visit.value }],
        );
        return (
          <>
            <YAxis scale={y} area={area} count={4} format={(tick) => fixed(tick, axisDecimals(y))} />
            <ComparisonBand measure={measure} at={at} y={y} />
            <ReliableBands measure={measure} at={at} y={y} hatch={hatch} />
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
                  <VisitPoint measure={measure} index={index} x={at(index)} y={y} hasBand={hasBand} />
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

type Place = (index: number) => number;

/** The comparison infants' mean ± 1 SD at each visit, and each of them as a thin line behind it. */
function ComparisonBand({ measure, at, y }: { measure: Measure; at: Place; y: Place }) {
  const known = measure.places.flatMap(({ mean, sd }, index) =>
    mean === null || sd === null ? [] : [{ x: at(index), mean, sd }],
  );
  const [first] = known;
  if (!first) return null;
  const edge = (side: number) => known.map(({ x, mean, sd }) => `${x},${y(mean + side * sd)}`);
  return (
    <g>
      {measure.comparison_infants.map(({ values }, infant) => (
        <polyline
          key={infant}
          class="comparison-infant"
          points={values
            .flatMap((value, index) => (value === null ? [] : [`${at(index)},${y(value)}`]))
            .join(" ")}
        />
      ))}
      {known.length === 1 ? (
        <rect
          class="comparison-band"
          x={first.x - 14}
          width={28}
          y={y(first.mean + first.sd)}
          height={y(first.mean - first.sd) - y(first.mean + first.sd)}
        />
      ) : (
        <polygon class="comparison-band" points={[...edge(1), ...edge(-1).reverse()].join(" ")} />
      )}
      <polyline class="comparison-mean" points={known.map(({ x, mean }) => `${x},${y(mean)}`).join(" ")} />
    </g>
  );
}

/** Where a later value would lie if the change were not reliable. */
function ReliableBands(props: { measure: Measure; at: Place; y: Place; hatch: string }) {
  const { measure, at, y, hatch } = props;
  return (
    <g>
      {measure.changes.map(({ from, to, reliable }) => {
        const start = measure.visits[from]?.value ?? null;
        const { band_low, band_high } = reliable;
        if (start === null || band_low === null || band_high === null) return null;
        const top = y(start + band_high);
        return (
          <g key={to}>
            <rect
              x={at(to) + 14}
              width={9}
              y={top}
              height={y(start + band_low) - top}
              fill={hatch}
              class="reliable-band"
            />
          </g>
        );
      })}
    </g>
  );
}

function VisitPoint(props: { measure: Measure; index: number; x: number; y: Place; hasBand: boolean }) {
  const { measure, index, x, y, hasBand } = props;
  const visit = measure.visits[index];
  if (!visit || visit.value === null) return null;
  const { ci_low, ci_high } = visit;
  // The value stands where no joining line runs: outside at the ends, above in between.
  const place =
    index === 0
      ? { x: x - 11, y: y(visit.value) + 4, class: "t value end" }
      : index === measure.visits.length - 1
        ? {
            x: x + (hasBand ? 28 : 11),
            y: y(visit.value) + 4,
            class: "t value",
          }
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
  for (const { mean, sd } of measure.places) {
    if (mean !== null && sd !== null) bounds.push(mean - sd, mean + sd);
  }
  for (const { from, reliable } of measure.changes) {
    const start = measure.visits[from]?.value ?? null;
    for (const bound of [reliable.band_low, reliable.band_high]) {
      if (start !== null && bound !== null) bounds.push(start + bound);
    }
  }
  // An asymmetry is read against zero, so zero is in sight.
  if (measure.domain === "brain") bounds.push(0);
  const [low = 0, high = 1] = extent(bounds) as [number | undefined, number | undefined];
  // A change inside its intervals must not look like a cliff.
  const room = Math.max((high - low) * 0.12, 10 ** -measure.decimals * 2);
  // A share of time is never below nothing nor above all of it.
  const isShare = measure.domain === "still_face" && measure.primary;
  const floor = isShare ? Math.max(0, low - room) : low - room;
  const ceiling = isShare ? Math.min(1, high + room) : high + room;
  return scaleLinear().domain([floor, ceiling]).nice(4).range([area.bottom, area.top]).clamp(isShare);
}

function axisDecimals(scale: { ticks(count?: number): number[] }): number {
  const [a = 0, b = 1] = scale.ticks(4);
  return Math.max(0, -Math.floor(Math.log10(Math.abs(b - a)) + 1e-9));
}
