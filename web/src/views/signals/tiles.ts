// The traces that a view needs, as tiles: so many columns of time of every signal at one of a ladder of column
// lengths, each half the one above. Tiles are fetched as they come into sight, drawn from the overview where its bins
// are fine enough and in detail otherwise, and the least recently drawn are let go.
import type { TraceRequest } from "#report";
import { CoreRefusal } from "../../worker/client";
import type { TraceSource } from "../../worker/traces";
import { type Derived, derive } from "./montage";

export const tileColumns = 256;
/** Memory that tiles may take: what is in sight, and as much on either side of it. */
const mostBytes = 96 << 20;
const bytesPerColumn = 2 * Float32Array.BYTES_PER_ELEMENT;
/** Tiles that are fetched at once: one reading of the file, one answer of the worker. */
const mostTilesAtOnce = 16;
/** Columns of a quarter of a millisecond: below it no trace has anything to show. */
const finestLevel = -12;

/** Wider columns than this are not filtered: that would take too much of the file for one view. */
const widestFiltered = -4;

/** Filters for the eye, Hz. */
export interface DisplayFilters {
  highpassHz: number | null;
  lowpassHz: number | null;
  notchHz: number | null;
}
export const asRecorded: DisplayFilters = { highpassHz: null, lowpassHz: null, notchHz: null };

/** Columns of 2^level seconds. */
export const columnOf = (level: number): number => 2 ** level;

export interface Tile {
  readonly level: number;
  readonly index: number;
  /** Lowest and highest of each column in turn, one signal after the other. */
  readonly values: Float32Array;
  drawn: number;
}

export class Tiles {
  private readonly tiles = new Map<number, Tile>();
  private readonly waiting = new Set<number>();
  private bytes = 0;
  private turn = 0;
  private fetching = 0;
  private generation = 0;
  private filters = asRecorded;
  private filtered = false;
  private derived: (Derived | null)[] | null = null;
  private centres: readonly number[] = [];
  private tilesAtOnce = mostTilesAtOnce;
  /** Wider columns than this are too much of the file to be read at once. */
  private widestDetail = Number.POSITIVE_INFINITY;
  private detailFailed = false;
  private readonly signals: number[];
  /** Columns of this level hold no more than a line between two samples of any EEG signal. */
  private readonly sampleLevel: number;
  /** From this level on the overview is as good as the file. */
  readonly overviewLevel: number;

  constructor(
    private readonly source: TraceSource,
    private readonly onArrival: () => void,
    private readonly onFailure: (error: unknown) => void,
  ) {
    const { drawn } = source;
    this.signals = drawn.signals.map(({ index }) => index);
    const rates = drawn.signals.map(({ kind, sample_rate_hz }) => (kind === "eeg" ? sample_rate_hz : 1));
    this.sampleLevel = Math.max(finestLevel, Math.floor(Math.log2(1 / (2 * Math.max(1, ...rates)))));
    this.overviewLevel = drawn.overview_bin_s > 0 ? Math.ceil(Math.log2(drawn.overview_bin_s)) : 40;
  }

  /** Draws through other filters and in another montage; what was drawn before is thrown away. */
  filter(filters: DisplayFilters, derived: (Derived | null)[] | null, centres: readonly number[]): void {
    this.filters = filters;
    this.derived = derived;
    this.centres = filters.highpassHz === null ? centres : [];
    this.filtered = Object.values(filters).some((hz) => hz !== null);
    this.generation++;
    this.waiting.clear();
    this.tiles.clear();
    this.bytes = 0;
  }

  get hasDetail(): boolean {
    return this.source.hasDetail && !this.detailFailed;
  }

  /** The level for `columns` columns no longer than this, or the finest there is. */
  levelFor(secondsPerColumn: number, columns: number): number {
    const wanted = Math.max(finestLevel, Math.floor(Math.log2(secondsPerColumn)));
    const isDerived =
      this.derived !== null && wanted <= widestFiltered && this.holds(secondsPerColumn * columns);
    const level = isDerived ? Math.min(wanted, this.sampleLevel) : wanted;
    return this.hasDetail && level <= this.widestDetail ? level : Math.max(level, this.overviewLevel);
  }

  /** Whether a level is drawn from the file. Filters act there, and are worth a longer reading. */
  isDetailed(level: number): boolean {
    if (!this.hasDetail || level > this.widestDetail) return false;
    return level < this.overviewLevel || (this.filtered && level <= widestFiltered) || this.isDerived(level);
  }

