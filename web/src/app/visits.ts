// The visits of the infant: each place's recording read and measured, its progress and its failure in the place's own
// state. Whatever fails stops its own recording and nothing else.
import type { Settings, Visit } from "#report";
import { Cancelled, type CoreWorker } from "../worker/client";
import { failureOf } from "./failures";
import { type Basis, Recordings } from "./recordings";
import { readingState } from "./slots";
import { optionsOf, type Slot, type State } from "./state";
import type { Store } from "./store";

export class Visits {
  private readonly recordings = new Recordings((key, reason) => this.fail(key, reason));

  constructor(private readonly store: Store<State>) {}

  /** Starts the workers of the first two recordings, so that these need not wait for them. */
  prepare(): void {
    this.recordings.prepare();
  }

  /** The worker that holds a slot's recording, to be asked about it. */
  worker(key: number): CoreWorker | undefined {
    return this.recordings.worker(key);
  }

  /** Stops reading a recording, or lets go of it. */
  release(key: number): void {
    this.recordings.release(key);
  }

  releaseAll(): void {
    this.recordings.releaseAll();
  }

  slot(key: number): Slot | undefined {
    return this.store.value.slots.find((slot) => slot.key === key);
  }

  patch(key: number, part: Partial<Slot>): void {
    const { slots } = this.store.value;
    this.store.patch({ slots: slots.map((slot) => (slot.key === key ? { ...slot, ...part } : slot)) });
  }

  /** Reads the slot's source and computes its visit. Never throws: what goes wrong becomes the slot's state. */
  async read(key: number): Promise<void> {
    const source = this.slot(key)?.source;
    if (!source) return;
    await this.guard(key, async () => {
      const made = await this.recordings.read(key, source, this.basis(key), (done, total) =>
        this.progress(key, done, total),
      );
      const slot = this.slot(key);
      if (made && slot && source.kind === "example") {
        this.patch(key, {
          source: { ...source, truth: made.truth },
          options: { ...slot.options, age_months: made.ageMonths, codes: made.codes },
        });
      }
      this.patch(key, { state: { kind: "computing" } });
      await this.measure(key);
    });
  }

  /** Reads or measures a visit again where something that it rests on has changed. Never throws. */
  async bringUp({ key, state, source }: Slot): Promise<void> {
    if (state.kind !== "ready" || !source) return;
    const basis = this.basis(key);
    if (this.recordings.mustBeRead(key, basis)) {
      this.patch(key, { state: readingState(source) });
      await this.read(key);
    } else if (this.recordings.mustBeMeasured(key, basis)) {
      await this.guard(key, () => this.measure(key));
    }
  }

  /** The slot's visit as other settings make it, beside the one that is shown. */
  async measuredWith(key: number, settings: Settings): Promise<Visit> {
    return JSON.parse(await this.recordings.measureAside(key, { ...this.basis(key), settings })) as Visit;
  }

  /** What the slot's visit adds to the specification curves, as JSON. */
  specifications(key: number): Promise<string> {
    return this.recordings.specifications(key, this.basis(key));
  }

  private async measure(key: number): Promise<void> {
    const json = await this.recordings.measure(key, this.basis(key));
    this.patch(key, { state: { kind: "ready", visit: JSON.parse(json) as Visit } });
  }

  /** Runs work for a slot; a failure becomes the slot's state, a cancellation leaves no trace. */
  private async guard(key: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Cancelled)) this.fail(key, error);
    }
  }

  private fail(key: number, error: unknown): void {
    this.recordings.release(key);
    this.patch(key, { state: { kind: "failed", failure: failureOf(error) } });
  }

  private progress(key: number, doneBytes: number, totalBytes: number): void {
    const state = this.slot(key)?.state;
    if (state?.kind === "reading") this.patch(key, { state: { ...state, doneBytes, totalBytes } });
  }

  private basis(key: number): Basis {
    const { settings, slots, infant } = this.store.value;
    const slot = this.slot(key);
    if (!settings || !slot) throw new Cancelled();
    const { channels, state } = slot;
    return {
      settings,
      channels,
      options: optionsOf(slot, slots.indexOf(slot), infant),
      sha256: state.kind === "ready" ? state.visit.file.sha256 : "",
    };
  }
}
