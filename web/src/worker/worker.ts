// The worker: a thin shell around the core. It owns one recording, answers requests in order and never
// touches the network or a file.

import { XzReadableStream } from "xz-decompress";
import create, {
  type AttuneModule,
  type CreateOptions,
  type HeartPair,
  type Recording,
  type RecordingCopy,
} from "#core";
import type { ByteRange, TraceRequest } from "#report";
import type { Answers, Detail, Failure, ReadWith, Reply, Request, Saved } from "./protocol";

/** Slices are handed to the core in pieces of this size, so that its buffer stays small. */
const pieceBytes = 1 << 22;

/** A recording whose bytes the page cannot fetch again is held whole up to this size, so that it can be looked at. */
const mostHeldBytes = 96 << 20;

let core: AttuneModule | undefined;
let recording: Recording | undefined;
/** Of each of the recording's files: where its detail comes from, and its bytes if they are held here. */
interface RecordedFile {
  detail: Detail;
  held: Uint8Array;
  heldBytes: number;
}
let files: RecordedFile[] = [];
let copy: RecordingCopy | undefined;
let pair: HeartPair | undefined;

/** A failure the core reported, on its way to the reply. */
class CoreFailure extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const send = (reply: Reply, transfer: Transferable[] = []): void => self.postMessage(reply, { transfer });

// Requests are worked off one after the other, also those that arrive while the core starts.
let queue: Promise<void> = Promise.resolve();
self.addEventListener("message", (event: MessageEvent<Request>) => {
  queue = queue.then(() => handle(event.data));
});
self.addEventListener("securitypolicyviolation", () => send({ kind: "blocked", id: 0 }));

async function handle(request: Request): Promise<void> {
  try {
    const value = await answer(request);
    send({ kind: "done", id: request.id, value }, buffersIn(value));
  } catch (error) {
    if (error instanceof CoreFailure) send({ kind: "failed", id: request.id, failure: error.failure });
    else send({ kind: "broken", id: request.id, detail: String(error) });
  }
}

/** The buffers in an answer, which are handed over rather than copied. */
function buffersIn(value: Answers[keyof Answers]): ArrayBuffer[] {
  const parts = [value, ...(value !== null && typeof value === "object" ? Object.values(value) : [])];
  if (value instanceof Float32Array) return [value.buffer as ArrayBuffer];
  return parts.filter((part) => part instanceof ArrayBuffer);
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  if (request.kind === "compile") return compiled(request.packed);
  if (request.kind === "start") {
    await holdWhileAlive(request.life);
    core = await started(request.wasm);
    return null;
  }
  if (!core) throw new Error("The core was not started.");
  const given = answers[request.kind] as (of: AttuneModule, request: Request) => Answers[keyof Answers];
  return given(core, request);
}

type Asked<Kind> = Extract<Request, { kind: Kind }>;

