// What the bindings export. Everything structured crosses as JSON text in one of two shapes:
// {"value": …} or {"error": {"code", "message", "where"}}; the page's types come from schema().

/** One recording while it is read and after. Holds wasm memory: call delete() when done. */
export interface Recording {
  /** Room for the next `bytes` bytes of the file. Fill it, then call push(bytes). Valid until the next call. */
  buffer(bytes: number): Uint8Array;
  /** Takes the next `bytes` bytes from the buffer. Empty text, or the error as JSON. */
  push(bytes: number): string;
  /**
   * Call after the last byte of a file: another of `fileBytes` bytes follows that is of the same visit, in the order in which
   * they began. `startS`: of its first sample, seconds from that of the first file; NaN: by the start times. Empty text, or
   * the error as JSON.
   */
  nextFile(fileBytes: number, startS: number): string;
  /**
   * Call before the first byte where two share the reading: this one takes the hearts and the digests alone (true), or the rest
   * (false).
   */
  takeShare(hearts: boolean): void;
  /** Call after the last byte. Empty text, or the error as JSON. */
  finish(): string;
  /** The same of one that took the hearts: {"value": HeartShare} or {"error"}. */
  finishHearts(): string;
  /** The same as finish of one that took the rest, with the HeartShare of the other. */
  finishWith(hearts: string): string;
  /** {"value": Visit} of the recording under these settings, or {"error"}. No second read of the file. */
  visit(settings: string, options: string): string;
  /** {"value": VisitSpecifications}: what a specification curve is made of, or {"error"}. */
  specifications(settings: string, options: string): string;
  /** {"value": DrawnRecording}: what there is to draw. */
  drawn(): string;
  /** {"value": SignalMarks} under these settings, or {"error"}. */
  marks(settings: string, options: string): string;
  /** {"value": ByteRange}: the bytes of the request's file that a TraceRequest needs in detail, or {"error"}. */
  traceBytes(request: string): string;
  /** Draws a TraceRequest from the first `bytes` bytes of the buffer, which traceBytes named. Empty text, or the error. */
  traces(request: string, bytes: number): string;
  /** Draws a TraceRequest from the overview. Empty text, or the error. */
  overviewTraces(request: string): string;
  /** What was drawn last: lowest and highest value of each column in turn, one signal after the other. */
  takeTraces(): Float32Array;
  /**
   * {"value": time of the R peak next to `seconds`, or null}. The buffer holds `bytes` bytes, which traceBytes named
   * for `request`, a stretch around it.
   */
  rPeak(settings: string, options: string, seconds: number, request: string, bytes: number): string;
  delete(): void;
}

/** A copy of a recording, made while it is read. Call delete() when done. */
export interface RecordingCopy {
  /** Room for the next `bytes` bytes of the file, as for Recording. */
  buffer(bytes: number): Uint8Array;
  /** Takes the next `bytes` bytes from the buffer. Empty text, or the error as JSON. */
  push(bytes: number): string;
  /** What was written to the copy since the last call. */
  take(): Uint8Array;
  /** Call after the last byte, then take() once more. {"value": AnonymousCopyResult or AnnotatedCopyResult} or {"error"}. */
  finish(): string;
  delete(): void;
}

/** Mother and infant together, from one file or two. Holds wasm memory: call delete() when done. */
export interface HeartPair {
  /**
   * Begins a file of `fileBytes` bytes: a recording of "both", or a recording or list of beats of "mother" or "infant".
   * `wanted` is PairWanted: which signals, for which ages. Empty text, or the error as JSON.
   */
  open(who: string, fileBytes: number, wanted: string): string;
  /** Room for the next `bytes` bytes of the file, as for Recording. */
  buffer(bytes: number): Uint8Array;
  /** Takes the next `bytes` bytes from the buffer. Empty text, or the error as JSON. */
  push(bytes: number): string;
  /** Call after the last byte. Empty text, or the error as JSON. */
  finish(): string;
  /** Digest of the bytes of the file that was read last. */
  sha256(): string;
  /**
   * {"value": Dyad} of what was opened last, or {"error"}. `wanted` says the clock and the phases; `earlier` is the text of
   * an earlier visit's Dyad, or empty.
   */
  result(wanted: string, earlier: string): string;
  /**
   * {"value": CohortPairRecord} of what was opened last, for a cohort, with the phases of this Visit of the infant's recording,
   * or {"error"}. `failure`: the Error for which a file could not be read, as JSON; else null.
   */
  record(visit: string, settings: string, failure: string): string;
  delete(): void;
}

/** A simulated mother and infant: the EDF+ file with both hearts, and what was put in. */
export interface ExamplePair {
  bytes: Uint8Array;
  /** mother, infant or nobody. */
  leads: string;
  /** By how much; negative: the infant's changes come first. */
  lagS: number;
  /** Parts of the protocol as JSON: name, kind, start_s, end_s, and strength of the coupling. */
  phases: string;
}

/** A simulated visit: the EDF+ file and what is true of it. */
export interface ExampleVisit {
  label: string;
  ageMonths: number;
  bytes: Uint8Array;
  /** The simulator's truth as JSON. */
  truth: string;
  /** A still-face coding that goes with the visit, as BORIS exports it; its phases are its own. */
  codes: string;
}

