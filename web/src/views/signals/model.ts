// What the Signals screen knows of one recording: the stretch that is shown, what is selected, the marks, and what can
// be done. Pointers, keys, buttons and lists all act through it; canvas, lists and live region show it.
import type { DrawnSignal, FlaggedPlace, Interval, SignalMarks } from "#report";
import { Store } from "../../app/store";
import { Cancelled } from "../../worker/client";
import type { MarksBasis, TraceSource } from "../../worker/traces";
import { type Beat, beatsOf, firstFrom, nearest } from "./beats";
import { Editor } from "./editor";
import {
  fittingGain,
  hiddenAtFirst,
  isVoltage,
  type Lane,
  lanesOf,
  microvolts,
  type PeriodRange,
  periodsOf,
  type Size,
  sizesOf,
  steppedGain,
  usualPeriods,
  wholeColumns,
} from "./lanes";
import type { Host, Look, Marked, News, Selection, Tool } from "./look";
import { type Derived, derivedOf, type Montage } from "./montage";
import { asRecorded, type DisplayFilters, Tiles } from "./tiles";
import { paged, panned, showing, spanned, stepped, type TimeWindow, within } from "./window";

/** The first view, so that a second has room for its waves. */
const firstSpanS = { wide: 20, narrow: 8 };
const narrowPixels = 560;
const heartGains = [0.1, 0.15, 0.25, 0.35, 0.5, 0.7, 1, 1.4, 2, 3, 4, 6, 8, 12];
/** A beat this near to the time that was selected is the one that was meant. */
const sameBeatS = 0.15;

export class SignalsModel {
  readonly look: Store<Look>;
  readonly marked = new Store<Marked>({ marks: null, beats: [], pending: true });
  readonly news = new Store<News>({ kind: "none" });
  readonly tiles: Tiles;
  readonly editor: Editor;
  readonly endS: number;
  lanes: Lane[] = [];
  lanesHeight = 0;
  sizes: Size[] = [];
  whole: Float32Array | null = null;
  /** Columns of the screen that the window is drawn in. */
  columns = 1000;
  private periods = usualPeriods;
  /** What the montage draws in place of each signal; null: all as recorded. */
  derived: (Derived | null)[] | null = null;
  /** The recording beside this one, on one scale with it. */
  beside: SignalsModel | null = null;
  private room = 400;
  private fitted = false;
  private seen = false;
  private asked = "";
  private turn = 0;
  private readonly painters = new Set<() => void>();

  constructor(
    readonly source: TraceSource,
    readonly host: Host,
  ) {
    const { drawn } = source;
    this.editor = new Editor(this);
    this.endS = Math.max(drawn.end_s, 0.5);
    const window = within({ startS: 0, spanS: firstSpanS.wide }, this.endS);
    this.look = new Store<Look>({
      window,
      cursorS: window.spanS / 2,
      gain: 10,
      heartGain: 1,
      filters: asRecorded,
      montage: "recorded",
      hidden: hiddenAtFirst(drawn),
      tool: "look",
      selection: { kind: "none" },
      ghostS: null,
      begun: false,
      unreadable: false,
    });
    this.look.subscribe(() => this.paint());
    this.tiles = new Tiles(
      source,
      () => this.paint(),
      (error) => {
        this.failed(error);
      },
    );
    void this.lookAtWhole();
  }

  /** Calls `painter` whenever something that is drawn has changed. */
  onPaint(painter: () => void): () => void {
    this.painters.add(painter);
    return () => this.painters.delete(painter);
  }

  paint(): void {
    for (const painter of this.painters) painter();
  }

  get now(): Look {
    return this.look.value;
  }

  get beats(): readonly Beat[] {
    return this.marked.value.beats;
  }

  /** The selected beat, if it is still there. */
  get selectedBeat(): Beat | null {
    const { selection } = this.now;
    if (selection.kind !== "beat") return null;
    return this.beats[nearest(this.beats, selection.atS, sameBeatS)] ?? null;
  }

