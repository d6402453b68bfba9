// Every second of the primary pair: one row for the windows that were used and one for each reason why others
// were not.
import type { Visit } from "#report";
import { useText } from "../text/text";
import { type Area, Chart } from "./frame";
import { MinuteAxis, PhaseRules, timeScale } from "./time";
import { visitStyle } from "./visits";

const rowHeight = 15;

export function WindowTimeline(props: { visit: Visit; index: number; endS: number; reasons: string[] }) {
  const { visit, index, endS, reasons } = props;
  const text = useText();
  const top = 22;
  const height = top + rowHeight * reasons.length + 24;
  return (
    <Chart height={height} label={text.report.brain.windowsLabel(text.visit(index))}>
      {({ width, printing }) => {
        const area: Area = { left: 86, right: width - 18, top, bottom: height - 22 };
        const x = timeScale(endS, area);
        return (
          <>
            {reasons.map((reason, row) => {
              const y = top + row * rowHeight;
              return (
                <g key={reason}>
                  <text x={area.left - 8} y={y + 11} class="t end">
                    {text.report.rejection[reason] ?? reason}
                  </text>
                  <line x1={area.left} x2={area.right} y1={y + rowHeight} y2={y + rowHeight} class="rule" />
                </g>
              );
            })}
            {visit.eeg.timeline.map((run) => {
              const row = reasons.indexOf(run.reason);
              return (
                <rect
                  key={run.start_s}
                  x={x(run.start_s)}
                  width={Math.max(0.75, x(run.end_s) - x(run.start_s))}
                  y={top + row * rowHeight + 3}
                  height={rowHeight - 5}
                  fill={run.reason === "none" ? visitStyle(index).color : undefined}
                  class={run.reason === "none" ? undefined : "plain"}
                />
              );
            })}
            <PhaseRules phases={visit.phases} scale={x} area={area} printing={printing} />
            <MinuteAxis scale={x} area={area} width={width - 86} />
          </>
        );
      }}
    </Chart>
  );
}

/** Reasons that occur at any visit, "used" first, in the core's order. */
export function reasonsIn(visits: Visit[]): string[] {
  const order = ["none", "gap", "clipping", "flat", "amplitude", "step", "muscle", "manual", "marked"];
  const present = new Set(visits.flatMap((visit) => visit.eeg.timeline.map((run): string => run.reason)));
  present.add("none");
  return order.filter((reason) => present.has(reason));
}
