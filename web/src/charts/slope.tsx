// One measure over the visits, small: a mark and a 95 % interval each, joined by a line, over the comparison infants' mean ± 1 SD.
// Of two visits the values stand outside and the names back to back, so that no language prints one over the other; of more
// the key tells the marks apart. A visit without a number keeps its place, with a dash.
import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import type { Measure } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { Chart } from "./frame";
import { Mark } from "./visits";

const height = 82;
/** From a mark to its value, and what a digit of a value takes at most. */
const valueGap = 15;
const digitWidth = 8;
const percentMore = 8;
/** In place of a value; the sentence beside the figure says why there is none. */
const none = "–";

/** What stands after each value of a measure. */
export const unitAfter = ({ unit }: Measure): string => (unit.startsWith("%") ? "\u00a0%" : "");

export function VisitsChart({ measure }: { measure: Measure }) {
  const text = useText();
  const { visits, decimals } = measure;
  const isPair = visits.length === 2;
  const valueAt = (index: number) => {
    const value = visits[index]?.value ?? null;
    return value === null ? null : fixed(value, decimals) + unitAfter(measure);
  };
  const label = visits
    .map((_, index) => `${text.visit(index)} ${valueAt(index) ?? text.report.noNumber}`)
    .join(", ");
  // Of two visits the names stand at the foot, of more the values above their intervals.
  const y = verticalScale(measure, isPair ? [height - 24, 14] : [height - 10, 22]);
  const longest = Math.max(...visits.map((_, index) => (valueAt(index) ?? none).length));
  const room = valueGap + longest * digitWidth + (unitAfter(measure) ? percentMore : 0);
  return (
    <Chart height={height} label={`${measure.title}, ${measure.unit}: ${label}`}>
      {({ width }) => {
        // However long a value is, the earlier visit stands at the left of the later.
        const side = isPair ? Math.min(Math.max(width * 0.34, room), width / 2 - 8) : 24;
        const x = scalePoint<number>()
          .domain(visits.map((_, index) => index))
          .range([side, width - side]);
        const at = (index: number) => x(index) ?? side;
        const known = visits.flatMap(({ value }, index) => (value === null ? [] : [[at(index), y(value)]]));
        return (
          <>
            {measure.places.map((place, index) => (
              <Comparison key={index} place={place} x={at(index)} y={y} />
            ))}
            <polyline class="slope" points={known.join(" ")} />
            {visits.map((visit, index) => (
              <g key={index}>
                <Point measure={measure} index={index} x={at(index)} y={y} />
                <ValueText
                  {...(isPair
                    ? { x: at(index) + (index ? valueGap : -valueGap), side: index ? "" : "end" }
                    : { x: at(index), side: "mid" })}
                  y={
                    isPair
                      ? y(visit.value ?? y.domain()[0] ?? 0) + 4
                      : y(visit.ci_high ?? visit.value ?? y.domain()[0] ?? 0) - 9
                  }
                  words={valueAt(index) ?? none}
                />
                {isPair && (
                  <text x={width / 2 + (index ? 5 : -5)} y={height - 6} class={`t ${index ? "" : "end"}`}>
                    {text.visitShort(index)}
                  </text>
                )}
              </g>
            ))}
          </>
        );
      }}
    </Chart>
  );
}

/** The comparison infants' mean ± 1 SD. */
function Comparison(props: { place: Measure["places"][number]; x: number; y: (value: number) => number }) {
  const { x, y } = props;
  const { mean, sd } = props.place;
  if (mean === null || sd === null) return null;
  return (
    <g transform={`translate(${x})`}>
      <rect
        class="comparison-band"
        x="-11"
        width="22"
        y={y(mean + sd)}
        height={y(mean - sd) - y(mean + sd)}
        rx="3"
      />
      <line class="comparison-mean" x1="-11" x2="11" y1={y(mean)} y2={y(mean)} />
    </g>
  );
}

function ValueText({ x, y, side, words }: { x: number; y: number; side: string; words: string }) {
  return (
    <text x={x} y={y} class={`t value ${side}`}>
      {words}
    </text>
  );
}

function Point(props: { measure: Measure; index: number; x: number; y: (value: number) => number }) {
  const { measure, index, x, y } = props;
  const { value = null, ci_low = null, ci_high = null } = measure.visits[index] ?? {};
  if (value === null) return null;
  return (
    <>
      {ci_low !== null && ci_high !== null && (
        <path
          class="whisker"
          d={`M${x} ${y(ci_low)}V${y(ci_high)}M${x - 5} ${y(ci_low)}h10M${x - 5} ${y(ci_high)}h10`}
        />
      )}
      <Mark visit={index} x={x} y={y(value)} size={4.5} />
    </>
  );
}

function verticalScale(measure: Measure, range: [number, number]) {
  const bounds = measure.visits.flatMap(({ value, ci_low, ci_high }) => [value, ci_low, ci_high]);
  for (const { mean, sd } of measure.places)
    if (mean !== null && sd !== null) bounds.push(mean - sd, mean + sd);
  const [low = 0, high = 1] = extent(bounds.filter((bound) => bound !== null));
  // A change inside its intervals must not look like a cliff.
  const room = Math.max((high - low) * 0.1, 10 ** -measure.decimals * 2);
  return scaleLinear()
    .domain([low - room, high + room])
    .range(range);
}
