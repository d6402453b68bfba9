// The upper of the two layers: axis, names of phases, annotations, beats, selection and cursor, and the words of what
// is shaded below.
import type { DrawnSignal, Interval, Phase, ShownAnnotation } from "#report";
import { timeAt } from "../../format";
import { BeatPen } from "./beat-pen";
import { type Beat, firstFrom } from "./beats";
import type { Frame } from "./frame";
import type { Lane } from "./lanes";
import type { SignalsModel } from "./model";
import type { Palette } from "./palette";
import { PeriodLayer } from "./period";
import { type TimeWindow, tickStep } from "./window";

/** Words on the canvas; the screen's dictionary knows them. */
export interface CanvasWords {
  gap: string;
  poor: string;
  byHand: string;
  microvolts(value: string): string;
  beats: string;
  period: string;
  /** What phases of examples are called. */
  phases: Record<string, string> | null;
}

export const axisHeight = 24;
/** Each row of the band above the plot: phases, annotations. */
const bandRow = 16;
/** The row of beats, below the top of their lane. */
export const beatRow = 9;
/** Beats nearer than this are told apart no more: only those worth a look are drawn. */
const tightest = 5;

export class MarkLayer {
  private readonly pen = new BeatPen();
  private readonly period: PeriodLayer;
  private readonly widths = new Map<string, number>();
  private context!: CanvasRenderingContext2D;
  private frame!: Frame;
  private window!: TimeWindow;
  private perSecond = 1;
  /** Where the pointer is, in CSS pixels: its time is another where the view moves below it; null: nowhere. */
  hoverX: number | null = null;

  constructor(
    private readonly model: SignalsModel,
    private readonly palette: Palette,
    private readonly words: CanvasWords,
    private readonly reasons: Record<string, string>,
    private readonly phases: () => readonly Phase[],
  ) {
    this.period = new PeriodLayer(model, palette, this.pen);
  }

  /** Height of the band above the plot: a row for phases and one for annotations, where there are any. */
  get bandHeight(): number {
    return 4 + this.phaseRow + (this.hasNotes ? bandRow : 0);
  }

  private get phaseRow(): number {
    return this.phases().length > 0 ? bandRow : 0;
  }

  private get hasNotes(): boolean {
    return this.model.source.drawn.annotations.some((annotation) => !this.beginsPhase(annotation));
  }

