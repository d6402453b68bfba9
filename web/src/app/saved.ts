// Session files: what was decided and entered, as one value to be saved, and back into slots when one is opened.
import type { SessionFile, SessionPair, SupplementInput } from "#report";
import { isFresh, newWork } from "../code/book";
import { booksIn, codingFile } from "../code/file";
import { readingState } from "./slots";
import {
  type ExpectedRecording,
  emptySlot,
  isTaken,
  optionsOf,
  type Slot,
  type State,
  type VisitFile,
} from "./state";

export function sessionFile(state: State, pair: SessionPair | null = null): SessionFile | null {
  const { settings, slots } = state;
  if (!settings) return null;
  const visits = slots.filter(isTaken);
  return {
    attune: "session",
    format: 1,
    settings,
    visits: visits.map((slot, index) => ({
      ...recordingOf(slot),
      options: optionsOf(slot, index, state.infant),
      channels: slot.channels,
      coding: slot.code && !isFresh(slot.code.book) ? codingFile([slot.code.book]) : "",
    })),
    supplement: supplementOf(state, visits),
    pair,
  };
}

/** The same as text without what was coded, which has a file of its own too. */
export function enteredIn(file: SessionFile | null): string {
  return JSON.stringify(file, (key, value) => (key === "coding" && typeof value === "string" ? "" : value));
}

/** Which recording a slot holds or awaits; without bytes there is none. */
function recordingOf({ state, source, expected }: Slot): ExpectedRecording {
  const files = source?.kind === "file" ? source.files : [];
  const unknown = {
    sha256: "",
    parts: [],
    bytes: files.reduce((sum, { file }) => sum + file.size, 0),
    duration_s: null,
    phases: [],
  };
  if (state.kind !== "ready") return expected ?? unknown;
  const { file, phases, recorded } = state.visit;
  if (!recorded) return { ...unknown, bytes: 0 };
  const { sha256, bytes, duration_s } = file;
  const parts = file.parts.map(({ sha256, bytes }, turn) => ({
    sha256,
    bytes,
    start_s: files[turn]?.startS ?? null,
  }));
  return { sha256, parts, bytes, duration_s, phases: phases.map(({ kind }) => kind) };
}

/** Scores of these visits in their order, and the comparison infants, as the core takes them. */
export function supplementOf({ infant }: State, visits: Slot[]): SupplementInput {
  const { sex, scales, referenceCsv, participant } = infant;
  return {
    scores: { sex, scales, visits: visits.map(({ scores }) => scores) },
    reference_csv: referenceCsv,
    participant,
  };
}

/** The slots of an opened session: everything entered, each waiting for its recording. */
export function slotsOf(session: SessionFile): Slot[] {
  const slots = session.visits.map(
    (
      {
        sha256,
        parts,
        bytes,
        duration_s,
        phases,
        options: { label: _, weeks_early: __, ...options },
        channels,
        coding,
      },
      index,
    ): Slot => ({
      ...emptySlot(),
      code: codeOf(coding),
      options,
      channels,
      scores: session.supplement.scores.visits[index] ?? emptySlot().scores,
      source: sha256 === "" && bytes === 0 ? { kind: "none" } : null,
      expected: sha256 === "" ? null : { sha256, parts, bytes, duration_s, phases },
    }),
  );
  while (slots.length < 2) slots.push(emptySlot());
  return slots;
}

function codeOf(coding: string): Slot["code"] {
  const book = booksIn(coding)?.[0];
  return book ? newWork(book) : null;
}

/** Saved work holds a coding that this page cannot read. */
export class CodingUnknown extends Error {}

/** Whether what was coded, if anything, can be read: a later version may have saved it. */
export const hasKnownCodings = ({ visits }: SessionFile): boolean =>
  visits.every(({ coding }) => coding === "" || booksIn(coding) !== null);

const digestOf = ({ state }: Slot) => (state.kind === "ready" ? state.visit.file.sha256 : null);

/** The places that hold the files which an awaited visit is of, each one; null where one is missing. */
function filesFor({ parts }: ExpectedRecording, slots: Slot[]): { taken: Slot[]; files: VisitFile[] } | null {
  const taken: Slot[] = [];
  const files: VisitFile[] = [];
  for (const { sha256, start_s: startS } of parts) {
    const found = slots.find((slot) => digestOf(slot) === sha256 && !taken.includes(slot));
    if (found?.source?.kind !== "file" || !found.source.files[0]) return null;
    taken.push(found);
    files.push({ file: found.source.files[0].file, startS });
  }
  return parts.length > 0 ? { taken, files } : null;
}

/** A recording that is being read, or could not be: it keeps its place, and what it says. */
const isUnderWay = ({ state }: Slot) => ["reading", "computing", "failed"].includes(state.kind);

/**
 * What was entered goes to the recording that it was entered for, on its place; recordings that the session does not
 * know go last, as they are. The files of one visit, once all are there, become its recording, which is to be read.
 */
export function matched(slots: Slot[]): { slots: Slot[]; strangers: number } {
  let loose = slots.filter((slot) => slot.expected !== null && digestOf(slot) !== null);
  let others = slots.filter((slot) => slot.expected === null);
  const placed = slots.map((slot) => {
    if (slot.expected === null || isUnderWay(slot)) return slot;
    const parts = filesFor(slot.expected, [...loose, ...others]);
    if (parts) {
      loose = loose.filter((one) => !parts.taken.includes(one));
      others = others.filter((one) => !parts.taken.includes(one));
      const source = { kind: "file" as const, files: parts.files };
      const fresh = { ...emptySlot(), ...entriesOf(slot) };
      return { ...fresh, expected: null, source, state: readingState(source) };
    }
    const found = [...loose, ...others].find((other) => digestOf(other) === slot.expected?.sha256);
    loose = loose.filter((one) => one !== found);
    others = others.filter((one) => one !== found);
    return found ? { ...found, ...entriesOf(slot), expected: null } : { ...emptySlot(), ...entriesOf(slot) };
  });
  const strangers = loose.map((slot) => ({ ...slot, ...entriesOf(emptySlot()) }));
  const kept = placed.filter(
    (slot) => slot.expected !== null || others.includes(slot) || !slots.includes(slot),
  );
  // A file whose others are still to come is none.
  const partly = kept.flatMap(({ expected }) => expected?.parts.map(({ sha256 }) => sha256) ?? []);
  const unknown = strangers.filter((slot) => !partly.includes(digestOf(slot) ?? ""));
  return { slots: [...kept, ...strangers], strangers: unknown.length };
}

const entriesOf = ({ options, channels, scores, code, expected }: Slot) => ({
  options,
  channels,
  scores,
  code,
  expected,
});
