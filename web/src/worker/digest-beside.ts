// A worker that takes the digests of files while another decodes them: a slice goes from that to this, and its buffer
// back to the page. Three buffers go round, whatever the file's size.
import { CoreWorker } from "./client";
import { emptySlice } from "./source";

/** Taking the digest of less, in the worker that decodes it, takes no longer than starting another worker. */
export const worthAWorkerBytes = 16 << 20;

export class DigestBeside {
  private readonly worker = new CoreWorker();
  private emptied = Promise.resolve(emptySlice());

  /** Takes a slice that was decoded; gives a buffer to be filled, that of the slice before. */
  async take(buffer: ArrayBuffer, bytes: number): Promise<ArrayBuffer> {
    const before = await this.emptied;
    this.emptied = this.worker.ask<"digest-slice">({ kind: "digest-slice", buffer, bytes }, [buffer]);
    // Whoever asks next is told.
    this.emptied.catch(() => undefined);
    return before;
  }

  /** The last slice of a file was given, and another file follows. */
  async nextFile(): Promise<void> {
    await this.worker.ask<"digest-next">({ kind: "digest-next" });
  }

  /** The core's FileDigests as JSON. */
  finish(): Promise<string> {
    return this.worker.ask<"digest-finish">({ kind: "digest-finish" });
  }

  stop(): void {
    this.worker.stop();
  }
}
