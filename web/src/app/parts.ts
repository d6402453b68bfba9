// The files of a visit that was recorded in several: one after another, or EEG and ECG of two devices. Read as one recording,
// in the order of their start times unless one was entered.
import { beginningOf } from "../worker/read";
import type { CommonWorker } from "./common-worker";
import { entriesKept, readingState, without } from "./slots";
import { emptySlot, type Slot, type State, type VisitFile } from "./state";
import type { Store } from "./store";
import type { Visits } from "./visits";

const filesOf = (slot: Slot | undefined): VisitFile[] =>
  slot?.source?.kind === "file" ? slot.source.files : [];

const digestOf = (slot: Slot | undefined): string =>
  slot?.state.kind === "ready" ? slot.state.visit.file.sha256 : "";

export class Parts {
  constructor(
    private readonly store: Store<State>,
    private readonly visits: Visits,
    private readonly common: CommonWorker,
  ) {}

  /** Adds files to those of a visit. */
  async add(key: number, files: VisitFile[]): Promise<void> {
    const before = filesOf(this.visits.slot(key));
    await this.change(key, await this.inOrder([...before, ...files]));
  }

  /** Makes one visit of two places. */
  async join(key: number, other: number): Promise<void> {
    const files = filesOf(this.visits.slot(other));
    this.visits.release(other);
    this.store.patch({ slots: without(this.store.value.slots, other) });
    await this.add(key, files);
  }

  async takeOut(key: number, index: number): Promise<void> {
    await this.change(
      key,
      filesOf(this.visits.slot(key)).filter((_, turn) => turn !== index),
    );
  }

  /** When a file began, in seconds from the first; null: by the start times. */
  async setStart(key: number, index: number, startS: number | null): Promise<void> {
    const files = filesOf(this.visits.slot(key));
    await this.change(
      key,
      files.map((one, turn) => (turn === index ? { ...one, startS } : one)),
    );
  }

  /** The files as they began, where no start was entered and all are known. */
  private async inOrder(files: VisitFile[]): Promise<VisitFile[]> {
    if (files.some(({ startS }) => startS !== null)) return files;
    const begun = await Promise.all(
      files.map(async (one) => ({ one, begins: await beginningOf(this.common, one.file) })),
    );
    if (begun.some(({ begins }) => begins === "")) return files;
    return begun
      .sort((a, b) => (a.begins < b.begins ? -1 : a.begins > b.begins ? 1 : 0))
      .map(({ one }) => one);
  }

  /** Reads a visit's files anew. What was entered by times and channels holds as long as files are only added behind. */
  private async change(key: number, files: VisitFile[]): Promise<void> {
    const former = this.visits.slot(key);
    if (!former) return;
    const keeps = filesOf(former).every(({ file }, turn) => files[turn]?.file === file);
    const fresh = emptySlot();
    const { options, channels, scores, code } = keeps ? former : { ...fresh, ...entriesKept(former, fresh) };
    const source = { kind: "file" as const, files };
    this.visits.patch(key, { options, channels, scores, code, source, state: readingState(source) });
    await this.visits.read(key);
    if (keeps) this.carryEdits(digestOf(former), key);
  }

  /** Edits by hand of what was there before are those of the whole, whose times and channels begin with it. */
  private carryEdits(former: string, key: number): void {
    const { settings } = this.store.value;
    const slot = this.visits.slot(key);
    if (!settings || slot?.state.kind !== "ready") return;
    const { sha256, parts } = slot.state.visit.file;
    const { recordings } = settings.edits;
    const edited = (digest = "") => recordings.find((edits) => digest !== "" && edits.sha256 === digest);
    const known = edited(former) ?? edited(parts[0]?.sha256);
    if (!known || edited(sha256)) return;
    const edits = { ...settings.edits, recordings: [...recordings, { ...known, sha256 }] };
    this.store.patch({ settings: { ...settings, edits } });
  }
}
