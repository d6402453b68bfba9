// What the strip of heart periods shows of a beat, in words.
import { fixed } from "../../format";
import type { Text } from "../../text/en";
import { type Beat, isLeftOut, isSuspected } from "./beats";

const whole = (ms: number): string => fixed(ms, 0);

/** "Interval 452 ms, inside the band of 411 to 500 ms"; empty where none ends at the beat. */
export function intervalText(beat: Beat, { period }: Text["signals"]): string {
  const { intervalMs, lowMs, highMs } = beat;
  if (intervalMs === null) return "";
  const parts = [period.interval(whole(intervalMs))];
  if (lowMs !== null && highMs !== null)
    parts.push(period[isSuspected(beat) ? "outside" : "inside"](whole(lowMs), whole(highMs)));
  if (isLeftOut(beat)) parts.push(period.unused);
  return parts.join(", ");
}

export const intervalCell = ({ intervalMs }: Beat): string => (intervalMs === null ? "" : whole(intervalMs));

export const bandCell = ({ lowMs, highMs }: Beat): string =>
  lowMs === null || highMs === null ? "" : `${whole(lowMs)}–${whole(highMs)}`;
