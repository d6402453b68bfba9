// What page and worker say to each other. One worker holds the core, at most one recording and one copy under way; the page owns
// the files and sends their bytes. Every request is answered by exactly one reply that carries its `id`.
// Values that the core writes travel as its own JSON text, so that nothing is rounded or renamed on the way.

/** A request of the page. */
export type Request =
  /** Start the core from these bytes of WebAssembly; must come first. */
  | { kind: "start"; id: number; wasm: ArrayBuffer }
  /** Tell what the core is: version, schema and default settings. */
  | { kind: "describe"; id: number }
  /** Tell how many visits an example scenario has. */
  | { kind: "example-visits"; id: number; scenario: string }
  /** Begin a recording of `bytes` bytes, to be read with these settings. */
  | { kind: "open"; id: number; bytes: number; settings: string }
  /** Take the first `bytes` bytes of the buffer as the recording's next; it is transferred there and back. */
  | { kind: "slice"; id: number; buffer: ArrayBuffer; bytes: number }
  /** The last slice was sent: close the recording. */
  | { kind: "finish"; id: number }
  /** Make one recording of an example dyad inside the worker and read it, as if it had been a file. */
  | { kind: "example"; id: number; scenario: string; seed: number; index: number; settings: string }
  /** Begin a copy of a recording of `bytes` bytes without the identity in its header. */
  | { kind: "copy-open"; id: number; bytes: number; options: string }
  /** Take the next slice of the recording to be copied, as above. */
  | { kind: "copy-slice"; id: number; buffer: ArrayBuffer; bytes: number }
  /** The last slice was sent: close the copy. */
  | { kind: "copy-finish"; id: number }
  /** Compute the visit of the recording that was read. */
  | { kind: "visit"; id: number; settings: string; options: string }
  /** Compare visits; `visits` is a JSON array of them in order of time. */
  | { kind: "compare"; id: number; visits: string; settings: string };

/** What the core is, as JSON texts. */
export interface CoreDescription {
  version: string;
  schema: string;
  defaultSettings: string;
}

/** An example recording that was made and read. */
export interface ExampleRecording {
  ageMonths: number;
  bytes: number;
  /** What was put into the simulation, as JSON. */
  truth: string;
}

/** Why something could not be done, in words for people. */
export interface Failure {
  code: string;
  message: string;
  where: string;
}

/** The value a request of each kind is answered with. */
export interface Answers {
  start: null;
  describe: CoreDescription;
  "example-visits": number;
  open: null;
  /** The buffer, to be filled again. */
  slice: ArrayBuffer;
  finish: null;
  example: ExampleRecording;
  "copy-open": null;
  /** The copy's next bytes, and the buffer to be filled again. */
  "copy-slice": { made: ArrayBuffer; emptied: ArrayBuffer };
  /** The core's AnonymousCopyResult as JSON, and the copy's last bytes. */
  "copy-finish": { result: string; rest: ArrayBuffer };
  /** The visit as JSON. */
  visit: string;
  /** The report as JSON. */
  compare: string;
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
