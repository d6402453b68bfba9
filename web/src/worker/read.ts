// Reads a file into a worker, slice by slice. The page reads (some browsers cannot read a File inside a worker
// of a page opened as a local file) and keeps a few slices under way, because reading is slower than computing.
import type { CoreWorker } from "./client";

export const sliceBytes = 4 << 20;
const slicesUnderWay = 3;

/** The browser could not read the file: it was moved, changed or its drive taken away. */
export class FileUnreadable extends Error {}

/** Streams `file` into `worker`. `onProgress` hears how many bytes the core has taken. */
export async function readFile(
  worker: CoreWorker,
  file: Blob,
  settings: string,
  onProgress: (doneBytes: number) => void,
): Promise<void> {
  await worker.ask<"open">({ kind: "open", bytes: file.size, settings });
  const ahead: Promise<ArrayBuffer>[] = [];
  let next = 0;
  const readAhead = () => {
    while (ahead.length < slicesUnderWay && next < file.size) {
      const slice = file.slice(next, next + sliceBytes).arrayBuffer();
      slice.catch(() => undefined);
      ahead.push(slice);
      next += sliceBytes;
    }
  };
  readAhead();
  let done = 0;
  for (let slice = ahead.shift(); slice; slice = ahead.shift()) {
    readAhead();
    const buffer = await slice.catch((error: unknown) => {
      throw new FileUnreadable(String(error));
    });
    const bytes = buffer.byteLength;
    await worker.ask<"slice">({ kind: "slice", buffer }, [buffer]);
    done += bytes;
    onProgress(done);
  }
  await worker.ask<"finish">({ kind: "finish" });
}
