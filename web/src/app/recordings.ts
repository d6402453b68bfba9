// The recordings in their workers, one worker each: read once, measured as often as something that a visit's
// numbers rest on changes. Knows what each was read and measured with, and so whether that still holds.
import type { ChannelChoice, Settings, VisitOptions } from "#report";
import { CoreWorker, type WorkerBroken } from "../worker/client";
import type { ExampleRecording } from "../worker/protocol";
import { readFiles } from "../worker/read";
import type { Source } from "./state";

/** What one visit's numbers rest on beside its bytes. */
export interface Basis {
  settings: Settings;
  channels: ChannelChoice[];
  options: VisitOptions;
  /** Digest of the recording, empty until it was read: edits of other recordings do not count. */
  sha256: string;
}

interface Held {
  worker: CoreWorker;
  recorded: boolean;
  readWith: string;
  measuredWith: string;
}

export class Recordings {
  private readonly held = new Map<number, Held>();
  private readonly ready: CoreWorker[] = [];

  /** `onBroken` is told of a recording that is gone with its worker. */
  constructor(private readonly onBroken: (key: number, reason: WorkerBroken) => void) {}

  /** Starts the workers of the first two recordings, so that these need not wait for them. */
  prepare(): void {
    this.ready.push(new CoreWorker(), new CoreWorker());
  }

  worker(key: number): CoreWorker | undefined {
    return this.held.get(key)?.worker;
  }

  /** Whether the recording was read with other settings or channels than these, or not at all. */
  mustBeRead(key: number, basis: Basis): boolean {
    return this.held.get(key)?.readWith !== readingPart(basis);
  }

  mustBeMeasured(key: number, basis: Basis): boolean {
    return this.held.get(key)?.measuredWith !== measuringPart(basis);
  }

  /** Reads a source in a new worker. Gives what the simulator told, for an example. */
  async read(
    key: number,
    source: Source,
    basis: Basis,
    onProgress: (doneBytes: number, totalBytes: number) => void,
  ): Promise<ExampleRecording | null> {
    this.release(key);
    const worker = this.workerFor(key);
    const recorded = source.kind !== "none";
    this.held.set(key, { worker, recorded, readWith: readingPart(basis), measuredWith: "" });
    if (!recorded) return null;
    const settings = JSON.stringify(basis.settings);
    const channels = JSON.stringify(basis.channels);
    const options = JSON.stringify(basis.options);
    if (source.kind === "example") {
      const { scenario, index } = source;
      return worker.ask<"example">({ kind: "example", scenario, index, settings, channels, options });
    }
    await readFiles(worker, source.files, { settings, channels, options }, onProgress);
    return null;
  }

  /** The visit as the core's JSON. */
  async measure(key: number, basis: Basis): Promise<string> {
    const held = this.held.get(key);
    if (held) held.measuredWith = measuringPart(basis);
    return this.measureAside(key, basis);
  }

  /** The same, for a look beside the visit that is shown. */
  async measureAside(key: number, basis: Basis): Promise<string> {
    const held = this.held.get(key);
    if (!held) throw new Error("There is no such recording.");
    const settings = JSON.stringify(basis.settings);
    const options = JSON.stringify(basis.options);
    return held.recorded
      ? held.worker.ask<"visit">({ kind: "visit", settings, options })
      : held.worker.ask<"call">({ kind: "call", name: "visitWithoutRecording", args: [settings, options] });
  }

  /** What a specification curve is made of, as the core's JSON. */
  async specifications(key: number, basis: Basis): Promise<string> {
    const held = this.held.get(key);
    if (!held?.recorded) return "{}";
    const settings = JSON.stringify(basis.settings);
    const options = JSON.stringify(basis.options);
    return held.worker.ask<"specifications">({ kind: "specifications", settings, options });
  }

  private workerFor(key: number): CoreWorker {
    let worker = this.ready.pop();
    while (worker && !worker.isAlive) worker = this.ready.pop();
    const own = worker ?? new CoreWorker();
    own.onBroken = (reason) => {
      if (this.held.get(key)?.worker === own) this.onBroken(key, reason);
    };
    return own;
  }

  release(key: number): void {
    this.held.get(key)?.worker.stop();
    this.held.delete(key);
  }

  releaseAll(): void {
    for (const key of [...this.held.keys()]) this.release(key);
  }
}

/** What beats and window features are made with, and what annotations and calibration signals are found by. */
function readingPart({ settings, channels, options }: Basis): string {
  const { ecg, hrv, phases, marks, eeg } = settings;
  const group = ageGroup(ecg, options.age_months);
  return JSON.stringify([
    ecg,
    group,
    hrv.breathing_kept_hz,
    phases,
    marks,
    eeg.max_feature_mb,
    eeg.calibration_difference,
    eeg.calibration_min_s,
    eeg.flat_uv,
    eeg.total,
    channels,
    options.channels,
    options.events,
    // Which age group a corrected age is of, the core decides.
    options.weeks_early === null ? null : [options.weeks_early, options.age_months],
  ]);
}

/** The age group that the core takes its settings for, so that an age that changes it has the recording read anew. */
function ageGroup({ preset, infant_below_months, child_below_months }: Settings["ecg"], age: number | null) {
  if (preset !== "by_age") return preset;
  if (age === null || age < infant_below_months) return "infant";
  return age < child_below_months ? "child" : "adult";
}

function measuringPart({ settings, options, sha256 }: Basis): string {
  const recordings = settings.edits.recordings.filter((edits) => ["", sha256].includes(edits.sha256));
  return JSON.stringify([{ ...settings, edits: recordings }, options]);
}
