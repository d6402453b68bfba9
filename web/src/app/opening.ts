// Opens whatever is dropped or chosen, each file by what is in it. What is dropped later is placed later, so that a file
// that comes while saved work is being opened finds that work there.
import type { CohortPlan, CohortSession, Opened, Report, Scores, SessionFile, SessionPair } from "#report";
import type { TextCall } from "../worker/protocol";
import { asTheyBegan, eventsOf } from "../worker/read";
import { type Arrived, recordingName, whatIs } from "./arrived";
import type { CommonWorker } from "./common-worker";
import type { Entries } from "./entries";
import { failureOf, isWorthAnotherTry } from "./failures";
import { type FolderFile, pathsOf, shownFiles } from "./folder";
import { infantFolder, planOf, scoresOf } from "./infant-folder";
import type { Reporting } from "./reporting";
import { CodingUnknown, hasKnownCodings, matched, slotsOf } from "./saved";
import { carriedOver, tableOf } from "./scores";
import { closedUp, inOrderOfTime, movedTo, perhapsOneVisit, placed, readingState, whatGoes } from "./slots";
import { reportIn } from "./standalone";
import {
  type Belonging,
  belongings,
  fileSource,
  hasBelonging,
  hasEntries,
  maxVisits,
  type Notice,
  questions,
  type Screen,
  type Slot,
  type Source,
  type State,
} from "./state";
import type { Store } from "./store";
import type { Visits } from "./visits";

/** What is still to be done once something has its place. */
type Rest = () => Promise<unknown>;
const nothing: Rest = () => Promise.resolve();

export interface Aim {
  /** The place that the first recording is for. */
  target?: number | null;
  /** Asked before saved work takes the place of what is here. */
  mayReplace?: () => boolean;
}

/** What follows from what is opened, done as if a person had done it on the screens. */
interface Opener {
  readonly group: { openFolder(name: string, list: () => Promise<FolderFile[]>): Promise<void> };
  /** The sheet of the Code screen; false: the text is none. */
  readonly codings: { open(text: string): boolean };
  ask<T>(name: TextCall, ...args: string[]): Promise<T>;
  clear(): void;
  show(screen: Screen): void;
  read(key: number): Promise<void>;
  openWithoutRecording(key: number): Promise<void>;
  readonly entries: Pick<Entries, "enter" | "enterInfant" | "takeScores">;
  /** Takes what is entered now for saved. */
  sessionFile(): SessionFile | null;
  readonly pair: { restore(saved: SessionPair): void };
}

