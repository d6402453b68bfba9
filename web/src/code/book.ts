// What was coded of one visit: the codes there are, each coder's sheet, and how the video's clock stands to the
// recording's. Of the video itself nothing is in it but its length, size and rate.
import { type History, moved, noHistory, stepped } from "../app/history";
import { begin, gapsIn, type Stretch, spansOf, type Track } from "./track";

export const shapes = ["square", "triangle", "diamond", "circle", "cross", "bar", "ring", "star"] as const;
export type Shape = (typeof shapes)[number];

/** How many colours there are to choose from (style/code.css). */
export const colourCount = 8;

/** One code: what tables call it, what it means, and how it is entered and drawn. */
export interface Code {
  id: string;
  name: string;
  definition: string;
  /** One sign, as event.key has it, in small letters. */
  key: string;
  colour: number;
  shape: Shape;
}

export const tracks = ["states", "phases"] as const;
export type TrackName = (typeof tracks)[number];
export const kinds = ["states", "events", "phases"] as const;
export type Kind = (typeof kinds)[number];
export type CodeSet = Record<Kind, Code[]>;

/** Something that happened at one moment. */
export interface PointEvent {
  at_s: number;
  code: string;
  note: string;
}

export interface Sheet {
  states: Track;
  phases: Track;
  events: PointEvent[];
  /** The coder has said that all of it is coded. */
  done: boolean;
}

/** Two who code alone, and what they agree upon once both are done. */
export const coders = ["a", "b", "both"] as const;
export type Coder = (typeof coders)[number];

/** Another side of the session, known again by its file's size; its clock is so far ahead of the first one's. */
export interface Side {
  bytes: number;
  ahead_s: number;
}

/** Which stretches the second coder codes. */
export interface Share {
  part: number;
  stretch_s: number;
  seed: number;
}

export interface Book {
  set: CodeSet;
  sheets: Record<Coder, Sheet>;
  /** Length in seconds and size in bytes of what was coded; null: nothing was opened yet, or it was coded live. */
  media: { length_s: number; bytes: number } | null;
  /** Sides that begin at another moment than the first. */
  sides: Side[];
  /** Pictures a second; null: not known yet. */
  rate: number | null;
  /** Null: the second coder codes all. */
  share: Share | null;
  /** Time of the recording at which the video's clock shows 0; null: not known. */
  offset_s: number | null;
}

/** A book and the steps that led to it, of one coder. */
export interface CodeWork {
  book: Book;
  coder: Coder;
  history: History<Book>;
}

const emptySheet = (): Sheet => ({ states: [], phases: [], events: [], done: false });

const code = (name: string, key: string, place: number): Code => ({
  id: name,
  name,
  definition: "",
  key,
  colour: place % colourCount,
  shape: shapes[place % shapes.length] ?? "square",
});

/** The core's states by their names there (core/behavior/coding_settings.cpp), so that they need no rule. */
function usualSet(): CodeSet {
  const states: [string, string][] = [
    ["withdrawn", "w"],
    ["protest", "p"],
    ["object/environment", "o"],
    ["social monitor", "m"],
    ["social positive", "s"],
    ["unscorable", "u"],
  ];
  return {
    states: states.map(([name, key], place) => code(name, key, place)),
    events: [code("looks away", "g", 0), code("touch", "t", 1)],
    phases: [code("play", "1", 0), code("still-face", "2", 1), code("reunion", "3", 2)],
  };
}

export const emptyBook = (): Book => ({
  set: usualSet(),
  sheets: { a: emptySheet(), b: emptySheet(), both: emptySheet() },
  media: null,
  sides: [],
  rate: null,
  share: null,
  offset_s: null,
});

export const newWork = (book = emptyBook()): CodeWork => ({ book, coder: "a", history: noHistory });

/** The work with one more step; the same where nothing changed. */
export function step(work: CodeWork, change: (book: Book) => Book): CodeWork {
  const book = change(work.book);
  return book === work.book ? work : { ...work, book, history: stepped(work.history, work.book) };
}

export function travel(work: CodeWork, direction: "undo" | "redo"): CodeWork {
  const found = moved(work.history, work.book, direction);
  return found ? { ...work, book: found.present, history: found.history } : work;
}

/** Another coder sits down: steps of the one before are not theirs to take back. */
export function seat(work: CodeWork, coder: Coder): CodeWork {
  return work.coder === coder ? work : { ...work, coder, history: noHistory };
}

export function withSheet(book: Book, coder: Coder, change: (sheet: Sheet) => Sheet): Book {
  const sheet = change(book.sheets[coder]);
  return sheet === book.sheets[coder] ? book : { ...book, sheets: { ...book.sheets, [coder]: sheet } };
}

export function withTrack(book: Book, coder: Coder, name: TrackName, change: (track: Track) => Track): Book {
  return withSheet(book, coder, (sheet) => {
    const track = change(sheet[name]);
    return track === sheet[name] ? sheet : { ...sheet, [name]: track };
  });
}

