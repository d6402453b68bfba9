// Everything the page knows, as one value. Views read it; only the session and its parts change it.
import type {
  ChannelChoice,
  CodingOptions,
  CohortSettings,
  DesignSettings,
  Diagnostic,
  EditSettings,
  PorgesGain,
  Report,
  Scale,
  SessionVisit,
  Settings,
  Visit,
  VisitOptions,
  VisitScores,
} from "#report";
import type { CodeWork } from "../code/book";
import type { Failure } from "../worker/protocol";
import type { History } from "./history";

export const screens = ["open", "check", "code", "signals", "report", "group", "methods"] as const;
/** Screens that others lead to: the leader's sheet of a workshop, and mother and infant together. */
export const furtherScreens = ["workshop", "pair"] as const;
export type Screen = (typeof screens)[number] | (typeof furtherScreens)[number];

/** One of the files that a visit was recorded in. */
export interface VisitFile {
  file: File;
  /** Of its first sample, seconds from the visit's, as entered; null: by the start times. */
  startS: number | null;
}

/** Where a recording comes from. A file's name is shown on the Open screen and nowhere else. */
export type Source =
  /** In the order in which they began. */
  | { kind: "file"; files: VisitFile[] }
  /** A visit without a recording, with a coding or scores alone. */
  | { kind: "none" }
  | { kind: "example"; scenario: string; index: number; truth: string };

type SlotState =
  | { kind: "empty" }
  | { kind: "reading"; doneBytes: number; totalBytes: number; startedMs: number }
  | { kind: "computing" }
  | { kind: "ready"; visit: Visit }
  | { kind: "failed"; failure: Failure };

/** What was entered for a visit; its label follows from its place. */
export type EnteredOptions = Omit<VisitOptions, "label" | "weeks_early">;

/** More visits than this are no report of one infant. */
export const maxVisits = 6;

/** A place for one visit. Its position in the list says which: baseline, follow-up, visit 3 … */
export interface Slot {
  key: number;
  source: Source | null;
  state: SlotState;
  options: EnteredOptions;
  /** Channels that are not what they were taken for. */
  channels: ChannelChoice[];
  /** Scores by the scale's name, and why some are missing. */
  scores: VisitScores;
  /** What was coded of its video on the Code screen; null: nothing. */
  code: CodeWork | null;
  /** The recording that an opened session file wants here, until it was chosen. */
  expected: ExpectedRecording | null;
  /** The recording, its age and its scores came together, out of a folder. */
  filed: boolean;
}

/** What is entered for a visit and may stand with its name or with its recording. */
export const belongings = ["scores", "ages", "codings"] as const;
export type Belonging = (typeof belongings)[number];

/** What is known of a recording that is awaited, to know it again by. */
export interface ExpectedRecording {
  /** Its files, where there are several. */
  parts: SessionVisit["parts"];
  sha256: string;
  bytes: number;
  duration_s: number | null;
  phases: SessionVisit["phases"];
}

/** What was entered for the infant as a whole. */
export interface Infant {
  sex: string;
  /** The user's own scales. */
  scales: Scale[];
  /** Table of comparison infants as text; empty: none. */
  referenceCsv: string;
  /** The infant's code; empty: none. Typed, never taken from a file. */
  participant: string;
  /** Weeks before the 40th of pregnancy that the infant was born, which ages are corrected for; null: not told. */
  weeksEarly: number | null;
}

export interface ReadyReport {
  kind: "ready";
  report: Report;
  /** Null for a report that was opened from a file. */
  madeOn: Date | null;
  /** The same report with default settings, where those in use differ, a moment after the report itself. */
  byDefault: Report | null;
  /** Why its specification curves are missing. */
  curvesFailure: Failure | null;
}

type ReportState =
  | { kind: "none" }
  | { kind: "working" }
  | ReadyReport
  | { kind: "failed"; failure: Failure };

export type CoreState =
  | { kind: "loading" }
  | {
      kind: "ready";
      version: string;
      /** Null until a screen has asked for it. */
      schema: Schema | null;
      defaults: Settings;
      scales: Scale[];
      cohort: CohortSettings;
      design: DesignSettings;
      porgesGain: PorgesGain;
    }
  | { kind: "failed"; detail: string };

/** The parts of the core's JSON Schema that the Methods screen reads. */
export interface Schema {
  $defs: Record<string, { properties?: Record<string, SchemaProperty> }>;
}
export interface SchemaProperty {
  description?: string;
  "x-source"?: string;
  /** What these two say (text/said.ts). */
  "x-said"?: Record<string, unknown>;
  $ref?: string;
  items?: SchemaProperty;
  /** What a number may be; of one that may be null in the first of `anyOf`. */
  minimum?: number;
  maximum?: number;
  anyOf?: SchemaProperty[];
}