export class Opening {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly session: Opener,
    private readonly store: Store<State>,
    private readonly visits: Visits,
    private readonly reporting: Reporting,
    private readonly common: CommonWorker,
  ) {}

  open(files: File[], aim: Aim = {}): Promise<void> {
    return files.length === 0 ? Promise.resolve() : this.inTurn(() => this.take(files, aim));
  }

  /** A folder of one infant fills the visits, that of a study goes to the Group screen. */
  openFolder(name: string, list: () => Promise<FolderFile[]>, aim: Aim = {}): Promise<void> {
    return this.inTurn(() => this.takeFolder(name, list, aim));
  }

  /** Opens a saved session, which then waits for its recordings, or a saved report, which needs none. */
  openText(text: string): Promise<void> {
    return this.inTurn(() => this.restore(text));
  }

  /** Puts sources on places; gives the places' keys, and what stood there before. */
  place(sources: Source[], target: number | null): { keys: number[]; formers: (Slot | undefined)[] } {
    const { slots, keys, formers } = placed(this.state.slots, sources, target);
    for (const former of formers) if (former) this.visits.release(former.key);
    this.store.patch({ slots });
    return { keys, formers };
  }

  /** That saved work still waits for recordings, where it does. */
  awaiting(): Notice[] {
    const count = this.state.slots.filter(({ expected }) => expected !== null).length;
    return count > 0 ? [{ kind: "awaiting", count }] : [];
  }

  /** Puts the visits in order of time, if every recording says when it started. */
  sortByStart(): void {
    const slots = inOrderOfTime(this.state.slots);
    if (slots === null) return;
    if (slots === "unknown") this.say({ kind: "unsortable" });
    else this.arrange(slots, "sorted");
  }

  /** Recordings change places, and with them what goes with them; says so. */
  arrange(after: Slot[], kind: "sorted" | "moved"): void {
    const before = this.state.slots;
    const went = whatGoes(before, after);
    const stayed = belongings.filter((one) => !went.includes(one) && before.some(hasBelonging[one]));
    this.putAs(after, went);
    this.say({ kind, went, stayed, before: before.map(({ key }) => key) });
  }

  /** Puts the recordings back where they stood before. */
  putBack({ before, went }: Notice & { kind: "sorted" | "moved" }): void {
    const { slots } = this.state;
    const after = before.flatMap((key) => slots.find((slot) => slot.key === key) ?? []);
    if (after.length === slots.length) this.putAs(after, went);
  }

  private putAs(after: Slot[], went: Belonging[]): void {
    const { slots: before, imported } = this.state;
    const keyNow = (key: number) => after[before.findIndex((slot) => slot.key === key)]?.key ?? key;
    const slots = movedTo(before, after, went);
    const isLeft = imported && !went.includes("scores");
    this.store.patch({ slots, imported: isLeft ? carriedOver(imported, keyNow) : imported });
  }

  /** Takes a coding for a visit, or throws why it cannot be one. */
  async giveCoding(key: number, text: string): Promise<void> {
    const slot = this.visits.slot(key);
    if (!slot) return;
    // Whom and what of another table is meant has to be chosen anew.
    const coding = { ...slot.options.coding, observation: "", subject: "", tiers: [], code_column: "" };
    await this.session.ask(
      "codingContents",
      text,
      JSON.stringify(coding),
      JSON.stringify(this.state.settings),
    );
    if (!slot.source && !slot.expected) await this.session.openWithoutRecording(key);
    await this.session.entries.enter(key, { codes: text, coding });
  }

  private async inTurn(take: () => Promise<Rest>): Promise<void> {
    const taken = this.queue.then(take);
    this.queue = taken.catch(() => undefined);
    await (await taken)();
  }

  private async take(files: File[], { target = null, mayReplace = () => true }: Aim): Promise<Rest> {
    this.store.patch({ notices: questions(this.state) });
    const ask = (name: "openedKind", text: string) => this.session.ask<Opened>(name, text);
    const arrived = await Promise.all(files.map((file) => whatIs(file, ask)));
    const saved = arrived.flatMap((one) => (one.kind === "saved" ? [one] : []));
    let restored = nothing;
    if (saved.length > 1) this.say({ kind: "several-saved" });
    else if (saved[0] && mayReplace()) restored = await this.restore(saved[0].text, saved[0].file.name);
    for (const one of arrived) await this.takeTable(one, target, mayReplace);
    const videos = arrived.flatMap(({ kind, file }) => (kind === "video" ? [file] : []));
    if (videos.length > 0) {
      this.store.patch({ arrivedVideos: { key: target, files: videos } });
      this.session.show("code");
    }
    const recordings = arrived.flatMap(({ kind, file }) => (kind === "recording" ? [file] : []));
    const read = recordings.length > 0 ? this.placeRecordings(recordings, target) : nothing;
    return () => Promise.all([restored(), read()]);
  }

  private async restore(saved: string, name = ""): Promise<Rest> {
    try {
      const found = await this.common.ask<"read-saved">({ kind: "read-saved", text: reportIn(saved) });
      const session = found.kind === "session" ? (JSON.parse(found.json) as SessionFile) : null;
      if (session && !hasKnownCodings(session)) throw new CodingUnknown();
      this.session.clear();
      if (!session) {
        const report = JSON.parse(found.json) as Report;
        this.store.patch({
          report: { kind: "ready", report, madeOn: null, byDefault: null, curvesFailure: null },
        });
        this.session.show("report");
        return nothing;
      }
      const slots = slotsOf(session);
      const { scores, reference_csv: referenceCsv, participant } = session.supplement;
      this.store.patch({
        slots,
        infant: {
          sex: scores.sex,
          scales: scores.scales,
          referenceCsv,
          participant,
          weeksEarly:
            session.visits.find(({ options }) => options.weeks_early !== null)?.options.weeks_early ?? null,
        },
        settings: session.settings,
      });
      if (session.pair) this.session.pair.restore(session.pair);
      this.session.sessionFile();
      this.say(...this.awaiting());
      if (session.pair && session.visits.length === 0) this.session.show("pair");
      return async () => {
        await Promise.all(slots.map(({ key }) => this.session.read(key)));
        await this.reporting.refresh();
      };
    } catch (error) {
      this.say({ kind: "refused", name, failure: failureOf(error) });
      return nothing;
    }
  }

  /** Tables go where they are imported. */
  private async takeTable(one: Arrived, target: number | null, mayReplace: () => boolean): Promise<void> {
    const { name } = one.file;
    try {
      if (one.kind === "refused") this.say({ kind: "refused", name, failure: one.failure });
      if (one.kind === "coded-here" && mayReplace()) {
        if (!this.session.codings.open(one.text)) throw new CodingUnknown();
        this.session.show("code");
      }
      if (one.kind === "study") this.say({ kind: "study", name });
      if (one.kind === "coding") {
        if (target === null) this.say({ kind: "coding", name, text: one.text });
        else await this.giveCoding(target, one.text);
      }
      if (one.kind === "scores") {
        const { arrivedScores, infant } = this.state;
        const made = one.text.trimStart().startsWith("{") ? (JSON.parse(one.text) as Scores) : null;
        if (made) await this.session.entries.enterInfant({ sex: infant.sex || made.sex });
        this.store.patch({ arrivedScores: [...arrivedScores, made ? tableOf(made) : one.text] });
        this.session.show("check");
      }
      if (one.kind === "comparison") {
        await this.session.ask("referenceContents", one.text);
        const instead = this.state.infant.referenceCsv !== "";
        void this.session.entries.enterInfant({ referenceCsv: one.text });
        this.say({ kind: "comparison", name, instead });
      }
    } catch (error) {
      this.say({ kind: "refused", name, failure: failureOf(error) });
    }
  }

  private placeRecordings(files: File[], target: number | null): Rest {
    if (files.length > maxVisits) {
      this.say({ kind: "too-many", count: files.length });
      return nothing;
    }
    const awaited = this.state.slots.some(({ expected }) => expected !== null);
    const { keys, formers } = this.place(files.map(fileSource), target);
    return async () => {
      const gaps = await this.readAll(keys, formers);
      if (awaited) await this.matchToSession();
      // One that comes later may be earlier; what was entered for a visit stays where it was entered.
      else if (keys.length - gaps > 1 || (target === null && !hasEntries(this.state))) this.sortByStart();
      this.askWhetherOne();
      await this.reporting.refresh();
    };
  }

  /** Reads what was placed; what is refused leaves its place as it was. Gives how many were. */
  private async readAll(keys: number[], formers: (Slot | undefined)[]): Promise<number> {
    const refused = await Promise.all(
      keys.map(async (key, turn) => {
        await this.session.read(key);
        return this.isRefused(key, formers[turn]);
      }),
    );
    const given = keys.filter((_, turn) => !refused[turn]);
    const gaps = formers.flatMap((former, turn) => (refused[turn] && former ? [former.key] : []));
    this.store.patch({ slots: closedUp(this.state.slots, gaps, given) });
    return refused.filter(Boolean).length;
  }

  private isRefused(key: number, former: Slot | undefined): boolean {
    const slot = this.visits.slot(key);
    if (slot?.state.kind !== "failed" || isWorthAnotherTry(slot.state.failure)) return false;
    const name = slot.source?.kind === "file" ? (slot.source.files[0]?.file.name ?? "") : "";
    this.say({ kind: "refused", name, failure: slot.state.failure });
    const before: Slot[] = former
      ? [{ ...former, code: slot.code, state: former.source ? readingState(former.source) : former.state }]
      : [];
    this.store.patch({ slots: this.state.slots.flatMap((one) => (one.key === key ? before : [one])) });
    if (former?.source) void this.session.read(former.key).then(() => this.reporting.refresh());
    return true;
  }

  private async takeFolder(name: string, list: () => Promise<FolderFile[]>, aim: Aim): Promise<Rest> {
    this.store.patch({ notices: [] });
    try {
      const files = infantFolder(name, shownFiles(await list()));
      const core = await this.coreOnceKnown();
      const plan =
        core.kind === "ready"
          ? await planOf(files, core.cohort, (call, ...args) => this.session.ask(call, ...args))
          : null;
      if (plan && plan.infants.length > 1) {
        this.session.show("group");
        return () => this.session.group.openFolder(name, () => Promise.resolve(files));
      }
      if (plan) return await this.fill(plan, files);
      const known = files.filter(
        ({ path }) => recordingName.test(path) || /\.(csv|tsv|txt|json|html)$/i.test(path),
      );
      const arrived = known.map(({ file }) => file);
      if (arrived.length === 0) this.say({ kind: "none-found" });
      return arrived.length === 0 ? nothing : await this.take(arrived, aim);
    } catch (error) {
      this.say({ kind: "refused", name, failure: failureOf(error) });
      return nothing;
    }
  }

  /** Fills visits with the recordings and scores of one infant's folder. */
  private async fill(plan: CohortPlan, files: FolderFile[]): Promise<Rest> {
    const byPath = new Map(files.map(({ path, file }) => [path, file]));
    const visits = plan.sessions.filter(({ file, scores }) => file !== "" || Object.keys(scores).length > 0);
    if (visits.length > maxVisits) {
      this.say({ kind: "too-many", count: visits.length });
      return nothing;
    }
    const given = visits.map((visit) =>
      pathsOf(visit).flatMap((path) => {
        const file = byPath.get(path);
        return file ? [{ file, startS: null }] : [];
      }),
    );
    const read = await Promise.all(given.map((files) => asTheyBegan(this.common, files)));
    const sources = read.map((files): Source => (files[0] ? { kind: "file", files } : { kind: "none" }));
    const { keys, formers } = this.place(sources, null);
    keys.forEach((key, index) => {
      const { age_months, channels = [], left_out = [] } = visits[index] ?? {};
      const events = eventsOf(visits[index]?.events ?? [], given[index] ?? [], read[index] ?? []);
      const options = this.visits.slot(key)?.options;
      if (options)
        this.visits.patch(key, {
          options: { ...options, age_months: age_months ?? null, channels, left_out, events },
          filed: true,
        });
    });
    const sex = plan.infants[0]?.sex ?? "";
    if (sex !== "") this.store.patch({ infant: { ...this.state.infant, sex } });
    const weeksEarly = plan.sessions[0]?.weeks_early ?? null;
    if (weeksEarly !== null) this.store.patch({ infant: { ...this.state.infant, weeksEarly } });
    const places = keys.map((key) => this.state.slots.findIndex((slot) => slot.key === key));
    this.say({
      kind: "folder",
      visits: visits.map(({ visit }) => visit),
      places,
      diagnostics: plan.diagnostics,
    });
    await this.takeFolderScores(visits, places);
    return async () => {
      await this.readAll(keys, formers);
      await this.reporting.refresh();
    };
  }

  private async takeFolderScores(visits: CohortSession[], places: number[]): Promise<void> {
    const { core, infant } = this.state;
    const known = core.kind === "ready" ? core.scales : [];
    const scores = scoresOf(visits, places, infant, known);
    if (scores.visits.every((visit) => Object.keys(visit.scores).length === 0)) return;
    try {
      await this.session.entries.takeScores({ scores, diagnostics: [] }, []);
    } catch (error) {
      this.say({ kind: "refused", name: "", failure: failureOf(error) });
    }
  }

  /** Asks of recordings that began soon after one another whether they are one visit. */
  private askWhetherOne(): void {
    const { slots, settings } = this.state;
    const keys = settings && perhapsOneVisit(slots, settings.check.longest_gap_of_parts_h);
    if (keys) this.say({ kind: "one-visit", keys });
  }

  /** Gives what a session file holds to the recordings that it was saved with; those of several files are read as one. */
  private async matchToSession(): Promise<void> {
    const before = this.state.slots;
    const { slots, strangers } = matched(before);
    const known = new Set(slots.map(({ key }) => key));
    for (const { key } of before) if (!known.has(key)) this.visits.release(key);
    const joined = slots.filter(
      ({ key, state }) => state.kind === "reading" && !before.some((slot) => slot.key === key),
    );
    this.store.patch({ slots, notices: this.state.notices.filter(({ kind }) => kind !== "awaiting") });
    if (strangers > 0) this.say({ kind: "not-of-session", count: strangers });
    this.say(...this.awaiting());
    await Promise.all(joined.map(({ key }) => this.session.read(key)));
  }

  /** The core once it has started or failed: what a folder is cannot be told before. */
  private coreOnceKnown(): Promise<State["core"]> {
    return new Promise((known) => {
      let stop = () => {};
      const look = () => {
        if (this.state.core.kind === "loading") return;
        stop();
        known(this.state.core);
      };
      stop = this.store.subscribe(look);
      look();
    });
  }

  private say(...notices: Notice[]): void {
    this.store.patch({ notices: [...this.state.notices, ...notices] });
  }

  private get state(): State {
    return this.store.value;
  }
}
