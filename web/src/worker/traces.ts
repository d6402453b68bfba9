// What the Signals screen asks a recording's worker: traces, marks and R peaks. Detail is read from the file on
// demand: the core names the bytes, the page fetches them, the core draws.
import type { ByteRange, DrawnRecording, SignalMarks, TraceRequest } from "#report";
import type { CoreWorker } from "./client";
import type { Drawable } from "./protocol";
import { bytesOf } from "./source";

/** What marks depend on, as JSON texts. */
export interface MarksBasis {
  settings: string;
  options: string;
}

export class TraceSource {
  private constructor(
    private readonly worker: CoreWorker,
    private readonly file: Blob | null,
    readonly drawn: DrawnRecording,
    readonly detail: Drawable["detail"],
  ) {}

  /** `file`: where the recording's bytes are; null if the worker holds them. */
  static async of(worker: CoreWorker, file: Blob | null): Promise<TraceSource> {
    const { drawn, detail } = await worker.ask<"drawn">({ kind: "drawn" });
    return new TraceSource(worker, file, JSON.parse(drawn) as DrawnRecording, detail);
  }

  overview(request: TraceRequest): Promise<Float32Array> {
    return this.worker.ask<"overview">({ kind: "overview", request: JSON.stringify(request) });
  }

  /** Throws CoreRefusal where the stretch is too long, FileRefused where the file cannot be read any more. */
  async trace(request: TraceRequest): Promise<Float32Array> {
    const asked = JSON.stringify(request);
    const bytes = await this.bytesFor(asked);
    return this.worker.ask<"trace">({ kind: "trace", request: asked, bytes }, bytes ? [bytes] : []);
  }

  async marks(basis: MarksBasis): Promise<SignalMarks> {
    return JSON.parse(await this.worker.ask<"marks">({ kind: "marks", ...basis })) as SignalMarks;
  }

  /** Time of the R peak of `signal` next to a time; null if there is none, or no detail to look at. */
  async rPeak(seconds: number, signal: number, basis: MarksBasis): Promise<number | null> {
    if (this.detail === "none") return null;
    const around: TraceRequest = {
      from_s: seconds - 1.5,
      column_s: 3,
      columns: 1,
      signals: [signal],
      highpass_hz: null,
      lowpass_hz: null,
      notch_hz: null,
    };
    const request = JSON.stringify(around);
    const bytes = await this.bytesFor(request);
    return this.worker.ask<"r-peak">(
      { kind: "r-peak", seconds, request, bytes, ...basis },
      bytes ? [bytes] : [],
    );
  }

  private async bytesFor(request: string): Promise<ArrayBuffer | null> {
    if (this.detail !== "file" || !this.file) return null;
    const range = JSON.parse(
      await this.worker.ask<"trace-bytes">({ kind: "trace-bytes", request }),
    ) as ByteRange;
    return bytesOf(this.file, range.position, range.bytes);
  }
}
