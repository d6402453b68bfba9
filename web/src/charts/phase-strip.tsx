// One recording as a strip: where it runs, where it pauses, and which phase is when.
import { useState } from "preact/hooks";
import type { Visit } from "#report";
import { clock } from "../format";
import { useText } from "../text/text";
import { type Area, Chart } from "./frame";
import { MinuteAxis, shortened, timeScale } from "./time";

const height = 64;

/** End of the recording on its own clock, gaps included. */
export function endOf(visit: Visit): number {
  const ends = [...visit.file.segments, ...visit.phases].map((stretch) => stretch.end_s);
  return Math.max(visit.file.duration_s, ...ends);
}

type Border = "start_s" | "end_s";

/** `onMove` hears where a border is dragged or stepped to, in whole seconds; without it the strip only shows. */
export function PhaseStrip(props: {
  visit: Visit;
  onMove?: (phase: number, border: Border, seconds: number) => void;
}) {
  const { visit, onMove } = props;
  const text = useText();
  const endS = endOf(visit);
  return (
    <Chart height={height} label={text.check.stripLabel} role={onMove ? "group" : "img"}>
      {({ width, hatch }) => {
        const area: Area = { left: 8, right: width - 18, top: 6, bottom: height - 24 };
        const x = timeScale(endS, area);
        const rowHeight = area.bottom - area.top - 4;
        return (
          <>
            <rect x={x(0)} width={x(endS) - x(0)} y={area.top} height={rowHeight} class="strip" />
            {visit.phases.map((phase) => (
              <PhaseBox key={`${phase.name} ${phase.start_s}`} {...{ phase, x, area, rowHeight }} />
            ))}
            {gapsOf(visit).map((gap) => (
              <GapBox key={gap.start_s} {...{ gap, x, area, rowHeight, hatch }} />
            ))}
            {onMove &&
              visit.phases.flatMap((phase, index) =>
                (["start_s", "end_s"] as const).map((border) => (
                  <Handle
                    key={`${index} ${border}`}
                    label={text.check.border[border](phase.name)}
                    seconds={phase[border]}
                    endS={endS}
                    x={x(phase[border]) + (border === "start_s" ? 3 : -3)}
                    area={area}
                    secondsAt={(pixels) => x.invert(pixels)}
                    move={(seconds) => onMove(index, border, seconds)}
                  />
                )),
              )}
            <MinuteAxis scale={x} area={area} width={width} />
          </>
        );
      }}
    </Chart>
  );
}

/** Where the recording pauses. */
function gapsOf({ file: { segments } }: Visit) {
  return segments
    .slice(1)
    .map((segment, index) => ({ start_s: segments[index]?.end_s ?? 0, end_s: segment.start_s }));
}

function GapBox(props: {
  gap: { start_s: number; end_s: number };
  x: (seconds: number) => number;
  area: Area;
  rowHeight: number;
  hatch: string;
}) {
  const { gap, x, area, rowHeight, hatch } = props;
  const place = { x: x(gap.start_s), y: area.top, height: rowHeight };
  const width = Math.max(2, x(gap.end_s) - x(gap.start_s));
  return (
    <g>
      <rect {...place} width={width} class="strip-gap" />
      <rect {...place} width={width} fill={hatch} />
    </g>
  );
}

function PhaseBox(props: {
  phase: Visit["phases"][number];
  x: (seconds: number) => number;
  area: Area;
  rowHeight: number;
}) {
  const { phase, x, area, rowHeight } = props;
  const width = x(phase.end_s) - x(phase.start_s);
  return (
    <g>
      <rect
        x={x(phase.start_s) + 0.5}
        width={Math.max(1, width - 1)}
        y={area.top}
        height={rowHeight}
        class="strip-phase"
      />
      <text x={x(phase.start_s) + 7} y={area.top + rowHeight / 2 + 4} class="t ink">
        {shortened(phase.name, width - 12)}
      </text>
    </g>
  );
}

/** A phase's border: dragged by pointer, stepped by arrow keys (with Shift ten seconds). */
function Handle(props: {
  label: string;
  seconds: number;
  endS: number;
  x: number;
  area: Area;
  secondsAt: (pixels: number) => number;
  move: (seconds: number) => void;
}) {
  const { seconds, endS, x, area } = props;
  const [dragged, setDragged] = useState<number | null>(null);
  const at = dragged ?? x;
  const inSvg = (event: PointerEvent) => {
    const svg = (event.currentTarget as SVGElement).ownerSVGElement;
    const box = svg?.getBoundingClientRect();
    return svg && box ? ((event.clientX - box.left) * svg.viewBox.baseVal.width) / box.width : at;
  };
  return (
    <g
      class="border-handle"
      role="slider"
      tabindex={0}
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={Math.round(endS)}
      aria-valuenow={Math.round(seconds)}
      aria-valuetext={clock(seconds)}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragged(inSvg(event));
      }}
      onPointerMove={(event) => dragged !== null && setDragged(inSvg(event))}
      onPointerUp={(event) => {
        if (dragged !== null) props.move(Math.round(props.secondsAt(inSvg(event))));
        setDragged(null);
      }}
      onPointerCancel={() => setDragged(null)}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (!step) return;
        event.preventDefault();
        props.move(Math.round(seconds) + step * (event.shiftKey ? 10 : 1));
      }}
    >
      <rect x={at - 8} width={16} y={area.top} height={area.bottom - area.top - 4} class="grip-area" />
      <rect x={at - 1.5} width={3} y={area.top + 8} height={area.bottom - area.top - 20} class="grip" />
    </g>
  );
}
