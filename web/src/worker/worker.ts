// The worker: a thin shell around the core. It owns one recording, answers requests in order and never
// touches the network or a file.
import create, { type AnonymousCopy, type AttuneModule, type Recording } from "#core";
import type { Answers, Failure, Reply, Request } from "./protocol";

/** Slices are handed to the core in pieces of this size, so that its buffer stays small. */
const pieceBytes = 1 << 22;

let core: AttuneModule | undefined;
let recording: Recording | undefined;
let copy: AnonymousCopy | undefined;

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
    // Slices go back to the page in the buffers that they came in.
    send({ kind: "done", id: request.id, value }, "buffer" in request ? [request.buffer] : []);
  } catch (error) {
    if (error instanceof CoreFailure) send({ kind: "failed", id: request.id, failure: error.failure });
    else send({ kind: "broken", id: request.id, detail: String(error) });
  }
}

async function answer(request: Request): Promise<Answers[keyof Answers]> {
  if (request.kind === "start") {
    core = await create({ wasmBinary: new Uint8Array(request.wasm) });
    return null;
  }
  if (!core) throw new Error("The core was not started.");
  switch (request.kind) {
    case "describe":
      return { version: core.version(), schema: core.schema(), defaultSettings: core.defaultSettings() };
    case "example-visits":
      return core.exampleVisits(request.scenario);
    case "open":
      begin(core, request.bytes, request.settings);
      return null;
    case "slice":
      push(opened(), new Uint8Array(request.buffer, 0, request.bytes));
      return request.buffer;
    case "finish":
      check(opened().finish());
      return null;
    case "example": {
      const made = core.exampleVisit(request.scenario, request.seed, request.index);
      if (!made) throw new Error("There is no such example.");
      begin(core, made.bytes.length, request.settings);
      push(opened(), made.bytes);
      check(opened().finish());
      return { ageMonths: made.ageMonths, bytes: made.bytes.length, truth: made.truth };
    }
    case "copy-open":
      copy?.delete();
      copy = new core.AnonymousCopy(request.bytes, request.options);
      return null;
    case "copy-slice":
      push(copying(), new Uint8Array(request.buffer, 0, request.bytes));
      return { made: bufferOf(copying().take()), emptied: request.buffer };
    case "copy-finish": {
      const result = valueText(copying().finish());
      return { result, rest: bufferOf(copying().take()) };
    }
    case "visit":
      return valueText(opened().visit(request.settings, request.options));
    case "compare":
      return valueText(core.compare(request.visits, request.settings));
  }
}

function opened(): Recording {
  if (!recording) throw new Error("No recording was opened.");
  return recording;
}

function copying(): AnonymousCopy {
  if (!copy) throw new Error("No copy was begun.");
  return copy;
}

/** The buffer under bytes that the core handed out, which are a copy of their own. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}

function begin(module: AttuneModule, bytes: number, settings: string): void {
  recording?.delete();
  recording = new module.Recording(bytes, settings);
}

function push(target: Recording | AnonymousCopy, bytes: Uint8Array): void {
  for (let from = 0; from < bytes.length; from += pieceBytes) {
    const piece = bytes.subarray(from, from + pieceBytes);
    // The view is asked for anew each time: it dies whenever the core's memory grows.
    target.buffer(piece.length).set(piece);
    check(target.push(piece.length));
  }
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
