// Coded behaviour along time: a row a state, a bar where the infant was in it, phases between upright lines.
import type { StillFace } from "#report";
import { useText } from "../text/text";
import { type Area, Chart } from "./frame";
import { MinuteAxis, PhaseRules, shortened, timeScale, widthOf } from "./time";
import { visitStyle } from "./visits";

const rowHeight = 17;
const topRoom = 20;

export function endOfCoding({ runs, phases }: StillFace): number {
  return Math.max(0, ...runs.map(({ end_s }) => end_s), ...phases.map(({ phase }) => phase.end_s));
}

export function Ribbon(props: { stillFace: StillFace; index: number; endS: number }) {
  const text = useText();
  const { stillFace, index, endS } = props;
  const rows = rowsOf(stillFace);
  const nameOf = (state: string) => text.report.stillFace.stateNames[state] ?? state;
  const height = topRoom + rows.length * rowHeight + 26;
  return (
    <Chart height={height} label={text.report.stillFace.ribbonLabel(text.visit(index))}>
      {({ width, printing }) => {
        const names = Math.max(...rows.map((state) => widthOf(nameOf(state)))) + 10;
        const left = Math.min(Math.max(118, names), width / 2);
        const area: Area = { left, right: width - 16, top: topRoom, bottom: height - 24 };
        const x = timeScale(endS, area);
        return (
          <>
            <PhaseRules
              phases={stillFace.phases.map(({ phase }) => phase)}
              scale={x}
              area={area}
              printing={printing}
            />
            {rows.map((state, row) => {
              const y = area.top + row * rowHeight;
              return (
                <g key={state}>
                  <text x={area.left - 8} y={y + rowHeight / 2 + 4} class="t end">
                    {shortened(nameOf(state), left - 8, printing)}
                  </text>
                  <line x1={area.left} x2={area.right} y1={y + rowHeight} y2={y + rowHeight} class="rule" />
                  {stillFace.runs
                    .filter((run) => run.state === state)
                    .map((run) => (
                      <rect
                        key={run.start_s}
                        x={x(run.start_s)}
                        width={Math.max(1, x(run.end_s) - x(run.start_s))}
                        y={y + 3}
                        height={rowHeight - 6}
                        fill={visitStyle(index).color}
                        class={stillFace.states.includes(state) ? undefined : "unscored"}
                      />
                    ))}
                </g>
              );
            })}
            <MinuteAxis scale={x} area={area} width={width} />
          </>
        );
      }}
    </Chart>
  );
}

/** The states in their order, then what does not count. */
function rowsOf({ states, runs }: StillFace): string[] {
  return [...states, ...new Set(runs.map(({ state }) => state).filter((state) => !states.includes(state)))];
}
