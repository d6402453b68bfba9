// Effect sizes of every measure on one axis: a mark and a 95 % interval for each later visit.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { LaterVisit, MeasureResult } from "#report";
import { interval, signed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, tickFormat, XAxis } from "./frame";
import { Mark } from "./visits";

const rowHeight = 22;
const titleHeight = 20;
const top = 6;

export function EffectsChart({ measures }: { measures: MeasureResult[] }) {
  const words = useText().group;
  const rows = measures.reduce((sum, { later_visits }) => sum + later_visits.length, 0);
  // With one later visit a measure is one line, its title in place of the visit's name.
  const titles = 14 + 6.4 * Math.max(...measures.map(({ title }) => title.length));
  const inOne = (width: number) => rows === measures.length && titles + 360 < width;
  const heightOf = (width: number) =>
    top + (inOne(width) ? 0 : measures.length * titleHeight) + rows * rowHeight + 28;
  return (
    <Chart height={heightOf} label={words.effectsLabel}>
      {({ width }) => {
        const worded = width >= 520;
        const one = inOne(width);
        const area: Area = {
          left: one ? titles : 92,
          right: width - (worded ? 150 : 16),
          top,
          bottom: heightOf(width) - 24,
        };
        const x = scaleLinear().domain(range(measures)).range([area.left, area.right]).nice(4);
        let y = top;
        return (
          <>
            <line x1={x(0)} x2={x(0)} y1={top} y2={area.bottom} class="zero" />
            {measures.map(({ measure, title, later_visits }) => {
              const from = y;
              const titled = one ? 0 : titleHeight;
              y += titled + later_visits.length * rowHeight;
              return (
                <g key={measure}>
                  <text x={2} y={from + 15} class="t ink">
                    {title}
                  </text>
                  {later_visits.map((later, index) => (
                    <Effect
                      key={later.visit}
                      later={later}
                      visit={index + 1}
                      y={from + titled + (index + 0.5) * rowHeight}
                      x={x}
                      area={area}
                      worded={worded}
                      named={!one}
                    />
                  ))}
                </g>
              );
            })}
            <XAxis scale={x} area={area} count={5} format={tickFormat(x, 5)} />
          </>
        );
      }}
    </Chart>
  );
}

function Effect(props: {
  later: LaterVisit;
  visit: number;
  y: number;
  x: (value: number) => number;
  area: Area;
  worded: boolean;
  named: boolean;
}) {
  const text = useText();
  const { later, visit, y, x, area, worded } = props;
  const { value, ci_low, ci_high } = later.d_ppc2;
  const [low, high] = [ci_low ?? value, ci_high ?? value];
  return (
    <g>
      {props.named && (
        <text x={area.left - 8} y={y + 4} class="t end">
          {later.visit}
        </text>
      )}
      {value === null || low === null || high === null ? (
        <text x={area.left + 6} y={y + 4} class="t missing">
          {text.report.noNumber}
        </text>
      ) : (
        <>
          <g class="whisker">
            <line x1={x(low)} x2={x(high)} y1={y} y2={y} />
            <line x1={x(low)} x2={x(low)} y1={y - 4} y2={y + 4} />
            <line x1={x(high)} x2={x(high)} y1={y - 4} y2={y + 4} />
          </g>
          <Mark visit={visit} x={x(value)} y={y} size={5} />
          {worded && (
            <text x={area.right + 14} y={y + 4} class="t ink">
              {signed(value, 2)} ({interval(later.d_ppc2, 2)})
            </text>
          )}
        </>
      )}
    </g>
  );
}

/** Everything drawn, with zero in sight. */
function range(measures: MeasureResult[]): [number, number] {
  const bounds = measures.flatMap(({ later_visits }) =>
    later_visits.flatMap(({ d_ppc2: { value, ci_low, ci_high } }) => [value, ci_low, ci_high]),
  );
  const [low = -0.5, high = 0.5] = extent([0, ...bounds.filter((bound) => bound !== null)]);
  return [low - 0.1, high + 0.1];
}