export interface AttuneModule {
  /** Version of the core. */
  version(): string;
  /**
   * What is said comes in this language beside English ("fr" unless told), by its tag in the catalogues. False: there is
   * none of that name. The page's tests ask for "x-pseudo", which leaves no plain letter.
   */
  sayIn(language: string): boolean;
  /** JSON Schema (draft 2020-12) of Report, Visit and Settings. */
  schema(): string;
  /** Default settings as JSON. */
  defaultSettings(): string;
  /** PorgesGain as JSON, under the default settings: what that method does to breathing of each frequency. */
  porgesGain(): string;
  /** The defaults with the members of a JSON text in their place: {"value": Settings} or {"error": Error}. */
  settingsWith(settings: string): string;
  /**
   * `channels` is an array of ChannelChoice as JSON: what overrules the recognition of channels. `options` is VisitOptions:
   * the age chooses the settings of the age group.
   */
  Recording: new (
    fileBytes: number,
    settings: string,
    channels: string,
    options: string,
  ) => Recording;
  /** Without the identity in its header; `options` is DeidentifyOptions as JSON. */
  AnonymousCopy: new (
    fileBytes: number,
    options: string,
  ) => RecordingCopy;
  /** With annotations added; `annotations` is an array of NewAnnotation as JSON. */
  AnnotatedCopy: new (
    fileBytes: number,
    annotations: string,
  ) => RecordingCopy;
  /** {"value": Report} from an array of Visit and a SupplementInput, or {"error"}. */
  compare(visits: string, settings: string, supplement: string): string;
  /**
   * {"value": SpecificationCurve[]} of a Report, or {"error"}. `specifications` is an array of VisitSpecifications, one a
   * visit of the report; {} where there is no recording.
   */
  specificationCurves(report: string, specifications: string): string;
  /** {"value": Opened}: what a text file is and so where it goes, or {"error"}: nothing that is known. */
  openedKind(text: string): string;
  /** {"value": SessionFile} of a session file's text, or {"error"}. */
  readSession(text: string): string;
  /** {"value": Report} of a saved report's text, or {"error"}. */
  readReport(text: string): string;
  /** {"value": Visit} of a visit that has only a coding or scores, or {"error"}. `options` is VisitOptions. */
  visitWithoutRecording(settings: string, options: string): string;
  /** {"value": CodingContents} of a table of coded behaviour, or {"error"}. `options` is CodingOptions. */
  codingContents(text: string, options: string, settings: string): string;
  /** Scale[]: the questionnaires' scales with range and direction. */
  knownScales(): string;
  /** {"value": CheckedScores} of Scores while they are entered, or {"error"} whose `where` is "visit 2, epds". */
  checkScores(scores: string): string;
  /** {"value": ScoreTableContents} of a table of scores, or {"error"}. `choices` is ScoreImport. */
  scoreTable(text: string, choices: string): string;
  /** {"value": ImportedScores} of a table of scores, or {"error"}. `choices` is ScoreImport. */
  importScores(text: string, choices: string): string;
  /** {"value": ReferenceContents} of a table of comparison infants, or {"error"}. */
  referenceContents(csv: string): string;
  /** Default settings of a cohort (CohortSettings) as JSON: gates, group comparison, reference packs. */
  defaultCohortSettings(): string;
  /** {"value": string[]} of those of a folder's files (string[], relative paths) whose text cohortPlan needs, or {"error"}. */
  cohortTables(paths: string): string;
  /** {"value": CohortPlan} of a CohortFolder, or {"error"}. `settings` is CohortSettings. */
  cohortPlan(folder: string, settings: string): string;
  /**
   * {"value": MeasuredRecording} of a Visit, or {"error"}. `settings` are those it was measured with, `specifications` the
   * VisitSpecifications of the same recording, or null where no multiverse is asked for, `pair` its CohortPairRecord, or null
   * where no pairs are.
   */
  cohortMeasured(visit: string, settings: string, specifications: string, pair: string): string;
  /**
   * {"value": CohortResults}, or {"error"}. `measured` is an array as long as the plan's sessions: MeasuredRecording, or null
   * where there is no recording or it is not measured yet. A file that cannot be used is {"error": Error}.
   */
  cohortResults(plan: string, measured: string, cohortSettings: string, settings: string): string;
  /** Default settings of a planned study (DesignSettings) as JSON. */
  defaultDesignSettings(): string;
  /** {"value": Design}: what studies of these sizes could find, by simulation, or {"error"}. `settings` is DesignSettings. */
  planStudy(settings: string): string;
  /** CohortExample: the simulated study of 40 + 40 infants, measured. */
  exampleStudy(): string;
  /** {"value": Export} of a report's text and ExportOptions, or {"error"}. */
  exported(report: string, options: string): string;
  /**
   * When the first sample of a file of `fileBytes` bytes was recorded, of which `head` are the first: a text that sorts by
   * time; empty where that is not known.
   */
  beginning(fileBytes: number, head: Uint8Array): string;
  HeartPair: new () => HeartPair;
  /** {"value": PairWanted}: what the files of a pair are to be opened with, by the Visit of the infant's recording. */
  pairWanted(visit: string, settings: string): string;
  /** A simulated mother and infant at one of two visits, 0 or 1; null past the last. */
  examplePair(visit: number): ExamplePair | null;
  /** The recording of one simulated visit, 0 or 1 (scenarios: improved, unchanged, short, mixed); null past the last. */
  exampleVisit(scenario: string, visit: number): ExampleVisit | null;
  /** Scores of the scenario's dyad over its visits. */
  exampleScores(scenario: string): string;
  /** A table of 40 simulated comparison infants as CSV. */
  exampleReference(): string;
}

/** What the module is made from: one of both. */
export interface CreateOptions {
  /** Its bytes. */
  wasmBinary?: ArrayBuffer | Uint8Array;
  /** Gives an instance of the compiled module to `receive`, now or later; returns an empty object. */
  instantiateWasm?: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
}

export default function create(options: CreateOptions): Promise<AttuneModule>;
