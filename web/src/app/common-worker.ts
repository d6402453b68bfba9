// The worker that holds no recording: compares visits, checks tables, reads saved work. A broken one is replaced.
import { CoreWorker, WorkerBroken } from "../worker/client";
import type { Answers, Question, TextCall } from "../worker/protocol";

export class CommonWorker {
  private worker = new CoreWorker();

  async ask<K extends keyof Answers>(question: Extract<Question, { kind: K }>): Promise<Answers[K]> {
    if (!this.worker.isAlive) this.worker = new CoreWorker();
    const { worker } = this;
    try {
      return await worker.ask<K>(question);
    } catch (error) {
      if (error instanceof WorkerBroken && this.worker === worker) this.worker = new CoreWorker();
      throw error;
    }
  }

  /** Asks one of the core's functions over texts; gives its value. Throws CoreRefusal. */
  async call<T>(name: TextCall, ...args: string[]): Promise<T> {
    return JSON.parse(await this.ask<"call">({ kind: "call", name, args })) as T;
  }
}
