// What the user does, turned into work for the workers and changes of the state. One worker a recording, kept
// alive with its features, so that a new label, age or setting needs no second read of the file; one more, the
// desk, compares visits. Whatever fails stops its own recording and nothing else.
import type {
  ChannelChoice,
  CheckedScores,
  CohortExample,
  CohortSettings,
  DeidentifyOptions,
  EditSettings,
  Export,
  ExportOptions,
  ImportedScores,
  Report,
  Scale,
  Scores,
  SessionFile,
  Settings,
  Visit,
} from "#report";
import { Cancelled, CoreWorker, WorkerBroken } from "../worker/client";
import type { Failure, TextCall } from "../worker/protocol";
import { type AnonymousFile, copyWithoutIdentity } from "../worker/read";
import { failureOf } from "./failures";
import { Group } from "./group";
import { moved, noHistory, stepped } from "./history";
import { firstLanguage } from "./language";
import { changedSettings, readAddress, settingsWith } from "./link";
import { watchNetwork } from "./network";
import { completed, outlineOf } from "./outline";
import { type Basis, Recordings } from "./recordings";
import { matched, sessionFile, slotsOf, supplementOf } from "./saved";
import { isBare, takeBack, takeOver, withScore } from "./scores";
import { embeddedReport, reportIn } from "./standalone";
import {
  type EnteredOptions,
  emptyInfant,
  emptySlot,
  hasEntries,
  type Infant,
  isBusy,
  maxVisits,
  type Notice,
  type Schema,
  type Screen,
  type Slot,
  type Source,
  type State,
  screens,
  startOf,
  visitLabel,
} from "./state";
import { Store } from "./store";

const recordingName = /\.(edf|bdf|rec)(\.gz)?$/i;

export class Session {
  readonly store = new Store<State>({
    screen: "open",
    theme: "system",
    language: firstLanguage(),
    tour: null,
    slots: [emptySlot(), emptySlot()],
    infant: emptyInfant(),
    settings: null,
    history: noHistory,
    imported: null,
    report: { kind: "none" },
    core: { kind: "loading" },
    notices: [],
    keepPhaseNames: false,
    network: { sent: 0, blocked: 0 },
  });

  /** The Group screen's own state and work. */
  readonly group = new Group(this);

  private readonly recordings = new Recordings();
  private desk = new CoreWorker();
  /** The work as it was saved last, as JSON. */
  private saved = "";
  private described: Promise<void> = Promise.resolve();
  /** Counts what the report may have to follow; a catching up goes on until it has followed all of it. */
  private changes = 0;
  private catchingUp: Promise<void> | null = null;

  start(): void {
    watchNetwork((part, by) => this.count(part, by));
    this.described = this.describe();
    window.addEventListener("hashchange", () => this.followAddress());
    window.addEventListener("beforeunload", (event) => {
      if (this.hasUnsavedWork()) event.preventDefault();
    });
    this.followAddress();
    const report = embeddedReport();
    if (report !== "") void this.openText(async () => report);
  }

  show(screen: Screen): void {
    location.hash = screen;
  }

  /** Goes to a stop of the guided tour; null leaves it. */
  goTo(tour: number | null): void {
    this.patch({ tour });
  }

  choose(preferences: Partial<Pick<State, "theme" | "language">>): void {
    this.patch(preferences);
  }

  /** Opens files as visits: the first on the slot that was aimed at, the others on free ones. */
  async openFiles(files: File[], targetKey: number | null = null): Promise<void> {
    if (files.length === 0) return;
    if (files.length > maxVisits) {
      this.notify([{ kind: "too-many", count: files.length }]);
      return;
    }
    this.notify([]);
    const awaited = this.state.slots.some(({ expected }) => expected !== null);
    const sources = files.map((file): Source => ({ kind: "file", file }));
    const keys = this.place(sources, targetKey);
    await Promise.all(keys.map((key) => this.read(key)));
    if (awaited) this.matchToSession();
    else if (keys.length > 1) this.sortByStart();
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
    try {
      const visits = await this.desk.ask<"example-visits">({ kind: "example-visits", scenario });
      const sources = Array.from(
        { length: visits },
        (_, index): Source => ({ kind: "example", scenario, seed, index, truth: "" }),
      );
      const keys = this.place(sources, null);
      await Promise.all([
        this.takeExampleSupplement(scenario, seed, keys),
        ...keys.map((key) => this.read(key)),
      ]);
    } catch (error) {
      this.patch({ report: { kind: "failed", failure: failureOf(error) } });
      return;
    }
    await this.refresh();
  }

