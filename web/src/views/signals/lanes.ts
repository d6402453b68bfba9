// Where each trace stands on the screen and how large it is drawn.
import type { DrawnRecording, DrawnSignal } from "#report";

/** Columns that the whole recording is looked at in, to learn how large its signals are. */
export const wholeColumns = 1024;
const pixelsPerMm = 96 / 25.4;

export type LaneKind = "eeg" | "heart" | "other" | "beats" | "period";

export interface Lane {
  kind: LaneKind;
  /** Place of the signal among the drawn ones; −1 for lanes of beats alone. */
  at: number;
  signal: DrawnSignal | null;
  /** CSS pixels from the top of the plot. */
  top: number;
  height: number;
}

/** How large a signal usually is, and where it lies. */
export interface Size {
  /** Usual height, lowest to highest. */
  range: number;
  centre: number;
  /** Middles of the whole recording's columns; where the signal wanders, its trace is centred on those nearby. */
  middles: Float32Array;
  wanders: boolean;
}

const voltFactors: Record<string, number> = { nV: 1e-3, uV: 1, mV: 1e3, V: 1e6 };
/** µV in one of the signal's units; what is no voltage is taken as it is. */
export const microvolts = (signal: DrawnSignal): number => voltFactors[signal.unit] ?? 1;

export const isVoltage = (signal: DrawnSignal): boolean => signal.unit in voltFactors;

const laneHeights = {
  eegLeast: 11,
  eegMost: 76,
  heart: 112,
  heartMost: 240,
  other: 42,
  beats: 44,
  period: 88,
};

/**
 * Lanes from top to bottom: EEG, heart, the rest that is shown, the heart period. `room`: CSS pixels there are; `usual`: the heart
 * has no more than usual even without EEG.
 */
export function lanesOf(
  drawn: DrawnRecording,
  hidden: ReadonlySet<number>,
  heartSignal: number | null,
  hasBeats: boolean,
  room: number,
  usual = false,
): { lanes: Lane[]; height: number } {
  const shown = drawn.signals.flatMap((signal, at) => (hidden.has(signal.index) ? [] : [{ signal, at }]));
  const kindOf = (signal: DrawnSignal): LaneKind =>
    signal.kind === "eeg" ? "eeg" : signal.index === heartSignal ? "heart" : "other";
  const of = (kind: LaneKind) => shown.filter(({ signal }) => kindOf(signal) === kind);
  const beatsAlone = hasBeats && of("heart").length === 0;
  // Without EEG the heart has its room.
  const heartHeight =
    usual || of("eeg").length > 0
      ? laneHeights.heart
      : Math.min(laneHeights.heartMost, Math.max(laneHeights.heart, (room - laneHeights.period) / 2));
  const fixed =
    of("heart").length * heartHeight +
    of("other").length * laneHeights.other +
    (beatsAlone ? laneHeights.beats : 0) +
    (hasBeats ? laneHeights.period : 0);
  const each = Math.floor((room - fixed) / Math.max(1, of("eeg").length));
  const eegHeight = Math.min(laneHeights.eegMost, Math.max(laneHeights.eegLeast, each));
  const lanes: Lane[] = [];
  let top = 0;
  const add = (kind: LaneKind, at: number, signal: DrawnSignal | null, height: number) => {
    lanes.push({ kind, at, signal, top, height });
    top += height;
  };
  for (const { signal, at } of of("eeg")) add("eeg", at, signal, eegHeight);
  for (const { signal, at } of of("heart")) add("heart", at, signal, heartHeight);
  if (beatsAlone) add("beats", -1, null, laneHeights.beats);
  for (const { signal, at } of of("other")) add("other", at, signal, laneHeights.other);
  if (hasBeats) add("period", -1, null, laneHeights.period);
  return { lanes, height: top };
}

/** Signals that are not shown at first: what is neither brain nor heart nor breathing. */
export function hiddenAtFirst(drawn: DrawnRecording): Set<number> {
  const useful = ["eeg", "ecg", "respiration"];
  const others = drawn.signals.filter(({ kind }) => !useful.includes(kind));
  return new Set(others.length < drawn.signals.length ? others.map(({ index }) => index) : []);
}

