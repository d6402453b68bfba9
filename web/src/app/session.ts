// What the user does, turned into work for the workers and changes of the state. One worker a recording, kept
// alive with its features, so that a new label, age or setting needs no second read of the file; one more,
// common to all, compares visits.
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
  PorgesGain,
  Report,
  Scale,
  Scores,
  SessionFile,
  Settings,
} from "#report";
import { CoreWorker } from "../worker/client";
import type { Failure, TextCall } from "../worker/protocol";
import { type AnonymousFile, copyWithoutIdentity } from "../worker/read";
import { CommonWorker } from "./common-worker";
import { failureOf } from "./failures";
import { Group } from "./group";
import { moved, noHistory, stepped } from "./history";
import { firstLanguage } from "./language";
import { carried, readAddress } from "./link";
import { watchNetwork } from "./network";
import { Reporting } from "./reporting";
import { matched, sessionFile, slotsOf } from "./saved";
import { isBare, takeBack, takeOver, withScore } from "./scores";
import { inOrderOfTime, placed, readingState, without, withoutRecording } from "./slots";
import { embeddedReport, reportIn } from "./standalone";
import {
  type EnteredOptions,
  emptyInfant,
  emptySlot,
  hasEntries,
  type Infant,
  maxVisits,
  type Notice,
  type Schema,
  type Screen,
  type Source,
  type State,
  screens,
} from "./state";
import { Store } from "./store";
import { Visits } from "./visits";

