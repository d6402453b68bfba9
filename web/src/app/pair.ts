// Mother and infant together: which files hold their hearts, how both stand on one clock, and what the core says of them.
// A worker of its own is started when the first file is chosen; of a file it keeps beats and marks.
import type { Dyad, HeartEdits, PairWanted, SessionPair } from "#report";
import { CoreWorker } from "../worker/client";
import type { Failure, Hearts, PutIn } from "../worker/protocol";
import { readHearts } from "../worker/read";
import { failureOf } from "./failures";
import type { Slot } from "./state";
import { Store } from "./store";

/** A file as saved work knows it again. */
interface KnownFile {
  sha256: string;
  bytes: number;
}

export interface PairState {
  /** Names of the files, shown on this screen and nowhere else. */
  names: Partial<Record<Hearts, string>>;
  /** The files that were read. */
  known: Partial<Record<Hearts, KnownFile>>;
  /** Those of saved work that are still to be chosen. */
  awaited: Partial<Record<Hearts, KnownFile>>;
  /** Chosen for one of those, and another file. */
  strange: Hearts[];
  /** The simulated visit that is shown, from 0, and what was put into it. */
  example: { visit: number; truth: PutIn } | null;
  wanted: PairWanted;
  /** Signals to choose among, where the labels do not tell whose they are. */
  labels: string[];
  /** The result of an earlier visit, as it was saved; without a name it is that of saved work. */
  earlier: { name: string; text: string } | null;
  working: boolean;
  failure: Failure | null;
  dyad: Dyad | null;
}

const noHeart = { label: "", age_months: null, preset: null };
const nothing: PairState = {
  names: {},
  known: {},
  awaited: {},
  strange: [],
  example: null,
  wanted: {
    mother: noHeart,
    infant: noHeart,
    offset_s: null,
    drift_ppm: null,
    trigger: "",
    phases: null,
    edits: [],
  },
  labels: [],
  earlier: null,
  working: false,
  failure: null,
  dyad: null,
};

/** Whether a visit's recording is one that the page can read again, and holds the mother's heart beside the infant's. */
export function holdsBoth({ source, state }: Slot): boolean {
  return (
    source?.kind === "file" &&
    source.files.length === 1 &&
    state.kind === "ready" &&
    state.visit.diagnostics.some(({ code }) => code === "N_PARENTS_ECG")
  );
}

/** The signals that a refusal names to choose among. */
function labelsIn({ code, said }: Failure): string[] {
  if (code !== "E_DYAD_SIGNAL") return [];
  const message = said?.message as { with?: { labels?: unknown } } | undefined;
  return Array.isArray(message?.with?.labels) ? message.with.labels.map(String) : [];
}

export class Pair {
  readonly store = new Store<PairState>(nothing);

  private worker: CoreWorker | null = null;
  private files: Partial<Record<Hearts, File>> = {};
  /** Files that the worker has still to read, or has to read anew. */
  private unread = new Set<Hearts>();
  /** The worker reads one file at a time, to its end. */
  private reading: Promise<void> = Promise.resolve();
  private turn = 0;
  /** What the result rests on beside the files. */
  private computedWith = "";

  /** `edits`: the beats that are edited by hand now, of whichever recordings. */
  constructor(private readonly edits: () => HeartEdits[]) {}

  /** Takes a file in place of what it takes the place of: a recording of both, or a recording or list of one. */
  async open(who: Hearts, file: File): Promise<void> {
    const { names, known, awaited, strange, wanted } = this.state;
    const kept = (member: Hearts) => (member === "both") === (who === "both");
    this.files = { ...only(this.files, kept), [who]: file };
    this.patch({
      names: { ...only(names, kept), [who]: file.name },
      known: only(known, kept),
      awaited: only(awaited, kept),
      strange: strange.filter(kept),
      wanted: awaited[who] ? wanted : { ...wanted, phases: null },
      example: null,
    });
    await this.read([who]);
  }

  /** Takes the recording of an open visit, with its age, the heart chosen on Check, and the phases that were entered for it. */
  async openVisit(slot: Slot): Promise<void> {
    const file = slot.source?.kind === "file" ? slot.source.files[0]?.file : undefined;
    if (!file) return;
    const visit = slot.state.kind === "ready" ? slot.state.visit : null;
    const { phases, heart_signal } = slot.options;
    const age_months = slot.options.age_months ?? visit?.age_months ?? null;
    const label = heart_signal === null ? "" : (visit?.file.channels[heart_signal]?.label ?? "");
    const { wanted, awaited } = this.state;
    if (awaited.both && awaited.both.sha256 === visit?.file.sha256) return this.open("both", file);
    this.files = { both: file };
    this.patch({
      names: { both: file.name },
      known: {},
      awaited: {},
      strange: [],
      wanted: {
        ...wanted,
        mother: noHeart,
        infant: { ...wanted.infant, age_months, label },
        phases,
      },
      example: null,
    });
    await this.read(["both"]);
  }

  async openExample(visit: number): Promise<void> {
    const { earlier } = this.state;
    this.clear();
    const turn = this.begin();
    try {
      const wanted = JSON.stringify(this.state.wanted);
      const truth = await this.ask().ask<"example-pair">({ kind: "example-pair", visit, wanted });
      if (turn !== this.turn) return;
      this.patch({ example: { visit, truth }, earlier });
      await this.compute(turn);
    } catch (error) {
      this.fail(turn, error);
    }
  }

