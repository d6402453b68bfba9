// The Group screen's state and work: a folder of many infants, what was measured in its recordings, and the comparison
// of the groups. Of each recording only what a cohort keeps is held; a changed gate needs no second look at a file.
import type {
  CohortExample,
  CohortPlan,
  CohortResults,
  CohortSession,
  CohortSettings,
  MeasuredRecording,
  Settings,
} from "#report";
import { en } from "../text/en";
import { type Job, Pool } from "../worker/pool";
import type { Failure, TextCall } from "../worker/protocol";
import { failureOf, isWorthAnotherTry } from "./failures";
import { type FolderFile, pathsOf, shownFiles, tableText } from "./folder";
import { type Basis, progressFile, progressOf } from "./group-progress";
import type { State } from "./state";
import { Store } from "./store";

/** What is kept of a recording, or why its file cannot be used. */
export type Outcome = MeasuredRecording | { error: Failure };

export interface Progress {
  /** Of all recordings of the folder. */
  doneBytes: number;
  totalBytes: number;
  /** Seconds until all are measured, as far as can be told. */
  leftS: number | null;
}

export interface GroupState {
  source: "none" | "looking" | "folder" | "example";
  /** Name of the folder. */
  name: string;
  /** Why the folder cannot be used, or there are no results. */
  failure: Failure | null;
  /** Undefined: the core's defaults. */
  settings?: CohortSettings;
  plan: CohortPlan | null;
  /** By keyOf. */
  outcomes: ReadonlyMap<string, Outcome>;
  /** Keys of the recordings under way. */
  underWay: ReadonlySet<string>;
  run: "idle" | "running" | "pausing";
  progress: Progress;
  comparing: boolean;
  results: CohortResults | null;
  /** How many recordings were taken from saved progress; null: none was opened. */
  resumed: number | null;
}

/** The page is drawn anew this often while recordings come in. */
const drawEveryMs = 200;

const nothing: GroupState = {
  source: "none",
  name: "",
  failure: null,
  plan: null,
  outcomes: new Map(),
  underWay: new Set(),
  run: "idle",
  progress: { doneBytes: 0, totalBytes: 0, leftS: null },
  comparing: false,
  results: null,
  resumed: null,
};

/** Tells a session's recording from all others: another task's recording may stand in the same session. */
export const keyOf = ({ record, file }: CohortSession): string => `${record} ${file}`;

export const recorded = ({ plan }: GroupState): CohortSession[] =>
  (plan?.sessions ?? []).filter(({ file }) => file !== "");

/** Recordings that are there and have not been measured. */
export const remaining = (state: GroupState): CohortSession[] =>
  recorded(state).filter((session) => !state.outcomes.has(keyOf(session)));

/** The core, as all screens share it. */
interface Asked {
  readonly store: Store<State>;
  ask<T>(name: TextCall, ...args: string[]): Promise<T>;
  /** The simulated study, already measured. */
  exampleStudy(): Promise<CohortExample>;
}

export class Group {
  readonly store = new Store<GroupState>(nothing);
  /** The study that was folded when its results came, and whether it is open now: both outlive the screen. */
  folded = "";
  isOpen = true;

  private files = new Map<string, File>();
  private tables: Record<string, string> = {};
  /** Settings that the recordings are measured with. */
  private measuredWith = "";
  private outcomes = new Map<string, Outcome>();
  private pool: Pool | null = null;
  private parts = new Map<string, number>();
  private startedMs = 0;
  private doneAtStart = 0;
  private drawing: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;

  constructor(private readonly session: Asked) {}

  /** Takes a folder in place of whatever is open, and tells what is in it. */
  async openFolder(name: string, list: () => Promise<FolderFile[]>): Promise<void> {
    this.clear();
    const turn = this.turn;
    this.patch({ source: "looking", name });
    try {
      const found = shownFiles(await list());
      const files = new Map(found.map(({ path, file }) => [path, file]));
      const wanted = await this.session.ask<string[]>("cohortTables", JSON.stringify([...files.keys()]));
      const texts = await Promise.all(
        wanted.map(async (path) => [path, await tableText(files.get(path), path)]),
      );
      if (turn !== this.turn) return;
      this.files = files;
      this.tables = Object.fromEntries(texts) as Record<string, string>;
      this.patch({ source: "folder" });
      await this.refresh();
    } catch (error) {
      if (turn === this.turn) this.patch({ source: "none", failure: failureOf(error) });
    }
  }

