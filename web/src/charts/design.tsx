// What studies of several sizes could find: a line a question over the infants of a group, each mark with the error of having
// simulated only so many.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { DesignPoint, Estimate } from "#report";
import { fixed, plain } from "../format";
import { type Area, Chart, tickFormat, XAxis, YAxis } from "./frame";
import { InlineMark, Mark, visitStyle } from "./visits";

export interface DesignLine {
  name: string;
  of: (point: DesignPoint) => Estimate;
}

const height = 210;

/** `percent`: the values are shares. `foot`: what the infants are of. */
export function DesignChart(props: {
  points: DesignPoint[];
  lines: DesignLine[];
  percent: boolean;
  foot: string;
  label: string;
}) {
  const { lines, percent } = props;
  const points = [...props.points].sort((a, b) => a.treated - b.treated);
  const tops = points.flatMap((point) => lines.map(({ of }) => of(point).ci_high ?? of(point).value ?? 0));
  return (
    <>
      <Chart height={height} label={props.label}>
        {({ width }) => {
          const area: Area = { left: 44, right: width - 14, top: 10, bottom: height - 40 };
          const [first = 0, last = 1] = extent(points, ({ treated }) => treated) as [number?, number?];
          const x = scaleLinear()
            .domain(first === last ? [first - 1, last + 1] : [first, last])
            .range([area.left + 12, area.right - 12]);
          const y = scaleLinear()
            .domain([0, percent ? 1 : Math.max(0.1, ...tops)])
            .range([area.bottom, area.top]);
          const tick = tickFormat(y, 5);
          return (
            <>
              <YAxis
                scale={y}
                area={area}
                count={5}
                format={(value) => (percent ? `${plain(100 * value)}\u00a0%` : tick(value))}
              />
              <XAxis
                scale={x}
                area={area}
                ticks={points.map(({ treated }) => treated)}
                format={(value) => fixed(value, 0)}
              />
              <text x={(area.left + area.right) / 2} y={height - 6} class="t mid">
                {props.foot}
              </text>
              {lines.map((line, index) => (
                <Line key={line.name} points={points} line={line} place={index + 1} x={x} y={y} />
              ))}
            </>
          );
        }}
      </Chart>
      {lines.length > 1 && (
        <p class="key">
          {lines.map(({ name }, index) => (
            <span key={name}>
              <InlineMark visit={index + 1} /> {name}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Line(props: {
  points: DesignPoint[];
  line: DesignLine;
  place: number;
  x: (value: number) => number;
  y: (value: number) => number;
}) {
  const { line, place, x, y } = props;
  const { color, dash } = visitStyle(place);
  const known = props.points.flatMap((point) => {
    const { value, ci_low, ci_high } = line.of(point);
    return value === null
      ? []
      : [{ at: x(point.treated), value, low: ci_low ?? value, high: ci_high ?? value }];
  });
  return (
    <g>
      <polyline
        points={known.map(({ at, value }) => `${at},${y(value)}`).join(" ")}
        fill="none"
        stroke={color}
        stroke-width="2"
        stroke-dasharray={dash}
      />
      {known.map(({ at, value, low, high }) => (
        <g key={at}>
          <line x1={at} x2={at} y1={y(low)} y2={y(high)} stroke={color} stroke-width="1.5" />
          <Mark visit={place} x={at} y={y(value)} size={4.5} />
        </g>
      ))}
    </g>
  );
}
