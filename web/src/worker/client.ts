// The page's end of a worker: starts it, asks, and can stop it at any moment.
import wasmText from "attune:wasm";
import workerSource from "attune:worker";
import type { Answers, Failure, Question, Reply } from "./protocol";

/** The core refused; `failure` says why in words for people. */
export class CoreRefusal extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

/** The worker broke: out of memory, a defect, or the browser ended it. The page and all other workers are unharmed. */
export class WorkerBroken extends Error {}

/** The user cancelled; nobody needs to be told. */
export class Cancelled extends Error {}

interface Waiting {
  resolve: (value: never) => void;
  reject: (reason: Error) => void;
}

let workerUrl: string | undefined;
let wasm: Promise<WebAssembly.Module> | undefined;
const blockedListeners = new Set<() => void>();

/** Calls `listener` whenever the browser blocks an attempt to reach the network from inside a worker. */
export function onBlockedInWorker(listener: () => void): void {
  blockedListeners.add(listener);
}

export class CoreWorker {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly started: Promise<null>;
  private nextId = 1;
  private ended: Error | undefined;

  /** Told once if the worker breaks, also while nothing is asked of it. */
  onBroken: (reason: WorkerBroken) => void = () => undefined;

  constructor() {
    // A classic worker from a blob: module workers do not start on pages opened as a local file.
    workerUrl ??= URL.createObjectURL(new Blob([workerSource], { type: "text/javascript" }));
    this.worker = new Worker(workerUrl);
    this.worker.onmessage = (event: MessageEvent<Reply>) => this.receive(event.data);
    this.worker.onerror = (event) => {
      event.preventDefault();
      this.end(new WorkerBroken(event.message));
    };
    const life = `attune worker ${Date.now()} ${Math.random()}`;
    // Unpacked from the page's own text and compiled once for all workers: by the first, while the page is drawn.
    if (!wasm) {
      wasm = this.post<"compile">({ kind: "compile", packed: wasmText });
      wasm.catch(() => {
        wasm = undefined; // the next worker tries again
      });
    }
    this.started = wasm.then((wasm) => this.post({ kind: "start", wasm, life }));
    this.started.then(
      () => this.watch(life),
      () => undefined,
    );
  }

  get isAlive(): boolean {
    return !this.ended;
  }

  /** Sends one request and gives its answer. `transfer` lists buffers that change hands. */
  async ask<K extends keyof Answers>(
    question: Extract<Question, { kind: K }>,
    transfer: Transferable[] = [],
  ): Promise<Answers[K]> {
    await this.started;
    return this.post(question, transfer);
  }

  /** Stops the worker at once, whatever it is doing; whoever waits for it learns that it was cancelled. */
  stop(): void {
    this.end(new Cancelled());
  }

  /** Notices that the worker is no more, which no browser tells by itself: its lock is free then. */
  private watch(life: string): void {
    const over = () => this.end(new WorkerBroken("worker ended"));
    navigator.locks?.request(life, over).catch(() => undefined);
  }

  private post<K extends keyof Answers>(
    question: Extract<Question, { kind: K }>,
    transfer: Transferable[] = [],
  ): Promise<Answers[K]> {
    if (this.ended) return Promise.reject(this.ended);
    const id = this.nextId++;
    return new Promise<Answers[K]>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: never) => void, reject });
      this.worker.postMessage({ ...question, id }, transfer);
    });
  }

  private receive(reply: Reply): void {
    if (reply.kind === "blocked") {
      for (const listener of blockedListeners) listener();
      return;
    }
    if (reply.kind === "broken") {
      this.end(new WorkerBroken(reply.detail));
      return;
    }
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (reply.kind === "failed") waiting?.reject(new CoreRefusal(reply.failure));
    else waiting?.resolve(reply.value as never);
  }

  private end(reason: Error): void {
    if (this.ended) return;
    this.ended = reason;
    this.worker.terminate();
    for (const waiting of this.waiting.values()) waiting.reject(reason);
    this.waiting.clear();
    if (reason instanceof WorkerBroken) this.onBroken(reason);
  }
}
