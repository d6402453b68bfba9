// Asymmetry at each visit, one row a visit: its mark and 95 % interval on one axis through zero, and which side it
// leans to in words. Several ways of taking it stand in groups below each other on the same axis.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Estimate } from "#report";
import { fixed, interval, tellingDecimals } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, tickFormat, XAxis } from "./frame";
import { Mark } from "./visits";

export interface AsymmetryGroup {
  title: string;
  /** One a visit. */
  visits: Estimate[];
}

export type Side = "left" | "right" | "neither";

const rowHeight = 22;
const titleHeight = 22;
const top = 26;
const decimals = 2;

/** Which side an asymmetry leans to, beyond its own error; null where there is no interval to tell. */
export function sideOf({ ci_low, ci_high }: Estimate): Side | null {
  if (ci_low === null || ci_high === null) return null;
  if (ci_low > 0) return "left";
  return ci_high < 0 ? "right" : "neither";
}

export function AsymmetryChart({ groups }: { groups: AsymmetryGroup[] }) {
  const text = useText();
  const words = text.report.brain;
  const rows = groups.reduce((sum, { visits }) => sum + visits.length, 0);
  const height = top + groups.length * titleHeight + rows * rowHeight + 26;
  return (
    <Chart height={height} label={words.faaLabel}>
      {({ width }) => {
        // Words at the right where there is room for them; on a phone the table has them.
        const worded = width >= 600;
        const tight = width < 300;
        const area: Area = {
          left: 92,
          right: width - (worded ? 316 : 16),
          top,
          bottom: height - 24,
        };
        const x = scaleLinear().domain(range(groups)).range([area.left, area.right]).nice(4);
        let y = top;
        return (
          <>
            {/* Beside zero; with less room at the figure's edges, with less still one above the other. */}
            <text x={worded ? x(0) - 8 : 2} y={tight ? 8 : 13} class={worded ? "t end" : "t"}>
              ← {words.moreRight}
            </text>
            <text x={worded ? x(0) + 8 : width - 2} y={tight ? 20 : 13} class={worded ? "t" : "t end"}>
              {words.moreLeft} →
            </text>
            <line x1={x(0)} x2={x(0)} y1={top - 2} y2={area.bottom} class="zero" />
            {groups.map((group) => {
              const from = y;
              y += titleHeight + group.visits.length * rowHeight;
              return (
                <g key={group.title}>
                  <text x={2} y={from + 15} class="t ink">
                    {group.title}
                  </text>
                  {group.visits.map((estimate, index) => (
                    <Row
                      key={index}
                      estimate={estimate}
                      index={index}
                      y={from + titleHeight + (index + 0.5) * rowHeight}
                      x={x}
                      area={area}
                      worded={worded}
                    />
                  ))}
                </g>
              );
            })}
            <XAxis scale={x} area={area} count={4} format={tickFormat(x)} unit="ln" />
          </>
        );
      }}
    </Chart>
  );
}

function Row(props: {
  estimate: Estimate;
  index: number;
  y: number;
  x: (value: number) => number;
  area: Area;
  worded: boolean;
}) {
  const text = useText();
  const words = text.report.brain;
  const { estimate, index, y, x, area } = props;
  const { value, ci_low, ci_high } = estimate;
  const side = sideOf(estimate);
  // As the arrows above the axis say it.
  const leaning = { left: words.moreLeft, right: words.moreRight, neither: words.side.neither };
  const isBeyond = ci_low !== null && ci_high !== null && ci_low * ci_high > 0;
  const telling = tellingDecimals(isBeyond ? (ci_low > 0 ? ci_low : ci_high) : null, decimals);
  return (
    <g>
      <text x={area.left - 8} y={y + 4} class="t end">
        {text.visit(index)}
      </text>
      {value === null ? (
        <text x={area.left + 6} y={y + 4} class="t missing">
          {text.report.noNumber}
        </text>
      ) : (
        <>
          {ci_low !== null && ci_high !== null && (
            <g class="whisker">
              <line x1={x(ci_low)} x2={x(ci_high)} y1={y} y2={y} />
              <line x1={x(ci_low)} x2={x(ci_low)} y1={y - 4} y2={y + 4} />
              <line x1={x(ci_high)} x2={x(ci_high)} y1={y - 4} y2={y + 4} />
            </g>
          )}
          <Mark visit={index} x={x(value)} y={y} size={5} />
          {props.worded && (
            <text x={area.right + 14} y={y + 4} class="t ink">
              {fixed(value, telling)} {side && `(${interval(estimate, telling)}) ${leaning[side]}`}
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** Everything drawn, with zero in sight. */
function range(groups: AsymmetryGroup[]): [number, number] {
  const bounds = groups.flatMap(({ visits }) =>
    visits.flatMap(({ value, ci_low, ci_high }) =>
      [value, ci_low, ci_high].filter((bound): bound is number => bound !== null),
    ),
  );
  const [low = -0.1, high = 0.1] = extent([...bounds, 0]) as [number | undefined, number | undefined];
  const room = Math.max((high - low) * 0.05, 0.02);
  return [low - room, high + room];
}
