// Undo and redo of a value: what it was before each step, and what it was before each step taken back.

export interface History<T> {
  past: T[];
  future: T[];
}

export const noHistory = { past: [], future: [] };

/** A step away from `present`; what had been taken back can no longer be done again. */
export function stepped<T>(history: History<T>, present: T): History<T> {
  return { past: [...history.past, present], future: [] };
}

/** Takes the last step back, or does again what was taken back last; null where there is nothing. */
export function moved<T>(
  history: History<T>,
  present: T,
  direction: "undo" | "redo",
): { history: History<T>; present: T } | null {
  const [from, to] = direction === "undo" ? (["past", "future"] as const) : (["future", "past"] as const);
  const next = history[from].at(-1);
  if (next === undefined) return null;
  const changed = { [from]: history[from].slice(0, -1), [to]: [...history[to], present] };
  return { history: { ...history, ...changed }, present: next };
}
