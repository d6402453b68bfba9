// What the user does, turned into work for the workers and changes of the state. One worker a recording, kept
// alive with its features, so that a new label, age or setting needs no second read of the file; one more, the
// desk, compares visits. Whatever fails stops its own recording and nothing else.
import type { DeidentifyOptions, Report, Settings, Visit } from "#report";
import { Cancelled, CoreRefusal, CoreWorker, WorkerBroken } from "../worker/client";
import type { Failure } from "../worker/protocol";
import { type AnonymousFile, CopyDiffers, copyWithoutIdentity, readFile } from "../worker/read";
import { FileRefused } from "../worker/source";
import { watchNetwork } from "./network";
import {
  isBusy,
  type Notice,
  type Schema,
  type Screen,
  type Slot,
  type Source,
  type State,
  screens,
  visitLabel,
} from "./state";
import { Store } from "./store";

/** More files than this at once are a folder of several infants, not the visits of one. */
const maxVisits = 6;
const recordingName = /\.(edf|bdf|rec)(\.gz)?$/i;

let nextKey = 1;
const emptySlot = (): Slot => ({
  key: nextKey++,
  source: null,
  state: { kind: "empty" },
  ageMonths: null,
  heartList: "",
});

export class Session {
  readonly store = new Store<State>({
    screen: "open",
    slots: [emptySlot(), emptySlot()],
    report: { kind: "none" },
    core: { kind: "loading" },
    notices: [],
    network: { sent: 0, blocked: 0 },
  });

  private readonly workers = new Map<number, CoreWorker>();
  /** Options each slot's visit was computed with; when they no longer hold, it is computed again. */
  private readonly computedWith = new Map<number, string>();
  private desk = new CoreWorker();
  private described: Promise<void> = Promise.resolve();
  /** Number of the latest comparison; answers to earlier ones are out of date. */
  private comparison = 0;

  start(): void {
    watchNetwork((part, by) => {
      const { network } = this.state;
      this.patch({ network: { ...network, [part]: network[part] + by } });
    });
    window.addEventListener("hashchange", () => this.followAddress());
    this.followAddress();
    this.described = this.describe();
  }

  show(screen: Screen): void {
    location.hash = screen;
  }

  /** Opens files as visits: the first on the slot that was aimed at, the others on free ones. */
  async openFiles(files: File[], targetKey: number | null = null): Promise<void> {
    if (files.length === 0) return;
    if (files.length > maxVisits) {
      this.notify([{ kind: "too-many", count: files.length }]);
      return;
    }
    this.notify([]);
    const sources = files.map((file): Source => ({ kind: "file", file }));
    const keys = this.place(sources, targetKey);
    await Promise.all(keys.map((key) => this.read(key)));
    if (keys.length > 1) this.sortByStart();
    await this.refresh();
  }

  /** Opens what a folder holds of recordings, told by the endings of their names. */
  async openFolder(files: File[]): Promise<void> {
    const recordings = files.filter((file) => recordingName.test(file.name));
    if (recordings.length === 0) this.notify([{ kind: "none-found" }]);
    else await this.openFiles(recordings);
  }

  /** Opens a simulated dyad in place of whatever is open, and shows its report. */
  async openExample(scenario: string, seed: number): Promise<void> {
    this.clear();
    this.patch({ report: { kind: "working" } });
    this.show("report");
    let visits: number;
    try {
      visits = await this.desk.ask<"example-visits">({ kind: "example-visits", scenario });
    } catch (error) {
      this.patch({ report: { kind: "failed", failure: failureOf(error) } });
      return;
    }
    const sources = Array.from(
      { length: visits },
      (_, index): Source => ({ kind: "example", scenario, seed, index, truth: "" }),
    );
    const keys = this.place(sources, null);
    await Promise.all(keys.map((key) => this.read(key)));
    await this.refresh();
  }

  addSlot(): void {
    this.patch({ slots: [...this.state.slots, emptySlot()] });
  }

  /** Stops reading a recording, or takes it out. The first two places stay, empty. */
  async remove(key: number): Promise<void> {
    this.release(key);
    const index = this.position(key);
    const kept = this.state.slots.filter((slot) => slot.key !== key);
    if (index >= 0 && index < 2) kept.splice(index, 0, emptySlot());
    this.patch({ slots: kept });
    await this.refresh();
  }

  /** Moves the visit at `index` one place earlier. */
  async moveEarlier(index: number): Promise<void> {
    const slots = [...this.state.slots];
    const [moved] = slots.splice(index, 1);
    if (!moved || index === 0) return;
    slots.splice(index - 1, 0, moved);
    this.patch({ slots, notices: [] });
    await this.refresh();
  }

