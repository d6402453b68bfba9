// The plot itself: two canvases, one over the other, and the strip of the whole recording below them.
import { useEffect, useRef } from "preact/hooks";
import type { Phase } from "#report";
import { useText } from "../../text/text";
import { pressed } from "./keys";
import { axisHeight, beatRow, type CanvasWords, type Frame, MarkLayer } from "./marks";
import type { SignalsModel } from "./model";
import { Palette } from "./palette";
import { PointerInput } from "./pointer";
import { StripLayer, stripHeight, stripInput } from "./strip";
import { TraceLayer } from "./traces";

/** CSS pixels that the page keeps for what stands around the plot, and the least height of the traces. */
const aroundPlot = 372;
const leastRoom = 260;
const narrow = 560;

export function Plot(props: { model: SignalsModel; phases: Phase[]; label: string; onHelp: () => void }) {
  const { model } = props;
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const traces = useRef<HTMLCanvasElement>(null);
  const marks = useRef<HTMLCanvasElement>(null);
  const strip = useRef<HTMLCanvasElement>(null);
  const phases = useRef(props.phases);
  phases.current = props.phases;

  useEffect(() => {
    const [element, below, above, whole] = [box.current, traces.current, marks.current, strip.current];
    if (!element || !below || !above || !whole) return;
    return mount(
      model,
      element,
      below,
      above,
      whole,
      text.signals.canvas,
      text.report.rejection,
      () => phases.current,
    );
  }, [model, text]);
  useEffect(() => model.paint(), [model, props.phases]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "?" && !event.ctrlKey && !event.metaKey) props.onHelp();
    else if (!pressed(event, model)) return;
    event.preventDefault();
  };
  return (
    <div class="signal-frame">
      <div
        ref={box}
        class="signal-plot"
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application is operated by keys
        tabIndex={0}
        aria-label={props.label}
        aria-describedby="signals-hint"
        onKeyDown={onKeyDown}
      >
        <canvas ref={traces} />
        <canvas ref={marks} />
      </div>
      <canvas ref={strip} class="signal-strip" />
    </div>
  );
}

/** Draws on the canvases whenever something has changed, once a frame at most. */
function mount(
  model: SignalsModel,
  box: HTMLElement,
  below: HTMLCanvasElement,
  above: HTMLCanvasElement,
  whole: HTMLCanvasElement,
  words: CanvasWords,
  reasons: Record<string, string>,
  phases: () => readonly Phase[],
): () => void {
  const palette = new Palette(box);
  const traceLayer = new TraceLayer(model, palette);
  const markLayer = new MarkLayer(model, palette, words, reasons, phases);
  const stripLayer = new StripLayer(model, palette, phases);
  const contexts = [below, above, whole].map((canvas) => canvas.getContext("2d"));
  const [onTraces, onMarks, onStrip] = contexts;
  if (!onTraces || !onMarks || !onStrip) return () => undefined;
  let frame: Frame = { left: 0, right: 1, top: 0, bottom: 1, width: 1, height: 1 };
  let asked = 0;
  let tracesToo = true;

  const ask = (withTraces: boolean) => {
    tracesToo ||= withTraces;
    asked ||= requestAnimationFrame(draw);
  };
  const measure = () => {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.floor(box.clientWidth);
    const slim = width < narrow;
    const top = markLayer.bandHeight;
    const height = top + model.lanesHeight + axisHeight;
    frame = {
      left: slim ? 42 : 64,
      right: width - (slim ? 14 : 46),
      top,
      bottom: top + model.lanesHeight,
      width,
      height,
    };
    const plotWidth = Math.max(1, frame.right - frame.left);
    fit(below, plotWidth, Math.max(1, model.lanesHeight), ratio);
    below.style.left = `${frame.left}px`;
    below.style.top = `${frame.top}px`;
    fit(above, width, height, ratio);
    fit(whole, width, stripHeight, ratio);
    box.style.height = `${height}px`;
    return ratio;
  };
  /** Tells scripts outside what is in sight and where, once it has settled. */
  let told: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const { startS, spanS } = model.now.window;
    const lane = model.lanes.find(({ kind }) => kind === "heart" || kind === "beats");
    const beats = frame.top + (lane?.top ?? 0) + beatRow;
    Object.assign(box.dataset, { start: startS, span: spanS, left: frame.left, right: frame.right, beats });
    if (model.marked.value.marks && model.whole) box.dataset.ready = "";
  };
  const draw = () => {
    asked = 0;
    clearTimeout(told);
    told = setTimeout(tell, 50);
    const ratio = measure();
    if (tracesToo && model.lanesHeight > 0) traceLayer.draw(onTraces, below.width, below.height, ratio);
    markLayer.draw(onMarks, frame, ratio);
    stripLayer.draw(onStrip, frame, ratio);
    tracesToo = false;
  };

  const layOut = () => {
    palette.read();
    model.layOut(Math.max(leastRoom, window.innerHeight - aroundPlot), box.clientWidth);
    ask(true);
  };
  const resized = new ResizeObserver(layOut);
  resized.observe(box);
  const dark = matchMedia("(prefers-color-scheme: dark)");
  dark.addEventListener("change", layOut);
  const themed = new MutationObserver(layOut);
  themed.observe(document.documentElement, { attributes: true });
  window.addEventListener("resize", layOut);
  const unpaint = model.onPaint(() => ask(true));
  const pointer = new PointerInput(
    box,
    model,
    () => frame,
    (timeS) => {
      markLayer.hoverS = timeS;
      ask(false);
    },
  );
  const strips = stripInput(whole, model, () => frame);
  layOut();
  return () => {
    cancelAnimationFrame(asked);
    clearTimeout(told);
    resized.disconnect();
    dark.removeEventListener("change", layOut);
    themed.disconnect();
    window.removeEventListener("resize", layOut);
    unpaint();
    pointer.remove();
    strips();
  };
}

function fit(canvas: HTMLCanvasElement, width: number, height: number, ratio: number): void {
  const [pixels, rows] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== pixels || canvas.height !== rows) {
    canvas.width = pixels;
    canvas.height = rows;
  }
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
