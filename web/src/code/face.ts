// A drawn face for practice: what it does is simulated, so that what a coder sees can be held against what was so. Two
// minutes of play, still-face and reunion, each state for some seconds; the same for one seed.
import { type Book, emptyBook, withTrack } from "./book";
import { generator } from "./share";
import type { Change, Track } from "./track";

export const faceLength_s = 120;
const faceRate = 25;

/** One face, so that everybody in a workshop sees the same. */
export const practiceSeed = 5;

const phases: [string, number][] = [
  ["play", 0],
  ["still-face", 40],
  ["reunion", 80],
  ["", faceLength_s],
];

/** How often each state follows in a phase: invented for practice, from no infant. */
const weights: Record<string, Record<string, number>> = {
  play: { "social positive": 4, "social monitor": 3, "object/environment": 2, protest: 0.5, unscorable: 0.5 },
  "still-face": { "social monitor": 3, withdrawn: 3, "object/environment": 3, protest: 2, unscorable: 0.5 },
  reunion: { "social monitor": 3, "social positive": 2, protest: 2, withdrawn: 1, "object/environment": 2 },
};

const shortest_s = 2.5;
const spread_s = 5;

const change = (at_s: number, code: string): Change => ({ at_s, code, note: "" });

/** What the face does: its states without a gap, each change at the beginning of a picture. */
export function truthOf(seed: number): Track {
  const random = generator(seed);
  const track: Track = [];
  let at_s = 0;
  while (at_s < faceLength_s) {
    const phase = [...phases].reverse().find(([, start_s]) => start_s <= at_s)?.[0] ?? "play";
    const last = track.at(-1)?.code;
    const choices = Object.entries(weights[phase] ?? {}).filter(([state]) => state !== last);
    track.push(change(at_s, drawnFrom(choices, random())));
    at_s = Math.round((at_s + shortest_s + random() * spread_s) * faceRate) / faceRate;
  }
  return [...track, change(faceLength_s, "")];
}

function drawnFrom(choices: [string, number][], random: number): string {
  let left = random * choices.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [state, weight] of choices) {
    left -= weight;
    if (left < 0) return state;
  }
  return choices.at(-1)?.[0] ?? "";
}

/** An empty sheet with the phases of the practice, which are not to be coded. */
export function practiceBook(): Book {
  const book = { ...emptyBook(), rate: faceRate, media: { length_s: faceLength_s, bytes: 0 } };
  const set = { ...book.set, phases: [], events: [] };
  return withTrack({ ...book, set }, "a", "phases", () => phases.map(([code, at_s]) => change(at_s, code)));
}

/** The same with what was so as the second coder's. */
export const withTruth = (book: Book, seed: number): Book =>
  withTrack(book, "b", "states", () => truthOf(seed));
