// Everything the page knows, as one value. Views read it; only app/session.ts changes it.
import type { Report, Settings, Visit } from "#report";
import type { Failure } from "../worker/protocol";

export const screens = ["open", "check", "report", "methods"] as const;
export type Screen = (typeof screens)[number];

/** Where a recording comes from. A file's name is shown on the Open screen and nowhere else. */
export type Source =
  | { kind: "file"; file: File }
  | { kind: "example"; scenario: string; seed: number; index: number; truth: string };

export type SlotState =
  | { kind: "empty" }
  | { kind: "reading"; doneBytes: number; totalBytes: number; startedMs: number }
  | { kind: "computing" }
  /** `json` is the visit exactly as the core wrote it. */
  | { kind: "ready"; visit: Visit; json: string }
  | { kind: "failed"; failure: Failure };

/** A place for one visit. Its position in the list says which: baseline, follow-up, visit 3 … */
export interface Slot {
  key: number;
  source: Source | null;
  state: SlotState;
  ageMonths: number | null;
  /** Beats or intervals from another program, as text; empty where the recording's own ECG is used. */
  heartList: string;
}

export type ReportState =
  | { kind: "none" }
  | { kind: "working" }
  | { kind: "ready"; report: Report; madeOn: Date }
  | { kind: "failed"; failure: Failure };

export type CoreState =
  | { kind: "loading" }
  | { kind: "ready"; version: string; schema: Schema; settings: Settings }
  | { kind: "failed"; detail: string };

/** The parts of the core's JSON Schema that the Methods screen reads. */
export interface Schema {
  $defs: Record<string, { properties?: Record<string, SchemaProperty> }>;
}
export interface SchemaProperty {
  description?: string;
  "x-source"?: string;
  $ref?: string;
  items?: { $ref?: string };
}

/** Something to tell that belongs to no single recording. */
export type Notice =
  | { kind: "sorted" }
  | { kind: "unsortable" }
  | { kind: "too-many"; count: number }
  | { kind: "none-found" };

export interface State {
  screen: Screen;
  slots: Slot[];
  report: ReportState;
  core: CoreState;
  notices: Notice[];
  /** Requests the browser has sent since the page was loaded, and attempts its policy has stopped. */
  network: { sent: number; blocked: number };
}

export const isBusy = (slot: Slot): boolean =>
  slot.state.kind === "reading" || slot.state.kind === "computing";

/** The label the core writes into the visit at this position. */
export function visitLabel(index: number): string {
  return ["baseline", "follow-up"][index] ?? `visit ${index + 1}`;
}
