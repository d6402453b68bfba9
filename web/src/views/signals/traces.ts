// The lower of the two layers: grid, shading and traces, written into an image and put on its canvas.
import type { Interval } from "#report";
import type { Lane } from "./lanes";
import { pixelsPerUnit, type Size, wholeColumns } from "./lanes";
import { beatRow } from "./marks";
import type { SignalsModel } from "./model";
import type { Palette } from "./palette";
import { Raster, TracePainter } from "./raster";
import { columnOf, type Tile, tileColumns } from "./tiles";
import { tickStep } from "./window";

/** Traces may reach this far beyond their lane, in lanes, as on paper. */
const overreach = 0.75;
/** Where a column spans this much time, traces are bands: drawn lighter, and each in its lane. */
const denseFromS = 0.06;
const colours = { eeg: "eeg", heart: "heart", other: "other", beats: "other", period: "other" } as const;
const denseColours = { ...colours, eeg: "eeg-dense", heart: "heart-dense" } as const;
/** Levels above the one wanted that may stand in for a tile that has not come yet. */
const standIns = 10;
/** Columns of the whole recording whose median a wandering trace is centred on. */
const mostMiddles = 63;

/** A part of a view and the tile that it is drawn from; a null tile: the look at the whole recording. */
interface Piece {
  tile: Tile | null;
  /** Columns [from, to) of the tile. */
  from: number;
  to: number;
  startS: number;
  columnS: number;
}

export class TraceLayer {
  private readonly raster = new Raster();
  readonly painter = new TracePainter(this.raster);
  private readonly pieces: Piece[] = [];
  private pieceCount = 0;
  private readonly middles = new Float32Array(mostMiddles);
  /** Columns of the lane being drawn whose signal is not used. */
  private mask = new Uint8Array(1);

  constructor(
    private readonly model: SignalsModel,
    private readonly palette: Palette,
  ) {}

  /** Draws the plot at so many device pixels. */
  draw(context: CanvasRenderingContext2D, width: number, height: number, ratio: number): void {
    const { model, raster, palette } = this;
    const { window } = model.now;
    const perSecond = width / window.spanS;
    model.columns = width;
    raster.resize(width, height);
    raster.clear(palette.word.ground);
    this.gather(1 / perSecond);
    this.shade(perSecond, ratio);
    this.grid(perSecond, ratio, height);
    this.gaps(perSecond, ratio, height);
    for (const lane of model.lanes) if (lane.signal) this.trace(lane, perSecond, ratio);
    raster.put(context);
  }

  /** Which tiles the view is drawn from; asks for those that are missing, then for those likely to be next. */
  private gather(secondsPerPixel: number): void {
    const { tiles, now } = this.model;
    const { startS, spanS } = now.window;
    const level = tiles.levelFor(secondsPerPixel, this.model.columns);
    const tileS = columnOf(level) * tileColumns;
    const first = Math.floor(startS / tileS);
    const last = Math.floor((startS + spanS) / tileS);
    const final = Math.floor((this.model.endS - 1e-9) / tileS);
    tiles.nextFrame();
    this.pieceCount = 0;
    for (let index = first; index <= Math.min(last, final); index++) {
      const tile = tiles.at(level, index);
      if (tile) this.addPiece(tile, 0, tileColumns, index * tileS, columnOf(level));
      else this.addStandIn(level, index, tileS);
    }
    tiles.want(level, first, Math.min(last, final));
    const shown = last - first + 1;
    tiles.want(level, last + 1, Math.min(last + shown, final));
    tiles.want(level, first - shown, first - 1);
    if (tiles.isDerived(level) === tiles.isDerived(level + 1))
      tiles.want(level + 1, first >> 1, Math.min(last, final) >> 1);
  }

  /** What is drawn as recorded does not stand in for a montage. */
  private addStandIn(level: number, index: number, tileS: number): void {
    const { tiles } = this.model;
    const derived = tiles.isDerived(level);
    for (let up = 1; up <= standIns; up++) {
      const parent = Math.floor(index / 2 ** up);
      const tile = tiles.at(level + up, parent);
      if (!tile || tiles.isDerived(level + up) !== derived) continue;
      const columns = tileColumns / 2 ** up;
      const from = Math.floor((index - parent * 2 ** up) * columns);
      const columnS = columnOf(level + up);
      const to = Math.ceil(from + columns);
      this.addPiece(tile, from, to, parent * columnS * tileColumns, columnS);
      return;
    }
    const columnS = this.model.endS / wholeColumns;
    const from = Math.max(0, Math.floor((index * tileS) / columnS));
    const to = Math.min(wholeColumns, Math.ceil(((index + 1) * tileS) / columnS));
    if (this.model.whole && !derived) this.addPiece(null, from, to, 0, columnS);
  }

