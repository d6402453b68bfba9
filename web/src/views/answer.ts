// What the core says to texts, kept up while they change: its value, or why there is none.
import { useEffect, useState } from "preact/hooks";
import { useSession } from "../app/context";
import { failureOf } from "../app/failures";
import type { Failure, TextCall } from "../worker/protocol";

export interface Answer<T> {
  /** The last value; stays until there is another. */
  value: T | null;
  /** Why the texts as they are have none. */
  failure: Failure | null;
  /** Whether this is said of the texts as they are now. */
  settled: boolean;
}

/** Asks anew whenever a text changes; null asks nothing. */
export function useAnswer<T>(name: TextCall, texts: string[] | null): Answer<T> {
  const session = useSession();
  const question = texts?.join("\0") ?? null;
  const [said, setSaid] = useState<Omit<Answer<T>, "settled"> & { question: string | null }>({
    value: null,
    failure: null,
    question: null,
  });
  useEffect(() => {
    if (texts === null) {
      setSaid({ value: null, failure: null, question });
      return;
    }
    let current = true;
    session.ask<T>(name, ...texts).then(
      (value) => current && setSaid({ value, failure: null, question }),
      (error) => current && setSaid(({ value }) => ({ value, failure: failureOf(error), question })),
    );
    return () => {
      current = false;
    };
  }, [session, name, question]);
  return { value: said.value, failure: said.failure, settled: said.question === question };
}