/** A number that is being typed counts before its field is left. */
function enterWhatIsTyped(): void {
  document.querySelector("input.number:focus")?.dispatchEvent(new Event("change"));
}

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

  private readonly common = new CommonWorker();
  private readonly visits = new Visits(this.store);
  private readonly reporting = new Reporting(this.store, this.visits, this.common);
  /** The work as it was saved last, as JSON. */
  private saved = "";
  private described: Promise<void> = Promise.resolve();

  start(): void {
    watchNetwork((part, by) => this.count(part, by));
    this.described = this.describe();
    window.addEventListener("hashchange", () => this.followAddress());
    window.addEventListener("beforeunload", (event) => {
      enterWhatIsTyped();
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
    await this.reporting.refresh();
  }

  /** Opens what a folder holds of recordings, told by the endings of their names. */
  async openFolder(files: File[]): Promise<void> {
    const recordings = files.filter((file) => recordingName.test(file.name));
    if (recordings.length === 0) this.notify([{ kind: "none-found" }]);
    else await this.openFiles(recordings);
  }

  /** Opens a simulated dyad in place of whatever is open, and shows its report. */
  async openExample(scenario: string): Promise<void> {
    this.clear();
    this.patch({ report: { kind: "working" } });
    this.show("report");
    const sources = [0, 1].map((index): Source => ({ kind: "example", scenario, index, truth: "" }));
    const keys = this.place(sources, null);
    try {
      await Promise.all([this.takeExampleSupplement(scenario, keys), ...keys.map((key) => this.read(key))]);
    } catch (error) {
      this.patch({ report: { kind: "failed", failure: failureOf(error) } });
      return;
    }
    await this.reporting.refresh();
  }

  /** Says that a visit has no recording, only a coding or scores. */
  async openWithoutRecording(key: number): Promise<void> {
    this.visits.patch(key, withoutRecording);
    await this.read(key);
    await this.reporting.refresh();
  }

  /** Reads a recording once more whose worker broke, which may have been for want of memory. */
  async readAgain(key: number): Promise<void> {
    const source = this.visits.slot(key)?.source;
    if (!source) return;
    this.visits.patch(key, { state: readingState(source) });
    await this.read(key);
    await this.reporting.refresh();
  }

  addSlot(): void {
    this.patch({ slots: [...this.state.slots, emptySlot()] });
  }

  /** Stops reading a recording, or takes it out. The first two places stay, empty. */
  async remove(key: number): Promise<void> {
    this.visits.release(key);
    this.patch({ slots: without(this.state.slots, key) });
    this.notify(this.awaiting());
    await this.reporting.refresh();
  }

  /** Moves the visit at `index` one place earlier. */
  async moveEarlier(index: number): Promise<void> {
    const slots = [...this.state.slots];
    const [taken] = slots.splice(index, 1);
    if (!taken || index === 0) return;
    slots.splice(index - 1, 0, taken);
    this.patch({ slots, notices: [] });
    await this.reporting.refresh();
  }

  /** Puts the visits in order of their start times, where every recording has one. */
  async putInOrder(): Promise<void> {
    this.sortByStart();
    await this.reporting.refresh();
  }

  /** What was entered for a visit: age, list of beats, ECG channel, phases. */
  async enter(key: number, options: Partial<EnteredOptions>): Promise<void> {
    const slot = this.visits.slot(key);
    if (!slot) return;
    this.visits.patch(key, { options: { ...slot.options, ...options } });
    await this.reporting.refresh();
  }

  /** Says what channels are; the recording is read again. */
  async chooseChannels(key: number, channels: ChannelChoice[]): Promise<void> {
    this.visits.patch(key, { channels });
    await this.reporting.refresh();
  }

  async enterScore(key: number, scale: string, value: number | null): Promise<void> {
    const slot = this.visits.slot(key);
    if (!slot) return;
    this.visits.patch(key, { scores: withScore(slot.scores, scale, value) });
    await this.reporting.refresh();
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
    await this.reporting.refresh();
  }

  /** Takes the last table of scores back; visits that were added for it go, if nothing else was entered there. */
  async takeBackScores(): Promise<void> {
    const { imported } = this.state;
    if (!imported) return;
    this.patch({ slots: takeBack(this.state.slots, imported), imported: null });
    for (const slot of this.state.slots)
      if (imported.added.includes(slot.key) && isBare(slot)) await this.remove(slot.key);
    await this.reporting.refresh();
  }

  /** Asks one of the core's functions over texts; gives its value. Throws CoreRefusal. */
  ask<T>(name: TextCall, ...args: string[]): Promise<T> {
    return this.common.call<T>(name, ...args);
  }

  /** The simulated study, already measured. */
  async exampleStudy(): Promise<CohortExample> {
    return JSON.parse(await this.common.ask<"example-study">({ kind: "example-study" })) as CohortExample;
  }

  async enterInfant(part: Partial<Infant>): Promise<void> {
    this.patch({ infant: { ...this.state.infant, ...part } });
    await this.reporting.refresh();
  }

  /** Forms every number anew with other settings. */
  async setSettings(settings: Settings): Promise<void> {
    this.patch({ settings });
    await this.reporting.refresh();
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
    return this.visits.worker(key);
  }

  /** Everything decided and entered, to be saved; null until the core has started. */
  sessionFile(): SessionFile | null {
    enterWhatIsTyped();
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
  async exported(report: Report, kind: ExportOptions["kind"]): Promise<Export> {
    const options: ExportOptions = { kind, keep_phase_names: this.state.keepPhaseNames };
    const whole = await this.reporting.whole(report);
    return this.ask<Export>("exported", JSON.stringify(whole), JSON.stringify(options));
  }

  /** Has the report's specification curves formed, which it then shows. */
  formCurves(report: Report): void {
    void this.reporting.withCurves(report);
  }

  async openSaved(file: File): Promise<void> {
    await this.openText(() => file.text());
  }

  /** Opens a saved session, which then waits for its recordings, or a saved report, which needs none. */
  private async openText(read: () => Promise<string>): Promise<void> {
    try {
      const text = reportIn(await read());
      const found = await this.common.ask<"read-saved">({ kind: "read-saved", text });
      this.clear();
      if (found.kind === "report") {
        const report = JSON.parse(found.json) as Report;
        this.patch({ report: { kind: "ready", report, madeOn: null, byDefault: null, curvesFailure: null } });
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
      this.notify(this.awaiting());
      await Promise.all(slots.map(({ key }) => this.read(key)));
      await this.reporting.refresh();
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
    this.visits.releaseAll();
    this.reporting.abandon();
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
      this.visits.prepare();
      const core = await this.common.ask<"describe">({ kind: "describe" });
      const defaults = JSON.parse(core.defaultSettings) as Settings;
      const schema = JSON.parse(core.schema) as Schema;
      const scales = JSON.parse(core.scales) as Scale[];
      const cohort = JSON.parse(core.cohortSettings) as CohortSettings;
      const porgesGain = JSON.parse(core.porgesGain) as PorgesGain;
      this.patch({
        core: { kind: "ready", version: core.version, schema, defaults, scales, cohort, porgesGain },
        settings: this.state.settings ?? defaults,
      });
    } catch (error) {
      this.patch({ core: { kind: "failed", detail: String(error) } });
    }
  }

  /** Puts sources on places; gives the places' keys. */
  private place(sources: Source[], targetKey: number | null): number[] {
    const { slots, keys, replaced } = placed(this.state.slots, sources, targetKey);
    for (const key of replaced) this.visits.release(key);
    this.patch({ slots });
    return keys;
  }

  /** Fills in what an example has beside its recordings: scores and comparison infants. */
  private async takeExampleSupplement(scenario: string, keys: number[]): Promise<void> {
    const made = await this.common.ask<"example-supplement">({ kind: "example-supplement", scenario });
    if (!keys.some((key) => this.visits.slot(key))) return;
    const { sex, scales, visits } = JSON.parse(made.scores) as Scores;
    this.patch({ infant: { sex, scales, referenceCsv: made.reference } });
    for (const [index, key] of keys.entries()) {
      const scores = visits[index];
      if (scores) this.visits.patch(key, { scores });
    }
  }

  /** Reads a visit as soon as the core has told its settings. */
  private async read(key: number): Promise<void> {
    await this.described;
    await this.visits.read(key);
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
    const notOfSession: Notice[] = strangers > 0 ? [{ kind: "not-of-session", count: strangers }] : [];
    this.notify([...notOfSession, ...this.awaiting()]);
  }

  /** That saved work still waits for recordings, where it does. */
  private awaiting(): Notice[] {
    const count = this.state.slots.filter(({ expected }) => expected !== null).length;
    return count > 0 ? [{ kind: "awaiting", count }] : [];
  }

  /** Puts the visits in order of time, if every recording says when it started. */
  private sortByStart(): void {
    const slots = inOrderOfTime(this.state.slots);
    if (slots === null) return;
    if (slots !== "unknown") this.patch({ slots });
    this.notify([{ kind: slots === "unknown" ? "unsortable" : "sorted" }]);
  }

  private count(part: "sent" | "blocked", by: number): void {
    const { network } = this.state;
    this.patch({ network: { ...network, [part]: network[part] + by } });
  }

  private get state(): State {
    return this.store.value;
  }

  private patch(part: Partial<State>): void {
    this.store.patch(part);
  }

  private notify(notices: Notice[]): void {
    this.patch({ notices });
  }

  /** The address names the screen, and may bring settings along (app/link.ts). */
  private followAddress(): void {
    const { screen: wanted, link } = readAddress(location.hash);
    this.patch({ screen: screens.find((screen) => screen === wanted) ?? "open" });
    if (link !== null) void this.described.then(() => this.takeLink(link));
  }

  /** Takes the settings that a link carries, all of them or, where one cannot be taken, none. */
  private async takeLink(link: string): Promise<void> {
    const { core } = this.state;
    if (core.kind !== "ready") return;
    history.replaceState(null, "", `#${this.state.screen}`);
    try {
      const taken = await this.ask<Settings>("settingsWith", carried(link, core.defaults));
      const { edits, coding } = this.state.settings ?? core.defaults;
      await this.setSettings({ ...taken, edits, coding });
    } catch (error) {
      this.notify([{ kind: "link-refused", failure: failureOf(error) }]);
      this.show("open");
    }
  }
}
