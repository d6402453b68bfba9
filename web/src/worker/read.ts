// Streams files into a worker: to be read as a visit, or to be copied without the identity in their header or with annotations.
import type {
  AnnotatedCopyResult,
  AnonymousCopyResult,
  DeidentifyOptions,
  NewAnnotation,
  RecordedEvent,
} from "#report";
import { CoreRefusal, type CoreWorker } from "./client";
import { HeartsBeside, worthAWorkerBytes } from "./hearts-beside";
import type { CopyKind, Hearts, ReadWith } from "./protocol";
import { type ByteSource, FileRefused, sourceOf } from "./source";

type OnProgress = (doneBytes: number, totalBytes: number) => void;

/** One of the files of a recording; `startS`: of its first sample from that of the first, null by the start times. */
interface FileOfRecording {
  file: File;
  startS: number | null;
}

/**
 * Reads the files as the worker's recording, in the order in which they began. `onProgress` hears how many bytes the core
 * has taken; `hold: false` keeps none; `alone`: no second worker takes a share of it. Of several files the one
 * that an error is of is named in it.
 */
export async function readFiles(
  worker: CoreWorker,
  files: FileOfRecording[],
  { alone, ...how }: ReadWith & { hold?: false; alone?: boolean },
  onProgress: OnProgress,
): Promise<void> {
  let at = files[0]?.file;
  let beside: HeartsBeside | null = null;
  try {
    const sources: ByteSource[] = [];
    for (const { file } of files) {
      at = file;
      sources.push(await sourceOf(file));
    }
    const total = sources.reduce((sum, { size }) => sum + size, 0);
    let done = 0;
    if (total >= worthAWorkerBytes && !alone) beside = new HeartsBeside();
    at = files[0]?.file;
    for (const [index, source] of sources.entries()) {
      const { size: bytes, packed: hold } = source;
      if (index === 0) {
        await worker.ask<"open">({ kind: "open", bytes, hold, share: beside && "rest", ...how });
        await beside?.open({ kind: "open", bytes, ...how });
      } else {
        // The file before is closed now, and still what an error is of.
        const startS = files[index]?.startS ?? null;
        await worker.ask<"next">({ kind: "next", bytes, hold: how.hold ?? hold, startS });
        await beside?.next(bytes, startS);
      }
      at = files[index]?.file;
      await source.pour(async (buffer, given) => {
        const taken = await worker.ask<"slice">({ kind: "slice", buffer, bytes: given }, [buffer]);
        done += given;
        onProgress(done, total);
        return beside ? beside.take(taken, given) : taken;
      });
    }
    const hearts = beside && (await beside.finish());
    await worker.ask<"finish">({ kind: "finish", hearts });
  } catch (error) {
    if (files.length > 1 && at && error instanceof CoreRefusal) error.failure.where ||= at.name;
    if (files.length > 1 && at && error instanceof FileRefused) error.where = at.name;
    throw error;
  } finally {
    beside?.stop();
  }
}

/** When the first sample of a file was recorded, as text that sorts by time; empty where that is not known. */
async function beginningOf(worker: Pick<CoreWorker, "ask">, file: File): Promise<string> {
  const enough = new Error("enough");
  let begins = "";
  try {
    const source = await sourceOf(file);
    await source.pour(async (buffer, given) => {
      const head = buffer.slice(0, given);
      begins = await worker.ask<"beginning">({ kind: "beginning", bytes: source.size, head });
      throw enough;
    });
  } catch (error) {
    if (error !== enough && !(error instanceof FileRefused)) throw error;
  }
  return begins;
}

/** The files of one visit as they began, where that is known of all. */
export async function asTheyBegan<Of extends { file: File }>(
  worker: Pick<CoreWorker, "ask">,
  files: Of[],
): Promise<Of[]> {
  if (files.length < 2) return files;
  const begun = await Promise.all(
    files.map(async (one) => ({ one, begins: await beginningOf(worker, one.file) })),
  );
  if (begun.some(({ begins }) => begins === "")) return files;
  return begun.sort((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0)).map(({ one }) => one);
}