  get selectedStretch(): Interval | null {
    const { selection } = this.now;
    if (selection.kind !== "stretch") return null;
    const [start_s, end_s] = [selection.fromS, selection.toS].sort((a, b) => a - b) as [number, number];
    return end_s - start_s < 0.01 ? null : { start_s, end_s };
  }

  /** Intervals that the strip of heart periods is high enough for. */
  get periodRange(): PeriodRange {
    const [own, other] = [this.periods, this.beside?.periods ?? this.periods];
    return { lowMs: Math.min(own.lowMs, other.lowMs), highMs: Math.max(own.highMs, other.highMs) };
  }

  /** How large a lane's signal usually is, in its unit; of two hearts on one scale the larger. */
  rangeOf(lane: Lane): number {
    const own = this.sizes[lane.at]?.range ?? 1;
    const other = lane.kind === "heart" ? (this.beside?.heartMicrovolts ?? 0) : 0;
    return lane.signal && isVoltage(lane.signal) ? Math.max(own, other / microvolts(lane.signal)) : own;
  }

  private get heartMicrovolts(): number {
    const lane = this.lanes.find(({ kind }) => kind === "heart");
    if (!lane?.signal || !isVoltage(lane.signal)) return 0;
    return (this.sizes[lane.at]?.range ?? 0) * microvolts(lane.signal);
  }

  // What is shown

  private patch(part: Partial<Look>): void {
    this.look.update((look) => ({ ...look, ...part }));
  }

  /** Another stretch of time; the cursor keeps its place on the screen where it would fall out of sight. */
  show(window: TimeWindow): void {
    const { cursorS, window: before } = this.now;
    const part = (cursorS - before.startS) / before.spanS;
    const inSight = cursorS >= window.startS && cursorS <= window.startS + window.spanS;
    const kept = Math.min(1, Math.max(0, part));
    this.patch({ window, cursorS: inSight ? cursorS : window.startS + kept * window.spanS });
  }

  /** The scale of another view, and a stretch of time. */
  adopt({ gain, heartGain, filters, montage, tool }: Look, window: TimeWindow): void {
    const { now } = this;
    if (filters !== now.filters || montage !== now.montage) this.setFilters(filters, montage);
    if (gain !== now.gain || heartGain !== now.heartGain || tool !== now.tool)
      this.patch({ gain, heartGain, tool });
    const shown = within(window, this.endS);
    if (shown.startS !== now.window.startS || shown.spanS !== now.window.spanS) this.show(shown);
  }

  pan(byS: number): void {
    this.show(panned(this.now.window, byS, this.endS));
  }

  page(pages: number): void {
    this.show(paged(this.now.window, pages, this.endS));
    this.tell({ kind: "moved" });
  }

  /** One of the usual lengths shorter (1) or longer (−1), around the cursor or a time. */
  zoom(step: 1 | -1, atS = this.now.cursorS): void {
    this.show(spanned(this.now.window, stepped(this.now.window, step, this.endS), atS, this.endS));
    this.tell({ kind: "moved" });
  }

  /** Any length, around a time. */
  zoomTo(spanS: number, atS = this.now.cursorS): void {
    this.show(spanned(this.now.window, spanS, atS, this.endS));
  }

  toStart(): void {
    this.show(within({ ...this.now.window, startS: 0 }, this.endS));
    this.setCursor(0);
    this.tell({ kind: "moved" });
  }

  toEnd(): void {
    this.show(within({ ...this.now.window, startS: this.endS }, this.endS));
    this.setCursor(this.endS);
    this.tell({ kind: "moved" });
  }

  goTo(fromS: number, toS = fromS): void {
    this.show(showing(this.now.window, fromS, toS, this.endS));
    this.setCursor(fromS);
  }