  async openExample(): Promise<void> {
    this.clear();
    this.patch({ source: "looking" });
    try {
      const { plan, measured } = await this.session.exampleStudy();
      plan.sessions.forEach((session, index) => {
        const one = measured[index];
        if (one) this.outcomes.set(keyOf(session), one);
      });
      this.measuredWith = JSON.stringify(this.currentSettings());
      this.patch({ source: "example", plan });
      this.draw();
      await this.refresh();
    } catch (error) {
      this.patch({ source: "none", failure: failureOf(error) });
    }
  }

  /** Measures what has not been measured, or goes on with it. */
  start(): void {
    const { run, source, settings } = this.state;
    if (run === "pausing") {
      this.patch({ run: "running" });
      this.pool?.go();
      return;
    }
    if (run === "running" || source !== "folder" || !settings) return;
    if (this.isOutdated()) this.outcomes.clear();
    for (const [key, outcome] of this.outcomes) if (isWithout(outcome, settings)) this.outcomes.delete(key);
    for (const [key, outcome] of this.outcomes)
      if (isWorthAnotherTry(outcome.error)) this.outcomes.delete(key);
    this.measuredWith = JSON.stringify(this.currentSettings());
    this.turn++;
    this.draw();
    const jobs = remaining(this.state).map((planned) => this.jobOf(planned));
    this.startedMs = performance.now();
    this.doneAtStart = this.doneBytes();
    this.patch({ run: "running", results: null, comparing: false, failure: null });
    // A pool of a study that was closed may still come to rest; nothing of it counts any more.
    const mine = (act: () => void) => {
      if (this.pool === pool) act();
    };
    const pool: Pool = new Pool(jobs, this.measuredWith, settings, {
      done: (job, measured) => mine(() => this.finish(job, measured)),
      failed: (job, error) => mine(() => this.finish(job, { error: told(error) })),
      progress: ({ key }, part) =>
        mine(() => {
          this.parts.set(key, part);
          this.drawSoon();
        }),
      rest: () => mine(() => void this.rest()),
    });
    this.pool = pool;
    // Asked before the pool takes its first jobs: it takes them from this list.
    if (jobs.length > 0) pool.go();
    else void this.rest();
  }

  pause(): void {
    this.pool?.pause();
    this.patch({ run: "pausing" });
  }

  /** Stops at once; what was measured stays. */
  cancel(): void {
    this.pool?.stop();
  }

  clear(): void {
    this.turn++;
    const { pool } = this;
    this.pool = null;
    pool?.stop();
    this.files = new Map();
    this.tables = {};
    this.outcomes = new Map();
    this.parts.clear();
    this.patch(nothing);
  }

  /** Other gates, or other questions to the groups; no file is read again. */
  async set(settings: CohortSettings): Promise<void> {
    this.patch({ settings });
    await this.refresh();
  }

  /** What was measured, to be saved and gone on with; files that failed are tried again then. */
  progressFile() {
    const kept = recorded(this.state).flatMap((planned) => {
      const outcome = this.outcomes.get(keyOf(planned));
      return outcome && !outcome.error
        ? [{ ...this.basisOf(planned), measured: outcome as MeasuredRecording }]
        : [];
    });
    return progressFile(this.version(), this.measuredWith, kept);
  }

  /** Takes from a saved progress what belongs to the recordings of this folder. */
  async openProgress(file: File): Promise<void> {
    try {
      const settings = JSON.stringify(this.currentSettings());
      const wanted = remaining(this.state).map((planned) => this.basisOf(planned));
      const taken = progressOf(await file.text(), this.version(), settings, wanted);
      for (const [key, measured] of taken) this.outcomes.set(key, measured);
      this.measuredWith = settings;
      this.draw();
      this.patch({ resumed: taken.size });
      await this.refresh();
    } catch (error) {
      this.patch({ failure: failureOf(error) });
    }
  }

  /** Whether the recordings were measured with other settings than those in use now. */
  isOutdated(): boolean {
    return this.outcomes.size > 0 && this.measuredWith !== JSON.stringify(this.currentSettings());
  }

  /** Whether more is asked for than some recordings were measured with: a multiverse, or mothers' hearts. */
  isWithoutAsked(): boolean {
    const { settings } = this.state;
    return settings !== undefined && [...this.outcomes.values()].some((one) => isWithout(one, settings));
  }

  private finish({ key }: Job, outcome: Outcome): void {
    this.parts.delete(key);
    this.outcomes.set(key, outcome);
    this.drawSoon();
  }

  private async rest(): Promise<void> {
    this.pool = null;
    this.parts.clear();
    this.draw();
    this.patch({ run: "idle" });
    await this.refresh();
  }