/** A code was entered at a time: a state or phase begins, or something happened. */
export function entered(book: Book, coder: Coder, kind: Kind, id: string, at_s: number): Book {
  if (kind !== "events") return withTrack(book, coder, kind, (track) => begin(track, at_s, id));
  return withSheet(book, coder, (sheet) => ({
    ...sheet,
    events: [...sheet.events, { at_s, code: id, note: "" }].sort((a, b) => a.at_s - b.at_s),
  }));
}

/** What a key enters. */
export function codeOfKey(set: CodeSet, key: string): { kind: Kind; code: Code } | null {
  for (const kind of kinds) {
    const found = set[kind].find((one) => one.key !== "" && one.key === key.toLowerCase());
    if (found) return { kind, code: found };
  }
  return null;
}

/** Once both coders are done their codings are compared, and stay what was compared. */
export const isClosed = ({ sheets }: Book): boolean => sheets.a.done && sheets.b.done;

/** Whether this coder's sheet stays as it is. */
export const isLocked = (book: Book, coder: Coder): boolean => isClosed(book) && coder !== "both";

/** By how much each of these other sides is ahead of the first, in the order in which they were opened. */
export function aheadOf({ sides }: Book, bytes: number[]): number[] {
  return bytes.map((size, place) => {
    const inPlace = sides[place];
    const side = inPlace?.bytes === size ? inPlace : sides.find((one) => one.bytes === size);
    return side?.ahead_s ?? 0;
  });
}

/** The same once one of them is set. */
export function withAhead(book: Book, bytes: number[], place: number, seconds: number): Book {
  const ahead = aheadOf(book, bytes);
  if (ahead[place] === seconds) return book;
  ahead[place] = seconds;
  return { ...book, sides: bytes.map((size, at) => ({ bytes: size, ahead_s: ahead[at] ?? 0 })) };
}

/** The change, unless both codings are closed and it is one of theirs. */
export const unlessClosed =
  (change: (book: Book) => Book) =>
  (book: Book): Book => {
    const next = change(book);
    const isTheirs = next.sheets.a !== book.sheets.a || next.sheets.b !== book.sheets.b;
    return isClosed(book) && isTheirs ? book : next;
  };

/** Whether nobody has coded, named, drawn or set anything; what the page finds out of a video does not count. */
export const isFresh = (book: Book): boolean =>
  isEmpty(book) && JSON.stringify({ ...book, media: null, rate: null }) === JSON.stringify(emptyBook());

export const isEmpty = ({ sheets }: Book): boolean =>
  Object.values(sheets).every(
    ({ states, phases, events }) => states.length + phases.length + events.length === 0,
  );

export const nameOf = (codes: Code[], id: string): string => codes.find((one) => one.id === id)?.name ?? id;

/** Whether a state or a phase has begun and not ended. */
export const isOpen = (track: Track): boolean => (track.at(-1)?.code ?? "") !== "";

/** From the first to the last time of a sheet: of its phases, where it has some, else of its states. */
function extentOf({ states, phases }: Sheet): Stretch | null {
  const track = phases.length > 0 ? phases : states;
  const [first, last] = [track[0], track.at(-1)];
  return first && last && last.at_s > first.at_s ? { start_s: first.at_s, end_s: last.at_s } : null;
}

/** What should be coded: the phases, or all from the first code to the last where there are none. */
export function placesOf(sheet: Sheet): Stretch[] {
  const extent = extentOf(sheet);
  if (!extent) return [];
  const phases = spansOf(sheet.phases).map(({ start_s, end_s }) => ({
    start_s,
    end_s: end_s ?? extent.end_s,
  }));
  return phases.length > 0 ? phases : [extent];
}

/** Where a sheet says nothing about the infant although it should: within its phases, or between its states. */
export function gapsOf(sheet: Sheet, within: Stretch[] | null = null): Stretch[] {
  return placesOf(sheet)
    .flatMap((one) => (within ? overlaps(one, within) : [one]))
    .flatMap(({ start_s, end_s }) => gapsIn(sheet.states, start_s, end_s));
}

const overlaps = (one: Stretch, others: Stretch[]): Stretch[] =>
  others
    .map(({ start_s, end_s }) => ({
      start_s: Math.max(start_s, one.start_s),
      end_s: Math.min(end_s, one.end_s),
    }))
    .filter(({ start_s, end_s }) => end_s > start_s);

/** Ends what is open of the states and phases where the clock stands. */
export function endAll(book: Book, coder: Coder, at_s: number): Book {
  const end = (now: Book, name: TrackName, who: Coder) =>
    withTrack(now, who, name, (track) => (isOpen(track) ? begin(track, at_s, "") : track));
  return end(end(book, "states", coder), "phases", "a");
}
