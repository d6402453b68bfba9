// A second worker on the same recording: it finds the heartbeats and takes the digests while the first does the rest. A slice
// goes from that to this, and its buffer back to the page: three buffers go round, whatever the file's size.
import { CoreWorker } from "./client";
import type { Question } from "./protocol";
import { emptySlice } from "./source";

/** Less is read sooner than another worker has started. */
export const worthAWorkerBytes = 16 << 20;

type Opening = Omit<Extract<Question, { kind: "open" }>, "hold" | "share">;

export class HeartsBeside {
  private readonly worker = new CoreWorker();
  private emptied = Promise.resolve(emptySlice());

  async open(opening: Opening): Promise<void> {
    await this.worker.ask<"open">({ ...opening, hold: false, share: "hearts" });
  }

  async next(bytes: number, startS: number | null): Promise<void> {
    await this.worker.ask<"next">({ kind: "next", bytes, hold: false, startS });
  }

  /** Takes a slice that the first is done with; gives a buffer to be filled, that of the slice before. */
  async take(buffer: ArrayBuffer, bytes: number): Promise<ArrayBuffer> {
    const before = await this.emptied;
    this.emptied = this.worker.ask<"slice">({ kind: "slice", buffer, bytes }, [buffer]);
    // Whoever asks next is told.
    this.emptied.catch(() => undefined);
    return before;
  }

  /** The core's HeartShare as JSON. */
  async finish(): Promise<string> {
    await this.emptied;
    return this.worker.ask<"finish-hearts">({ kind: "finish-hearts" });
  }

  stop(): void {
    this.worker.stop();
  }
}
