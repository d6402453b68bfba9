// The ground of every chart: an SVG as wide as its place, drawn in real pixels so that its text keeps its size.
// For paper it is drawn anew, as wide as its column there (--print-width, style/print.css); the drawing also carries
// a viewBox, so that it fits a column that is a little wider or narrower.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { fixed } from "../format";

const firstWidth = 460;

export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What a chart draws with: its width and the id of its hatch pattern (`url(#…)`). */
interface Ground {
  width: number;
  hatch: string;
  printing: boolean;
}

export function Chart(props: {
  height: number | ((width: number, printing: boolean) => number);
  label: string;
  /** "group" where parts of it can be worked with; else the drawing is one picture. */
  role?: "img" | "group";
  children: (ground: Ground) => ComponentChildren;
}) {
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<number | null>(null);
  const printed = usePrintWidth(box);
  const width = printed ?? shown ?? firstWidth;
  const printing = printed !== null;
  const hatch = useId();
  // Measured before it is seen, and before anything is drawn in it. A later change is followed in the frame after: answered
  // at once, it might move what was measured, which browsers call an error.
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => {
      const { width: measured } = element.getBoundingClientRect();
      setShown((before) => (measured > 0 ? Math.round(measured) : (before ?? firstWidth)));
    };
    measure();
    let turn = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(turn);
      turn = requestAnimationFrame(measure);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      cancelAnimationFrame(turn);
    };
  }, []);
  const height = typeof props.height === "number" ? props.height : props.height(width, printing);
  return (
    <div class="chart" ref={box}>
      <svg viewBox={`0 0 ${width} ${height}`} role={props.role ?? "img"} aria-label={props.label}>
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line x1="0" y1="0" x2="0" y2="5" class="hatch-line" />
          </pattern>
        </defs>
        {(shown !== null || printing) && props.children({ width, hatch: `url(#${hatch})`, printing })}
      </svg>
    </div>
  );
}

/** The width of a chart's column on paper while the page is being printed, else null. */
function usePrintWidth(box: { current: HTMLElement | null }): number | null {
  const [width, setWidth] = useState<number | null>(null);
  useEffect(() => {
    const before = () => {
      const wanted = box.current && getComputedStyle(box.current).getPropertyValue("--print-width");
      setWidth(wanted ? Number(wanted) : null);
    };
    const after = () => setWidth(null);
    window.addEventListener("beforeprint", before);
    window.addEventListener("afterprint", after);
    return () => {
      window.removeEventListener("beforeprint", before);
      window.removeEventListener("afterprint", after);
    };
  }, [box]);
  return width;
}

interface Scale {
  (value: number): number;
  ticks(count?: number): number[];
}

/** Ticks with as many decimals as tell them apart. */
export function tickFormat(scale: Scale, count = 4): (value: number) => string {
  const [first = 0, second = first + 1] = scale.ticks(count);
  const decimals = Math.max(0, Math.ceil(-Math.log10(second - first) - 1e-9));
  return (value) => fixed(value, decimals);
}

/** Horizontal rules with their values at the left. */
export function YAxis(props: {
  scale: Scale;
  area: Area;
  ticks?: number[];
  count?: number;
  format: (value: number) => string;
}) {
  const { scale, area } = props;
  return (
    <g>
      {(props.ticks ?? scale.ticks(props.count ?? 4)).map((tick) => (
        <g key={tick}>
          <line x1={area.left} x2={area.right} y1={scale(tick)} y2={scale(tick)} class="rule" />
          <text x={area.left - 7} y={scale(tick) + 3.5} class="t end">
            {props.format(tick)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Values along the foot; the last one carries the unit. */
export function XAxis(props: {
  scale: Scale;
  area: Area;
  ticks?: number[];
  count?: number;
  format: (value: number) => string;
  unit?: string;
}) {
  const { scale, area } = props;
  const ticks = props.ticks ?? scale.ticks(props.count ?? 6);
  return (
    <g>
      <line x1={area.left} x2={area.right} y1={area.bottom} y2={area.bottom} class="axis" />
      {ticks.map((tick, index) => (
        <g key={tick}>
          <line x1={scale(tick)} x2={scale(tick)} y1={area.bottom} y2={area.bottom + 4} class="axis" />
          <text x={scale(tick)} y={area.bottom + 16} class="t mid">
            {props.format(tick)}
            {index === ticks.length - 1 && props.unit && ` ${props.unit}`}
          </text>
        </g>
      ))}
    </g>
  );
}
