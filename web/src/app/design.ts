// What a planned study could find: the core simulates studies of one size after the other, in a worker of its own that can be
// stopped at any moment. A size's numbers do not depend on the others': they are those of `attune design`.
import type { Design, DesignSettings } from "#report";
import { Cancelled, CoreWorker } from "../worker/client";
import type { Failure } from "../worker/protocol";
import { failureOf } from "./failures";
import { Store } from "./store";

interface DesignState {
  /** Undefined: the core's defaults. */
  settings?: DesignSettings;
  isRunning: boolean;
  /** What is simulated so far; of the settings that it names, which may be others than those entered now. */
  design: Design | null;
  failure: Failure | null;
}

export class StudyDesign {
  readonly store = new Store<DesignState>({ isRunning: false, design: null, failure: null });
  private worker: CoreWorker | null = null;

  set(settings: DesignSettings): void {
    this.store.patch({ settings });
  }

  async run(settings: DesignSettings): Promise<void> {
    this.cancel();
    const worker = new CoreWorker();
    this.worker = worker;
    this.store.patch({ settings, isRunning: true, design: null, failure: null });
    try {
      const points: Design["points"] = [];
      for (const infants of settings.infants) {
        const args = [JSON.stringify({ ...settings, infants: [infants] })];
        const json = await worker.ask<"call">({ kind: "call", name: "planStudy", args });
        const design = JSON.parse(json) as Design;
        points.push(...design.points);
        this.store.patch({ design: { ...design, settings, points: [...points] } });
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) this.store.patch({ failure: failureOf(error) });
    }
    if (this.worker === worker) this.cancel();
    else worker.stop();
  }

  /** Stops at once; sizes that are done stay. */
  cancel(): void {
    this.worker?.stop();
    this.worker = null;
    this.store.patch({ isRunning: false });
  }
}
