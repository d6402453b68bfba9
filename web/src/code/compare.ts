// Where two coders differ: a list to play and talk over. How well they agree is the core's to say.
import { codeAt, nearest_s, type Stretch, type Track } from "./track";

export interface Difference extends Stretch {
  a: string;
  b: string;
}

/** Stretches in which both coded something and not the same, the longest first. `beyond`: where the second was not to code. */
export function differences(a: Track, b: Track, beyond: Stretch[] = []): Difference[] {
  const borders = [...a, ...b].map(({ at_s }) => at_s);
  const times = [...borders, ...beyond.flatMap(({ start_s, end_s }) => [start_s, end_s])].sort(
    (x, y) => x - y,
  );
  const found: Difference[] = [];
  for (const [place, start_s] of times.entries()) {
    const end_s = times[place + 1] ?? start_s;
    if (end_s - start_s <= nearest_s) continue;
    const middle = (start_s + end_s) / 2;
    if (beyond.some((one) => one.start_s < middle && middle < one.end_s)) continue;
    const [ofA, ofB] = [a, b].map((track) => codeAt(track, middle));
    if (!ofA || !ofB || ofA === ofB) continue;
    const last = found.at(-1);
    if (last && last.a === ofA && last.b === ofB && Math.abs(last.end_s - start_s) <= nearest_s)
      last.end_s = end_s;
    else found.push({ start_s, end_s, a: ofA, b: ofB });
  }
  return found.sort((x, y) => y.end_s - y.start_s - (x.end_s - x.start_s));
}
