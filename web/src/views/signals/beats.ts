// Beats as they are drawn and listed: by time, each with the one word and shape that says what it is.
import type { SignalMarks } from "#report";

/** What a beat is shown as. `restored` beats and those added by hand are one kind in the core. */
export type ShownKind =
  | "detected"
  | "unsure"
  | "ectopic"
  | "long_short"
  | "missed"
  | "extra"
  | "removed"
  | "moved"
  | "added";

/** `left_out`: a beat that is one, whose interval the report does not use. */
export type MarkShape = ShownKind | "left_out";

export interface Beat {
  /** Where it stands in the ECG; edits name this time. */
  atS: number;
  /** The time that intervals are formed with. */
  usedS: number;
  kind: ShownKind;
  unsure: boolean;
  reason: string;
  /** As found, from the beat before to this one; null where there is none. */
  intervalMs: number | null;
  /** Outside these, editing suspects it; null where it is compared with none. */
  lowMs: number | null;
  highMs: number | null;
  /** The interval that the report uses; null where there is none. */
  nnMs: number | null;
  /** What the reason says, for `told`. */
  said: { reason: unknown };
}

export function beatsOf({ beats }: SignalMarks): Beat[] {
  const said = beats.said?.reason;
  const list = beats.time_s.map((usedS, i): Beat => {
    const kind = beats.kind[i] ?? "detected";
    const unsure = beats.unsure[i] ?? false;
    return {
      atS: beats.found_s[i] ?? usedS,
      usedS,
      kind: kind === "detected" && unsure ? "unsure" : kind,
      unsure,
      reason: beats.reason[i] ?? "",
      intervalMs: beats.interval_ms[i] ?? null,
      lowMs: beats.low_ms[i] ?? null,
      highMs: beats.high_ms[i] ?? null,
      nnMs: beats.nn_ms[i] ?? null,
      said: { reason: Array.isArray(said) ? said[i] : null },
    };
  });
  return list.sort((a, b) => a.atS - b.atS);
}

/** Worth a look: not simply detected, and not what a hand has put in order. */
export const isFlagged = ({ kind }: Beat): boolean =>
  kind !== "detected" && kind !== "added" && kind !== "moved" && kind !== "removed";

export const isByHand = ({ kind }: Beat): boolean =>
  kind === "added" || kind === "moved" || kind === "removed";

/** Not a heartbeat (any more). */
export const isTakenOut = ({ kind }: Beat): boolean => kind === "removed" || kind === "extra";

/** One beat of the rhythm whose interval the report leaves out. */
export const isLeftOut = (beat: Beat): boolean =>
  !isTakenOut(beat) && beat.nnMs === null && (beat.intervalMs !== null || beat.kind === "missed");

/** Whether editing suspects the interval that ends at a beat; null where it is compared with none. */
export const isSuspected = ({ intervalMs, lowMs, highMs }: Beat): boolean | null =>
  intervalMs === null || lowMs === null || highMs === null
    ? null
    : intervalMs <= lowMs || intervalMs >= highMs;

/** Index of the first beat at or after a time. */
export function firstFrom(beats: readonly Beat[], timeS: number): number {
  let low = 0;
  let high = beats.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((beats[middle]?.atS ?? 0) < timeS) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the beat nearest to a time, within so many seconds; −1 if there is none. */
export function nearest(beats: readonly Beat[], timeS: number, withinS: number): number {
  const after = firstFrom(beats, timeS);
  let best = -1;
  let bestS = withinS;
  for (const index of [after - 1, after]) {
    const beat = beats[index];
    if (!beat || Math.abs(beat.atS - timeS) > bestS) continue;
    best = index;
    bestS = Math.abs(beat.atS - timeS);
  }
  return best;
}

/**
 * The shape of each kind around (0, 0), 10 wide and high, as an SVG path; told apart without colour. `filled`
 * shapes are filled, the others drawn in outline.
 */
export const shapes: Record<MarkShape, { path: string; filled: boolean }> = {
  detected: { path: "M-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0 -4.8 0z", filled: true },
  unsure: { path: "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", filled: false },
  ectopic: { path: "M0 -5L5 0L0 5L-5 0z", filled: true },
  long_short: { path: "M0 -5L5 0L0 5L-5 0z", filled: false },
  missed: { path: "M-4.5 -4H4.5L0 4.5z", filled: false },
  extra: { path: "M-4 -4L4 4M4 -4L-4 4", filled: false },
  removed: {
    path: "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0zM-3.2 -3.2L3.2 3.2M3.2 -3.2L-3.2 3.2",
    filled: false,
  },
  moved: { path: "M-4.5 -4L4.5 0L-4.5 4z", filled: true },
  added: { path: "M-1.4 -5h2.8v3.6h3.6v2.8h-3.6v3.6h-2.8v-3.6h-3.6v-2.8h3.6z", filled: true },
  left_out: { path: "M-3 -3H3V3H-3z", filled: false },
};
export const markShapes = Object.keys(shapes) as MarkShape[];