  /** Says that a visit has no recording, only a coding or scores. */
  async openWithoutRecording(key: number): Promise<void> {
    this.patchSlot(key, withoutRecording);
    await this.read(key);
    await this.refresh();
  }

  addSlot(): void {
    this.patch({ slots: [...this.state.slots, emptySlot()] });
  }

  /** Stops reading a recording, or takes it out. The first two places stay, empty. */
  async remove(key: number): Promise<void> {
    this.recordings.release(key);
    const index = this.position(key);
    const kept = this.state.slots.filter((slot) => slot.key !== key);
    if (index >= 0 && index < 2) kept.splice(index, 0, emptySlot());
    this.patch({ slots: kept });
    await this.refresh();
  }

  /** Moves the visit at `index` one place earlier. */
  async moveEarlier(index: number): Promise<void> {
    const slots = [...this.state.slots];
    const [taken] = slots.splice(index, 1);
    if (!taken || index === 0) return;
    slots.splice(index - 1, 0, taken);
    this.patch({ slots, notices: [] });
    await this.refresh();
  }

  /** Puts the visits in order of their start times, where every recording has one. */
  async putInOrder(): Promise<void> {
    this.sortByStart();
    await this.refresh();
  }

  /** What was entered for a visit: age, list of beats, ECG channel, phases. */
  async enter(key: number, options: Partial<EnteredOptions>): Promise<void> {
    const slot = this.slot(key);
    if (!slot) return;
    this.patchSlot(key, { options: { ...slot.options, ...options } });
    await this.refresh();
  }

  /** Says what channels are; the recording is read again. */
  async chooseChannels(key: number, channels: ChannelChoice[]): Promise<void> {
    this.patchSlot(key, { channels });
    await this.refresh();
  }

  async enterScore(key: number, scale: string, value: number | null): Promise<void> {
    const slot = this.slot(key);
    if (!slot) return;
    this.patchSlot(key, { scores: withScore(slot.scores, scale, value) });
    await this.refresh();
  }

  /** Fills the fields from a table; `add` are places for which a visit without a recording is made. */
  async takeScores({ scores, diagnostics }: ImportedScores, add: number[]): Promise<void> {
    const checked = await this.ask<CheckedScores>("checkScores", JSON.stringify(scores));
    const slots = [...this.state.slots];
    while (slots.length <= Math.max(...add)) slots.push(emptySlot());
    const added = add.flatMap((place) => slots[place]?.key ?? []);
    const { slots: filled, ...made } = takeOver(
      slots.map((slot) => (added.includes(slot.key) ? { ...slot, ...withoutRecording } : slot)),
      scores,
      checked,
    );
    this.patch({ slots: filled, imported: { ...made, added, diagnostics } });
    await Promise.all(added.map((key) => this.read(key)));
    await this.refresh();
  }

  /** Takes the last table of scores back; visits that were added for it go, if nothing else was entered there. */
  async takeBackScores(): Promise<void> {
    const { imported } = this.state;
    if (!imported) return;
    this.patch({ slots: takeBack(this.state.slots, imported), imported: null });
    for (const slot of this.state.slots)
      if (imported.added.includes(slot.key) && isBare(slot)) await this.remove(slot.key);
    await this.refresh();
  }

  /** Asks one of the core's functions over texts; gives its value. Throws CoreRefusal. */
  async ask<T>(name: TextCall, ...args: string[]): Promise<T> {
    try {
      return JSON.parse(await this.desk.ask<"call">({ kind: "call", name, args })) as T;
    } catch (error) {
      this.mendDesk(error);
      throw error;
    }
  }

  /** The simulated study, already measured. */
  async exampleStudy(): Promise<CohortExample> {
    return JSON.parse(await this.desk.ask<"example-study">({ kind: "example-study" })) as CohortExample;
  }

  async enterInfant(part: Partial<Infant>): Promise<void> {
    this.patch({ infant: { ...this.state.infant, ...part } });
    await this.refresh();
  }

  /** Forms every number anew with other settings. */
  async setSettings(settings: Settings): Promise<void> {
    this.patch({ settings });
    await this.refresh();
  }