/** What each kind of request is answered with. */
const answers: {
  [Kind in Exclude<Request["kind"], "compile" | "start">]: (
    module: AttuneModule,
    request: Asked<Kind>,
  ) => Answers[Kind];
} = {
  describe: (module) => ({
    version: module.version(),
    defaultSettings: module.defaultSettings(),
    scales: module.knownScales(),
    cohortSettings: module.defaultCohortSettings(),
    designSettings: module.defaultDesignSettings(),
    porgesGain: module.porgesGain(),
  }),
  schema: (module) => module.schema(),
  open: (module, request) => {
    begin(module, request.bytes, request);
    if (request.share) opened().takeShare(request.share === "hearts");
    hold(request.hold ? request.bytes : null);
    return null;
  },
  next: (_, { bytes, hold: held, startS }) => {
    check(opened().nextFile(bytes, startS ?? Number.NaN));
    hold(held ? bytes : null);
    return null;
  },
  beginning: (module, { bytes, head }) => module.beginning(bytes, new Uint8Array(head)),
  slice: (_, { buffer, bytes }) => {
    const slice = new Uint8Array(buffer, 0, bytes);
    const file = files.at(-1);
    if (file?.detail === "held") file.held.set(slice, file.heldBytes);
    if (file) file.heldBytes += slice.length;
    push(opened(), slice);
    return buffer;
  },
  finish: (_, { hearts }) => {
    check(hearts === null ? opened().finish() : opened().finishWith(hearts));
    return null;
  },
  "finish-hearts": () => {
    const found = valueText(opened().finishHearts());
    recording?.delete();
    recording = undefined;
    return found;
  },
  example: (module, request) => {
    const made = module.exampleVisit(request.scenario, request.index);
    if (!made) throw new Error("There is no such example.");
    begin(module, made.bytes.length, request);
    push(opened(), made.bytes);
    check(opened().finish());
    files = [{ detail: "held", held: made.bytes, heldBytes: made.bytes.length }];
    return { ageMonths: made.ageMonths, bytes: made.bytes.length, truth: made.truth, codes: made.codes };
  },
  "copy-open": (module, { how, bytes, options }) => {
    copy?.delete();
    copy = new module[how](bytes, options);
    return null;
  },
  "copy-slice": (_, { buffer, bytes }) => {
    push(copying(), new Uint8Array(buffer, 0, bytes));
    return { made: bufferOf(copying().take()), emptied: buffer };
  },
  "copy-finish": () => {
    const result = valueText(copying().finish());
    return { result, rest: bufferOf(copying().take()) };
  },
  "pair-open": (module, { who, bytes, wanted }) => {
    pair ??= new module.HeartPair();
    check(pair.open(who, bytes, wanted));
    return null;
  },
  "pair-slice": (_, { buffer, bytes }) => {
    push(paired(), new Uint8Array(buffer, 0, bytes));
    return buffer;
  },
  "pair-finish": () => {
    check(paired().finish());
    return paired().sha256();
  },
  pair: (_, { wanted, earlier }) => valueText(paired().result(wanted, earlier)),
  "example-pair": (module, { visit, wanted }) => {
    const made = module.examplePair(visit);
    if (!made) throw new Error("There is no such example.");
    pair ??= new module.HeartPair();
    check(pair.open("both", made.bytes.length, wanted));
    push(pair, made.bytes);
    check(pair.finish());
    return { leads: made.leads, lagS: made.lagS, phases: made.phases };
  },
  visit: (_, { settings, options }) => valueText(opened().visit(settings, options)),
  specifications: (_, { settings, options }) => valueText(opened().specifications(settings, options)),
  drawn: () => ({ drawn: valueText(opened().drawn()), details: files.map(({ detail }) => detail) }),
  marks: (_, { settings, options }) => valueText(opened().marks(settings, options)),
  "trace-bytes": (_, { request }) => valueText(opened().traceBytes(request)),
  trace: (_, { request, bytes }) => {
    check(opened().traces(request, fill(opened(), request, bytes)));
    return opened().takeTraces();
  },
  overview: (_, { request }) => {
    check(opened().overviewTraces(request));
    return opened().takeTraces();
  },
  "r-peak": (_, { settings, options, seconds, request, bytes }) => {
    const filled = fill(opened(), request, bytes);
    return JSON.parse(valueText(opened().rPeak(settings, options, seconds, request, filled)));
  },
  compare: (module, { visits, settings, supplement }) =>
    valueText(module.compare(visits, settings, supplement)),
  call: (module, { name, args }) => {
    // The functions differ in how many texts they take; the core itself refuses a wrong number.
    const call = module[name] as (...args: string[]) => string;
    return valueText(call(...args));
  },
  "example-supplement": (module, { scenario }) => ({
    scores: module.exampleScores(scenario),
    reference: module.exampleReference(),
  }),
  "example-study": (module) => module.exampleStudy(),
  "pair-wanted": (module, { settings, options }) =>
    valueText(module.pairWanted(valueText(opened().visit(settings, options)), settings)),
  measured: (module, { settings, options, multiverse, pair: asked }) => {
    const visit = valueText(opened().visit(settings, options));
    const specifications = multiverse ? valueText(opened().specifications(settings, options)) : "null";
    const hearts = asked ? recordOfPair(module, visit, settings, asked.failure) : "null";
    const measured = valueText(module.cohortMeasured(visit, settings, specifications, hearts));
    recording?.delete();
    recording = undefined;
    return measured;
  },
  "read-saved": (module, { text }) => readSaved(module, text),
};