  /** Puts the visits in order of their start times, where every recording has one. */
  async putInOrder(): Promise<void> {
    this.sortByStart();
    await this.refresh();
  }

  async setAge(key: number, ageMonths: number | null): Promise<void> {
    this.patchSlot(key, { ageMonths });
    await this.refresh();
  }

  /**
   * A copy of a recording without the identity in its header, made by a worker of its own. Returns the failure
   * where there is one.
   */
  async copyWithoutIdentity(
    file: File,
    options: DeidentifyOptions,
    onProgress: (part: number) => void,
  ): Promise<AnonymousFile | Failure> {
    const worker = new CoreWorker();
    try {
      return await copyWithoutIdentity(worker, file, options, (done, total) => onProgress(done / total));
    } catch (error) {
      return failureOf(error);
    } finally {
      worker.stop();
    }
  }

  /** Takes beats from a list in place of the recording's ECG; an empty text takes the ECG again. */
  async setHeartList(key: number, heartList: string): Promise<void> {
    this.patchSlot(key, { heartList });
    await this.refresh();
  }

  /** Takes everything out. */
  clear(): void {
    for (const key of [...this.workers.keys()]) this.release(key);
    this.comparison++;
    this.patch({ slots: [emptySlot(), emptySlot()], report: { kind: "none" }, notices: [] });
  }

  private async describe(): Promise<void> {
    try {
      const core = await this.desk.ask<"describe">({ kind: "describe" });
      const settings = JSON.parse(core.defaultSettings) as Settings;
      const schema = JSON.parse(core.schema) as Schema;
      this.patch({ core: { kind: "ready", version: core.version, schema, settings } });
    } catch (error) {
      this.patch({ core: { kind: "failed", detail: String(error) } });
    }
  }

  /**
   * Puts sources on slots, on the one aimed at, on free ones and on new ones, and keeps their order. Returns the
   * slots' keys in that order.
   */
  private place(sources: Source[], targetKey: number | null): number[] {
    const slots = [...this.state.slots];
    const aimedAt = slots.findIndex((slot) => slot.key === targetKey);
    const free = slots.flatMap((slot, index) => (slot.source === null && index !== aimedAt ? [index] : []));
    const added = sources.map((_, turn) => slots.length + turn);
    const chosen = [...(aimedAt < 0 ? [] : [aimedAt]), ...free, ...added]
      .slice(0, sources.length)
      .sort((a, b) => a - b);
    const keys: number[] = [];
    for (const [turn, source] of sources.entries()) {
      const index = chosen[turn] ?? slots.length;
      const former = slots[index];
      if (former) this.release(former.key);
      const totalBytes = source.kind === "file" ? source.file.size : 0;
      const slot: Slot = {
        ...emptySlot(),
        source,
        state: { kind: "reading", doneBytes: 0, totalBytes, startedMs: performance.now() },
        ageMonths: former?.ageMonths ?? null,
      };
      slots[index] = slot;
      keys.push(slot.key);
    }
    this.patch({ slots });
    return keys;
  }

  /** Reads the slot's source and computes its visit. Never throws: what goes wrong becomes the slot's state. */
  private async read(key: number): Promise<void> {
    const source = this.slot(key)?.source;
    if (!source) return;
    const worker = new CoreWorker();
    this.workers.set(key, worker);
    await this.guard(key, async () => {
      await this.described;
      if (source.kind === "file") {
        await readFile(worker, source.file, this.settingsText, (done, total) =>
          this.progress(key, done, total),
        );
      } else {
        const { scenario, seed, index } = source;
        const settings = this.settingsText;
        const made = await worker.ask<"example">({ kind: "example", scenario, seed, index, settings });
        this.patchSlot(key, { source: { ...source, truth: made.truth }, ageMonths: made.ageMonths });
      }
      this.patchSlot(key, { state: { kind: "computing" } });
      await this.compute(key, worker);
    });
  }

  private async compute(key: number, worker: CoreWorker): Promise<void> {
    const options = this.optionsText(key);
    const json = await worker.ask<"visit">({ kind: "visit", settings: this.settingsText, options });
    this.computedWith.set(key, options);
    this.patchSlot(key, { state: { kind: "ready", visit: JSON.parse(json) as Visit, json } });
  }