  draw(context: CanvasRenderingContext2D, frame: Frame, ratio: number): void {
    this.context = context;
    this.frame = frame;
    this.window = this.model.now.window;
    this.perSecond = (frame.right - frame.left) / this.window.spanS;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, frame.width, frame.height);
    context.lineWidth = 1;
    context.textBaseline = "alphabetic";
    this.axis();
    this.clipped(() => {
      this.period.draw(context, frame);
      this.stretch();
      this.phaseBand();
      this.annotations();
      this.shadedWords();
      this.beats();
      this.cursor();
    });
    this.labels();
    this.period.drawLabels(context, frame);
    this.scale();
  }

  private x(timeS: number): number {
    return this.frame.left + (timeS - this.window.startS) * this.perSecond;
  }

  private clipped(draw: () => void): void {
    const { context, frame } = this;
    context.save();
    context.beginPath();
    context.rect(frame.left, 0, frame.right - frame.left, frame.height);
    context.clip();
    draw();
    context.restore();
  }

  private font(size: number, weight = 400): void {
    this.context.font = `${weight} ${size}px ${this.palette.font}`;
  }

  private widthOf(text: string): number {
    const key = `${this.context.font}\n${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 2000) this.widths.clear();
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  /** As much of a text as fits, with an ellipsis; nothing where hardly any does. */
  private fitting(text: string, room: number): string {
    if (this.widthOf(text) <= room) return text;
    let length = Math.floor((text.length * room) / this.widthOf(text)) - 1;
    while (length >= 3 && this.widthOf(`${text.slice(0, length)}…`) > room) length--;
    return length < 3 ? "" : `${text.slice(0, length)}…`;
  }

  /** A name beside its lane: word under word where it is too long for one line and there is room for two. */
  private inLines(name: string, room: number, most: number): string[] {
    const [first = "", ...rest] = name.split(" ");
    const words = this.widthOf(name) > room && most > 1 && rest.length > 0 ? [first, rest.join(" ")] : [name];
    return words.map((word) => this.fitting(word, room) || word.slice(0, 3));
  }

  private axis(): void {
    const { context, frame, window, palette } = this;
    const step = tickStep(1 / this.perSecond, 90);
    const digits = step >= 1 ? 0 : step >= 0.1 ? 1 : 2;
    this.font(11);
    context.fillStyle = palette.css.soft;
    context.textAlign = "center";
    const y = frame.bottom + 16;
    for (let tick = Math.ceil(window.startS / step); tick * step <= window.startS + window.spanS; tick++) {
      const x = this.x(tick * step);
      const label = timeAt(tick * step, digits);
      const half = this.widthOf(label) / 2;
      if (x - half >= frame.left - 30 && x + half <= frame.width) context.fillText(label, x, y);
    }
    context.strokeStyle = palette.css.rule;
    context.strokeRect(
      frame.left + 0.5,
      frame.top - 0.5,
      frame.right - frame.left - 1,
      frame.bottom - frame.top,
    );
  }

  private phaseBand(): void {
    const { context, frame, palette } = this;
    this.font(11, 600);
    context.textAlign = "left";
    for (const phase of this.phases()) {
      const from = this.x(phase.start_s);
      const to = this.x(phase.end_s);
      if (to < frame.left || from > frame.right) continue;
      const left = Math.max(from, frame.left);
      const right = Math.min(to, frame.right);
      context.fillStyle = palette.css.tint;
      context.fillRect(left, 1, right - left, 14);
      context.fillStyle = palette.css.soft;
      for (const edge of [from, to])
        if (edge >= frame.left && edge <= frame.right) context.fillRect(Math.round(edge), 0, 1, frame.bottom);
      context.fillStyle = palette.css.ink;
      const name = this.fitting(phase.name, right - left - 12);
      if (name) context.fillText(name, left + 6, 12);
    }
  }

  private annotations(): void {
    const { context, frame, palette, window } = this;
    const { annotations } = this.model.source.drawn;
    this.font(11);
    context.textAlign = "left";
    if (!this.hasNotes) return;
    let free = frame.left;
    const top = this.phaseRow + 2;
    for (let i = firstOnset(annotations, window.startS - 60 / this.perSecond); i < annotations.length; i++) {
      const annotation = annotations[i];
      if (!annotation || annotation.onset_s > window.startS + window.spanS) break;
      const x = this.x(annotation.onset_s);
      context.fillStyle = palette.css.soft;
      context.fillRect(Math.round(x), top, 1, frame.top - top);
      if (x < free || this.beginsPhase(annotation)) continue;
      const next = annotations[i + 1];
      const room = Math.min(next ? this.x(next.onset_s) : frame.right, frame.right) - x - 8;
      const text = this.fitting(annotation.text, Math.min(room, 220));
      if (!text) continue;
      context.fillStyle = palette.css.ink;
      context.fillText(text, x + 4, top + 10);
      free = x + this.widthOf(text) + 8;
    }
  }

  /** Its words stand in the band of phases already, of an example perhaps in another language. */
  private beginsPhase({ onset_s, text }: ShownAnnotation): boolean {
    const translated = this.words.phases?.[text];
    return this.phases().some(
      ({ name, start_s }) => (name === text || name === translated) && Math.abs(start_s - onset_s) < 0.01,
    );
  }

  /** The reason of each shaded stretch, where there is room for it, once for channels below one another that share it. */
  private shadedWords(): void {
    const { marks } = this.model.marked.value;
    const { segments } = this.model.source.drawn;
    this.font(10, 600);
    for (let i = 1; i < segments.length; i++) {
      const from = segments[i - 1]?.end_s ?? 0;
      this.word(this.words.gap, from, segments[i]?.start_s ?? 0, this.frame.top + 14);
    }
    if (!marks) return;
    let above: readonly Run[] = [];
    for (const lane of this.model.lanes) {
      const y = this.frame.top + lane.top + Math.min(11, lane.height - 4);
      if (lane.kind === "eeg") {
        const own = marks.channels.find(({ signal }) => signal === lane.signal?.index);
        if (own?.excluded) this.word(this.words.byHand, 0, this.model.endS, y);
        else
          for (const run of own?.runs ?? []) {
            if (run.start_s > this.window.startS + this.window.spanS) break;
            if (run.end_s >= this.window.startS && run.reason !== "manual" && !isSaid(run, above))
              this.word(this.reasons[run.reason] ?? run.reason, run.start_s, run.end_s, y);
          }
        above = own?.runs ?? [];
      } else if (lane.kind === "period") {
        this.word(this.words.period, this.window.startS, this.window.startS + this.window.spanS, y);
      } else if (lane.kind !== "other") {
        const foot = this.frame.top + lane.top + lane.height - 5;
        for (const stretch of marks.ecg_poor)
          this.word(this.words.poor, stretch.start_s, stretch.end_s, foot);
        for (const stretch of marks.ecg_excluded)
          this.word(this.words.byHand, stretch.start_s, stretch.end_s, foot);
      }
    }
    const firstEeg = this.model.lanes.find(({ kind }) => kind === "eeg");
    if (!firstEeg) return;
    for (const stretch of marks.eeg_excluded)
      this.word(this.words.byHand, stretch.start_s, stretch.end_s, this.frame.top + firstEeg.top + 11);
  }

  private word(text: string, fromS: number, toS: number, y: number): void {
    const { context, frame, palette } = this;
    const left = Math.max(this.x(fromS), frame.left);
    const right = Math.min(this.x(toS), frame.right);
    const width = this.widthOf(text);
    if (width + 8 > right - left) return;
    context.textAlign = "left";
    context.fillStyle = palette.css.ground;
    context.fillRect(left + 3, y - 9, width + 4, 12);
    context.fillStyle = palette.css.ink;
    context.fillText(text, left + 5, y);
  }

  private beats(): void {
    const lane = this.model.lanes.find(({ kind }) => kind === "heart" || kind === "beats");
    if (!lane) return;
    const { beats } = this.model;
    const { startS, spanS } = this.window;
    const first = firstFrom(beats, startS - 10 / this.perSecond);
    const last = firstFrom(beats, startS + spanS + 10 / this.perSecond);
    const dense = ((last - first) * tightest) / (this.frame.right - this.frame.left) > 1;
    const selected = this.model.selectedBeat;
    const y = this.frame.top + lane.top + beatRow;
    for (let i = first; i < last; i++) {
      const beat = beats[i] as Beat;
      if (beat !== selected && !(dense && beat.kind === "detected")) this.beat(beat, lane, y, false);
    }
    if (selected) this.beat(selected, lane, y, true);
    const { ghostS } = this.model.now;
    if (ghostS === null) return;
    this.context.setLineDash([4, 3]);
    this.upright(this.x(ghostS), lane, this.palette.css["select-line"], 1.5);
    this.context.setLineDash([]);
    this.pen.draw(this.context, "moved", this.x(ghostS), y, 1.2, this.palette.css["select-line"]);
  }

  private beat(beat: Beat, lane: Lane, y: number, selected: boolean): void {
    const { palette } = this;
    const x = this.x(beat.atS);
    const colour = selected ? palette.css["select-line"] : palette.css.ink;
    if (selected) {
      this.context.fillStyle = palette.css.select;
      this.context.fillRect(x - 9, this.frame.top + lane.top + 1, 18, lane.height - 2);
      this.upright(x, lane, palette.css["select-line"], 1.5);
    } else if (beat.kind !== "detected" && this.perSecond > 12) {
      this.upright(x, lane, palette.css.soft, 1);
    }
    this.pen.draw(this.context, beat.kind, x, y, selected ? 1.25 : 1, colour);
  }

  private upright(x: number, lane: Lane, colour: string, width: number): void {
    const { context, frame } = this;
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x, frame.top + lane.top + beatRow + 7);
    context.lineTo(x, frame.top + lane.top + lane.height - 2);
    context.stroke();
    context.lineWidth = 1;
  }

  private stretch(): void {
    const { selection } = this.model.now;
    if (selection.kind !== "stretch") return;
    const { context, frame, palette } = this;
    const from = this.x(Math.min(selection.fromS, selection.toS));
    const to = this.x(Math.max(selection.fromS, selection.toS));
    context.fillStyle = palette.css.select;
    context.fillRect(from, frame.top, Math.max(1, to - from), frame.bottom - frame.top);
    context.fillStyle = palette.css["select-line"];
    context.fillRect(from - 1, frame.top, 2, frame.bottom - frame.top);
    context.fillRect(to - 1, frame.top, 2, frame.bottom - frame.top);
  }

  private cursor(): void {
    const { context, frame, palette } = this;
    const x = Math.round(this.x(this.model.now.cursorS)) + 0.5;
    context.strokeStyle = palette.css.cursor;
    context.setLineDash([2, 3]);
    context.beginPath();
    context.moveTo(x, frame.top - 4);
    context.lineTo(x, frame.bottom + 4);
    context.stroke();
    context.setLineDash([]);
    if (this.hoverX === null) return;
    const hoverS = this.window.startS + (this.hoverX - frame.left) / this.perSecond;
    const text = timeAt(hoverS, this.perSecond > 200 ? 3 : this.perSecond > 20 ? 2 : 1);
    this.font(11);
    const half = this.widthOf(text) / 2 + 4;
    const at = Math.min(frame.right - half, Math.max(frame.left + half, this.hoverX));
    context.fillStyle = palette.css.ink;
    context.fillRect(at - half, frame.bottom + 4, 2 * half, 17);
    context.fillStyle = palette.css.ground;
    context.textAlign = "center";
    context.fillText(text, at, frame.bottom + 16);
  }

  private labels(): void {
    const { context, frame, palette } = this;
    const { marks } = this.model.marked.value;
    context.textAlign = "right";
    for (const lane of this.model.lanes) {
      if (lane.kind === "period") continue; // its name stands in it, for the numbers are beside it
      const out = marks?.channels.find(({ signal }) => signal === lane.signal?.index)?.excluded ?? false;
      const name = lane.signal ? this.nameOf(lane, lane.signal) : this.words.beats;
      this.font(lane.height < 17 ? 10 : 12, lane.kind === "eeg" ? 400 : 600);
      context.fillStyle = out ? palette.css.soft : palette.css.ink;
      const lines = this.inLines(name, frame.left - 8, lane.height >= 34 ? 2 : 1);
      const middle = frame.top + lane.top + lane.height / 2 + 4;
      for (const [at, text] of lines.entries()) {
        const y = middle + (at - (lines.length - 1) / 2) * 13;
        context.fillText(text, frame.left - 6, y);
        if (out) context.fillRect(frame.left - 6 - this.widthOf(text), y - 4, this.widthOf(text), 1);
      }
    }
  }

  private nameOf({ at }: Lane, signal: DrawnSignal): string {
    const { model } = this;
    return (model.isDerived && model.derived?.[at]?.name) || signal.site || signal.label;
  }

  /** A bar as high as so many µV, at the right of the plot. */
  private scale(): void {
    const { context, frame, palette } = this;
    const lane = this.model.lanes.find(({ kind }) => kind === "eeg");
    if (!lane) return;
    const perUv = 96 / 25.4 / this.model.now.gain;
    const value =
      [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000].find((uv) => uv * perUv >= 18) ?? 1;
    const inside = frame.width - frame.right < 40;
    const x = inside ? frame.right - 34 : frame.right + 8;
    const y = frame.top + 6;
    if (inside) {
      context.fillStyle = palette.css.ground;
      context.fillRect(x - 6, frame.top + 1, frame.right - x + 5, value * perUv + 22);
    }
    context.fillStyle = palette.css.ink;
    context.fillRect(x, y, 1.5, value * perUv);
    context.fillRect(x - 2, y, 5.5, 1.5);
    context.fillRect(x - 2, y + value * perUv - 1.5, 5.5, 1.5);
    this.font(10);
    context.textAlign = "left";
    context.fillText(this.words.microvolts(String(value)), x - 3, y + value * perUv + 13);
  }
}

type Run = Interval & { reason: string };

/** Whether the channel above has the same reason over some of the same time. */
const isSaid = (run: Run, above: readonly Run[]): boolean =>
  above.some(
    ({ reason, start_s, end_s }) => reason === run.reason && start_s < run.end_s && end_s > run.start_s,
  );

function firstOnset(annotations: readonly { onset_s: number }[], timeS: number): number {
  let low = 0;
  let high = annotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((annotations[middle]?.onset_s ?? 0) < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}
