// Which code means which state, as the settings keep it.
import type { PhaseCode, StateRule } from "#report";

/** Words of the core with a meaning of their own in the place of a state. */
export const unscorable = "unscorable";
export const ignored = "ignore";

/** States that codes may mean, in the order of the rules. */
export function statesOf(rules: StateRule[]): string[] {
  const states = rules.map(({ state }) => state).filter((state) => state !== unscorable && state !== ignored);
  return [...new Set(states)];
}

/** The rules with one more, or another one, for this code. */
export function withRule(rules: StateRule[], code: string, state: string): StateRule[] {
  const place = rules.findIndex((rule) => codeKey(rule.code) === codeKey(code));
  if (place < 0) return [...rules, { code, state }];
  return rules.map((rule, index) => (index === place ? { ...rule, state } : rule));
}

/** Phases of the procedure that a code may be, as the core reads them. */
export const procedure = ["play", "still-face", "reunion"] as const;

/** The codes that are phases with this one as that phase; as none where it is empty. */
export function withPhase(codes: PhaseCode[], code: string, phase: string): PhaseCode[] {
  const others = codes.filter((one) => codeKey(one.code) !== codeKey(code));
  return phase ? [...others, { code, phase }] : others;
}

/** Which phase a code was said to be; empty: none. */
export function phaseOf(codes: PhaseCode[], code: string): string {
  return codes.find((one) => codeKey(one.code) === codeKey(code))?.phase ?? "";
}

/** How the core compares codes: capitals, blanks and punctuation do not count. */
function codeKey(code: string): string {
  return code
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[\0-\x7f]/g, (character) => (/[a-z0-9]/.test(character) ? character : ""));
}
