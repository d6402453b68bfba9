// What page and worker say to each other. One worker holds the core, at most one recording and one copy under way; the page owns
// the files and sends their bytes. Every request is answered by exactly one reply that carries its `id`.
// Values that the core writes travel as its own JSON text, so that nothing is rounded or renamed on the way.

/** What a recording is read with: Settings, ChannelChoice[] and VisitOptions as JSON. */
export interface ReadWith {
  settings: string;
  channels: string;
  options: string;
}

/** The heartbeats and the digests, or the rest. */
export type Share = "hearts" | "rest";

/** Whose heart a file of mother and infant holds. */
export type Hearts = "both" | "mother" | "infant";

/** A request of the page. */
export type Request =
  /** Unpack and compile the core's WebAssembly, packed as XZ, as base64: the page's first worker does, before it is started. */
  | { kind: "compile"; id: number; packed: string }
  /**
   * Start the core from its compiled WebAssembly; must come before what the core answers. The lock named `life` is held while
   * the worker lives.
   */
  | { kind: "start"; id: number; wasm: WebAssembly.Module; life: string }
  /** Tell what the core is: version, default settings, scales. */
  | { kind: "describe"; id: number }
  /** Tell the schema of all that the core hands over. */
  | { kind: "schema"; id: number }
  /**
   * Begin a recording of `bytes` bytes, to be read with these settings, what is known of its channels and what was
   * entered for the visit. `hold` asks to keep its bytes, because the page cannot fetch a part of them again.
   * `share`: of two workers that share the reading, what this one takes.
   */
  | ({ kind: "open"; id: number; bytes: number; hold: boolean; share: Share | null } & ReadWith)
  /**
   * The last slice of a file was sent, and another of the same visit follows: as for `open`. `startS`: of its first sample,
   * seconds from that of the first file; null: by the start times.
   */
  | { kind: "next"; id: number; bytes: number; hold: boolean; startS: number | null }
  /** Tell when the first sample of a file of `bytes` bytes was recorded, of which these are the first. */
  | { kind: "beginning"; id: number; bytes: number; head: ArrayBuffer }
  /** Take the first `bytes` bytes of the buffer as the recording's next; it is transferred there and back. */
  | { kind: "slice"; id: number; buffer: ArrayBuffer; bytes: number }
  /** The last slice was sent: close the recording. `hearts`: what the worker told that shared its reading. */
  | { kind: "finish"; id: number; hearts: string | null }
  /** The last slice was sent to the worker that takes the hearts: tell them, and let the recording go. */
  | { kind: "finish-hearts"; id: number }
  /** Make one recording of an example dyad inside the worker and read it, as if it had been a file. */
  | ({ kind: "example"; id: number; scenario: string; index: number } & ReadWith)
  /** Begin a copy of a recording of `bytes` bytes; `options` is what that kind of copy takes, as JSON (wasm/attune.d.ts). */
  | { kind: "copy-open"; id: number; how: CopyKind; bytes: number; options: string }
  /** Take the next slice of the recording to be copied, as above. */
  | { kind: "copy-slice"; id: number; buffer: ArrayBuffer; bytes: number }
  /** The last slice was sent: close the copy. */
  | { kind: "copy-finish"; id: number }
  /** Begin a file of mother and infant together: of which heart it is; `wanted` is a PairWanted. */
  | { kind: "pair-open"; id: number; who: Hearts; bytes: number; wanted: string }
  /** Take the next slice of it, as above. */
  | { kind: "pair-slice"; id: number; buffer: ArrayBuffer; bytes: number }
  /** The last slice was sent: close it. */
  | { kind: "pair-finish"; id: number }
  /** Tell who leads whom in the files that were read, and since `earlier`, the result of another visit or nothing. */
  | { kind: "pair"; id: number; wanted: string; earlier: string }
  /** Make a simulated visit of mother and infant and read it, as if it had been a file; tell what was put in. */
  | { kind: "example-pair"; id: number; visit: number; wanted: string }
  /** Compute the visit of the recording that was read. */
  | { kind: "visit"; id: number; settings: string; options: string }
  /** Compute what a specification curve is made of. */
  | { kind: "specifications"; id: number; settings: string; options: string }
  /** Tell what there is to draw in the recording. */
  | { kind: "drawn"; id: number }
  /** Tell every mark on the recording under these settings. */
  | { kind: "marks"; id: number; settings: string; options: string }
  /** Tell which bytes of the file a TraceRequest needs in detail. */
  | { kind: "trace-bytes"; id: number; request: string }
  /** Draw a TraceRequest in detail, from these bytes of the file or, where there are none, from those held here. */
  | { kind: "trace"; id: number; request: string; bytes: ArrayBuffer | null }
  /** Draw a TraceRequest from the overview. */
  | { kind: "overview"; id: number; request: string }
  /** Find the R peak next to a time; bytes as for a trace of `request`, a stretch around it. */
  | {
      kind: "r-peak";
      id: number;
      settings: string;
      options: string;
      seconds: number;
      request: string;
      bytes: ArrayBuffer | null;
    }
  /** Compare visits; `visits` is a JSON array of them in order of time, `supplement` a SupplementInput. */
  | { kind: "compare"; id: number; visits: string; settings: string; supplement: string }
  /** Ask one of the core's functions from texts to a text. */
  | { kind: "call"; id: number; name: TextCall; args: string[] }
  /** Tell what goes with an example dyad beside its recordings. */
  | { kind: "example-supplement"; id: number; scenario: string }
  /** Tell the simulated study, measured. */
  | { kind: "example-study"; id: number }
  /** Tell what the files of mother and infant are to be opened with, by the recording that was read. */
  | { kind: "pair-wanted"; id: number; settings: string; options: string }
  /**
   * Compute what a cohort keeps of the recording that was read, also under every other choice, and let the recording go; with
   * both hearts that were read beside it, or the failure for which they could not be as JSON. `pair` undefined: not asked for.
   */
  | {
      kind: "measured";
      id: number;
      settings: string;
      options: string;
      multiverse: boolean;
      pair: { failure: string } | undefined;
    }
  /** Read what was saved: a session file or a report. */
  | { kind: "read-saved"; id: number; text: string };