const quantile = (sorted: Float32Array, part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;

/** A stretch that holds a wave of each kind of signal whole, seconds. */
const waveS: Record<string, number> = { eeg: 1, ecg: 1.5 };
const slowWaveS = 6;

/** How large each signal is over the whole recording. `whole`: an overview of `wholeColumns` columns. */
export function sizesOf(drawn: DrawnRecording, whole: Float32Array): Size[] {
  return drawn.signals.map((signal, at) => {
    const middles = new Float32Array(wholeColumns).fill(Number.NaN);
    const ranges: number[] = [];
    const together = Math.ceil(((waveS[signal.kind] ?? slowWaveS) * wholeColumns) / drawn.end_s);
    for (let from = 0; from < wholeColumns; from += together) {
      let lowest = Number.POSITIVE_INFINITY;
      let highest = Number.NEGATIVE_INFINITY;
      for (let column = from; column < Math.min(wholeColumns, from + together); column++) {
        const low = whole[2 * (at * wholeColumns + column)] ?? Number.NaN;
        const high = whole[2 * (at * wholeColumns + column) + 1] ?? Number.NaN;
        if (Number.isNaN(low)) continue;
        middles[column] = (low + high) / 2;
        lowest = Math.min(lowest, low);
        highest = Math.max(highest, high);
      }
      if (lowest <= highest) ranges.push(highest - lowest);
    }
    const sortedMiddles = middles.filter((middle) => !Number.isNaN(middle)).sort();
    const range = quantile(Float32Array.from(ranges).sort(), 0.75) || 1;
    const spread = quantile(sortedMiddles, 0.95) - quantile(sortedMiddles, 0.05);
    return { range, centre: quantile(sortedMiddles, 0.5), middles, wanders: spread > 2 * range };
  });
}

export interface PeriodRange {
  lowMs: number;
  highMs: number;
}
export const usualPeriods: PeriodRange = { lowMs: 300, highMs: 700 };
/** Of the intervals in use all but some in a hundred, and so much of their range beyond it, at least this. */
const periodPart = 0.01;
const periodBeyond = { part: 0.2, leastMs: 25 };

/** The heights that a recording's heart periods have, whatever part of it is in sight. */
export function periodsOf(beats: readonly { nnMs: number | null }[]): PeriodRange {
  const used = Float32Array.from(beats.flatMap(({ nnMs }) => nnMs ?? [])).sort();
  if (used.length === 0) return usualPeriods;
  const [low, high] = [quantile(used, periodPart), quantile(used, 1 - periodPart)];
  const beyond = Math.max(periodBeyond.leastMs, periodBeyond.part * (high - low));
  return { lowMs: low - beyond, highMs: high + beyond };
}

/** EEG sensitivities in µV per mm, as on EEG machines. */
export const gains = [
  0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000, 5000,
];

/** The sensitivity at which the usual EEG fills its lane. */
export function fittingGain(lanes: readonly Lane[], sizes: readonly Size[]): number {
  const eeg = lanes.filter(({ kind }) => kind === "eeg");
  const ranges = eeg.flatMap(({ at, signal }) =>
    signal ? [(sizes[at]?.range ?? 1) * microvolts(signal)] : [],
  );
  const usual = quantile(Float32Array.from(ranges).sort(), 0.5);
  const wanted = (usual * pixelsPerMm) / (0.95 * (eeg[0]?.height ?? 40));
  return gains.find((gain) => gain >= wanted) ?? gains[gains.length - 1] ?? 10;
}

export function steppedGain(gain: number, step: 1 | -1): number {
  const at = gains.findIndex((other) => other >= gain * 0.999);
  return gains[Math.min(gains.length - 1, Math.max(0, at - step))] ?? gain;
}

/** CSS pixels for one of the signal's units. `range`: how large it usually is. */
export function pixelsPerUnit(lane: Lane, range: number, gain: number, heartGain: number): number {
  if (!lane.signal) return 1;
  if (lane.kind === "eeg") return (microvolts(lane.signal) * pixelsPerMm) / gain;
  return (heartGain * 0.62 * lane.height) / range;
}
