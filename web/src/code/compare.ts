// Where two coders differ: a list to play and talk over, and what they need not talk over. How well they agree is the core's
// to say.
import { begin, codeAt, nearest_s, type Stretch, type Track } from "./track";

export interface Difference extends Stretch {
  a: string;
  b: string;
}

/** Time in pieces throughout which neither coder's code changes. */
function pieces(a: Track, b: Track, beyond: Stretch[]): (Difference & { isBeyond: boolean })[] {
  const borders = [...a, ...b].map(({ at_s }) => at_s);
  const times = [...borders, ...beyond.flatMap(({ start_s, end_s }) => [start_s, end_s])].sort(
    (x, y) => x - y,
  );
  return times.flatMap((start_s, place) => {
    const end_s = times[place + 1] ?? start_s;
    if (end_s - start_s <= nearest_s) return [];
    const middle = (start_s + end_s) / 2;
    const isBeyond = beyond.some((one) => one.start_s < middle && middle < one.end_s);
    return [{ start_s, end_s, a: codeAt(a, middle), b: codeAt(b, middle), isBeyond }];
  });
}

/** Stretches in which both coded something and not the same, the longest first. `beyond`: where the second was not to code. */
export function differences(a: Track, b: Track, beyond: Stretch[] = []): Difference[] {
  const found: Difference[] = [];
  for (const piece of pieces(a, b, beyond)) {
    if (piece.isBeyond || !piece.a || !piece.b || piece.a === piece.b) continue;
    const { isBeyond: _, ...one } = piece;
    const last = found.at(-1);
    if (last && last.a === one.a && last.b === one.b && Math.abs(last.end_s - one.start_s) <= nearest_s)
      last.end_s = one.end_s;
    else found.push(one);
  }
  return found.sort((x, y) => y.end_s - y.start_s - (x.end_s - x.start_s));
}

/** What both coded alike, and what the first coded where the second was not to: the rest is theirs to agree upon. */
export function alike(a: Track, b: Track, beyond: Stretch[]): Track {
  let track: Track = [];
  for (const { start_s, end_s, ...of } of pieces(a, b, beyond))
    track = begin(begin(track, start_s, of.isBeyond || of.a === of.b ? of.a : ""), end_s, "");
  return track;
}