/** Functions of the core that take texts and give {"value"} or {"error"} (wasm/attune.d.ts). */
export type TextCall =
  | "visitWithoutRecording"
  | "codingContents"
  | "checkScores"
  | "settingsWith"
  | "scoreTable"
  | "importScores"
  | "referenceContents"
  | "openedKind"
  | "cohortTables"
  | "cohortPlan"
  | "cohortResults"
  | "planStudy"
  | "exported"
  | "specificationCurves";

/** Without the identity in its header, or with annotations added. */
export type CopyKind = "AnonymousCopy" | "AnnotatedCopy";

/** What the core is, as JSON texts. */
export interface CoreDescription {
  version: string;
  defaultSettings: string;
  /** Scale[] */
  scales: string;
  cohortSettings: string;
  designSettings: string;
  porgesGain: string;
}

/** Scores (JSON) and comparison infants (CSV) of an example. */
interface ExampleSupplement {
  scores: string;
  reference: string;
}

/** An example recording that was made and read. */
export interface ExampleRecording {
  ageMonths: number;
  bytes: number;
  /** What was put into the simulation, as JSON. */
  truth: string;
  /** A still-face coding of the visit. */
  codes: string;
}

/** What was put into a simulated pair: who leads, by how much, and the strength in each phase as JSON. */
export interface PutIn {
  leads: string;
  lagS: number;
  phases: string;
}

/** Something that was saved, read back and checked: a SessionFile or a Report as JSON. */
export interface Saved {
  kind: "session" | "report";
  json: string;
}

/** Where detail of a file can come from: the page's file, the bytes held here, or nowhere. */
export type Detail = "file" | "held" | "none";

/** What there is to draw, and where its detail can come from, one a file. */
interface Drawable {
  /** The core's DrawnRecording as JSON. */
  drawn: string;
  details: Detail[];
}

/** Why something could not be done, in words for people. */
export interface Failure {
  code: string;
  message: string;
  where: string;
  /** What the texts say; none where the page itself speaks. */
  said?: Record<string, unknown>;
}

/** A request as it is put; the number that its answer is known by is given to it. */
export type Question = Request extends infer R ? (R extends Request ? Omit<R, "id"> : never) : never;

/** The value a request of each kind is answered with. */
export interface Answers {
  start: null;
  /** The core's WebAssembly, for all workers. */
  compile: WebAssembly.Module;
  describe: CoreDescription;
  schema: string;
  open: null;
  next: null;
  /** Text that sorts by time; empty: not known. */
  beginning: string;
  /** The buffer, to be filled again. */
  slice: ArrayBuffer;
  finish: null;
  /** The core's HeartShare as JSON. */
  "finish-hearts": string;
  example: ExampleRecording;
  "copy-open": null;
  /** The copy's next bytes, and the buffer to be filled again. */
  "copy-slice": { made: ArrayBuffer; emptied: ArrayBuffer };
  /** What the core tells of the copy as JSON, and the copy's last bytes. */
  "copy-finish": { result: string; rest: ArrayBuffer };
  "pair-open": null;
  "pair-slice": ArrayBuffer;
  /** The file's digest. */
  "pair-finish": string;
  /** PairWanted as JSON. */
  "pair-wanted": string;
  /** Dyad as JSON. */
  pair: string;
  "example-pair": PutIn;
  /** The visit as JSON. */
  visit: string;
  /** The core's VisitSpecifications as JSON. */
  specifications: string;
  drawn: Drawable;
  /** The core's SignalMarks as JSON. */
  marks: string;
  /** The core's ByteRange as JSON. */
  "trace-bytes": string;
  /** Lowest and highest value of each column in turn, one signal after the other. */
  trace: Float32Array;
  overview: Float32Array;
  /** Seconds, or null where there is no peak. */
  "r-peak": number | null;
  /** The report as JSON. */
  compare: string;
  /** CohortExample as JSON. */
  "example-study": string;
  /** MeasuredRecording as JSON. */
  measured: string;
  "read-saved": Saved;
  /** The value as JSON. */
  call: string;
  "example-supplement": ExampleSupplement;
}

/** A message of the worker. */
export type Reply =
  /** The request was done; `value` is of the type that `Answers` names for its kind. */
  | { kind: "done"; id: number; value: Answers[keyof Answers] }
  /** The request could not be done; the worker lives on. */
  | { kind: "failed"; id: number; failure: Failure }
  /** The core itself broke (memory ran out, or a defect): this worker is of no more use. */
  | { kind: "broken"; id: number; detail: string }
  /** The browser stopped an attempt to reach the network from inside the worker. */
  | { kind: "blocked"; id: number };