  private addPiece(tile: Tile | null, from: number, to: number, startS: number, columnS: number): void {
    const piece = this.pieces[this.pieceCount];
    if (piece) Object.assign(piece, { tile, from, to, startS, columnS });
    else this.pieces.push({ tile, from, to, startS, columnS });
    this.pieceCount++;
  }

  private trace(lane: Lane, perSecond: number, ratio: number): void {
    const { model, palette, painter } = this;
    const { gain, heartGain, window, filters } = model.now;
    const size = model.sizes[lane.at];
    if (!size) return;
    const scale = pixelsPerUnit(lane, model.rangeOf(lane), gain, heartGain) * ratio;
    const filtered = filters.highpassHz !== null && model.isDetailed;
    const derived = lane.kind === "eeg" && model.isDerived;
    const offset = filtered || derived ? 0 : this.offsetOf(size);
    const centre = lane.kind === "heart" ? 0.58 : 0.5; // beats are marked above the trace
    const dense = 1 / perSecond > denseFromS;
    const reach = lane.kind === "eeg" && !dense ? overreach * lane.height : 0;
    const colour = palette.word[dense ? denseColours[lane.kind] : colours[lane.kind]];
    this.markUnused(lane, perSecond);
    painter.begin(
      (lane.top + lane.height * centre) * ratio,
      offset,
      scale,
      Math.floor((lane.top + (lane.kind === "heart" ? 2 * beatRow : -reach)) * ratio),
      Math.ceil(Math.min(lane.top + lane.height + reach, this.footOf(lane)) * ratio),
      colour,
      Math.max(1, ratio * 1.1),
      this.mask,
      palette.word.unused,
      Math.floor(lane.top * ratio),
      Math.ceil((lane.top + lane.height) * ratio),
    );
    for (let i = 0; i < this.pieceCount; i++) {
      const piece = this.pieces[i] as Piece;
      const values = piece.tile ? piece.tile.values : model.whole;
      if (!values) continue;
      const perSignal = 2 * (piece.tile ? tileColumns : wholeColumns);
      const origin = (piece.startS - window.startS) * perSecond;
      painter.tile(values, lane.at * perSignal, piece.from, piece.to, origin, piece.columnS * perSecond);
    }
    painter.flush();
  }

  /** EEG stays out of the lanes below it, where beats are marked. */
  private footOf(lane: Lane): number {
    if (lane.kind !== "eeg") return lane.top + lane.height;
    const next = this.model.lanes.find(({ kind }) => kind !== "eeg");
    return next ? next.top : Number.POSITIVE_INFINITY;
  }

  /** Notes in the mask which columns of a lane are not used. */
  private markUnused(lane: Lane, perSecond: number): void {
    const { width } = this.raster;
    if (this.mask.length < width) this.mask = new Uint8Array(width);
    this.mask.fill(0);
    const { marks } = this.model.marked.value;
    if (!marks) return;
    const { startS } = this.model.now.window;
    const mark = (stretches: readonly Interval[]) => {
      for (let i = firstEnding(stretches, startS); i < stretches.length; i++) {
        const stretch = stretches[i] as Interval;
        const left = Math.max(0, Math.floor((stretch.start_s - startS) * perSecond));
        if (left >= width) return;
        this.mask.fill(1, left, Math.ceil((stretch.end_s - startS) * perSecond));
      }
    };
    if (lane.kind === "eeg") {
      const own = marks.channels.find(({ signal }) => signal === lane.signal?.index);
      if (own?.excluded) this.mask.fill(1);
      else if (own) mark(own.runs);
    } else if (lane.kind === "heart") {
      mark(marks.ecg_poor);
      mark(marks.ecg_excluded);
    }
  }

  /** The value that a trace is centred on: its usual middle, or that of the time in sight where it wanders. */
  private offsetOf(size: Size): number {
    if (!size.wanders) return size.centre;
    const { startS, spanS } = this.model.now.window;
    const columnS = this.model.endS / wholeColumns;
    const reachS = Math.max(spanS / 2, 10);
    const from = Math.max(0, Math.floor((startS + spanS / 2 - reachS) / columnS));
    const to = Math.min(wholeColumns, Math.ceil((startS + spanS / 2 + reachS) / columnS));
    const step = Math.max(1, Math.ceil((to - from) / mostMiddles));
    let count = 0;
    for (let column = from; column < to; column += step) {
      const middle = size.middles[column] as number;
      if (!Number.isNaN(middle)) this.middles[count++] = middle;
    }
    if (count === 0) return size.centre;
    return this.middles.subarray(0, count).sort()[count >> 1] as number;
  }

