// Codings as a file of their own: what is saved, what may be kept on this computer, and back. What a file holds is somebody
// else's until it was looked at.
import {
  type Book,
  type Code,
  type CodeSet,
  colourCount,
  emptyBook,
  isFresh,
  kinds,
  type PointEvent,
  type Sheet,
  type Side,
  shapes,
} from "./book";
import type { Track } from "./track";

/** Books of the visits in their order; null: one that is fresh. */
export function codingFile(books: (Book | null)[]): string {
  const held = books.map((book) => (book && !isFresh(book) ? book : null));
  return `${JSON.stringify({ attune: "coding", format: 1, visits: held })}\n`;
}

/** The books that a file holds; null: it is no such file, or not a whole one. */
export function booksIn(text: string): (Book | null)[] | null {
  try {
    const file = record(JSON.parse(text));
    if (file.attune !== "coding" || file.format !== 1) return null;
    return list(file.visits).map((visit) => (visit === null ? null : bookOf(record(visit))));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Misshapen) return null;
    throw error;
  }
}

class Misshapen extends Error {}

/** More than anyone codes. */
const most = 100_000;
const longestText = 2000;

function must(holds: boolean): asserts holds {
  if (!holds) throw new Misshapen();
}

function record(value: unknown): Record<string, unknown> {
  must(typeof value === "object" && value !== null && !Array.isArray(value));
  return value as Record<string, unknown>;
}

function list(value: unknown): unknown[] {
  must(Array.isArray(value) && value.length <= most);
  return value;
}

function text(value: unknown): string {
  must(typeof value === "string" && value.length <= longestText);
  return value;
}

function number(value: unknown, least: number, largest: number): number {
  must(typeof value === "number" && value >= least && value <= largest);
  return value;
}

const orNull = <T>(value: unknown, read: (value: unknown) => T): T | null =>
  value === null ? null : read(value);

/** A week; no clock of a coding shows more. */
const longest_s = 604_800;
const time = (value: unknown): number => number(value, 0, longest_s);

function bookOf(value: Record<string, unknown>): Book {
  const sheets = record(value.sheets);
  const set = record(value.set);
  const codes = (kind: (typeof kinds)[number]) => list(set[kind]).map((one) => codeOf(record(one)));
  return {
    ...emptyBook(),
    set: Object.fromEntries(kinds.map((kind) => [kind, codes(kind)])) as CodeSet,
    sheets: {
      a: sheetOf(record(sheets.a)),
      b: sheetOf(record(sheets.b)),
      // Codings saved before there was one.
      both: sheets.both === undefined ? emptyBook().sheets.both : sheetOf(record(sheets.both)),
    },
    media: orNull(value.media, (media) => {
      const { length_s, bytes } = record(media);
      return { length_s: time(length_s), bytes: number(bytes, 0, 1e15) };
    }),
    // Codings saved before sides were kept.
    sides: value.sides === undefined ? [] : list(value.sides).map((one) => sideOf(record(one))),
    rate: orNull(value.rate, (rate) => number(rate, 1, 1000)),
    share: orNull(value.share, (share) => {
      const { part, stretch_s, seed } = record(share);
      return { part: number(part, 0, 1), stretch_s: number(stretch_s, 1, 3600), seed: number(seed, 0, 1e9) };
    }),
    offset_s: orNull(value.offset_s, (offset) => number(offset, -longest_s, longest_s)),
  };
}

const sideOf = ({ bytes, ahead_s }: Record<string, unknown>): Side => ({
  bytes: number(bytes, 0, 1e15),
  ahead_s: number(ahead_s, -longest_s, longest_s),
});

function codeOf(value: Record<string, unknown>): Code {
  const shape = shapes.find((one) => one === value.shape);
  must(shape !== undefined);
  const colour = number(value.colour, 0, colourCount - 1);
  must(Number.isInteger(colour));
  return {
    id: text(value.id),
    name: text(value.name),
    definition: text(value.definition),
    key: text(value.key),
    colour,
    shape,
  };
}

function sheetOf(value: Record<string, unknown>): Sheet {
  must(typeof value.done === "boolean");
  return {
    states: trackOf(value.states),
    phases: trackOf(value.phases),
    events: list(value.events).map((one) => pointOf(record(one))),
    done: value.done,
  };
}

/** A track whose times run forwards, as those that are made here do. */
function trackOf(value: unknown): Track {
  const track = list(value).map((one) => pointOf(record(one)));
  must(track.every(({ at_s }, place) => place === 0 || at_s > (track[place - 1]?.at_s ?? 0)));
  return track;
}

const pointOf = (value: Record<string, unknown>): PointEvent => ({
  at_s: time(value.at_s),
  code: text(value.code),
  note: text(value.note),
});
