// What the charts along a recording share: minutes along the foot, phases as named stretches, hatching over
// what was left out.

import { scaleLinear } from "d3-scale";
import type { Phase } from "#report";
import { plain } from "../format";
import { useText } from "../text/text";
import { type Area, XAxis } from "./frame";

const minuteSteps = [0.5, 1, 2, 5, 10, 15, 30, 60];

export function timeScale(endS: number, area: Area) {
  return scaleLinear().domain([0, endS]).range([area.left, area.right]);
}

/** Ticks at whole minutes (or half ones), as many as there is room for. */
function minuteTicks(endS: number, width: number): number[] {
  const fitting = Math.max(2, width / 60);
  const step = minuteSteps.find((minutes) => endS / 60 / minutes <= fitting) ?? 120;
  const ticks: number[] = [];
  for (let tick = 0; tick <= endS; tick += step * 60) ticks.push(tick);
  return ticks;
}

const minutes = (seconds: number): string => plain(Math.round(seconds / 6) / 10);

/** Minutes along the foot of a chart that is so wide. */
export function MinuteAxis(props: {
  scale: ReturnType<typeof timeScale>;
  area: Area;
  width: number;
  /** What the last of them carries; else the report's. */
  unit?: string;
}) {
  const { scale, area, width } = props;
  const { minutes: usual } = useText().report;
  const [from = 0, to = 0] = scale.domain();
  const ticks = minuteTicks(to, width).filter((tick) => tick >= from);
  return <XAxis scale={scale} area={area} ticks={ticks} format={minutes} unit={props.unit ?? usual} />;
}

/** Names of the phases above the area and thin rules between them. */
export function PhaseRules(props: {
  phases: Phase[];
  scale: (seconds: number) => number;
  area: Area;
  printing: boolean;
}) {
  const { phases, scale, area } = props;
  return (
    <g>
      {phases.map((phase) => {
        const from = scale(phase.start_s);
        const to = scale(phase.end_s);
        return (
          <g key={`${phase.name} ${phase.start_s}`}>
            <line x1={from} x2={from} y1={area.top - 14} y2={area.bottom} class="phase-rule" />
            <line x1={to} x2={to} y1={area.top - 14} y2={area.bottom} class="phase-rule" />
            <text x={from + 5} y={area.top - 5} class="t" data-phase={phase.name}>
              {shortened(phase.name, to - from - 8, props.printing)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Stretches that were left out. */
export function Hatched(props: {
  stretches: { start_s: number; end_s: number }[];
  scale: (seconds: number) => number;
  area: Area;
  hatch: string;
}) {
  return (
    <g>
      {props.stretches.map((stretch) => (
        <rect
          key={stretch.start_s}
          x={props.scale(stretch.start_s)}
          width={Math.max(1, props.scale(stretch.end_s) - props.scale(stretch.start_s))}
          y={props.area.top}
          height={props.area.bottom - props.area.top}
          fill={props.hatch}
        />
      ))}
    </g>
  );
}

let pen: CanvasRenderingContext2D | null = null;

/** Sizes of small text, as the style sheets set them (.t): on screen and on paper. */
const [screenPx, paperPx] = [11, 9.8];

/** How wide small text is on screen, in pixels. */
export function widthOf(words: string): number {
  if (!pen) {
    pen = document.createElement("canvas").getContext("2d");
    if (!pen) return 6 * words.length;
    pen.font = `${screenPx}px ${getComputedStyle(document.body).fontFamily}`;
  }
  return pen.measureText(words).width;
}

/** As much of a name as fits in so many pixels of small text; on paper that is smaller. */
export function shortened(name: string, pixels: number, printing = false): string {
  const room = printing ? (pixels * screenPx) / paperPx : pixels;
  if (widthOf(name) <= room) return name;
  let letters = name.length - 1;
  while (letters > 1 && widthOf(`${name.slice(0, letters)}…`) > room) letters--;
  return letters < 2 ? "" : `${name.slice(0, letters)}…`;
}
