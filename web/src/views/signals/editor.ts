// Edits by hand, whatever gave the word for them: a pointer, a key, a button or a row of a table.
import type { Interval } from "#report";
import type { Store } from "../../app/store";
import type { MarksBasis, TraceSource } from "../../worker/traces";
import { type Beat, isTakenOut } from "./beats";
import * as edits from "./edits";
import type { Host, Look, Marked, News, Selection } from "./look";
import { showing, type TimeWindow } from "./window";

export type Domain = "eeg" | "heart";

/** What is edited: one recording as the screen shows it. */
interface Edited {
  readonly host: Host;
  readonly source: TraceSource;
  readonly marked: Store<Marked>;
  readonly endS: number;
  readonly now: Look;
  readonly selectedBeat: Beat | null;
  readonly selectedStretch: Interval | null;
  select(selection: Selection): void;
  setCursor(atS: number): void;
  setGhost(atS: number | null): void;
  show(window: TimeWindow): void;
  /** Draws the marks as an edit will have them. */
  follow(basis: MarksBasis | null): void;
  tell(news: News): void;
}

export class Editor {
  constructor(private readonly model: Edited) {}

  undo(): void {
    this.model.host.undo();
    this.model.tell({ kind: "undone" });
  }

  redo(): void {
    this.model.host.redo();
    this.model.tell({ kind: "redone" });
  }

  /** Adds a beat at a time, or at the R peak next to it where `snap`. */
  async addBeat(timeS: number, snap = true): Promise<void> {
    const { model } = this;
    if (!model.marked.value.marks?.heart_source) {
      model.tell({ kind: "no-heart" });
      return;
    }
    const atS = await this.snapped(timeS, snap);
    this.edit(edits.addBeat(this.sha256, atS), { kind: "added", atS });
    model.select({ kind: "beat", atS });
  }

  /** An interpolated beat is nothing in the ECG: where it goes, a beat is added, and it is no longer needed. */
  async moveBeat(beat: Beat, toS: number, snap = true): Promise<void> {
    const { model } = this;
    const atS = await this.snapped(toS, snap);
    const change =
      beat.kind === "missed" ? edits.addBeat(this.sha256, atS) : edits.moveBeat(this.sha256, beat.atS, atS);
    this.edit(change, { kind: "moved-beat", atS });
    model.select({ kind: "beat", atS });
    model.setCursor(atS);
  }

  removeBeat(beat: Beat | null): void {
    if (!beat || isTakenOut(beat)) this.model.tell({ kind: "nothing-selected" });
    else if (beat.kind === "missed") this.model.tell({ kind: "interpolated" });
    else this.edit(edits.removeBeat(this.sha256, beat.atS), { kind: "removed", atS: beat.atS });
  }

  restoreBeat(beat: Beat | null): void {
    if (!beat || !canRestore(beat)) this.model.tell({ kind: "nothing-to-restore" });
    else this.edit(edits.restoreBeat(this.sha256, beat.atS), { kind: "restored", atS: beat.atS });
  }

  /** Restores what is selected: the beat, or all that was left out of the stretch, as one step. */
  restoreSelected(): void {
    const { selectedStretch: stretch, selectedBeat } = this.model;
    if (!stretch) {
      this.restoreBeat(selectedBeat);
      return;
    }
    const { eeg, heart } = this.excludedIn(stretch);
    const changes = [
      ...(eeg ? [edits.restoreEeg(this.sha256, stretch)] : []),
      ...(heart ? [edits.restoreEcg(this.sha256, stretch)] : []),
    ];
    if (changes.length === 0) {
      this.model.tell({ kind: "nothing-to-restore" });
      return;
    }
    const all: edits.Change = (before) => changes.reduce((after, change) => change(after), before);
    this.edit(all, { kind: "included", what: eeg ? "eeg" : "heart", stretch });
  }

  exclude(what: Domain, stretch: Interval | null = this.model.selectedStretch): void {
    if (!stretch) {
      this.model.tell({ kind: "nothing-selected" });
      return;
    }
    const change = what === "eeg" ? edits.excludeEeg : edits.excludeEcg;
    this.edit(change(this.sha256, stretch), { kind: "excluded", what, stretch });
  }

  include(what: Domain, stretch: Interval): void {
    const change = what === "eeg" ? edits.restoreEeg : edits.restoreEcg;
    this.edit(change(this.sha256, stretch), { kind: "included", what, stretch });
  }

  excludeChannel(label: string, excluded: boolean): void {
    this.edit(edits.excludeChannel(this.sha256, label, excluded), { kind: "none" });
  }

  /** Whether something of a stretch was left out by hand. */
  excludedIn(stretch: Interval): { eeg: boolean; heart: boolean } {
    const { marks } = this.model.marked.value;
    const touches = (other: Interval) => other.start_s < stretch.end_s && other.end_s > stretch.start_s;
    return {
      eeg: marks?.eeg_excluded.some(touches) ?? false,
      heart: marks?.ecg_excluded.some(touches) ?? false,
    };
  }

  // Moving a beat by keys: a ghost of it goes first, and the beat follows when it is put there.

  beginMove(): void {
    const beat = this.model.selectedBeat;
    if (!beat || isTakenOut(beat)) this.model.tell({ kind: "nothing-selected" });
    else this.model.setGhost(beat.atS);
  }

  stepGhost(byS: number): void {
    const { model } = this;
    const { ghostS, window } = model.now;
    if (ghostS === null) return;
    const toS = Math.min(model.endS, Math.max(0, ghostS + byS));
    model.setGhost(toS);
    model.show(showing(window, toS, toS, model.endS));
  }

  endMove(): void {
    const { selectedBeat: beat, now } = this.model;
    this.model.setGhost(null);
    if (beat && now.ghostS !== null && now.ghostS !== beat.atS) void this.moveBeat(beat, now.ghostS, false);
  }

  private get sha256(): string {
    return this.model.host.sha256();
  }

  private async snapped(timeS: number, snap: boolean): Promise<number> {
    const { source, marked, host } = this.model;
    const signal = marked.value.marks?.heart_signal ?? null;
    const basis = host.basis();
    if (!snap || !basis || signal === null) return timeS;
    return (await source.rPeak(timeS, signal, basis).catch(() => null)) ?? timeS;
  }

  /** The marks of an edit are asked for before the report's numbers, so that they show at once. */
  private edit(change: edits.Change, news: News): void {
    this.model.follow(this.model.host.basis(change));
    this.model.host.edit(change);
    this.model.tell(news);
  }
}

export const canRestore = ({ kind }: Beat): boolean =>
  kind === "removed" || kind === "extra" || kind === "moved";