  setCursor(timeS: number): void {
    const cursorS = Math.min(this.endS, Math.max(0, timeS));
    const { selection, begun } = this.now;
    const stretch =
      begun && selection.kind === "stretch" ? { selection: { ...selection, toS: cursorS } } : {};
    this.patch({ cursorS, ...stretch });
  }

  /** Moves the cursor, and the window with it. */
  stepCursor(byS: number): void {
    this.setCursor(this.now.cursorS + byS);
    this.show(showing(this.now.window, this.now.cursorS, this.now.cursorS, this.endS));
    this.tell({ kind: "moved" });
  }

  stepGain(step: 1 | -1): void {
    this.patch({ gain: steppedGain(this.now.gain, step) });
  }

  stepHeartGain(step: 1 | -1): void {
    const at = heartGains.findIndex((gain) => gain >= this.now.heartGain);
    this.patch({ heartGain: heartGains[Math.min(heartGains.length - 1, Math.max(0, at + step))] ?? 1 });
  }

  /** Other filters, or another montage, for the eye. */
  setFilters(filters: DisplayFilters, montage: Montage = this.now.montage): void {
    const isLeftOut = ({ index }: DrawnSignal) =>
      this.marked.value.marks?.channels.some(({ signal, excluded }) => excluded && signal === index) ?? false;
    this.derived = derivedOf(this.source.drawn.signals, montage, isLeftOut);
    const centres = this.sizes.map(({ centre }) => centre);
    this.tiles.filter(filters, this.derived, centres);
    this.patch({ filters, montage });
    this.layOut();
  }

  setHidden(hidden: ReadonlySet<number>): void {
    this.patch({ hidden });
    this.layOut();
  }

  setTool(tool: Tool): void {
    this.patch({ tool, ghostS: null });
  }

  select(selection: Selection): void {
    this.patch({ selection, ghostS: null, begun: false });
  }

  /** CSS pixels there are for traces; the lanes take what they need. */
  layOut(room = this.room, width = 0): void {
    this.room = room;
    if (width > 0 && !this.seen) {
      this.seen = true;
      if (width < narrowPixels && !this.beside) this.zoomTo(firstSpanS.narrow, this.now.window.startS);
    }
    const { marks, beats } = this.marked.value;
    const heartSignal = marks?.heart_signal ?? null;
    const { drawn } = this.source;
    const without = drawn.signals.filter((_, at) => this.derived?.[at] === null).map(({ index }) => index);
    const hidden = new Set([...this.now.hidden, ...without]);
    const laid = lanesOf(drawn, hidden, heartSignal, beats.length > 0, room, this.beside !== null);
    this.lanes = laid.lanes;
    this.lanesHeight = laid.height;
    if (!this.fitted && this.sizes.length > 0 && marks) {
      this.fitted = true;
      const fitting = fittingGain(this.lanes, this.sizes);
      this.patch({ gain: this.beside?.fitted ? Math.max(fitting, this.beside.now.gain) : fitting });
    }
    this.paint();
  }

  /** Whether the traces in sight come from the file, so that filters show. */
  get isDetailed(): boolean {
    return this.tiles.isDetailed(this.level);
  }

  /** Whether the traces in sight are drawn in the montage. */
  get isDerived(): boolean {
    return this.tiles.isDerived(this.level);
  }

  private get level(): number {
    return this.tiles.levelFor(this.now.window.spanS / this.columns, this.columns);
  }

  private async lookAtWhole(): Promise<void> {
    const { drawn } = this.source;
    try {
      const whole = await this.source.overview({
        file: 0,
        from_s: 0,
        column_s: this.endS / wholeColumns,
        columns: wholeColumns,
        signals: drawn.signals.map(({ index }) => index),
        highpass_hz: null,
        lowpass_hz: null,
        notch_hz: null,
      });
      this.whole = whole;
      this.sizes = sizesOf(drawn, whole);
      // A montage that was chosen before takes the centres off now.
      if (this.now.montage !== "recorded") this.setFilters(this.now.filters);
      this.layOut();
      this.beside?.paint();
    } catch (error) {
      this.failed(error);
    }
  }