  /** What the clock is, or which visit came before: no file is read again. */
  async enter(part: Partial<Pick<PairWanted, "offset_s" | "drift_ppm" | "trigger">>): Promise<void> {
    this.patch({ wanted: { ...this.state.wanted, ...part } });
    await this.again();
  }

  async compareWith(earlier: PairState["earlier"]): Promise<void> {
    this.patch({ earlier });
    await this.again();
  }

  /** Which signal a heart is, or how old the infant: the files are read again. */
  async say(who: "mother" | "infant", part: Partial<PairWanted["infant"]>): Promise<void> {
    const { wanted, example } = this.state;
    this.patch({ wanted: { ...wanted, [who]: { ...wanted[who], ...part } } });
    if (example === null) await this.read(Object.keys(this.files) as Hearts[]);
  }

  /** What saved work keeps of it; an example is none, and the edits by hand stand beside the visits'. */
  saved(): SessionPair | null {
    const { example, known, awaited, wanted, earlier } = this.state;
    const all = { ...awaited, ...known };
    const files = (["both", "mother", "infant"] as const).flatMap((who) => {
      const file = all[who];
      return file ? [{ who, ...file }] : [];
    });
    if (example !== null || files.length === 0) return null;
    return {
      files: files as SessionPair["files"],
      wanted,
      earlier: earlier ? withoutCourses(earlier.text) : "",
    };
  }

  /** Opens it again; its files are asked for. */
  restore({ files, wanted, earlier }: SessionPair): void {
    this.clear();
    this.patch({
      wanted,
      awaited: Object.fromEntries(files.map(({ who, ...file }) => [who, file])),
      earlier: earlier === "" ? null : { name: "", text: earlier },
    });
  }

  /** Computes anew where beats were edited by hand since. */
  followEdits(): void {
    if (this.state.dyad && this.state.example === null && this.computedWith !== this.asked())
      void this.again();
  }

  clear(): void {
    this.turn += 1;
    this.worker?.stop();
    this.worker = null;
    this.files = {};
    this.unread.clear();
    this.store.update(() => nothing);
  }

  private read(hearts: Hearts[]): Promise<void> {
    for (const who of hearts) this.unread.add(who);
    return this.queue();
  }

  private again(): Promise<void> {
    const isEmpty = this.state.example === null && Object.keys(this.files).length === 0;
    return isEmpty ? Promise.resolve() : this.queue();
  }

  private queue(): Promise<void> {
    const turn = this.begin();
    this.reading = this.reading.then(() => this.bringUp(turn));
    return this.reading;
  }

  /** Reads what is unread, and computes; what is wanted no longer ends behind the file that it is at. */
  private async bringUp(turn: number): Promise<void> {
    if (turn !== this.turn) return;
    try {
      if (this.worker?.isAlive === false)
        for (const who of Object.keys(this.files) as Hearts[]) this.unread.add(who);
      for (const who of [...this.unread]) {
        const file = this.files[who];
        const sha256 = file && (await readHearts(this.ask(), file, who, this.asked()));
        if (turn !== this.turn) return;
        this.unread.delete(who);
        if (file && sha256) this.know(who, { sha256, bytes: file.size });
      }
      // Of two hearts one alone is nothing to look at while the other is asked for.
      if (Object.keys(this.state.awaited).length > 0) {
        this.patch({ working: false });
        return;
      }
      await this.compute(turn);
    } catch (error) {
      this.fail(turn, error);
    }
  }

  private async compute(turn: number): Promise<void> {
    const { earlier } = this.state;
    const wanted = this.asked();
    this.computedWith = wanted;
    const answer = await this.ask().ask<"pair">({
      kind: "pair",
      wanted,
      earlier: earlier?.text ?? "",
    });
    if (turn === this.turn) this.patch({ working: false, dyad: JSON.parse(answer) as Dyad });
  }

  /** A file was read: it may be one that was asked for. */
  private know(who: Hearts, file: KnownFile): void {
    const { known, awaited, strange } = this.state;
    const expected = awaited[who];
    const others = strange.filter((one) => one !== who);
    this.patch({
      known: { ...known, [who]: file },
      awaited: only(awaited, (one) => one !== who),
      strange: expected && expected.sha256 !== file.sha256 ? [...others, who] : others,
    });
  }

  private asked(): string {
    const { wanted, example } = this.state;
    const edits = example ? [] : this.edits().filter(({ beats }) => beats.length > 0);
    return JSON.stringify({ ...wanted, edits });
  }

  private begin(): number {
    this.patch({ working: true, failure: null, dyad: null });
    this.turn += 1;
    return this.turn;
  }

  private fail(turn: number, error: unknown): void {
    if (turn !== this.turn) return;
    const failure = failureOf(error);
    const labels = labelsIn(failure);
    this.patch({ working: false, failure, labels: labels.length > 0 ? labels : this.state.labels });
  }

  private ask(): CoreWorker {
    if (!this.worker?.isAlive) this.worker = new CoreWorker();
    return this.worker;
  }

  private get state(): PairState {
    return this.store.value;
  }

  private patch(part: Partial<PairState>): void {
    this.store.patch(part);
  }
}

/** What a later visit is held against, of a saved result. */
function withoutCourses(text: string): string {
  try {
    const { mother, infant, clock, task, phases, settings } = JSON.parse(text) as Dyad;
    return JSON.stringify({ mother, infant, clock, task, phases, settings });
  } catch {
    return "";
  }
}

function only<T>(
  of: Partial<Record<Hearts, T>>,
  kept: (name: Hearts) => boolean,
): Partial<Record<Hearts, T>> {
  return Object.fromEntries(Object.entries(of).filter(([name]) => kept(name as Hearts)));
}