async function compiled(packed: string): Promise<WebAssembly.Module> {
  const characters = atob(packed);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  // No Blob, which WebKit cannot read in a worker of a page opened as a local file (worker/source.ts).
  const whole = new ReadableStream<Uint8Array>({
    start(to) {
      to.enqueue(bytes);
      to.close();
    },
  });
  const unpacked = new XzReadableStream(whole);
  return WebAssembly.compile(await new Response(unpacked).arrayBuffer());
}

/** The browser gives the lock to whoever waits for it, the page, as soon as this worker is no more, whatever ended it. */
function holdWhileAlive(name: string): Promise<void> {
  return new Promise((held) => {
    const forever = () => {
      held();
      return new Promise(() => undefined);
    };
    // Without locks, as on a page without https, the page goes on without being told.
    if (self.navigator.locks) self.navigator.locks.request(name, forever).catch(() => held());
    else held();
  });
}

/** The core made from its compiled module. Rejects where there is no memory for it, which create() alone would not. */
function started(module: WebAssembly.Module): Promise<AttuneModule> {
  return new Promise((ready, fail) => {
    const instantiateWasm: CreateOptions["instantiateWasm"] = (imports, receive) => {
      WebAssembly.instantiate(module, imports).then((instance) => receive(instance, module), fail);
      return {};
    };
    create({ instantiateWasm }).then(ready, fail);
  });
}

function opened(): Recording {
  if (!recording) throw new Error("No recording was opened.");
  return recording;
}

function copying(): RecordingCopy {
  if (!copy) throw new Error("No copy was begun.");
  return copy;
}

function paired(): HeartPair {
  if (!pair) throw new Error("No file of mother and infant was opened.");
  return pair;
}

/** What a cohort keeps of both hearts, which are let go. */
function recordOfPair(module: AttuneModule, visit: string, settings: string, failure: string): string {
  pair ??= new module.HeartPair();
  const record = valueText(pair.record(visit, settings, failure));
  pair.delete();
  pair = undefined;
  return record;
}

/** The buffer under bytes that the core handed out, which are a copy of their own. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}

function begin(module: AttuneModule, bytes: number, how: ReadWith): void {
  recording?.delete();
  files = [];
  recording = new module.Recording(bytes, how.settings, how.channels, how.options);
}

/** Makes room for the bytes of a file that is to be held; null: the page can fetch them again. */
function hold(bytes: number | null): void {
  const already = files.reduce((sum, { held }) => sum + held.length, 0);
  const detail = bytes === null ? "file" : already + bytes <= mostHeldBytes ? "held" : "none";
  files.push({ detail, held: new Uint8Array(detail === "held" && bytes !== null ? bytes : 0), heldBytes: 0 });
}

/** Puts the bytes of a stretch into the core's buffer, from the page or from what is held. Returns how many. */
function fill(target: Recording, request: string, bytes: ArrayBuffer | null): number {
  let part = new Uint8Array(bytes ?? new ArrayBuffer(0));
  const file = files[(JSON.parse(request) as TraceRequest).file];
  if (bytes === null && file?.detail === "held") {
    const range = JSON.parse(valueText(target.traceBytes(request))) as ByteRange;
    part = file.held.subarray(range.position, range.position + range.bytes) as typeof part;
  }
  target.buffer(part.length).set(part);
  return part.length;
}

function push(target: Recording | RecordingCopy | HeartPair, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    // The view is asked for anew each time: it dies whenever the core's memory grows.
    target.buffer(piece.length).set(piece);
    check(target.push(piece.length));
  }
}

/** A session file names itself in its first member; anything else is taken for a report. */
function readSaved(module: AttuneModule, text: string): Saved {
  const isSession = /^\s*\{\s*"attune"/.test(text.slice(0, 200));
  return isSession
    ? { kind: "session", json: valueText(module.readSession(text)) }
    : { kind: "report", json: valueText(module.readReport(text)) };
}

/** A status of the core: empty, or the failure as JSON. */
function check(status: string): void {
  if (status !== "") throw new CoreFailure(JSON.parse(status) as Failure);
}

/** The text of `value` in the core's `{"value": …}`, or the failure in its `{"error": …}`. */
function valueText(result: string): string {
  if (result.startsWith('{"value":')) return result.slice('{"value":'.length, -1);
  const failed = JSON.parse(result) as { error: Failure };
  throw new CoreFailure(failed.error);
}