  /** Whether a level is drawn in the montage: coarser columns have no middle to take another's from. */
  isDerived(level: number): boolean {
    return this.derived !== null && level <= this.sampleLevel;
  }

  /** Whether there is memory for so many seconds at the level of samples, and for as many before and after. */
  private holds(seconds: number): boolean {
    const columns = seconds / columnOf(this.sampleLevel) + 2 * tileColumns;
    return 3 * columns * this.signals.length * bytesPerColumn < mostBytes;
  }

  /** A tile if it is there; noted as drawn. */
  at(level: number, index: number): Tile | undefined {
    const tile = this.tiles.get(keyOf(level, index));
    if (tile) tile.drawn = this.turn;
    return tile;
  }

  /** Call once a frame. */
  nextFrame(): void {
    this.turn++;
  }

  /** Sees to it that tiles [first, last] of a level come, unless they are there or on their way. */
  want(level: number, first: number, last: number): void {
    for (let index = Math.max(0, first); index <= last && this.fetching < 2; index++) {
      if (this.has(level, index)) continue;
      let end = index;
      while (end < last && end - index + 1 < this.tilesAtOnce && !this.has(level, end + 1)) end++;
      void this.fetch(level, index, end);
      index = end;
    }
  }

  private has(level: number, index: number): boolean {
    const key = keyOf(level, index);
    return this.tiles.has(key) || this.waiting.has(key);
  }

  private async fetch(level: number, first: number, last: number): Promise<void> {
    const generation = this.generation;
    this.fetching++;
    for (let index = first; index <= last; index++) this.waiting.add(keyOf(level, index));
    try {
      const columnS = columnOf(level);
      const request: TraceRequest = {
        file: 0,
        from_s: first * tileColumns * columnS,
        column_s: columnS,
        columns: (last - first + 1) * tileColumns,
        signals: this.signals,
        highpass_hz: this.filters.highpassHz,
        lowpass_hz: this.filters.lowpassHz,
        notch_hz: this.filters.notchHz,
      };
      const { source } = this;
      const values = await (this.isDetailed(level) ? source.trace(request) : source.overview(request));
      if (generation === this.generation)
        this.keep(level, first, last, this.inMontage(level, values, request));
    } catch (error) {
      if (generation === this.generation) this.fail(error, level, first === last);
    } finally {
      this.fetching--;
      for (let index = first; index <= last; index++) this.waiting.delete(keyOf(level, index));
      this.onArrival();
    }
  }

  private inMontage(level: number, values: Float32Array, { columns }: TraceRequest): Float32Array {
    if (!this.derived || !this.isDerived(level)) return values;
    return derive(values, columns, this.source.drawn.signals, this.derived, this.centres);
  }

  /** What is too long to be read at once is read in parts, or drawn from the overview; any other failure is told. */
  private fail(error: unknown, level: number, single: boolean): void {
    if (error instanceof CoreRefusal) {
      if (single) this.widestDetail = Math.min(this.widestDetail, level - 1);
      else this.tilesAtOnce = Math.max(1, this.tilesAtOnce >> 1);
      return;
    }
    this.detailFailed = true;
    this.onFailure(error);
  }

  private keep(level: number, first: number, last: number, values: Float32Array): void {
    const count = last - first + 1;
    const perTile = 2 * tileColumns;
    for (let turn = 0; turn < count; turn++) {
      const own = new Float32Array(perTile * this.signals.length);
      for (let signal = 0; signal < this.signals.length; signal++) {
        const from = (signal * count + turn) * perTile;
        own.set(values.subarray(from, from + perTile), signal * perTile);
      }
      this.tiles.set(keyOf(level, first + turn), {
        level,
        index: first + turn,
        values: own,
        drawn: this.turn,
      });
      this.bytes += own.byteLength;
    }
    this.letGo();
  }

  private letGo(): void {
    if (this.bytes <= mostBytes) return;
    const oldest = [...this.tiles].sort(([, a], [, b]) => a.drawn - b.drawn);
    for (const [key, tile] of oldest) {
      if (this.bytes <= mostBytes * 0.8) break;
      this.tiles.delete(key);
      this.bytes -= tile.values.byteLength;
    }
  }
}

/** One number for level and index; levels lie between −20 and 40. */
function keyOf(level: number, index: number): number {
  return (level + 20) * 2 ** 40 + index;
}