/** What a number may be, both ends included. */
export interface NumberRange {
  lowest: number;
  highest: number;
}

/** What a number that is a member of a struct may be, or those of a band; null where there is no range. */
export function rangeIn(schema: Schema, property: SchemaProperty | undefined): NumberRange | null {
  const own = property?.anyOf?.[0] ?? property;
  if (own?.minimum !== undefined && own.maximum !== undefined)
    return { lowest: own.minimum, highest: own.maximum };
  const members = schema.$defs[own?.$ref?.replace("#/$defs/", "") ?? ""]?.properties;
  return members?.low_hz ? rangeIn(schema, members.low_hz) : null;
}

/** The same of a member that has one. */
export function rangeOf(schema: Schema, struct: string, member: string): NumberRange {
  return (
    rangeIn(schema, schema.$defs[struct]?.properties?.[member]) ?? { lowest: -Infinity, highest: Infinity }
  );
}

/** Something to tell that belongs to no single recording. */
export type Notice =
  /** Two places whose recordings may be one visit. */
  | { kind: "one-visit"; keys: [number, number] }
  /** Recordings changed places: what went with them, what stayed with the visit, and the keys in the order before. */
  | { kind: "sorted" | "moved"; went: Belonging[]; stayed: Belonging[]; before: number[] }
  | { kind: "unsortable" }
  | { kind: "too-many"; count: number }
  | { kind: "none-found" }
  /** A session file waits for this many recordings. */
  | { kind: "awaiting"; count: number }
  /** This many of the files chosen are none of the session's recordings. */
  | { kind: "not-of-session"; count: number }
  /** A file that was not opened, by its name. */
  | { kind: "refused"; name: string; failure: Failure }
  | { kind: "several-saved" }
  /** A coding whose visit is asked for. */
  | { kind: "coding"; name: string; text: string }
  /** Comparison infants were taken, perhaps in place of others. */
  | { kind: "comparison"; name: string; instead: boolean }
  /** A table of a whole study. */
  | { kind: "study"; name: string }
  /** Visits of a folder by its names, and on which places they stand. */
  | { kind: "folder"; visits: string[]; places: number[]; diagnostics: Diagnostic[] }
  /** The settings that a link brought, whatever is set after it, and the example that it is for. */
  | { kind: "link"; example: string | null; taken: Settings }
  /** The settings of a link, of which none were taken. */
  | { kind: "link-refused"; failure: Failure };

/** What may have been put into an example: more, less, or nothing that can be told. */
export const ways = ["up", "down", "none"] as const;
export type Way = (typeof ways)[number];

/** Somebody's guess at what was put into an example, by domain. */
export interface Guess {
  scenario: string;
  answers: Record<string, Way>;
}

export type Theme = "system" | "light" | "dark";

export const languages = ["en", "fr"] as const;
export type Language = (typeof languages)[number];

/** One field that a table of scores filled. */
export interface Filled {
  key: number;
  scale: string;
  before: number | undefined;
  after: number;
}

/** What taking over a table of scores did. */
export interface ImportStep {
  filled: Filled[];
  /** Why scores were missing before, by the visit's key. */
  reasons: Map<number, Reasons>;
  /** Keys of the visits that it added. */
  added: number[];
  diagnostics: Diagnostic[];
}

/** Why scores are missing, and what these texts say in every language. */
export type Reasons = Pick<VisitScores, "missing" | "said">;

export interface State {
  screen: Screen;
  theme: Theme;
  language: Language;
  /** The stop of the guided tour; null outside it. */
  tour: number | null;
  slots: Slot[];
  infant: Infant;
  /** What numbers are formed with, edits by hand among it; null until the core has told its defaults. */
  settings: Settings | null;
  history: History<EditSettings>;
  /** The table of scores that was taken over last, until it is taken back. */
  imported: ImportStep | null;
  /** Tables of scores that were dropped and not yet taken over or put aside. */
  arrivedScores: string[];
  /** Videos that were dropped, and the visit that they are of, where that is known; the Code screen opens them. */
  arrivedVideos: { key: number | null; files: File[] } | null;
  report: ReportState;
  core: CoreState;
  notices: Notice[];
  /** Of a class, in the order they were made. */
  guesses: Guess[];
  /** Whether what is saved keeps the names of phases that hold more than known words. */
  keepPhaseNames: boolean;
  /** Whether a copy of what is coded is kept on this computer. */
  keepCoding: boolean;
  /** Requests the browser has sent since the page was loaded, and attempts its policy has stopped. */
  network: { sent: number; blocked: number };
}

