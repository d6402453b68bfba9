// Copies of a recording that can be saved: made by a worker of their own, so that no visit waits for them.
import type { DeidentifyOptions, NewAnnotation } from "#report";
import { CoreWorker } from "../worker/client";
import type { Failure } from "../worker/protocol";
import * as read from "../worker/read";
import { failureOf } from "./failures";

/** How much is made, from 0 to 1. */
type OnProgress = (part: number) => void;

/** A copy without the identity in its header, or why there is none. */
export const copyWithoutIdentity = (
  file: File,
  options: DeidentifyOptions,
  onProgress: OnProgress,
): Promise<read.AnonymousFile | Failure> =>
  made(onProgress, (worker, progress) => read.copyWithoutIdentity(worker, file, options, progress));

/** A copy with these annotations beside its own, or why there is none. */
export const copyWithAnnotations = (
  file: File,
  annotations: NewAnnotation[],
  onProgress: OnProgress,
): Promise<read.AnnotatedFile | Failure> =>
  made(onProgress, (worker, progress) => read.copyWithAnnotations(worker, file, annotations, progress));

async function made<Copy>(
  onProgress: OnProgress,
  make: (worker: CoreWorker, progress: (done: number, total: number) => void) => Promise<Copy>,
): Promise<Copy | Failure> {
  const worker = new CoreWorker();
  try {
    return await make(worker, (done, total) => onProgress(done / total));
  } catch (error) {
    return failureOf(error);
  } finally {
    worker.stop();
  }
}
