// The files of a visit that was recorded in several: one after another, or EEG and ECG of two devices. Read as one recording,
// in the order of their start times unless one was entered.
import type { EditSettings } from "#report";
import { asTheyBegan, eventsOf } from "../worker/read";
import type { CommonWorker } from "./common-worker";
import { stepped } from "./history";
import type { Reporting } from "./reporting";
import { entriesKept, readingState, without } from "./slots";
import { emptySlot, isUntouched, type Slot, type State, type VisitFile } from "./state";
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
    private readonly reporting: Reporting,
    private readonly common: CommonWorker,
  ) {}

  /** Adds files to those of a visit, which then are one recording. */
  add(key: number, files: File[]): Promise<void> {
    this.store.patch({ notices: [] });
    return this.addParts(
      key,
      files.map((file) => ({ file, startS: null })),
    );
  }

  private async addParts(key: number, files: VisitFile[]): Promise<void> {
    for (;;) {
      const before = this.visits.slot(key)?.source;
      const ordered = await this.inOrder([...filesOf(this.visits.slot(key)), ...files]);
      // What was added or taken out while the start times were read counts.
      if (this.visits.slot(key)?.source === before) return this.change(key, ordered);
    }
  }

  /** Makes one visit of two places. What was entered at the other for its visit stays there. */
  async join(key: number, other: number): Promise<void> {
    const gone = this.visits.slot(other);
    const files = filesOf(gone);
    this.visits.release(other);
    const fresh = emptySlot();
    const left = { ...fresh, ...entriesKept(gone, fresh) };
    const { slots } = this.store.value;
    this.store.patch({
      slots: isUntouched(left)
        ? without(slots, other)
        : slots.map((slot) => (slot.key === other ? left : slot)),
    });
    await this.addParts(key, files);
  }

  /** Starts that were entered count from the first file; where that is taken out, from the one behind it. */
  async takeOut(key: number, index: number): Promise<void> {
    const slot = this.visits.slot(key);
    const rest = filesOf(slot).filter((_, turn) => turn !== index);
    const read = slot?.state.kind === "ready" ? slot.state.visit.file.parts[1]?.start_s : undefined;
    const shiftS = read ?? rest[0]?.startS ?? null;
    const startOf = (startS: number | null) =>
      startS === null || shiftS === null ? null : Math.max(0, startS - shiftS);
    await this.change(
      key,
      index > 0
        ? rest
        : rest.map((one, turn) => ({ ...one, startS: turn === 0 ? null : startOf(one.startS) })),
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
    return files.some(({ startS }) => startS !== null) ? files : asTheyBegan(this.common, files);
  }

  /**
   * Reads a visit's files anew. What was entered by times and channels holds as long as files are only added or taken out
   * behind; by times, as long as none of them begins at another.
   */
  private async change(key: number, files: VisitFile[]): Promise<void> {
    const former = this.visits.slot(key);
    if (!former) return;
    const before = filesOf(former);
    const keeps = before.slice(0, files.length).every(({ file }, turn) => files[turn]?.file === file);
    const isMoved = keeps && before.some(({ startS }, turn) => files[turn] && files[turn].startS !== startS);
    const fresh = emptySlot();
    const entries = keeps ? former : { ...fresh, ...entriesKept(former, fresh) };
    const { channels, scores, code } = entries;
    const events = eventsOf(entries.options.events, before, files);
    const options = { ...entries.options, events, ...(isMoved && { phases: null }) };
    if (isMoved) this.dropEdits(digestOf(former));
    const source = { kind: "file" as const, files };
    this.visits.patch(key, { options, channels, scores, code, source, state: readingState(source) });
    await this.visits.read(key);
    if (keeps) this.carryEdits(digestOf(former), key);
    await this.reporting.refresh();
  }

  /** Edits by hand were made at times that hold no longer: a step that can be undone takes them out. */
  private dropEdits(digest: string): void {
    const { settings, history } = this.store.value;
    if (!settings || digest === "") return;
    const { edits } = settings;
    const recordings = edits.recordings.filter(({ sha256 }) => sha256 !== digest);
    if (recordings.length === edits.recordings.length) return;
    this.store.patch({
      history: stepped(history, edits),
      settings: { ...settings, edits: { ...edits, recordings } },
    });
  }

  /** Edits by hand of what was there before are those of the whole, whose times and channels begin with it. */
  private carryEdits(former: string, key: number): void {
    const { settings, history } = this.store.value;
    const slot = this.visits.slot(key);
    if (!settings || slot?.state.kind !== "ready") return;
    const { sha256, parts } = slot.state.visit.file;
    const carried = (edits: EditSettings): EditSettings => {
      const editsOf = (digest = "") => edits.recordings.find((one) => digest !== "" && one.sha256 === digest);
      const known = editsOf(former) ?? editsOf(parts[0]?.sha256);
      if (!known || editsOf(sha256)) return edits;
      return { ...edits, recordings: [...edits.recordings, { ...known, sha256 }] };
    };
    // Each step of the past too: the first that is undone would otherwise take them all.
    this.store.patch({
      settings: { ...settings, edits: carried(settings.edits) },
      history: { past: history.past.map(carried), future: history.future.map(carried) },
    });
  }
}