  // Marks

  /** Asks for the marks as the settings stand, unless they were asked for already. */
  follow(basis: MarksBasis | null = this.host.basis()): void {
    const wanted = JSON.stringify(basis);
    if (!basis || wanted === this.asked) return;
    this.asked = wanted;
    this.marked.update((marked) => ({ ...marked, pending: true }));
    const turn = ++this.turn;
    this.source.marks(basis).then(
      (marks) => {
        if (turn === this.turn) this.take(marks);
      },
      (error) => {
        this.failed(error);
      },
    );
  }

  private take(marks: SignalMarks): void {
    const before = this.marked.value.marks;
    this.marked.update(() => ({ marks, beats: beatsOf(marks), pending: false }));
    this.periods = periodsOf(this.beats);
    // What is left out is taken off nothing.
    const out = (of: SignalMarks | null) =>
      of?.channels.filter(({ excluded }) => excluded).map(({ signal }) => signal);
    if (this.now.montage !== "recorded" && String(out(before)) !== String(out(marks)))
      this.setFilters(this.now.filters);
    if (!before || before.heart_signal !== marks.heart_signal) this.layOut();
    else this.paint();
  }

  // Places worth a look

  nextFlag(step: 1 | -1): void {
    const flagged = this.marked.value.marks?.flagged ?? [];
    const hereS = this.now.cursorS;
    const slackS = 0.005;
    const index =
      step > 0
        ? flagged.findIndex(({ start_s }) => start_s > hereS + slackS)
        : flagged.findLastIndex(({ start_s }) => start_s < hereS - slackS);
    const place = flagged[index];
    if (place) this.goToFlag(place, index);
    else this.tell({ kind: "no-flag" });
  }

  goToFlag(place: FlaggedPlace, index: number): void {
    this.goTo(place.start_s, place.end_s);
    if (place.kind === "beats") this.select({ kind: "beat", atS: place.start_s });
    else this.select({ kind: "stretch", fromS: place.start_s, toS: place.end_s });
    this.tell({ kind: "flag", place, index });
  }

  nextBeat(step: 1 | -1): void {
    const hereS = this.selectedBeat?.atS ?? this.now.cursorS;
    const slackS = 1e-6;
    const index =
      step > 0 ? firstFrom(this.beats, hereS + slackS) : firstFrom(this.beats, hereS - slackS) - 1;
    const beat = this.beats[index];
    if (beat) this.goToBeat(beat);
    else this.tell({ kind: "no-beat" });
  }

  goToBeat(beat: Beat): void {
    this.goTo(beat.atS);
    this.pick(beat);
  }

  /** Selects a beat in sight. */
  pick(beat: Beat): void {
    this.setCursor(beat.atS);
    this.select({ kind: "beat", atS: beat.atS });
    this.tell({ kind: "beat", beat, index: this.beats.indexOf(beat) });
  }

  /** Begins a stretch at the cursor, or ends the one that was begun. */
  markStretch(): void {
    const { begun, cursorS, selection } = this.now;
    if (begun && selection.kind === "stretch") {
      this.patch({ begun: false, selection: { ...selection, toS: cursorS } });
      return;
    }
    this.patch({ begun: true, selection: { kind: "stretch", fromS: cursorS, toS: cursorS }, ghostS: null });
    this.tell({ kind: "begun", atS: cursorS });
  }

  setGhost(ghostS: number | null): void {
    this.patch({ ghostS });
  }

  /** Ends what is under way, or else the selection. */
  cancel(): void {
    if (this.now.ghostS !== null) this.setGhost(null);
    else this.select({ kind: "none" });
  }

  /** A worker that was stopped says nothing of the file. */
  private failed(error: unknown): void {
    if (!(error instanceof Cancelled)) this.patch({ unreadable: true });
  }

  tell(news: News): void {
    this.news.update(() => news);
  }
}
