// What the user does, turned into work for the workers and changes of the state. One worker a recording, kept
// alive with its features, so that a new label, age or setting needs no second read of the file; one more,
// common to all, compares visits.
import type {
  CohortExample,
  EditSettings,
  Export,
  ExportOptions,
  Report,
  Scores,
  SessionFile,
  Settings,
} from "#report";
import type { CoreWorker } from "../worker/client";
import type { TextCall } from "../worker/protocol";
import { Codings } from "./codings";
import { CommonWorker } from "./common-worker";
import { described } from "./description";
import { StudyDesign } from "./design";
import { Entries } from "./entries";
import { failureOf } from "./failures";
import type { FolderFile } from "./folder";
import { Group } from "./group";
import { moved, noHistory, stepped } from "./history";
import { firstLanguage } from "./language";
import { carried, readAddress } from "./link";
import { watchNetwork } from "./network";
import { type Aim, Opening } from "./opening";
import { Pair } from "./pair";
import { Parts } from "./parts";
import { Reporting } from "./reporting";
import { enteredIn, sessionFile } from "./saved";
import { readingState, without, withoutRecording } from "./slots";
import { embeddedReport } from "./standalone";
import {
  emptyInfant,
  emptySlot,
  furtherScreens,
  hasEntries,
  isTaken,
  type Notice,
  questions,
  type Schema,
  type Screen,
  type Source,
  type State,
  screens,
  type Way,
} from "./state";
import { Store } from "./store";
import { Visits } from "./visits";

