// Streams files into a worker: to be read as a visit, or to be copied without the identity in their header.
import type { AnonymousCopyResult, DeidentifyOptions } from "#report";
import { CoreRefusal, type CoreWorker } from "./client";
import type { ReadWith } from "./protocol";
import { sourceOf } from "./source";

type OnProgress = (doneBytes: number, totalBytes: number) => void;

/** Reads `file` as the worker's recording. `onProgress` hears how many bytes the core has taken; `hold: false` keeps none. */
export async function readFile(
  worker: CoreWorker,
  file: Blob,
  how: ReadWith & { hold?: false },
  onProgress: OnProgress,
): Promise<void> {
  const source = await sourceOf(file);
  await worker.ask<"open">({ kind: "open", bytes: source.size, hold: source.packed, ...how });
  let done = 0;
  await source.pour(async (buffer, bytes) => {
    const emptied = await worker.ask<"slice">({ kind: "slice", buffer, bytes }, [buffer]);
    done += bytes;
    onProgress(done, source.size);
    return emptied;
  });
  await worker.ask<"finish">({ kind: "finish" });
}

export interface AnonymousFile {
  copy: Blob;
  places: AnonymousCopyResult["places"];
  /** All bytes after the header are those of the original, not only the samples. */
  dataIdentical: boolean;
}

/** The copy did not read back to the samples of its original; it must not be handed out. */
export class CopyDiffers extends Error {}

/** Makes a copy of `file` without the identity in its header, reads it back and compares. */
export async function copyWithoutIdentity(
  worker: CoreWorker,
  file: Blob,
  options: DeidentifyOptions,
  onProgress: OnProgress,
): Promise<AnonymousFile> {
  const parts: Blob[] = [];
  const made = await streamCopy(worker, file, options, (part) => parts.push(new Blob([part])), onProgress);
  const copy = new Blob(parts, { type: "application/octet-stream" });
  // A header damaged in certain ways reads differently without what stood in its fields.
  const reread = await streamCopy(worker, copy, options, () => undefined, onProgress).catch((error) => {
    throw error instanceof CoreRefusal ? new CopyDiffers() : error;
  });
  if (made.samples_sha256 !== reread.samples_sha256) throw new CopyDiffers();
  return { copy, places: made.places, dataIdentical: made.data_sha256 === reread.data_sha256 };
}

async function streamCopy(
  worker: CoreWorker,
  file: Blob,
  options: DeidentifyOptions,
  take: (part: ArrayBuffer) => void,
  onProgress: OnProgress,
): Promise<AnonymousCopyResult> {
  const source = await sourceOf(file);
  await worker.ask<"copy-open">({
    kind: "copy-open",
    bytes: source.size,
    options: JSON.stringify(options),
  });
  let done = 0;
  await source.pour(async (buffer, bytes) => {
    const { made, emptied } = await worker.ask<"copy-slice">({ kind: "copy-slice", buffer, bytes }, [buffer]);
    take(made);
    done += bytes;
    onProgress(done, source.size);
    return emptied;
  });
  const { result, rest } = await worker.ask<"copy-finish">({ kind: "copy-finish" });
  take(rest);
  return JSON.parse(result) as AnonymousCopyResult;
}