  // Behind the traces

  private grid(perSecond: number, ratio: number, height: number): void {
    const { raster, palette, model } = this;
    const { startS, spanS } = model.now.window;
    const step = tickStep(1 / perSecond, 90 * ratio);
    for (let tick = Math.ceil(startS / step); tick * step <= startS + spanS; tick++)
      raster.vertical(Math.round((tick * step - startS) * perSecond), 0, height, palette.word.grid);
    for (const lane of model.lanes)
      if (lane.top > 0 && (lane.height >= 24 || lane.kind !== "eeg"))
        raster.horizontal(Math.round(lane.top * ratio), palette.word.rule);
  }

  /** Windows that are not used, and stretches left out by hand. */
  private shade(perSecond: number, ratio: number): void {
    const { marks } = this.model.marked.value;
    if (!marks) return;
    for (const lane of this.model.lanes) {
      if (lane.kind === "eeg") {
        const own = marks.channels.find(({ signal }) => signal === lane.signal?.index);
        if (own?.excluded) this.hatch(0, this.model.endS, lane, perSecond, ratio, true);
        else if (own) this.shadeRuns(own.runs, lane, perSecond, ratio);
        for (const stretch of marks.eeg_excluded)
          this.hatch(stretch.start_s, stretch.end_s, lane, perSecond, ratio, true);
      } else if (lane.kind !== "other") {
        for (const stretch of marks.ecg_poor)
          this.hatch(stretch.start_s, stretch.end_s, lane, perSecond, ratio, false);
        for (const stretch of marks.ecg_excluded)
          this.hatch(stretch.start_s, stretch.end_s, lane, perSecond, ratio, true);
      }
    }
  }

  private shadeRuns(
    runs: readonly (Interval & { reason: string })[],
    lane: Lane,
    perSecond: number,
    ratio: number,
  ) {
    const { startS, spanS } = this.model.now.window;
    let done = -1;
    for (let i = firstEnding(runs, startS); i < runs.length; i++) {
      const run = runs[i] as Interval & { reason: string };
      if (run.start_s > startS + spanS) return;
      const right = Math.ceil((run.end_s - startS) * perSecond);
      if (right <= done || run.reason === "manual") continue;
      done = right;
      this.hatch(run.start_s, run.end_s, lane, perSecond, ratio, false);
    }
  }

  private hatch(
    fromS: number,
    toS: number,
    lane: Lane,
    perSecond: number,
    ratio: number,
    byHand: boolean,
  ): void {
    const { palette, model } = this;
    const left = Math.floor((fromS - model.now.window.startS) * perSecond);
    const right = Math.max(left + 1, Math.ceil((toS - model.now.window.startS) * perSecond));
    if (right < 0 || left > this.raster.width) return;
    this.raster.hatch(
      left,
      right,
      Math.round(lane.top * ratio),
      Math.round((lane.top + lane.height) * ratio),
      byHand ? palette.word["hand-tint"] : palette.word.tint,
      byHand ? palette.word["hand-stroke"] : palette.word.stroke,
      Math.round((byHand ? 10 : 7) * ratio),
      byHand,
    );
  }

  private gaps(perSecond: number, ratio: number, height: number): void {
    const { source, now } = this.model;
    const { segments } = source.drawn;
    for (let i = 1; i < segments.length; i++) {
      const from = segments[i - 1]?.end_s ?? 0;
      const to = segments[i]?.start_s ?? 0;
      if (to <= from || to < now.window.startS || from > now.window.startS + now.window.spanS) continue;
      const left = Math.floor((from - now.window.startS) * perSecond);
      const right = Math.max(left + Math.round(2 * ratio), Math.ceil((to - now.window.startS) * perSecond));
      const { "gap-tint": tint, "gap-stroke": stroke } = this.palette.word;
      this.raster.hatch(left, right, 0, height, tint, stroke, Math.round(14 * ratio), false);
    }
  }
}

/** Index of the first run that ends after a time; runs stand in order. */
function firstEnding(runs: readonly Interval[], timeS: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((runs[middle]?.end_s ?? 0) <= timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}
