// The places for visits: what stands on one, and how the list of them changes.
import type { Visit } from "#report";
import {
  type Belonging,
  belongings,
  emptySlot,
  hasBelonging,
  isUntouched,
  type Slot,
  type Source,
  startOf,
} from "./state";

/** A place whose visit has no recording, only a coding or scores. */
export const withoutRecording: Pick<Slot, "source" | "state"> = {
  source: { kind: "none" },
  state: { kind: "computing" },
};

export function readingState(source: Source): Slot["state"] {
  const files = source.kind === "file" ? source.files : [];
  const totalBytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return { kind: "reading", doneBytes: 0, totalBytes, startedMs: performance.now() };
}

/**
 * Puts sources on places, on the one aimed at, on free ones and on new ones, and keeps their order. Gives the new
 * places' keys in that order, and what stood there before.
 */
export function placed(before: Slot[], sources: Source[], targetKey: number | null) {
  const slots = [...before];
  const aimedAt = slots.findIndex((slot) => slot.key === targetKey);
  const free = slots.flatMap((slot, index) => (slot.source === null && index !== aimedAt ? [index] : []));
  const added = sources.map((_, turn) => slots.length + turn);
  const chosen = [...(aimedAt < 0 ? [] : [aimedAt]), ...free, ...added]
    .slice(0, sources.length)
    .sort((a, b) => a - b);
  const keys: number[] = [];
  const formers: (Slot | undefined)[] = [];
  for (const [turn, source] of sources.entries()) {
    const index = chosen[turn] ?? slots.length;
    const former = slots[index];
    formers.push(former);
    const slot = emptySlot();
    slots[index] = { ...slot, ...entriesKept(former, slot), source, state: readingState(source) };
    keys.push(slot.key);
  }
  return { slots, keys, formers };
}

/**
 * Of what was entered, all but the phases, channel choices and lists of another recording stays in the place; of an
 * example nothing, since it was simulated with it.
 */
export function entriesKept(former: Slot | undefined, fresh: Slot): Partial<Slot> {
  if (!former || former.source?.kind === "example") return {};
  if (former.source?.kind !== "file") {
    const { options, channels, scores, code, expected } = former;
    return { options, channels, scores, code, expected };
  }
  const { age_months, codes, codes_second, coding } = former.options;
  return {
    options: { ...fresh.options, age_months, codes, codes_second, coding },
    scores: former.scores,
    code: former.code,
  };
}

/** Without the empty places of `gaps` that stand before one of those `given`; the first two stay. */
export function closedUp(slots: Slot[], gaps: number[], given: number[]): Slot[] {
  const last = slots.reduce((found, { key }, index) => (given.includes(key) ? index : found), -1);
  const kept = slots.filter((slot, index) => !(index < last && gaps.includes(slot.key) && isUntouched(slot)));
  while (kept.length < 2) kept.push(emptySlot());
  return kept;
}

/** Without one of the places; the first two stay, empty. */
export function without(slots: Slot[], key: number): Slot[] {
  const index = slots.findIndex((slot) => slot.key === key);
  const kept = slots.filter((slot) => slot.key !== key);
  if (index >= 0 && index < 2) kept.splice(index, 0, emptySlot());
  return kept;
}

const secondsOf = (start: string): number => Date.parse(`${start}Z`) / 1000;

const measured = ({ file }: Visit): string[] =>
  file.channels.filter(({ kind }) => kind === "eeg" || kind === "ecg").map(({ label }) => label);

/**
 * Two neighbours of which the later began within `hours` of the end of the earlier, or ran beside it with channels of its
 * own: they may be files of one visit.
 */
export function perhapsOneVisit(slots: Slot[], hours: number): [number, number] | null {
  for (const [index, slot] of slots.entries()) {
    const next = slots[index + 1];
    if (next?.source?.kind !== "file" || slot.source?.kind !== "file") continue;
    if (next.state.kind !== "ready" || slot.state.kind !== "ready") continue;
    const [one, other] = [slot.state.visit, next.state.visit];
    if (one.file.start === null || other.file.start === null) continue;
    const endS = secondsOf(one.file.start) + (one.file.segments.at(-1)?.end_s ?? 0);
    const gapS = secondsOf(other.file.start) - endS;
    const shares = measured(one).some((label) => measured(other).includes(label));
    const beforeS =
      secondsOf(one.file.start) - secondsOf(other.file.start) - (other.file.segments.at(-1)?.end_s ?? 0);
    const isNear = gapS <= hours * 3600 && (shares ? gapS >= -1 : beforeS <= hours * 3600);
    if (isNear) return [slot.key, next.key];
  }
  return null;
}

/**
 * The visits in order of time; places that hold none stay where they are. Null where fewer than two recordings were
 * read, "unknown" where one of them does not say when it started.
 */
export function inOrderOfTime(slots: Slot[]): Slot[] | "unknown" | null {
  const isReady = ({ state, source }: Slot) => state.kind === "ready" && source?.kind !== "none";
  const ready = slots.filter(isReady);
  if (ready.length < 2) return null;
  if (ready.some((slot) => startOf(slot) === null)) return "unknown";
  const sorted = ready.sort((a, b) => ((startOf(a) ?? "") < (startOf(b) ?? "") ? -1 : 1));
  return slots.map((slot) => (isReady(slot) ? (sorted.shift() ?? slot) : slot));
}

/** A coding whose clock was set against its recording's. */
const isSetByRecording = ({ options, code }: Slot): boolean =>
  options.coding.offset_s !== null || (code !== null && code.book.offset_s !== null);

/** Whether an infant would be younger at a later visit. */
const growsYounger = (slots: Slot[]): boolean => {
  const ages = slots.flatMap(({ options }) => options.age_months ?? []);
  return ages.some((age, index) => index > 0 && age < (ages[index - 1] ?? 0));
};

/**
 * What goes with recordings that change places. What was typed under the name of a visit was meant for that visit and stays;
 * ages go where they would run backwards otherwise, codings where the clock of one was set by its recording. All goes where
 * it came with the recordings or is the visit's only content.
 */
export function whatGoes(before: Slot[], after: Slot[]): Belonging[] {
  const changed = before.filter((slot, place) => slot !== after[place]);
  const isWhole = changed.some(({ filed, source }) => filed || source?.kind !== "file");
  const goes = {
    scores: isWhole,
    ages: isWhole || growsYounger(before),
    codings: isWhole || changed.some(isSetByRecording),
  };
  return belongings.filter((one) => goes[one] && changed.some((slot) => hasBelonging[one](slot)));
}

/** The recordings as they stand in `after`, with what goes with them; all else that was entered stays at its place. */
export function movedTo(before: Slot[], after: Slot[], goes: Belonging[]): Slot[] {
  return after.map((slot, place) => {
    const at = before[place];
    if (!at || at === slot) return slot;
    const scores = (goes.includes("scores") ? slot : at).scores;
    const { age_months } = (goes.includes("ages") ? slot : at).options;
    const coded = goes.includes("codings") ? slot : at;
    const { codes, codes_second, coding } = coded.options;
    const options = { ...slot.options, age_months, codes, codes_second, coding };
    return { ...slot, options, scores, code: coded.code };
  });
}
