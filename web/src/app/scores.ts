// Scores taken over from a table, and taken back: what changed in which visit's fields.
import type { CheckedScores, Scores, VisitScores } from "#report";
import { type Filled, type ImportStep, isTaken, maxVisits, type Reasons, type Slot } from "./state";

const entries = ({ scores }: VisitScores): [string, number][] =>
  Object.entries(scores).flatMap(([scale, value]) => (value === null ? [] : [[scale, value]]));

/** Scores as the program writes them, as the table that they would be. */
export function tableOf({ visits }: Scores): string {
  const names = [...new Set(visits.flatMap((visit) => entries(visit).map(([scale]) => scale)))];
  const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`);
  const lines = visits.map(({ scores }, place) => [place + 1, ...names.map((name) => scores[name] ?? "")]);
  return [["visit", ...quoted], ...lines].map((cells) => cells.join()).join("\n");
}

/** Places (from 0) that the table has scores for and at which there is no visit. */
export function visitsToAdd(slots: Slot[], scores: Scores): number[] {
  return scores.visits.slice(0, maxVisits).flatMap((visit, place) => {
    const slot = slots[place];
    return entries(visit).length > 0 && !(slot && isTaken(slot)) ? [place] : [];
  });
}

/**
 * Fills the fields of the visits that there are. What follows from its parts is left to follow from them, so that a
 * part put right later is not contradicted by a total of before. A value that the table lacks leaves its field alone.
 */
export function takeOver(
  slots: Slot[],
  scores: Scores,
  checked: CheckedScores,
): { slots: Slot[] } & Pick<ImportStep, "filled" | "reasons"> {
  const filled: Filled[] = [];
  const reasons: ImportStep["reasons"] = new Map();
  const next = slots.map((slot, place) => {
    const visit = scores.visits[place];
    if (!visit || !isTaken(slot)) return slot;
    const computed = checked.visits[place]?.from_parts ?? {};
    const values = { ...slot.scores.scores };
    for (const [scale, after] of entries(visit)) {
      if (computed[scale] === after) continue;
      filled.push({ key: slot.key, scale, before: values[scale] ?? undefined, after });
      values[scale] = after;
    }
    reasons.set(slot.key, slot.scores);
    return { ...slot, scores: withReasons(values, joined(slot.scores, visit)) };
  });
  return { slots: next, filled, reasons };
}

/** Every field as it was before, but for those that were changed since. */
export function takeBack(slots: Slot[], { filled, reasons }: ImportStep): Slot[] {
  return slots.map((slot) => {
    const values = { ...slot.scores.scores };
    for (const { key, scale, before, after } of filled) {
      if (key !== slot.key || values[scale] !== after) continue;
      if (before === undefined) delete values[scale];
      else values[scale] = before;
    }
    return { ...slot, scores: withReasons(values, reasons.get(slot.key) ?? slot.scores) };
  });
}

/** The same step where visits' scores now stand with other keys. */
export function carriedOver(step: ImportStep, keyNow: (key: number) => number): ImportStep {
  const filled = step.filled.map((one) => ({ ...one, key: keyNow(one.key) }));
  return { ...step, filled, reasons: new Map([...step.reasons].map(([key, one]) => [keyNow(key), one])) };
}

/** What the reasons say, by the scale's name. */
const saidOf = ({ said }: Reasons): Record<string, unknown> =>
  (said?.missing as Record<string, unknown> | undefined) ?? {};

function kept<T>(all: Record<string, T>, isKept: (scale: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([scale]) => isKept(scale)));
}

/** Reasons of two places, of one scale the second's. */
const joined = (first: Reasons, second: Reasons): Reasons => ({
  missing: { ...first.missing, ...second.missing },
  said: {
    missing: { ...kept(saidOf(first), (scale) => !(scale in second.missing)), ...saidOf(second) },
  },
});

/** Scores with the reasons of those that are missing. */
function withReasons(scores: VisitScores["scores"], reasons: Reasons): VisitScores {
  const missing = kept(reasons.missing, (scale) => !(scale in scores));
  const said = kept(saidOf(reasons), (scale) => scale in missing);
  return { scores, missing, ...(Object.keys(said).length > 0 && { said: { missing: said } }) };
}

/** One field entered by hand: what was said about its missing is true no more. */
export function withScore(
  { scores, missing, said }: VisitScores,
  scale: string,
  value: number | null,
): VisitScores {
  const { [scale]: _, ...others } = scores;
  const { [scale]: __, ...reasons } = missing;
  return withReasons(value === null ? others : { ...others, [scale]: value }, { missing: reasons, said });
}

/** A visit that was added for its scores and holds nothing else. */
export const isBare = ({ source, options, scores }: Slot): boolean =>
  source?.kind === "none" &&
  options.codes === "" &&
  options.age_months === null &&
  Object.keys(scores.scores).length === 0;