/** The scenario of the example that is open, if one is. */
export const exampleOf = (slots: Slot[]): string | undefined =>
  slots.flatMap(({ source }) => (source?.kind === "example" ? [source.scenario] : []))[0];

/** A visit that was recorded in one file. */
export const fileSource = (file: File): Source => ({ kind: "file", files: [{ file, startS: null }] });

/** What a visit is measured with: what was entered for it, and of the infant. */
export const optionsOf = ({ options }: Slot, index: number, { weeksEarly }: Infant): VisitOptions => ({
  label: visitLabel(index),
  weeks_early: weeksEarly,
  ...options,
});

/** Whether there is a visit at this place, if only one whose recording is still awaited. */
export const isTaken = (slot: Slot): boolean => slot.source !== null || slot.expected !== null;

export const isBusy = (slot: Slot): boolean =>
  slot.state.kind === "reading" || slot.state.kind === "computing";

export function startOf({ state }: Slot): string | null {
  return state.kind === "ready" ? state.visit.file.start : null;
}

/** Whether a recording is older than one that stands before it. */
export function swapped(slots: Slot[]): boolean {
  const starts = slots.map(startOf).filter((start) => start !== null);
  return starts.some((start, index) => index > 0 && start < (starts[index - 1] ?? ""));
}

/** The label the core writes into the visit at this position. */
function visitLabel(index: number): string {
  return ["baseline", "follow-up"][index] ?? `visit ${index + 1}`;
}

let nextKey = 1;

export function emptySlot(): Slot {
  return {
    key: nextKey++,
    source: null,
    state: { kind: "empty" },
    ...nothingEntered(),
    code: null,
    expected: null,
    filed: false,
  };
}

const nothingEntered = (): Pick<Slot, "options" | "channels" | "scores"> => ({
  options: {
    age_months: null,
    heart_list: "",
    heart_signal: null,
    heart_minus: null,
    channels: [],
    left_out: [],
    events: [],
    phases: null,
    codes: "",
    codes_second: "",
    coding: emptyCoding(),
  },
  channels: [],
  scores: { scores: {}, missing: {} },
});

/** Whether a visit has any of it. */
export const hasBelonging: Record<Belonging, (slot: Slot) => boolean> = {
  scores: ({ scores }) => Object.keys(scores.scores).length + Object.keys(scores.missing).length > 0,
  ages: ({ options }) => options.age_months !== null,
  codings: ({ options, code }) => options.codes + options.codes_second !== "" || code !== null,
};

const entered = ({ options, channels, scores }: Slot): string =>
  JSON.stringify({ options, channels, scores });

const isAsEmpty = (slot: Slot): boolean => entered(slot) === JSON.stringify(nothingEntered());

/** Whether nothing stands on the place, awaits or was entered for it. */
export const isUntouched = (slot: Slot): boolean => !isTaken(slot) && slot.code === null && isAsEmpty(slot);

/**
 * Whether anything was typed or chosen, for a visit or for the infant; what an example brings does not count, nor does the
 * infant's code alone, which is typed again in a moment.
 */
export function hasEntries({ slots, infant }: State): boolean {
  if (slots.some(({ source }) => source?.kind === "example")) return false;
  const typed = JSON.stringify({ ...infant, participant: "" });
  return !slots.every(isAsEmpty) || typed !== JSON.stringify(emptyInfant());
}

/** Whose a coding is has to be answered still, whatever else arrives and in whatever order the visits stand. */
export const questions = ({ notices }: State): Notice[] => notices.filter(({ kind }) => kind === "coding");

/** The coding's own answers: the only observation, subject and tier, on a clock of its own. */
function emptyCoding(): CodingOptions {
  return {
    observation: "",
    subject: "",
    tiers: [],
    code_column: "",
    second: asTheFirst(),
    phase_codes: [],
    offset_s: null,
    phases: [],
    annotations: true,
  };
}

/** Of the second coder's table what of the first one's was chosen. */
export function asTheFirst(): CodingOptions["second"] {
  return { observation: "", subject: "", tiers: [], code_column: "" };
}

export function emptyInfant(): Infant {
  return { sex: "", scales: [], referenceCsv: "", participant: "", weeksEarly: null };
}
