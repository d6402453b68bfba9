// What the Signals screen asks a recording's worker: traces, marks and R peaks. Detail is read from the file on
// demand: the core names the bytes, the page fetches them, the core draws.
import type { ByteRange, DrawnRecording, SignalMarks, TraceRequest } from "#report";
import type { CoreWorker } from "./client";
import type { Detail } from "./protocol";
import { bytesOf } from "./source";

/** What marks depend on, as JSON texts. */
export interface MarksBasis {
  settings: string;
  options: string;
}

export class TraceSource {
  private constructor(
    private readonly worker: CoreWorker,
    private readonly files: Blob[],
    readonly drawn: DrawnRecording,
    private readonly details: Detail[],
  ) {}

  /** `files`: where the recording's bytes are; none if the worker holds them. */
  static async of(worker: CoreWorker, files: Blob[]): Promise<TraceSource> {
    const { drawn, details } = await worker.ask<"drawn">({ kind: "drawn" });
    return new TraceSource(worker, files, JSON.parse(drawn) as DrawnRecording, details);
  }

  /** Whether detail can be had of every file. */
  get hasDetail(): boolean {
    return !this.details.includes("none");
  }

  overview(request: TraceRequest): Promise<Float32Array> {
    return this.ofAll(request, (asked) => this.worker.ask<"overview">({ kind: "overview", request: asked }));
  }

  /** Throws CoreRefusal where the stretch is too long, FileRefused where the file cannot be read any more. */
  trace(request: TraceRequest): Promise<Float32Array> {
    return this.ofAll(request, async (asked, file) => {
      const bytes = await this.bytesFor(asked, file);
      return this.worker.ask<"trace">({ kind: "trace", request: asked, bytes }, bytes ? [bytes] : []);
    });
  }

  /** Lowest and highest values of what all files give. */
  private async ofAll(
    request: TraceRequest,
    draw: (asked: string, file: number) => Promise<Float32Array>,
  ): Promise<Float32Array> {
    let all: Float32Array | null = null;
    for (const file of this.details.keys()) {
      const own = await draw(JSON.stringify({ ...request, file }), file);
      if (all === null) all = own;
      else unite(all, own);
    }
    return all ?? new Float32Array();
  }

  async marks(basis: MarksBasis): Promise<SignalMarks> {
    return JSON.parse(await this.worker.ask<"marks">({ kind: "marks", ...basis })) as SignalMarks;
  }

  /** Time of the R peak of `signal` next to a time; null if there is none, or no detail to look at. */
  async rPeak(seconds: number, signal: number, basis: MarksBasis): Promise<number | null> {
    if (!this.hasDetail) return null;
    const around: TraceRequest = {
      file: 0,
      from_s: seconds - 1.5,
      column_s: 3,
      columns: 1,
      signals: [signal],
      highpass_hz: null,
      lowpass_hz: null,
      notch_hz: null,
    };
    for (const file of this.details.keys()) {
      const request = JSON.stringify({ ...around, file });
      const bytes = await this.bytesFor(request, file);
      const found = await this.worker.ask<"r-peak">(
        { kind: "r-peak", seconds, request, bytes, ...basis },
        bytes ? [bytes] : [],
      );
      if (found !== null) return found;
    }
    return null;
  }

  private async bytesFor(request: string, file: number): Promise<ArrayBuffer | null> {
    const source = this.files[file];
    if (this.details[file] !== "file" || !source) return null;
    const range = JSON.parse(
      await this.worker.ask<"trace-bytes">({ kind: "trace-bytes", request }),
    ) as ByteRange;
    return bytesOf(source, range.position, range.bytes);
  }
}

/** Widens ranges, lowest and highest in turn, by others; NaN is none. */
function unite(all: Float32Array, others: Float32Array): void {
  for (const [i, value] of others.entries()) {
    const own = all[i] ?? Number.NaN;
    if (Number.isNaN(own)) all[i] = value;
    else if (!Number.isNaN(value)) all[i] = i % 2 === 0 ? Math.min(own, value) : Math.max(own, value);
  }
}