/** Marks of tables by the files in their new order; those of a file that is no more among them are gone. */
export function eventsOf(
  events: RecordedEvent[],
  before: { file: File }[],
  after: { file: File }[],
): RecordedEvent[] {
  return events.flatMap((event) => {
    const place = after.findIndex(({ file }) => file === before[event.file]?.file);
    return place < 0 ? [] : [{ ...event, file: place }];
  });
}

/** Reads `file` as the worker's recording of both hearts or of one, or as a list of beats; gives its digest. */
export async function readHearts(
  worker: CoreWorker,
  file: Blob,
  who: Hearts,
  wanted: string,
): Promise<string> {
  const source = await sourceOf(file);
  await worker.ask<"pair-open">({ kind: "pair-open", who, bytes: source.size, wanted });
  await source.pour((buffer, bytes) =>
    worker.ask<"pair-slice">({ kind: "pair-slice", buffer, bytes }, [buffer]),
  );
  return worker.ask<"pair-finish">({ kind: "pair-finish" });
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
  const { copy, made, reread } = await checkedCopy<AnonymousCopyResult>(
    worker,
    file,
    { how: "AnonymousCopy", options, again: options },
    onProgress,
  );
  if (made.samples_sha256 !== reread.samples_sha256) throw new CopyDiffers();
  return { copy, places: made.places, dataIdentical: made.data_sha256 === reread.data_sha256 };
}

export interface AnnotatedFile {
  copy: Blob;
  /** At the end of the original, read of no recording: not in the copy. */
  leftOutBytes: number;
}

/** Makes a copy of `file` with these annotations, reads it back and compares. */
export async function copyWithAnnotations(
  worker: CoreWorker,
  file: Blob,
  annotations: NewAnnotation[],
  onProgress: OnProgress,
): Promise<AnnotatedFile> {
  const { copy, made, reread } = await checkedCopy<AnnotatedCopyResult>(
    worker,
    file,
    { how: "AnnotatedCopy", options: annotations, again: [] },
    onProgress,
  );
  const same =
    made.samples_sha256 === reread.samples_sha256 && made.annotations_sha256 === reread.annotations_sha256;
  if (!same) throw new CopyDiffers();
  return { copy, leftOutBytes: made.left_out_bytes };
}

/** What a copy is made with, and what it is read back with. */
interface CopyOrder {
  how: CopyKind;
  options: unknown;
  again: unknown;
}

/** A copy, and what the core told of the original and of the copy. */
async function checkedCopy<Told>(
  worker: CoreWorker,
  file: Blob,
  { how, options, again }: CopyOrder,
  onProgress: OnProgress,
): Promise<{ copy: Blob; made: Told; reread: Told }> {
  const parts: Blob[] = [];
  const stream = (from: Blob, by: unknown, take: (part: ArrayBuffer) => void) =>
    streamCopy<Told>(worker, from, { how, options: by }, take, onProgress);
  const made = await stream(file, options, (part) => parts.push(new Blob([part])));
  const copy = new Blob(parts, { type: "application/octet-stream" });
  // A header damaged in certain ways reads differently in a copy.
  const reread = await stream(copy, again, () => undefined).catch((error) => {
    throw error instanceof CoreRefusal ? new CopyDiffers() : error;
  });
  return { copy, made, reread };
}

async function streamCopy<Told>(
  worker: CoreWorker,
  file: Blob,
  { how, options }: { how: CopyKind; options: unknown },
  take: (part: ArrayBuffer) => void,
  onProgress: OnProgress,
): Promise<Told> {
  const source = await sourceOf(file);
  await worker.ask<"copy-open">({
    kind: "copy-open",
    how,
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
  return JSON.parse(result) as Told;
}
