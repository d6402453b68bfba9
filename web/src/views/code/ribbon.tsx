// Codes along the video's clock: a lane a state, borders that can be dragged, and the moment that is seen. Each lane is one
// path, whatever its number of bars, and the moment moves alone: 2,000 codes cost little more than none.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Visit } from "#report";
import { type Area, Chart, XAxis } from "../../charts/frame";
import { Hatched, timeScale } from "../../charts/time";
import { type Book, type Code, nameOf, type PointEvent } from "../../code/book";
import { moveChange, type Span, type Stretch, spansOf, type Track } from "../../code/track";
import { timeAt } from "../../format";
import { useText } from "../../text/text";
import { bars, type Scale, within } from "./bars";
import { Beside, besideHeight } from "./beside";
import type { Player } from "./player";
import { useCodeName } from "./words";

const laneHeight = 17;
const phaseHeight = 22;
/** Of whose lanes they are, above them. */
const titleHeight = 17;
const eventHeight = 20;
const axisHeight = 24;
/** A pointer this near to a border holds it, in pixels. */
const reach = 7;

export interface RibbonPart {
  /** Whose lanes they are, where there are two coders'. */
  title: string;
  states: Track;
  events: PointEvent[];
}

interface RibbonProps {
  book: Book;
  parts: RibbonPart[];
  /** Where nothing is to be coded. */
  beyond: Stretch[];
  marks: Stretch[];
  player: Player;
  /** What was recorded meanwhile; null: nothing, or the clocks are not set to each other. */
  visit: Visit | null;
  from: number;
  to: number;
  leastS: number;
  onSeek: (at_s: number) => void;
  /** Null: borders stay where they are. */
  onStates: ((track: Track) => void) | null;
}

export function Ribbon(props: RibbonProps) {
  const text = useText();
  const { book, parts, marks } = props;
  const nameFor = useCodeName();
  const { titled, lanes, hasEvents, eventsTop, marksTop, height } = layoutOf(props);
  return (
    <Chart height={height} label={text.code.ribbon} role="group">
      {({ width, hatch }) => {
        const isNarrow = width < 560;
        const area = areaIn(width, height, isNarrow);
        const x = scaleOf(props, area);
        return (
          <>
            <Phases
              track={book.sheets.a.phases}
              codes={book.set.phases}
              x={x}
              area={area}
              nameFor={nameFor}
            />
            {parts.map((part, place) => (
              <Lanes
                key={part.title}
                part={part}
                codes={book.set.states}
                x={x}
                area={{ ...area, top: phaseHeight + place * lanes + titled }}
                window={props}
                label={(code) => (isNarrow ? code.key.toUpperCase() : nameFor(code))}
              />
            ))}
            <Hatched stretches={props.beyond.flatMap(within(props))} scale={x} area={area} hatch={hatch} />
            {hasEvents && (
              <Points parts={parts} codes={book.set.events} x={x} y={eventsTop + 13} window={props} />
            )}
            {marks.length > 0 && (
              <Differ marks={marks} x={x} area={{ ...area, top: marksTop }} window={props}>
                {isNarrow ? "≠" : text.code.differTitle}
              </Differ>
            )}
            {props.visit && (
              <Beside
                visit={props.visit}
                offset={book.offset_s ?? 0}
                x={x}
                area={{ ...area, top: area.bottom - besideHeight }}
                window={props}
              />
            )}
            <Clock x={x} area={area} from={props.from} to={props.to} width={width} />
            <Surface {...props} area={area} x={x} />
            <Playhead player={props.player} x={x} area={area} from={props.from} to={props.to} />
          </>
        );
      }}
    </Chart>
  );
}

const areaIn = (width: number, height: number, isNarrow: boolean): Area => ({
  left: isNarrow ? 34 : 150,
  right: width - 12,
  top: phaseHeight,
  bottom: height - axisHeight,
});

function Clock(props: { x: Scale; area: Area; from: number; to: number; width: number }) {
  const { x, area, from, to, width } = props;
  return (
    <XAxis
      scale={Object.assign(x, { ticks: () => ticksIn(from, to, width) })}
      area={area}
      format={(seconds) => timeAt(seconds, to - from < 5 ? 1 : 0)}
    />
  );
}

/** Where two coders differ; `children` names it. */
function Differ(props: {
  marks: Stretch[];
  x: Scale;
  area: Area;
  window: { from: number; to: number };
  children: string;
}) {
  const { marks, x, area, window } = props;
  return (
    <>
      <text x={area.left - 8} y={area.top + 14} class="t end">
        {props.children}
      </text>
      <path class="code-differ" d={bars(marks, x, area.top + 6, 9, window)} />
    </>
  );
}

/** How high the ribbon is, and where what stands under the lanes begins. */
function layoutOf({ book, parts, marks, visit }: RibbonProps) {
  const titled = parts.some(({ title }) => title !== "") ? titleHeight : 0;
  const lanes = titled + book.set.states.length * laneHeight + 6;
  const hasEvents = parts.some(({ events }) => events.length > 0);
  const eventsTop = phaseHeight + parts.length * lanes;
  const marksTop = eventsTop + (hasEvents ? eventHeight : 0);
  const besideTop = marksTop + (marks.length > 0 ? eventHeight : 0);
  const height = besideTop + (visit ? besideHeight : 0) + axisHeight;
  return { titled, lanes, hasEvents, eventsTop, marksTop, height };
}

