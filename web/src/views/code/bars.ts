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

/** Bars as one path. */
export function bars(
  stretches: Stretch[],
  x: Scale,
  y: number,
  height: number,
  window: { from: number; to: number },
) {
  return stretches
    .flatMap(within(window))
    .map(({ start_s, end_s }) => {
      const left = x(start_s);
      return `M${left.toFixed(1)} ${y}h${Math.max(1, x(end_s) - left).toFixed(1)}v${height}H${left.toFixed(1)}z`;
    })
    .join("");
}