  /** Changes the edits by hand, as a step that can be taken back. */
  async edit(change: (edits: EditSettings) => EditSettings): Promise<void> {
    const { settings, history } = this.state;
    if (!settings) return;
    this.patch({ history: stepped(history, settings.edits) });
    await this.setSettings({ ...settings, edits: change(settings.edits) });
  }

  undo(): Promise<void> {
    return this.move("undo");
  }

  redo(): Promise<void> {
    return this.move("redo");
  }

  /** The worker that holds a slot's recording, to be asked about it. */
  worker(key: number): CoreWorker | undefined {
    return this.recordings.worker(key);
  }

  /** Everything decided and entered, to be saved; null until the core has started. */
  sessionFile(): SessionFile | null {
    const file = sessionFile(this.state);
    this.saved = JSON.stringify(file);
    return file;
  }

  /** Whether something was entered or edited by hand that no saved file holds. */
  hasUnsavedWork(): boolean {
    const byHand = this.state.history.past.length > 0 || hasEntries(this.state);
    return byHand && JSON.stringify(sessionFile(this.state)) !== this.saved;
  }

  /** Takes everything out and goes back to the default settings. */
  startOver(): void {
    this.clear();
    const { core } = this.state;
    if (core.kind === "ready") this.patch({ settings: core.defaults });
  }

  /** Requests that the page knows of and the browser does not report to it. */
  countRequests(count: number): void {
    this.count("sent", count);
  }

  keepPhaseNames(keep: boolean): void {
    this.patch({ keepPhaseNames: keep });
  }

  /** What a report is saved as, formed by the core. */
  exported(report: Report, kind: ExportOptions["kind"]): Promise<Export> {
    const options: ExportOptions = { kind, keep_phase_names: this.state.keepPhaseNames };
    return this.ask<Export>("exported", JSON.stringify(report), JSON.stringify(options));
  }

  async openSaved(file: File): Promise<void> {
    await this.openText(() => file.text());
  }