function scaleOf({ from, to }: { from: number; to: number }, area: Area): Scale {
  const whole = timeScale(to - from, area);
  return (seconds) => whole(seconds - from);
}

function Phases(props: {
  track: Track;
  codes: Code[];
  x: Scale;
  area: Area;
  nameFor: (code: Pick<Code, "name">) => string;
}) {
  const { track, codes, x, area } = props;
  const end = area.right;
  return (
    <g>
      {spansOf(track).map((span) => {
        const left = Math.max(area.left, x(span.start_s));
        const right = Math.min(end, span.end_s === null ? end : x(span.end_s));
        if (right <= left) return null;
        const name = props.nameFor({ name: nameOf(codes, span.code) });
        return (
          <g key={span.index}>
            <rect x={left} y={1} width={right - left} height={phaseHeight - 5} class="code-phase" />
            {right - left > 6 * name.length + 10 && (
              <text x={left + 5} y={phaseHeight - 8} class="t ink">
                {name}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

function Lanes(props: {
  part: RibbonPart;
  codes: Code[];
  x: Scale;
  area: Area;
  window: { from: number; to: number };
  label: (code: Code) => string;
}) {
  const { part, codes, x, area, window } = props;
  const spans = spansOf(part.states).filter((span): span is Span & Stretch => span.end_s !== null);
  const last = part.states.at(-1);
  return (
    <g>
      {codes.map((code, lane) => {
        const y = area.top + lane * laneHeight;
        const own = spans.filter((span) => span.code === code.id);
        return (
          <g key={code.id}>
            <text x={area.left - 8} y={y + 13} class="t end">
              {props.label(code)}
            </text>
            <line x1={area.left} x2={area.right} y1={y + laneHeight} y2={y + laneHeight} class="rule" />
            <path class={`code-colour-${code.colour}`} d={bars(own, x, y + 3, laneHeight - 5, window)} />
            {last?.code === code.id && (
              <path
                class={`code-colour-${code.colour} code-not-ended`}
                d={bars([{ start_s: last.at_s, end_s: window.to }], x, y + 3, laneHeight - 5, window)}
              />
            )}
          </g>
        );
      })}
      {part.title !== "" && (
        <text x={area.left} y={area.top - 5} class="t ink">
          {part.title}
        </text>
      )}
    </g>
  );
}

function Points(props: {
  parts: RibbonPart[];
  codes: Code[];
  x: Scale;
  y: number;
  window: { from: number; to: number };
}) {
  const { x, y, window } = props;
  const seen = props.parts
    .flatMap(({ events }) => events)
    .filter(({ at_s }) => at_s >= window.from && at_s <= window.to);
  return (
    <path
      class="code-points"
      d={seen.map(({ at_s }) => `M${x(at_s).toFixed(1)} ${y - 9}l5 9h-10z`).join("")}
    />
  );
}

/** What is pointed at: a border to drag, or a moment to see. */
function Surface({
  area,
  x,
  parts,
  from,
  to,
  leastS,
  onSeek,
  onStates,
}: RibbonProps & { area: Area; x: Scale }) {
  const [drag, setDrag] = useState<{ index: number; base: Track; track: Track } | null>(null);
  const shown = parts[0]?.states ?? [];
  const secondsAt = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGRectElement).getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return from + part * (to - from);
  };
  const nearest = (at_s: number): number => {
    const far = shown.map((change) => Math.abs(x(change.at_s) - x(at_s)));
    const least = Math.min(...far.filter((pixels) => pixels <= reach));
    return far.indexOf(least);
  };
  const moved = drag ? drag.track[drag.index]?.at_s : undefined;
  return (
    <>
      {moved !== undefined && (
        <line x1={x(moved)} x2={x(moved)} y1={area.top} y2={area.bottom} class="code-drag" />
      )}
      <rect
        class="code-surface"
        x={area.left}
        y={0}
        width={area.right - area.left}
        height={area.bottom}
        onPointerDown={(event) => {
          const index = onStates ? nearest(secondsAt(event)) : -1;
          if (index < 0) return onSeek(secondsAt(event));
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ index, base: shown, track: shown });
        }}
        onPointerMove={(event) => {
          if (drag) setDrag({ ...drag, track: moveChange(drag.base, drag.index, secondsAt(event), leastS) });
        }}
        onPointerUp={() => {
          // What was coded by key meanwhile stays; the border then keeps its place.
          if (drag && drag.base === shown && drag.track !== shown) onStates?.(drag.track);
          setDrag(null);
        }}
        onPointerCancel={() => setDrag(null)}
      />
    </>
  );
}

/** The moment that is seen. It moves without anything being drawn anew. */
function Playhead(props: { player: Player; x: Scale; area: Area; from: number; to: number }) {
  const { player, x, area, from, to } = props;
  const line = useRef<SVGPathElement>(null);
  const place = (at_s: number) => {
    const isSeen = at_s >= from && at_s <= to;
    line.current?.setAttribute("d", isSeen ? `M${x(at_s).toFixed(1)} 0V${area.bottom}` : "");
  };
  useLayoutEffect(() => place(player.now()));
  useEffect(() => player.onTime(place));
  return <path ref={line} class="code-playhead" />;
}

const steps = [0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

function ticksIn(from: number, to: number, width: number): number[] {
  const most = Math.max(2, width / 90);
  const step = steps.find((seconds) => (to - from) / seconds <= most) ?? 7200;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step - 1e-9) * step; tick <= to + 1e-9; tick += step) ticks.push(tick);
  return ticks;
}