  /** Brings every visit and the comparison up to date with labels and ages. */
  private async refresh(): Promise<void> {
    const isStale = (slot: Slot) =>
      slot.state.kind === "ready" && this.computedWith.get(slot.key) !== this.optionsText(slot.key);
    await Promise.all(
      this.state.slots.filter(isStale).map(({ key }) => {
        const worker = this.workers.get(key);
        return worker && this.guard(key, () => this.compute(key, worker));
      }),
    );
    if (!this.state.slots.some(isBusy)) await this.compare();
  }

  private async compare(): Promise<void> {
    const turn = ++this.comparison;
    const visits = this.state.slots.flatMap((slot) => (slot.state.kind === "ready" ? [slot.state.json] : []));
    if (visits.length < 2) {
      this.patch({ report: { kind: "none" } });
      return;
    }
    if (this.state.report.kind !== "ready") this.patch({ report: { kind: "working" } });
    try {
      const json = await this.desk.ask<"compare">({
        kind: "compare",
        visits: `[${visits.join(",")}]`,
        settings: this.settingsText,
      });
      const report = JSON.parse(json) as Report;
      if (turn === this.comparison) this.patch({ report: { kind: "ready", report, madeOn: new Date() } });
    } catch (error) {
      if (error instanceof WorkerBroken) this.desk = new CoreWorker();
      if (turn === this.comparison) this.patch({ report: { kind: "failed", failure: failureOf(error) } });
    }
  }

  /** Puts the visits in order of time, if every recording says when it started. */
  private sortByStart(): void {
    const isReady = (slot: Slot) => slot.state.kind === "ready";
    const ready = this.state.slots.filter(isReady);
    if (ready.length < 2) return;
    if (ready.some((slot) => startOf(slot) === null)) {
      this.notify([{ kind: "unsortable" }]);
      return;
    }
    const sorted = [...ready].sort((a, b) => ((startOf(a) ?? "") < (startOf(b) ?? "") ? -1 : 1));
    // Slots that hold no visit keep their places.
    const slots = this.state.slots.map((slot) => (isReady(slot) ? (sorted.shift() ?? slot) : slot));
    this.patch({ slots });
    this.notify([{ kind: "sorted" }]);
  }

  /** Runs work for a slot; a failure becomes the slot's state, a cancellation leaves no trace. */
  private async guard(key: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof Cancelled) return;
      this.release(key);
      this.patchSlot(key, { state: { kind: "failed", failure: failureOf(error) } });
    }
  }

  private release(key: number): void {
    this.workers.get(key)?.stop();
    this.workers.delete(key);
    this.computedWith.delete(key);
  }

  private progress(key: number, doneBytes: number, totalBytes: number): void {
    const state = this.slot(key)?.state;
    if (state?.kind === "reading") this.patchSlot(key, { state: { ...state, doneBytes, totalBytes } });
  }

  private get state(): State {
    return this.store.value;
  }

  private get settingsText(): string {
    const { core } = this.state;
    return core.kind === "ready" ? JSON.stringify(core.settings) : "{}";
  }

  private optionsText(key: number): string {
    const index = this.position(key);
    const slot = this.slot(key);
    return JSON.stringify({
      label: visitLabel(index),
      age_months: slot?.ageMonths ?? null,
      heart_list: slot?.heartList ?? "",
    });
  }

  private position(key: number): number {
    return this.state.slots.findIndex((slot) => slot.key === key);
  }

  private slot(key: number): Slot | undefined {
    return this.state.slots.find((slot) => slot.key === key);
  }

  private patch(part: Partial<State>): void {
    this.store.update((state) => ({ ...state, ...part }));
  }

  private patchSlot(key: number, part: Partial<Slot>): void {
    this.patch({ slots: this.state.slots.map((slot) => (slot.key === key ? { ...slot, ...part } : slot)) });
  }

  private notify(notices: Notice[]): void {
    this.patch({ notices });
  }

  private followAddress(): void {
    const wanted = location.hash.slice(1);
    this.patch({ screen: screens.find((screen) => screen === wanted) ?? "open" });
  }
}

function startOf(slot: Slot): string | null {
  return slot.state.kind === "ready" ? slot.state.visit.file.start : null;
}

function failureOf(error: unknown): Failure {
  if (error instanceof CoreRefusal) return error.failure;
  if (error instanceof FileRefused) return { code: error.code, message: error.message, where: "" };
  if (error instanceof CopyDiffers) return { code: "E_COPY", message: "", where: "" };
  if (error instanceof WorkerBroken) return { code: "E_PAGE_BROKEN", message: "", where: error.message };
  return { code: "E_PAGE", message: String(error), where: "" };
}
