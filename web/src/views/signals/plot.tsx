// The plot itself: two canvases, one over the other, and the strip of the whole recording below them.
import { useEffect, useRef } from "preact/hooks";
import type { Phase } from "#report";
import { useText } from "../../text/text";
import type { Frame } from "./frame";
import { pressed } from "./keys";
import { axisHeight, beatRow, type CanvasWords, MarkLayer } from "./marks";
import type { SignalsModel } from "./model";
import { Palette } from "./palette";
import { PointerInput } from "./pointer";
import { StripLayer, stripHeight, stripInput } from "./strip";
import { TraceLayer } from "./traces";

/** CSS pixels that the page keeps for what stands around the plot, and the least height of the traces. */
const aroundPlot = 372;
const leastRoom = 260;
/** What side by side stands around the plots besides; where they stand one below the other, each has half the room. */
const aroundPair = 66;
const stackedBelow = "(max-width: 860px)";
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
    const contexts = [below, above, whole].map((canvas) => canvas.getContext("2d"));
    const [onTraces, onMarks, onStrip] = contexts;
    if (!onTraces || !onMarks || !onStrip) return;
    const canvases = { box: element, traces: onTraces, marks: onMarks, strip: onStrip };
    const words = {
      canvas: { ...text.signals.canvas, phases: text.examplePhases },
      reasons: text.report.rejection,
    };
    const drawing = new Drawing(model, canvases, words, () => phases.current);
    return () => drawing.remove();
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

/** Where the plot is drawn: the box around it, the two canvases that lie in it, and the strip below. */
interface Canvases {
  box: HTMLElement;
  traces: CanvasRenderingContext2D;
  marks: CanvasRenderingContext2D;
  strip: CanvasRenderingContext2D;
}

interface Words {
  canvas: CanvasWords;
  reasons: Record<string, string>;
}

/** Draws on the canvases whenever something has changed, once a frame at most, until it is removed. */
class Drawing {
  private readonly palette: Palette;
  private readonly traceLayer: TraceLayer;
  private readonly markLayer: MarkLayer;
  private readonly stripLayer: StripLayer;
  private readonly unfollow: (() => void)[];
  private frame: Frame = { left: 0, right: 1, top: 0, bottom: 1, width: 1, height: 1 };
  private asked = 0;
  private tracesToo = true;
  private told: ReturnType<typeof setTimeout> | undefined;

  constructor(
    readonly model: SignalsModel,
    private readonly canvases: Canvases,
    words: Words,
    phases: () => readonly Phase[],
  ) {
    this.palette = new Palette(canvases.box);
    this.traceLayer = new TraceLayer(model, this.palette);
    this.markLayer = new MarkLayer(model, this.palette, words.canvas, words.reasons, phases);
    this.stripLayer = new StripLayer(model, this.palette, phases);
    this.unfollow = [...this.followLook(), ...this.followModel()];
    this.layOut();
  }

  remove(): void {
    cancelAnimationFrame(this.asked);
    clearTimeout(this.told);
    for (const stop of this.unfollow) stop();
  }

  /** Lays the plot out anew when its size or the theme changes. */
  private followLook(): (() => void)[] {
    const layOut = () => this.layOut();
    const resized = new ResizeObserver(layOut);
    resized.observe(this.canvases.box);
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", layOut);
    const themed = new MutationObserver(layOut);
    themed.observe(document.documentElement, { attributes: true });
    window.addEventListener("resize", layOut);
    return [
      () => resized.disconnect(),
      () => dark.removeEventListener("change", layOut),
      () => themed.disconnect(),
      () => window.removeEventListener("resize", layOut),
    ];
  }

  /** Draws anew when the model changes or the pointer moves. */
  private followModel(): (() => void)[] {
    const { model, canvases } = this;
    const frame = () => this.frame;
    const pointer = new PointerInput(canvases.box, model, frame, (x) => {
      this.markLayer.hoverX = x;
      this.ask(false);
    });
    return [
      model.onPaint(() => this.ask(true)),
      () => pointer.remove(),
      stripInput(canvases.strip.canvas, model, frame),
    ];
  }

  private ask(withTraces: boolean): void {
    this.tracesToo ||= withTraces;
    this.asked ||= requestAnimationFrame(() => this.draw());
  }

  private layOut(): void {
    this.palette.read();
    const { model } = this;
    const around = aroundPlot + (model.beside ? aroundPair : 0);
    const share = model.beside && matchMedia(stackedBelow).matches ? 2 : 1;
    model.layOut(Math.max(leastRoom, (window.innerHeight - around) / share), this.canvases.box.clientWidth);
    this.ask(true);
  }

  private draw(): void {
    const { model } = this;
    this.asked = 0;
    clearTimeout(this.told);
    this.told = setTimeout(() => this.tell(), 50);
    const ratio = this.measure();
    const { traces, marks, strip } = this.canvases;
    if (this.tracesToo && model.lanesHeight > 0)
      this.traceLayer.draw(traces, traces.canvas.width, traces.canvas.height, ratio);
    this.markLayer.draw(marks, this.frame, ratio);
    this.stripLayer.draw(strip, this.frame, ratio);
    this.tracesToo = false;
  }

  /** Fits the canvases to the box and what stands in it. Returns the pixels of the screen in one of CSS. */
  private measure(): number {
    const { model, markLayer } = this;
    const { box, traces, marks, strip } = this.canvases;
    const ratio = window.devicePixelRatio || 1;
    const width = Math.floor(box.clientWidth);
    const slim = width < narrow;
    const top = markLayer.bandHeight;
    const bottom = top + model.lanesHeight;
    const height = bottom + axisHeight;
    const left = slim ? 46 : 64;
    const right = width - (slim ? 14 : 46);
    this.frame = { left, right, top, bottom, width, height };
    fit(traces.canvas, Math.max(1, right - left), Math.max(1, model.lanesHeight), ratio);
    traces.canvas.style.left = `${left}px`;
    traces.canvas.style.top = `${top}px`;
    fit(marks.canvas, width, height, ratio);
    fit(strip.canvas, width, stripHeight, ratio);
    box.style.height = `${height}px`;
    return ratio;
  }

  /** Tells scripts outside what is in sight and where, once it has settled. */
  private tell(): void {
    const { model, frame } = this;
    const { box } = this.canvases;
    const { startS, spanS } = model.now.window;
    const lane = model.lanes.find(({ kind }) => kind === "heart" || kind === "beats");
    const beats = frame.top + (lane?.top ?? 0) + beatRow;
    const strip = model.lanes.find(({ kind }) => kind === "period");
    const periods = strip && frame.top + strip.top + strip.height / 2;
    const { left, right } = frame;
    const { gain } = model.now;
    Object.assign(box.dataset, { start: startS, span: spanS, scale: gain, left, right, beats, periods });
    if (model.marked.value.marks && model.whole) box.dataset.ready = "";
  }
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
