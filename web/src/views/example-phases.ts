// The simulator writes the names of phases into its recordings as a technician would, in English. What is shown of an example
// has them in the language on screen; what is saved, and every other recording, keeps its own.
import { useMemo } from "preact/hooks";
import type { Visit } from "#report";
import type { Slot } from "../app/state";
import { useText } from "../text/text";

export const isExample = ({ source }: Slot): boolean => source?.kind === "example";

/** The visit of a slot as it was read: what is entered from it has its own names. */
export const asRead = ({ state }: Slot, shown: Visit): Visit =>
  state.kind === "ready" ? state.visit : shown;

/** A visit, or anything that holds some, with its phases' names in the language on screen. */
export function useExamplePhases<T>(value: T, example: boolean): T {
  const { examplePhases } = useText();
  const names = example ? examplePhases : null;
  return useMemo(() => (names ? (renamed(value, names) as T) : value), [value, names]);
}

/** The same of a report, whose visits alone hold such names. */
export function useExampleReport<T extends { visits: unknown }>(report: T, example: boolean): T {
  const visits = useExamplePhases(report.visits, example);
  return useMemo(() => (visits === report.visits ? report : { ...report, visits }), [report, visits]);
}

function renamed(value: unknown, names: Record<string, string>): unknown {
  if (typeof value === "string") return names[value] ?? value;
  if (Array.isArray(value))
    return typeof value[0] === "number" ? value : value.map((one) => renamed(one, names));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one, names)]));
}
