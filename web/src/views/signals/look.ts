// The shapes that the parts of the Signals screen share: what is looked at, what is marked, what happened.
import type { FlaggedPlace, Interval, SignalMarks } from "#report";
import type { MarksBasis } from "../../worker/traces";
import type { Beat } from "./beats";
import type { Change } from "./edits";
import type { Montage } from "./montage";
import type { DisplayFilters } from "./tiles";
import type { TimeWindow } from "./window";

export type Tool = "look" | "beat" | "stretch";

export type Selection =
  | { kind: "none" }
  | { kind: "beat"; atS: number }
  | { kind: "stretch"; fromS: number; toS: number };

export interface Look {
  window: TimeWindow;
  cursorS: number;
  /** µV per mm. */
  gain: number;
  heartGain: number;
  filters: DisplayFilters;
  montage: Montage;
  hidden: ReadonlySet<number>;
  tool: Tool;
  selection: Selection;
  /** Where a beat that is being moved would go. */
  ghostS: number | null;
  /** A stretch was begun at the cursor, and its end is being looked for. */
  begun: boolean;
  /** The file could not be read again: only the overview is drawn. */
  unreadable: boolean;
}

export interface Marked {
  marks: SignalMarks | null;
  beats: readonly Beat[];
  /** Marks of edits just made are on their way. */
  pending: boolean;
}

/** What happened, for the live region and the line of words; the view knows the words. */
export type News =
  | { kind: "none" }
  | { kind: "moved" }
  | { kind: "flag"; place: FlaggedPlace; index: number }
  | { kind: "beat"; beat: Beat; index: number }
  | { kind: "no-flag" | "no-beat" | "no-heart" | "interpolated" | "nothing-selected" | "nothing-to-restore" }
  | { kind: "added" | "removed" | "restored" | "moved-beat"; atS: number }
  | { kind: "excluded" | "included"; what: "eeg" | "heart"; stretch: Interval }
  | { kind: "begun"; atS: number }
  | { kind: "undone" | "redone" };

/** The session as far as a recording's signals are concerned. */
export interface Host {
  edit(change: Change): void;
  undo(): void;
  redo(): void;
  /** What marks will rest on once `change` is made; as things stand where there is none. */
  basis(change?: Change): MarksBasis | null;
  /** Digest of the recording, which its edits are tied to. */
  sha256(): string;
}
