// Each interval between beats against the one before it, on one square scale for all visits. Pairs are formed as
// RMSSD forms its differences: not across a gap, and not where editing changed a beat.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Visit } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, XAxis, YAxis } from "./frame";
import { visitStyle } from "./visits";

const margin = { left: 42, right: 18, top: 14, bottom: 40 };
const largestSide = 260;

export function Poincare(props: { visit: Visit; index: number; visits: Visit[] }) {
  const { visit, index, visits } = props;
  const text = useText();
  const words = text.report.heart;
  const side = (width: number) => Math.min(largestSide, width - margin.left - margin.right);
  const { color, filled } = visitStyle(index);
  return (
    <Chart
      height={(width) => side(width) + margin.top + margin.bottom}
      label={words.poincareLabel(text.visit(index))}
    >
      {({ width }) => {
        const area: Area = {
          left: margin.left,
          right: margin.left + side(width),
          top: margin.top,
          bottom: margin.top + side(width),
        };
        const all = visits.flatMap((other) => extent(other.heart.tachogram.nn_ms) as number[]);
        const [low = 0, high = 1] = extent(all) as [number | undefined, number | undefined];
        const x = scaleLinear().domain([low, high]).nice(4).range([area.left, area.right]);
        const y = scaleLinear().domain(x.domain()).range([area.bottom, area.top]);
        const [first = 0, last = 1] = x.domain();
        return (
          <>
            <YAxis scale={y} area={area} count={4} format={(tick) => fixed(tick, 0)} />
            <line x1={x(first)} y1={y(first)} x2={x(last)} y2={y(last)} class="identity" />
            {pairs(visit).map(([before, after], i) => (
              <circle
                key={i}
                cx={x(before)}
                cy={y(after)}
                r="1.8"
                fill={filled ? color : "none"}
                stroke={color}
                class="pair"
              />
            ))}
            <XAxis scale={x} area={area} count={4} format={(tick) => fixed(tick, 0)} />
            <text x={(area.left + area.right) / 2} y={area.bottom + 33} class="t mid">
              {words.poincareAxis}
            </text>
          </>
        );
      }}
    </Chart>
  );
}

function pairs({ heart }: Visit): [number, number][] {
  const { nn_ms, edited, gap_before } = heart.tachogram;
  return nn_ms.flatMap((after, i): [number, number][] => {
    const before = nn_ms[i - 1];
    return before === undefined || gap_before[i] || edited[i] || edited[i - 1] ? [] : [[before, after]];
  });
}