  /** Brings the plan and, unless recordings are coming in, the comparison up to date. The last call wins. */
  private async refresh(): Promise<void> {
    const turn = ++this.turn;
    const { core } = this.session.store.value;
    if (core.kind !== "ready") return;
    const { source, settings = core.cohort } = this.state;
    this.patch({ settings });
    const json = JSON.stringify(settings);
    const ask = <T>(name: "cohortPlan" | "cohortResults", ...args: string[]) =>
      this.session.ask<T>(name, ...args);
    try {
      if (source === "folder") {
        const folder = JSON.stringify({ paths: [...this.files.keys()], tables: this.tables });
        const plan = await ask<CohortPlan>("cohortPlan", folder, json);
        if (turn !== this.turn) return;
        if (JSON.stringify(plan) !== JSON.stringify(this.state.plan)) this.patch({ plan, results: null });
        this.patch({ failure: null });
        this.draw();
      }
      const { plan, run } = this.state;
      if (!plan || run !== "idle" || this.outcomes.size === 0) return;
      this.patch({ comparing: true });
      const measured = plan.sessions.map((planned) => this.outcomes.get(keyOf(planned)) ?? null);
      const results = await ask<CohortResults>(
        "cohortResults",
        JSON.stringify(plan),
        JSON.stringify(measured),
        json,
        this.measuredWith,
      );
      if (turn === this.turn) this.patch({ results, comparing: false, failure: null });
    } catch (error) {
      if (turn === this.turn) this.patch({ failure: failureOf(error), results: null, comparing: false });
    }
  }

  private jobOf(planned: CohortSession): Job {
    const { visit, age_months, weeks_early, channels, left_out, events } = planned;
    const fileAt = (path: string) => this.files.get(path) ?? new File([], path);
    const files = pathsOf(planned).map(fileAt);
    const mother = planned.mother === "" ? null : fileAt(planned.mother);
    const options = { label: visit, age_months, weeks_early, channels, left_out, events };
    return { key: keyOf(planned), files, mother, options: JSON.stringify(options) };
  }

  private basisOf(planned: CohortSession): Basis {
    const { key, files: own, mother, options } = this.jobOf(planned);
    const files = mother ? [...own, mother] : own;
    const changed = Math.max(...files.map(({ lastModified }) => lastModified));
    return { key, bytes: bytesOf(files), changed, options };
  }

  private version(): string {
    const { core } = this.session.store.value;
    return core.kind === "ready" ? core.version : "";
  }

  /** The settings that single reports are made with, without what belongs to one infant. */
  private currentSettings(): Settings | null {
    const { core, settings } = this.session.store.value;
    if (core.kind !== "ready" || !settings) return null;
    const { edits, coding } = core.defaults;
    return { ...settings, edits, coding };
  }

  /** Bytes of the folder's recordings, each weighed by how much of it is done. */
  private bytes(share: (key: string) => number): number {
    return recorded(this.state).reduce((sum, planned) => {
      const files = pathsOf(planned).flatMap((path) => this.files.get(path) ?? []);
      return sum + share(keyOf(planned)) * bytesOf(files);
    }, 0);
  }

  private doneBytes(): number {
    return this.bytes((key) => (this.outcomes.has(key) ? 1 : (this.parts.get(key) ?? 0)));
  }

  private drawSoon(): void {
    this.drawing ??= setTimeout(() => this.draw(), drawEveryMs);
  }

  private draw(): void {
    clearTimeout(this.drawing);
    this.drawing = undefined;
    const totalBytes = this.bytes(() => 1);
    const doneBytes = this.doneBytes();
    const newBytes = doneBytes - this.doneAtStart;
    const elapsedS = (performance.now() - this.startedMs) / 1000;
    const leftS = newBytes > 0 && elapsedS > 0.5 ? ((totalBytes - doneBytes) / newBytes) * elapsedS : null;
    this.patch({
      outcomes: new Map(this.outcomes),
      underWay: new Set(this.parts.keys()),
      progress: { doneBytes, totalBytes, leftS },
    });
  }

  private get state(): GroupState {
    return this.store.value;
  }

  private patch(part: Partial<GroupState>): void {
    this.store.patch(part);
  }
}

const bytesOf = (files: File[]): number => files.reduce((sum, { size }) => sum + size, 0);

/** Whether a recording was measured without what is asked for now. */
function isWithout(outcome: Outcome, { multiverse, pairs }: CohortSettings): boolean {
  if (outcome.error) return false;
  const { specifications, pair } = outcome as MeasuredRecording;
  return (multiverse && !specifications) || (pairs && !pair);
}

/** A failure of the page in the words of the tables, which are English like all of the core's. */
function told(error: unknown): Failure {
  const failure = failureOf(error);
  const message = failure.code === "E_PAGE_BROKEN" ? en.group.brokeTwice : en.failures[failure.code];
  return { ...failure, message: message ?? failure.message };
}
