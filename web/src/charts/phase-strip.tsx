// One recording as a strip: where it runs, where it pauses, and which phase is when.
import type { Visit } from "#report";
import { useText } from "../text/text";
import { type Area, Chart, XAxis } from "./frame";
import { minutes, minuteTicks, shortened, timeScale } from "./time";

const height = 64;

/** End of the recording on its own clock, gaps included. */
export function endOf(visit: Visit): number {
  const ends = [...visit.file.segments, ...visit.phases].map((stretch) => stretch.end_s);
  return Math.max(visit.file.duration_s, ...ends);
}

export function PhaseStrip({ visit }: { visit: Visit }) {
  const text = useText();
  const endS = endOf(visit);
  const gaps = visit.file.segments.slice(1).map((segment, index) => ({
    start_s: visit.file.segments[index]?.end_s ?? 0,
    end_s: segment.start_s,
  }));
  return (
    <Chart height={height} label={text.check.stripLabel}>
      {({ width, hatch }) => {
        const area: Area = { left: 8, right: width - 18, top: 6, bottom: height - 24 };
        const x = timeScale(endS, area);
        const rowHeight = area.bottom - area.top - 4;
        return (
          <>
            <rect x={x(0)} width={x(endS) - x(0)} y={area.top} height={rowHeight} class="strip" />
            {visit.phases.map((phase) => (
              <g key={`${phase.name} ${phase.start_s}`}>
                <rect
                  x={x(phase.start_s) + 0.5}
                  width={Math.max(1, x(phase.end_s) - x(phase.start_s) - 1)}
                  y={area.top}
                  height={rowHeight}
                  class="strip-phase"
                />
                <text x={x(phase.start_s) + 7} y={area.top + rowHeight / 2 + 4} class="t ink">
                  {shortened(phase.name, x(phase.end_s) - x(phase.start_s) - 12)}
                </text>
              </g>
            ))}
            {gaps.map((gap) => (
              <g key={gap.start_s}>
                <rect
                  x={x(gap.start_s)}
                  width={Math.max(2, x(gap.end_s) - x(gap.start_s))}
                  y={area.top}
                  height={rowHeight}
                  class="strip-gap"
                />
                <rect
                  x={x(gap.start_s)}
                  width={Math.max(2, x(gap.end_s) - x(gap.start_s))}
                  y={area.top}
                  height={rowHeight}
                  fill={hatch}
                />
              </g>
            ))}
            <XAxis
              scale={x}
              area={area}
              ticks={minuteTicks(endS, width)}
              format={minutes}
              unit={text.report.minutes}
            />
          </>
        );
      }}
    </Chart>
  );
}
