// Holds the state and tells the page when it changed.
import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

export class Store<T> {
  private readonly listeners = new Set<() => void>();
  private current: T;

  constructor(initial: T) {
    this.current = initial;
  }

  get value(): T {
    return this.current;
  }

  update(change: (current: T) => T): void {
    this.current = change(this.current);
    for (const listener of this.listeners) listener();
  }

  patch(part: Partial<T>): void {
    this.update((current) => ({ ...current, ...part }));
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

/** The store's value; the component is drawn again whenever it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.value);
  useEffect(() => {
    setValue(store.value);
    return store.subscribe(() => setValue(store.value));
  }, [store]);
  return value;
}

/** A context whose value must have been provided. */
export function requiredContext<T>() {
  const context = createContext<T | null>(null);
  const use = (): T => {
    const value = useContext(context);
    if (value === null) throw new Error("A context was not provided.");
    return value;
  };
  return [context.Provider, use] as const;
}