  /** Opens a saved session, which then waits for its recordings, or a saved report, which needs none. */
  private async openText(read: () => Promise<string>): Promise<void> {
    try {
      const text = reportIn(await read());
      const found = await this.desk.ask<"read-saved">({ kind: "read-saved", text });
      this.clear();
      if (found.kind === "report") {
        const report = JSON.parse(found.json) as Report;
        this.patch({ report: { kind: "ready", report, madeOn: null, byDefault: null } });
        this.show("report");
        return;
      }
      const session = JSON.parse(found.json) as SessionFile;
      const slots = slotsOf(session);
      const { sex, scales } = session.supplement.scores;
      this.patch({
        slots,
        infant: { sex, scales, referenceCsv: session.supplement.reference_csv },
        settings: session.settings,
      });
      this.saved = JSON.stringify(sessionFile(this.state));
      const awaited = slots.filter(({ expected }) => expected).length;
      if (awaited > 0) this.notify([{ kind: "awaiting", count: awaited }]);
      await Promise.all(slots.map(({ key }) => this.read(key)));
      await this.refresh();
    } catch (error) {
      this.notify([{ kind: "refused", failure: failureOf(error) }]);
    }
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

  /** Takes everything out, edits by hand too; other settings stay. */
  clear(): void {
    this.recordings.releaseAll();
    this.changes++;
    const { core, settings } = this.state;
    const { edits, coding } = core.kind === "ready" ? core.defaults : { edits: undefined, coding: undefined };
    this.patch({
      slots: [emptySlot(), emptySlot()],
      infant: emptyInfant(),
      settings: settings && edits && coding ? { ...settings, edits, coding } : settings,
      history: noHistory,
      imported: null,
      report: { kind: "none" },
      notices: [],
    });
  }

  private async describe(): Promise<void> {
    try {
      const core = await this.desk.ask<"describe">({ kind: "describe" });
      const defaults = JSON.parse(core.defaultSettings) as Settings;
      const schema = JSON.parse(core.schema) as Schema;
      const scales = JSON.parse(core.scales) as Scale[];
      const cohort = JSON.parse(core.cohortSettings) as CohortSettings;
      this.patch({
        core: { kind: "ready", version: core.version, schema, defaults, scales, cohort },
        settings: this.state.settings ?? defaults,
      });
      this.recordings.prepare();
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
      if (former) this.recordings.release(former.key);
      const slot = emptySlot();
      slots[index] = { ...slot, ...entriesKept(former, slot), source, state: readingState(source) };
      keys.push(slot.key);
    }
    this.patch({ slots });
    return keys;
  }

  /** Fills in what an example has beside its recordings: scores and comparison infants. */
  private async takeExampleSupplement(scenario: string, seed: number, keys: number[]): Promise<void> {
    const made = await this.desk.ask<"example-supplement">({ kind: "example-supplement", scenario, seed });
    if (!keys.some((key) => this.slot(key))) return;
    const { sex, scales, visits } = JSON.parse(made.scores) as Scores;
    this.patch({ infant: { sex, scales, referenceCsv: made.reference } });
    for (const [index, key] of keys.entries()) {
      const scores = visits[index];
      if (scores) this.patchSlot(key, { scores });
    }
  }

  /** Reads the slot's source and computes its visit. Never throws: what goes wrong becomes the slot's state. */
  private async read(key: number): Promise<void> {
    const source = this.slot(key)?.source;
    if (!source) return;
    await this.guard(key, async () => {
      await this.described;
      const made = await this.recordings.read(key, source, this.basis(key), (done, total) =>
        this.progress(key, done, total),
      );
      const slot = this.slot(key);
      if (made && slot && source.kind === "example") {
        this.patchSlot(key, {
          source: { ...source, truth: made.truth },
          options: { ...slot.options, age_months: made.ageMonths, codes: made.codes },
        });
      }
      this.patchSlot(key, { state: { kind: "computing" } });
      await this.measure(key);
    });
  }

  private async measure(key: number): Promise<void> {
    const json = await this.recordings.measure(key, this.basis(key));
    this.patchSlot(key, { state: { kind: "ready", visit: JSON.parse(json) as Visit } });
  }

  /** Brings every visit and the comparison up to date with all that was entered and set. */
  private refresh(): Promise<void> {
    this.changes++;
    this.catchingUp ??= this.catchUp();
    return this.catchingUp;
  }

  private async catchUp(): Promise<void> {
    for (let followed = -1; followed !== this.changes; ) {
      followed = this.changes;
      await Promise.all(this.state.slots.map((slot) => this.bringUp(slot)));
      if (followed === this.changes && !this.state.slots.some(isBusy)) await this.compare(followed);
    }
    this.catchingUp = null;
  }

  private async bringUp({ key, state, source }: Slot): Promise<void> {
    if (state.kind !== "ready" || !source) return;
    const basis = this.basis(key);
    if (this.recordings.mustBeRead(key, basis)) {
      this.patchSlot(key, { state: readingState(source) });
      await this.read(key);
    } else if (this.recordings.mustBeMeasured(key, basis)) {
      await this.guard(key, () => this.measure(key));
    }
  }

  private async compare(followed: number): Promise<void> {
    const ready = this.state.slots.filter(({ state }) => state.kind === "ready");
    const visits = ready.flatMap(({ state }) => (state.kind === "ready" ? [state.visit] : []));
    const { settings } = this.state;
    if (visits.length < 2 || !settings) {
      if (this.state.slots.some(({ source }) => source !== null)) this.patch({ report: { kind: "none" } });
      return;
    }
    if (this.state.report.kind !== "ready") this.patch({ report: { kind: "working" } });
    try {
      const report = await this.reportOn(ready, visits, settings);
      if (followed !== this.changes) return;
      const madeOn = new Date();
      const { report: before } = this.state;
      const byDefault = before.kind === "ready" ? before.byDefault : null;
      this.patch({ report: { kind: "ready", report, madeOn, byDefault } });
      const usual = await this.reportByDefault(ready, settings);
      if (followed === this.changes)
        this.patch({ report: { kind: "ready", report, madeOn, byDefault: usual } });
    } catch (error) {
      this.mendDesk(error);
      if (followed === this.changes) this.patch({ report: { kind: "failed", failure: failureOf(error) } });
    }
  }

  private async reportOn(slots: Slot[], visits: Visit[], settings: Settings): Promise<Report> {
    const json = await this.desk.ask<"compare">({
      kind: "compare",
      visits: JSON.stringify(visits.map(outlineOf)),
      settings: JSON.stringify(settings),
      supplement: JSON.stringify(supplementOf(this.state, slots)),
    });
    return completed(JSON.parse(json) as Report, visits);
  }

  /** The same recordings and edits with default settings; null where those in use are the defaults. */
  private async reportByDefault(slots: Slot[], settings: Settings): Promise<Report | null> {
    const { core } = this.state;
    if (core.kind !== "ready" || !changedSettings(settings, core.defaults)) return null;
    const usual = { ...core.defaults, edits: settings.edits, coding: settings.coding };
    const visits = slots.map(({ key }) =>
      this.recordings.measureAside(key, { ...this.basis(key), settings: usual }),
    );
    const measured = (await Promise.all(visits)).map((json) => JSON.parse(json) as Visit);
    return this.reportOn(slots, measured, usual);
  }

  private mendDesk(error: unknown): void {
    if (error instanceof WorkerBroken) this.desk = new CoreWorker();
  }

  private async move(direction: "undo" | "redo"): Promise<void> {
    const { settings, history } = this.state;
    const step = settings && moved(history, settings.edits, direction);
    if (!step) return;
    this.patch({ history: step.history });
    await this.setSettings({ ...settings, edits: step.present });
  }

  /** Gives what a session file holds to the recordings that it was saved with. */
  private matchToSession(): void {
    const { slots, strangers } = matched(this.state.slots);
    this.patch({ slots });
    const waiting = slots.filter(({ expected }) => expected !== null).length;
    const notices: Notice[] = [];
    if (strangers > 0) notices.push({ kind: "not-of-session", count: strangers });
    if (waiting > 0) notices.push({ kind: "awaiting", count: waiting });
    this.notify(notices);
  }

  /** Puts the visits in order of time, if every recording says when it started. */
  private sortByStart(): void {
    const isReady = ({ state, source }: Slot) => state.kind === "ready" && source?.kind !== "none";
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
      this.recordings.release(key);
      this.patchSlot(key, { state: { kind: "failed", failure: failureOf(error) } });
    }
  }