/** A number that is being typed counts before its field is left. */
function enterWhatIsTyped(): void {
  document.querySelector("input.number:focus")?.dispatchEvent(new Event("change"));
}

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
    arrivedScores: [],
    arrivedVideos: null,
    report: { kind: "none" },
    core: { kind: "loading" },
    notices: [],
    guesses: [],
    keepPhaseNames: false,
    keepCoding: false,
    network: { sent: 0, blocked: 0 },
  });

  /** The Group screen's own state and work. */
  readonly group = new Group(this);
  readonly design = new StudyDesign();

  /** The screen of mother and infant. */
  readonly pair = new Pair(() =>
    (this.state.settings?.edits.recordings ?? []).map(({ sha256, beats }) => ({ sha256, beats })),
  );

  /** What is coded on the Code screen. */
  readonly codings = new Codings(this.store);

  private readonly common = new CommonWorker();
  private readonly visits = new Visits(this.store);
  private readonly reporting = new Reporting(this.store, this.visits, this.common);
  /** The files of visits that were recorded in several. */
  readonly parts = new Parts(this.store, this.visits, this.reporting, this.common);
  /** What is entered for the infant and its visits. */
  readonly entries = new Entries(this, this.store, this.visits, this.reporting);
  private readonly opening = new Opening(this, this.store, this.visits, this.reporting, this.common);
  /** The work as it was saved last, as JSON. */
  private saved = "";
  private described: Promise<void> = Promise.resolve();
  private schema: Promise<void> | null = null;

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
    if (report !== "") void this.opening.openText(report);
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

  /** Opens whatever was dropped or chosen, each file by what is in it. */
  open(files: File[], aim?: Aim): Promise<void> {
    return this.opening.open(files, aim);
  }

  openFolder(name: string, list: () => Promise<FolderFile[]>, aim?: Aim): Promise<void> {
    return this.opening.openFolder(name, list, aim);
  }

  /** Takes a coding for a visit, or throws why it cannot be one. */
  giveCoding(key: number, text: string): Promise<void> {
    return this.opening.giveCoding(key, text);
  }

  /** A notice was read or answered. */
  putAside(notice: Notice): void {
    this.notify(this.state.notices.filter((other) => other !== notice));
  }

  /** A table of scores that was dropped was taken over or put aside. */
  putAsideScores(): void {
    this.patch({ arrivedScores: this.state.arrivedScores.slice(1) });
  }

  /** Videos that were dropped were taken by the Code screen. */
  putAsideVideos(): void {
    this.patch({ arrivedVideos: null });
  }

  /** Opens a simulated dyad in place of whatever is open, and shows its report. */
  async openExample(scenario: string): Promise<void> {
    this.clear();
    this.patch({ report: { kind: "working" } });
    this.show("report");
    const sources = [0, 1].map((index): Source => ({ kind: "example", scenario, index, truth: "" }));
    const { keys } = this.opening.place(sources, null);
    try {
      await Promise.all([this.takeExampleSupplement(scenario, keys), ...keys.map((key) => this.read(key))]);
    } catch (error) {
      this.patch({ report: { kind: "failed", failure: failureOf(error) } });
      return;
    }
    await this.reporting.refresh();
  }

  /** Takes the settings of a link, whatever stands before its "#". */
  async openLink(text: string): Promise<void> {
    await this.described;
    await this.takeLink(readAddress(text.trim().replace(/^[^#]*/, "")).link ?? "");
  }

  /** Counts a guess at what was put into an example. */
  guess(scenario: string, answers: Record<string, Way>): void {
    this.patch({ guesses: [...this.state.guesses, { scenario, answers }] });
  }

  takeBackGuess(scenario: string): void {
    const { guesses } = this.state;
    const last = guesses.findLast((guess) => guess.scenario === scenario);
    this.patch({ guesses: guesses.filter((guess) => guess !== last) });
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
    this.notify(this.opening.awaiting());
    await this.reporting.refresh();
  }

  /** Moves the visit at `index` one place earlier. */
  async moveEarlier(index: number): Promise<void> {
    const slots = [...this.state.slots];
    const [taken] = slots.splice(index, 1);
    if (!taken || index === 0) return;
    slots.splice(index - 1, 0, taken);
    this.notify(questions(this.state));
    this.opening.arrange(slots, "moved");
    await this.reporting.refresh();
  }

  /** Puts the visits in order of their start times, where every recording has one. */
  async putInOrder(): Promise<void> {
    this.notify(questions(this.state));
    this.opening.sortByStart();
    await this.reporting.refresh();
  }

  /** Puts recordings back that changed places. */
  async putBack(notice: Notice & { kind: "sorted" | "moved" }): Promise<void> {
    this.putAside(notice);
    this.opening.putBack(notice);
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

  /** Has the core tell its schema, once. */
  askSchema(): Promise<void> {
    this.schema ??= this.takeSchema().catch(() => {
      this.schema = null;
    });
    return this.schema;
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
    const file = sessionFile(this.state, this.pair.saved());
    this.saved = enteredIn(file);
    // What was coded of a place without a visit stands in no such file.
    if (this.state.slots.every((slot) => isTaken(slot) || slot.code === null)) this.codings.file();
    return file;
  }

  /** Whether something was entered or edited by hand that no saved file holds. */
  hasUnsavedWork(): boolean {
    const pair = this.pair.saved();
    const byHand = this.state.history.past.length > 0 || hasEntries(this.state) || pair !== null;
    const entered = byHand && enteredIn(sessionFile(this.state, pair)) !== this.saved;
    return entered || this.codings.hasUnsaved();
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

  /** Takes everything out, edits by hand too; other settings stay. */
  clear(): void {
    this.visits.releaseAll();
    this.reporting.abandon();
    this.pair.clear();
    const { core, settings } = this.state;
    const { edits, coding } = core.kind === "ready" ? core.defaults : { edits: undefined, coding: undefined };
    this.patch({
      slots: [emptySlot(), emptySlot()],
      infant: emptyInfant(),
      settings: settings && edits && coding ? { ...settings, edits, coding } : settings,
      history: noHistory,
      imported: null,
      arrivedScores: [],
      report: { kind: "none" },
      notices: [],
      // The copy that lies here is of what was coded until now.
      keepCoding: false,
    });
  }

  private async describe(): Promise<void> {
    try {
      this.visits.prepare();
      const core = described(await this.common.ask<"describe">({ kind: "describe" }));
      this.patch({ core, settings: this.state.settings ?? core.defaults });
    } catch (error) {
      this.patch({ core: { kind: "failed", detail: String(error) } });
    }
  }

  private async takeSchema(): Promise<void> {
    const schema = JSON.parse(await this.common.ask<"schema">({ kind: "schema" })) as Schema;
    const { core } = this.state;
    if (core.kind === "ready") this.patch({ core: { ...core, schema } });
  }

  /** Fills in what an example has beside its recordings: scores and comparison infants. */
  private async takeExampleSupplement(scenario: string, keys: number[]): Promise<void> {
    const made = await this.common.ask<"example-supplement">({ kind: "example-supplement", scenario });
    if (!keys.some((key) => this.visits.slot(key))) return;
    // Read while the recordings are measured, and remembered by the core for the comparison, which tells what fails.
    this.ask("referenceContents", made.reference).catch(() => undefined);
    const { sex, scales, visits } = JSON.parse(made.scores) as Scores;
    this.patch({ infant: { ...emptyInfant(), sex, scales, referenceCsv: made.reference } });
    for (const [index, key] of keys.entries()) {
      const scores = visits[index];
      if (scores) this.visits.patch(key, { scores });
    }
  }

  /** Reads a visit as soon as the core has told its settings. */
  async read(key: number): Promise<void> {
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
    this.patch({ screen: [...screens, ...furtherScreens].find((screen) => screen === wanted) ?? "open" });
    if (link !== null) void this.described.then(() => this.takeLink(link));
  }

  /** Takes the settings that a link carries, all of them or, where one cannot be taken, none; tells which they are. */
  private async takeLink(link: string): Promise<void> {
    const { core } = this.state;
    if (core.kind !== "ready") return;
    history.replaceState(null, "", `#${this.state.screen}`);
    try {
      const { changed, example } = carried(link, core.defaults);
      // The notice tells each setting in the schema's words.
      const [taken] = await Promise.all([this.ask<Settings>("settingsWith", changed), this.askSchema()]);
      const { edits, coding } = this.state.settings ?? core.defaults;
      await this.setSettings({ ...taken, edits, coding });
      this.notify([{ kind: "link", example, taken }]);
    } catch (error) {
      this.notify([{ kind: "link-refused", failure: failureOf(error) }]);
      this.show("open");
    }
  }
}
