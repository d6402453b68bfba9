// Files as one zip, without the time they were made at.
import { strToU8, zipSync } from "fflate";
import type { ExportFile } from "#report";

/** The first day that a zip can name. */
const noDate = new Date(1980, 0, 1);

export function zipped(files: ExportFile[]): Blob {
  const entries = Object.fromEntries(files.map(({ path, text }) => [path, strToU8(text)]));
  // A copy of its own buffer: the type of what fflate gives leaves open whether it is shared.
  return new Blob([new Uint8Array(zipSync(entries, { mtime: noDate }))], { type: "application/zip" });
}
