// What was measured of a study, as a file to go on with another day. A recording is taken from it if it has the same
// path, size and time of change, the same visit and age, and was measured by the same version with the same settings.
import type { MeasuredRecording } from "#report";
import { CoreRefusal } from "../worker/client";

/** What tells whether a recording would be measured to the same numbers. */
export interface Basis {
  key: string;
  bytes: number;
  changed: number;
  /** VisitOptions as JSON. */
  options: string;
}

interface Saved {
  attune_group: 1;
  version: string;
  /** Settings as JSON. */
  settings: string;
  recordings: (Basis & { measured: MeasuredRecording })[];
}

export function progressFile(version: string, settings: string, recordings: Saved["recordings"]): Saved {
  return { attune_group: 1, version, settings, recordings };
}

/** What of `text` can be taken for these recordings, by their key. */
export function progressOf(
  text: string,
  version: string,
  settings: string,
  wanted: Basis[],
): Map<string, MeasuredRecording> {
  const saved = parsed(text);
  if (saved.version !== version || saved.settings !== settings)
    throw new CoreRefusal({ code: "E_PROGRESS_OTHER", message: "", where: saved.version });
  const mark = ({ key, bytes, changed, options }: Basis) => JSON.stringify([key, bytes, changed, options]);
  const marks = new Set(wanted.map(mark));
  const taken = saved.recordings.filter((one) => marks.has(mark(one)));
  return new Map(taken.map(({ key, measured }) => [key, measured]));
}

function parsed(text: string): Saved {
  const refusal = new CoreRefusal({ code: "E_PROGRESS", message: "", where: "" });
  let value: Partial<Saved> | null;
  try {
    value = JSON.parse(text);
  } catch {
    throw refusal;
  }
  if (value?.attune_group !== 1 || !Array.isArray(value.recordings)) throw refusal;
  return value as Saved;
}
