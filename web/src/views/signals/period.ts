// The heart period under the traces: intervals as found and as the report uses them, and the band outside which editing suspects one.
import type { BeatPen } from "./beat-pen";
import { type Beat, firstFrom, isLeftOut, isTakenOut, type MarkShape } from "./beats";
import type { Frame } from "./frame";
import type { Lane } from "./lanes";
import type { SignalsModel } from "./model";
import type { Palette } from "./palette";

/** Beats nearer than this have no point each, and no band beats nearer than that, in CSS pixels. */
const tightestPoints = 4;
const tightestBand = 1;
/** Lines at round intervals, ms, no more of them than this. */
const steps = [10, 20, 50, 100, 200, 500, 1000, 2000];
const mostLines = 3;
/** Room for a shape within the lane. */
const margin = 8;

export class PeriodLayer {
  private context!: CanvasRenderingContext2D;
  private frame!: Frame;
  private top = 0;
  private bottom = 1;
  private first = 0;
  private last = 0;

  constructor(
    readonly model: SignalsModel,
    readonly palette: Palette,
    readonly pen: BeatPen,
  ) {}

  /** What stands within the plot. */
  draw(context: CanvasRenderingContext2D, frame: Frame): void {
    const lane = this.place(context, frame);
    if (!lane) return;
    const { startS, spanS } = this.model.now.window;
    const { beats } = this.model;
    // An interval reaches into sight from the beat before, and to the beat after.
    this.first = Math.max(0, firstFrom(beats, startS) - 1);
    this.last = Math.min(beats.length, firstFrom(beats, startS + spanS) + 2);
    const perBeat = (frame.right - frame.left) / Math.max(1, this.last - this.first);
    this.lines();
    if (perBeat >= tightestBand) this.band();
    this.used();
    this.points(perBeat >= tightestPoints);
    this.selected(lane);
  }

  /** The round intervals beside the plot. */
  drawLabels(context: CanvasRenderingContext2D, frame: Frame): void {
    if (!this.place(context, frame)) return;
    context.fillStyle = this.palette.css.soft;
    context.font = `400 10px ${this.palette.font}`;
    context.textAlign = "right";
    for (const ms of this.rounds()) context.fillText(String(ms), frame.left - 6, this.y(ms) + 3.5);
  }

  private place(context: CanvasRenderingContext2D, frame: Frame): Lane | undefined {
    this.context = context;
    this.frame = frame;
    const lane = this.model.lanes.find(({ kind }) => kind === "period");
    this.top = frame.top + (lane?.top ?? 0) + margin;
    this.bottom = this.top + (lane?.height ?? 0) - 2 * margin;
    return lane;
  }

  private x(timeS: number): number {
    const { startS, spanS } = this.model.now.window;
    return this.frame.left + ((timeS - startS) / spanS) * (this.frame.right - this.frame.left);
  }

  /** What lies beyond the scale stands at its edge. */
  private y(ms: number): number {
    const { lowMs, highMs } = this.model.periodRange;
    const y = this.bottom - ((ms - lowMs) / (highMs - lowMs)) * (this.bottom - this.top);
    return Math.min(this.bottom, Math.max(this.top, y));
  }

  private rounds(): number[] {
    const { lowMs, highMs } = this.model.periodRange;
    const step = steps.find((one) => (highMs - lowMs) / one <= mostLines) ?? 5000;
    const first = Math.ceil(lowMs / step);
    return Array.from({ length: Math.floor(highMs / step) - first + 1 }, (_, at) => (first + at) * step);
  }

  private lines(): void {
    const { context, frame, palette } = this;
    context.fillStyle = palette.css.grid;
    for (const ms of this.rounds())
      context.fillRect(frame.left, Math.round(this.y(ms)), frame.right - frame.left, 1);
  }

  private *inSight(): Iterable<Beat> {
    for (let i = this.first; i < this.last; i++) yield this.model.beats[i] as Beat;
  }

  /** As long as each interval lasts, between which limits it would not be suspected. */
  private band(): void {
    const { context, palette } = this;
    for (const { atS, intervalMs, lowMs, highMs } of this.inSight()) {
      if (intervalMs === null || lowMs === null || highMs === null) continue;
      // Whole pixels, so that neighbours meet without a seam.
      const left = Math.round(this.x(atS - intervalMs / 1000));
      const width = Math.round(this.x(atS)) - left;
      const [high, low] = [this.y(highMs), this.y(lowMs)];
      context.fillStyle = palette.css.band;
      context.fillRect(left, high, width, low - high);
      context.fillStyle = palette.css["band-edge"];
      // What lies beyond the scale has no edge in it.
      if (high > this.top) context.fillRect(left, high, width, 1);
      if (low < this.bottom) context.fillRect(left, low - 1, width, 1);
    }
  }

  /** The line of the intervals that the report uses; broken where one is left out. */
  private used(): void {
    const { context, palette } = this;
    context.strokeStyle = palette.css.heart;
    context.lineWidth = 1.5;
    context.beginPath();
    let drawn = false;
    for (const beat of this.inSight()) {
      if (isTakenOut(beat)) continue;
      if (beat.nnMs === null) drawn = false;
      else if (drawn) context.lineTo(this.x(beat.usedS), this.y(beat.nnMs));
      else context.moveTo(this.x(beat.usedS), this.y(beat.nnMs));
      drawn = beat.nnMs !== null;
    }
    context.stroke();
    context.lineWidth = 1;
  }

  /** Each interval as found, with the shape of the beat that ends it; where they stand close, those worth a look alone. */
  private points(all: boolean): void {
    for (const beat of this.inSight()) {
      const shape = shapeOf(beat);
      if (all || (shape !== "detected" && shape !== "left_out")) this.point(beat, shape, false);
    }
  }

  private point(beat: Beat, shape: MarkShape, selected: boolean): void {
    const { palette, pen } = this;
    const ms = beat.intervalMs ?? beat.nnMs;
    if (ms === null) return;
    const x = this.x(beat.intervalMs === null ? beat.usedS : beat.atS);
    const colour = selected ? palette.css["select-line"] : palette.css.ink;
    pen.draw(this.context, shape, x, this.y(ms), selected ? 1.1 : 0.85, colour);
  }

  private selected(lane: Lane): void {
    const beat = this.model.selectedBeat;
    if (!beat) return;
    const { context, frame, palette } = this;
    const x = this.x(beat.atS);
    context.fillStyle = palette.css.select;
    context.fillRect(x - 9, frame.top + lane.top + 1, 18, lane.height - 2);
    this.point(beat, shapeOf(beat), true);
  }
}

/** What was edited keeps its shape when it is left out too. */
const shapeOf = (beat: Beat): MarkShape =>
  isLeftOut(beat) && (beat.kind === "detected" || beat.kind === "unsure") ? "left_out" : beat.kind;