  private progress(key: number, doneBytes: number, totalBytes: number): void {
    const state = this.slot(key)?.state;
    if (state?.kind === "reading") this.patchSlot(key, { state: { ...state, doneBytes, totalBytes } });
  }

  private count(part: "sent" | "blocked", by: number): void {
    const { network } = this.state;
    this.patch({ network: { ...network, [part]: network[part] + by } });
  }

  private get state(): State {
    return this.store.value;
  }

  private basis(key: number): Basis {
    const { settings } = this.state;
    const slot = this.slot(key);
    if (!settings || !slot) throw new Cancelled();
    const { options, channels, state } = slot;
    return {
      settings,
      channels,
      options: { label: visitLabel(this.position(key)), ...options },
      sha256: state.kind === "ready" ? state.visit.file.sha256 : "",
    };
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

  /** The address names the screen, and may bring settings along (app/link.ts). */
  private followAddress(): void {
    const { screen: wanted, changed } = readAddress(location.hash);
    this.patch({ screen: screens.find((screen) => screen === wanted) ?? "open" });
    if (!changed) return;
    void this.described.then(() => {
      const { core, settings } = this.state;
      if (core.kind !== "ready" || !settings) return;
      history.replaceState(null, "", `#${this.state.screen}`);
      const { edits, coding } = settings;
      return this.setSettings({ ...settingsWith(core.defaults, changed), edits, coding });
    });
  }
}

/**
 * Of what was entered, all but the phases, channel choices and lists of another recording stays in the place; of an
 * example nothing, since it was simulated with it.
 */
function entriesKept(former: Slot | undefined, fresh: Slot): Partial<Slot> {
  if (!former || former.source?.kind === "example") return {};
  if (former.source?.kind !== "file") {
    const { options, channels, scores, expected } = former;
    return { options, channels, scores, expected };
  }
  const { age_months, codes, codes_second, coding } = former.options;
  return {
    options: { ...fresh.options, age_months, codes, codes_second, coding },
    scores: former.scores,
  };
}

const withoutRecording: Pick<Slot, "source" | "state"> = {
  source: { kind: "none" },
  state: { kind: "computing" },
};

function readingState(source: Source): Slot["state"] {
  const totalBytes = source.kind === "file" ? source.file.size : 0;
  return { kind: "reading", doneBytes: 0, totalBytes, startedMs: performance.now() };
}
