// Measures many recordings with a few workers. Each worker takes one recording after the other, and of each only what
// a cohort keeps comes back, so memory does not grow with their number. A worker that breaks is replaced: its file
// gets one more try, then it is given up, and the others go on.
import type { MeasuredRecording, VisitOptions } from "#report";
import { Cancelled, CoreRefusal, CoreWorker, WorkerBroken } from "./client";
import { asTheyBegan, eventsOf, readFiles, readHearts } from "./read";
import { FileRefused } from "./source";

export interface Job {
  /** What tells it from the others. */
  key: string;
  /** Those of one visit. */
  files: File[];
  /** The mother's own recording of it. */
  mother: File | null;
  /** VisitOptions as JSON, events by the files as they stand here. */
  options: string;
}

/** What is asked beside the measures. */
interface AskedOfAll {
  multiverse: boolean;
  pairs: boolean;
}

interface PoolListener {
  done(job: Job, measured: MeasuredRecording): void;
  /** The file cannot be used; the others go on. */
  failed(job: Job, error: unknown): void;
  /** How much of a file was taken, from 0 to 1. */
  progress(job: Job, part: number): void;
  /** No worker is at work any more: all is done, or the pool was paused or stopped. */
  rest(): void;
}

const mostWorkers = 8;

/** One core is left for the page itself, which reads the files. */
const deviceSize = (): number => Math.max(1, Math.min(mostWorkers, (navigator.hardwareConcurrency || 2) - 1));

export class Pool {
  private readonly workers = new Set<CoreWorker>();
  private readonly broken = new Set<Job>();
  private active = 0;
  private paused = true;

  constructor(
    private readonly jobs: Job[],
    private readonly settings: string,
    private readonly asked: AskedOfAll,
    private readonly listener: PoolListener,
    private readonly size = deviceSize(),
  ) {}

  go(): void {
    this.paused = false;
    const wanted = Math.min(this.size, this.active + this.jobs.length);
    while (this.active < wanted) {
      this.active++;
      void this.work().finally(() => {
        if (--this.active === 0) this.listener.rest();
      });
    }
  }

  /** Takes no further file; those under way are finished. */
  pause(): void {
    this.paused = true;
  }

  /** Stops at once; files under way are not finished. */
  stop(): void {
    this.paused = true;
    for (const worker of this.workers) worker.stop();
  }

  private async work(): Promise<void> {
    let worker: CoreWorker | null = null;
    for (let job = this.next(); job; job = this.next()) {
      worker ??= this.startWorker();
      try {
        this.listener.done(job, await this.measure(worker, job));
      } catch (error) {
        if (error instanceof Cancelled) break;
        if (error instanceof WorkerBroken) {
          this.stopWorker(worker);
          worker = null;
          if (!this.broken.has(job)) {
            this.broken.add(job);
            this.jobs.unshift(job);
            continue;
          }
        }
        this.listener.failed(job, error);
      }
    }
    if (worker) this.stopWorker(worker);
  }

  private async measure(worker: CoreWorker, job: Job): Promise<MeasuredRecording> {
    const given = job.files.map((file) => ({ file, startS: null }));
    const files = await asTheyBegan(worker, given);
    const options = files.length > 1 ? optionsOf(job, given, files) : job.options;
    // Of several workers each keeps a processor busy by itself.
    const alone = this.size > 1;
    const how = { settings: this.settings, channels: "[]", options, hold: false, alone } as const;
    await readFiles(worker, files, how, (done, total) => this.listener.progress(job, done / total));
    const pair = this.asked.pairs ? { failure: await this.readPair(worker, job, options) } : undefined;
    const measured = await worker.ask<"measured">({
      kind: "measured",
      settings: this.settings,
      options,
      multiverse: this.asked.multiverse,
      pair,
    });
    return JSON.parse(measured) as MeasuredRecording;
  }

  /** Reads both hearts beside the recording; gives why they could not be read as JSON, or "null". */
  private async readPair(worker: CoreWorker, { files, mother }: Job, options: string): Promise<string> {
    const [file, further] = files;
    if (!file || further) return "null"; // the core says of a visit of several files that it cannot
    const wanted = await worker.ask<"pair-wanted">({
      kind: "pair-wanted",
      settings: this.settings,
      options,
    });
    try {
      if (mother) await readHearts(worker, mother, "mother", wanted);
      await readHearts(worker, file, mother ? "infant" : "both", wanted);
      return "null";
    } catch (error) {
      if (error instanceof CoreRefusal) return JSON.stringify(error.failure);
      if (!(error instanceof FileRefused)) throw error;
      return JSON.stringify({ code: error.code, message: error.message, where: error.where });
    }
  }

  private next(): Job | undefined {
    return this.paused ? undefined : this.jobs.shift();
  }

  private startWorker(): CoreWorker {
    const worker = new CoreWorker();
    this.workers.add(worker);
    return worker;
  }

  private stopWorker(worker: CoreWorker): void {
    worker.stop();
    this.workers.delete(worker);
  }
}

function optionsOf({ options }: Job, given: { file: File }[], files: { file: File }[]): string {
  const told = JSON.parse(options) as VisitOptions;
  return JSON.stringify({ ...told, events: eventsOf(told.events, given, files) });
}
