// The change of one measure: on top this infant's own with the interval of its recordings, its mark telling how strongly it
// may be spoken of; below, never in one lane with it, the box of limits that a change must pass to stand out, and each
// comparison infant's change as a dot. What each side of zero means stands in words. What could be missed is the box.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Change, Measure, Statement } from "#report";
import { signed } from "../format";
import type { Text } from "../text/en";
import { useText } from "../text/text";
import { StrengthShape } from "../views/report/strength";
import { pairsOf } from "./brinley";
import { Chart } from "./frame";

const box = { top: 26, bottom: 52 };
const dotRows = [0, 2, -2, 1, -1];
/** How wide a letter is at most, of a value and of other words. */
const letter = { value: 8, other: 6.7, small: 6 };

/** Whether there are limits of comparison infants to draw; those of published points are in words alone. */
export const hasLimits = ({ reliable }: Change): boolean =>
  reliable.band_low !== null && reliable.band_high !== null && reliable.points === null;

export function ChangeChart(props: { measure: Measure; change: Change; strength: Statement["strength"] }) {
  const text = useText();
  const { measure, change, strength } = props;
  const { value, ci_low, ci_high } = change.change;
  const { band_low, band_high, studies_effect } = change.reliable;
  if (value === null) return null;
  const isBoxed = hasLimits(change) && band_low !== null && band_high !== null;
  const dots = isBoxed ? pairsOf(measure, change).map(([before, after]) => after - before) : [];
  const ends = isBoxed ? [band_low, band_high, studies_effect] : [];
  const [low = 0, high = 1] = extent([0, value, ci_low, ci_high, ...ends, ...dots].filter((x) => x !== null));
  const words = signed(value, measure.decimals);
  const directions = directionsOf(measure, text);
  // Where the two would touch, the second stands below the first.
  const below = (width: number) => (directions.join("").length * letter.small + 10 > width ? 13 : 0);
  const height = isBoxed ? 84 : 50;
  return (
    <Chart height={(width) => height + below(width)} label={`${text.report.scoreTerms.change}: ${words}`}>
      {({ width }) => {
        const room = words.length * letter.value;
        const placed = (end: number) => {
          const x = scaleLinear().domain([low, high]).range([14, end]);
          const right = Math.max(x(value) + 9, ci_high === null ? 0 : x(ci_high)) + 7;
          const left = Math.min(x(value) - 9, ci_low === null ? width : x(ci_low)) - 7;
          return { x, right, left, fits: right + room < width };
        };
        const whole = placed(width - 14);
        // An interval from edge to edge leaves its number no room on either side, and makes some.
        const isTight = !whole.fits && whole.left < room;
        const { x, right, left, fits } = isTight ? placed(width - 14 - room) : whole;
        return (
          <>
            <line class="zero" x1={x(0)} x2={x(0)} y1="2" y2={height - 26} />
            {isBoxed && (
              <>
                <Box low={x(band_low)} high={x(band_high)} dots={dots.map(x)} />
                {studies_effect !== null && <path class="study" d={triangle(x(studies_effect))} />}
                <Limits
                  low={[x(band_low), signed(band_low, measure.decimals)]}
                  high={[x(band_high), signed(band_high, measure.decimals)]}
                  zero={x(0)}
                  width={width}
                />
              </>
            )}
            {ci_low !== null && ci_high !== null && (
              <path class="own" d={`M${x(ci_low)} 12H${x(ci_high)}M${x(ci_low)} 8v8M${x(ci_high)} 8v8`} />
            )}
            <g class="strength" transform={`translate(${x(value) - 8} 4)`}>
              <StrengthShape strength={strength} />
            </g>
            <text x={fits ? right : left} y="16" class={`t value ${fits ? "" : "end"}`}>
              {words}
            </text>
            <text x="0" y={height - 4} class="t">
              {directions[0]}
            </text>
            <text x={width} y={height - 4 + below(width)} class="t end">
              {directions[1]}
            </text>
          </>
        );
      }}
    </Chart>
  );
}

const triangle = (x: number) => `M${x} 43.5l5 8h-10Z`;

/** The box of limits, with the changes of the comparison infants in it. */
function Box({ low, high, dots }: { low: number; high: number; dots: number[] }) {
  return (
    <>
      <rect class="limits" x={low} width={high - low} y={box.top} height={box.bottom - box.top} rx="3" />
      {dots.map((dot, index) => (
        <circle
          key={index}
          class="comparison-dot"
          cx={dot}
          cy={39 + 4.2 * (dotRows[index % dotRows.length] ?? 0)}
          r="2"
        />
      ))}
    </>
  );
}

type Label = [x: number, words: string];

/** The limits under their ends of the box, and zero where there is room between. */
function Limits(props: { low: Label; high: Label; zero: number; width: number }) {
  const { low, high, zero, width } = props;
  const half = ([, words]: Label) => (words.length * letter.other) / 2;
  const apart = Math.max(0, half(low) + half(high) + 8 - (high[0] - low[0])) / 2;
  const place = (label: Label, x: number) => Math.min(width - half(label), Math.max(half(label), x));
  const shown: Label[] = [
    [place(low, low[0] - apart), low[1]],
    [place(high, high[0] + apart), high[1]],
  ];
  if (shown.every(([x]) => Math.abs(x - zero) > 30)) shown.push([zero, "0"]);
  return (
    <>
      {shown.map(([x, words]) => (
        <text key={words} x={x} y="65" class="t mid">
          {words}
        </text>
      ))}
    </>
  );
}

/** What lower and higher mean, at the two ends. */
function directionsOf({ domain, up_means }: Measure, { report: { brain, curve } }: Text): [string, string] {
  const [lower, higher] =
    domain === "brain" ? [brain.moreRight, brain.moreLeft] : [curve.lower, up_means || curve.higher];
  return [`← ${lower}`, `${higher} →`];
}
