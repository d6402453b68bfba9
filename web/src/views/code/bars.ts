// Stretches of time as bars of one path.
import type { Stretch } from "../../code/track";

export type Scale = (seconds: number) => number;

/** What of a stretch is in sight. */
export const within =
  ({ from, to }: { from: number; to: number }) =>
  ({ start_s, end_s }: Stretch): Stretch[] => {
    const seen = { start_s: Math.max(start_s, from), end_s: Math.min(end_s, to) };
    return seen.end_s > seen.start_s ? [seen] : [];
  };

/** Bars as one path, in order of time; one that would lie wholly on the last one is left out. */
export function bars(
  stretches: Stretch[],
  x: Scale,
  y: number,
  height: number,
  { from, to }: { from: number; to: number },
): string {
  let path = "";
  let drawn = -Infinity;
  for (const { start_s, end_s } of stretches) {
    if (end_s <= from || start_s >= to) continue;
    const left = x(Math.max(start_s, from));
    const right = Math.max(left + 1, x(Math.min(end_s, to)));
    if (right <= drawn) continue;
    drawn = right;
    path += `M${left.toFixed(1)} ${y}H${right.toFixed(1)}v${height}H${left.toFixed(1)}z`;
  }
  return path;
}
