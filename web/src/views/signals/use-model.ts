// The model of a slot's recording, made when it is first looked at and kept while its worker lives; and parts of it as
// a component's state.
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import type { Session } from "../../app/session";
import { optionsOf, type Slot } from "../../app/state";
import type { Store } from "../../app/store";
import { Cancelled, type CoreWorker } from "../../worker/client";
import { TraceSource } from "../../worker/traces";
import type { Host } from "./look";
import { SignalsModel } from "./model";
import { Pair } from "./pair";

interface Held {
  worker: CoreWorker;
  model: SignalsModel;
}

/** Views of recordings outlive the screen: whoever comes back finds the place that was looked at. */
const held = new Map<number, Held>();

/** The model of a slot's recording; null until it is there. */
export function useModel(slot: Slot | undefined): SignalsModel | null {
  const session = useSession();
  const { settings } = useAppState();
  const [model, setModel] = useState<SignalsModel | null>(null);
  const key = slot?.key ?? -1;
  const source = slot?.source;
  const worker = slot?.state.kind === "ready" ? session.worker(key) : undefined;

  useEffect(() => {
    const known = held.get(key);
    setModel(known?.worker === worker ? (known?.model ?? null) : null);
    if (!worker || known?.worker === worker) return;
    let wanted = true;
    TraceSource.of(worker, source?.kind === "file" ? source.files.map(({ file }) => file) : []).then(
      (traces) => {
        if (!wanted) return;
        const made = new SignalsModel(traces, hostOf(session, key));
        if (known) made.show(known.model.now.window);
        held.set(key, { worker, model: made });
        setModel(made);
      },
      (error) => {
        if (!(error instanceof Cancelled)) throw error;
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, key, worker, source]);

  // Marks follow the settings and what was entered for the visit.
  const options = slot?.options;
  useEffect(() => model?.follow(), [model, settings, options]);
  return model;
}

/** Sets two views on one scale as long as both are shown, at first that of `lead`; whether they scroll together. */
export function usePair(left: SignalsModel, right: SignalsModel | undefined, lead: SignalsModel) {
  const [together, setTogether] = useState(true);
  const pair = useRef<Pair | null>(null);
  const first = useRef(lead);
  useLayoutEffect(() => {
    if (!right) return;
    const made = first.current === right ? new Pair(right, left) : new Pair(left, right);
    pair.current = made;
    return () => made.remove();
  }, [left, right]);
  useLayoutEffect(() => pair.current?.setTogether(together), [together]);
  return [together, setTogether] as const;
}

function hostOf(session: Session, key: number): Host {
  const find = () => {
    const { slots, settings, infant } = session.store.value;
    const index = slots.findIndex((slot) => slot.key === key);
    return { index, slot: slots[index], settings, infant };
  };
  return {
    edit: (change) => void session.edit(change),
    undo: () => void session.undo(),
    redo: () => void session.redo(),
    basis: (change) => {
      const { index, slot, settings, infant } = find();
      if (!slot || !settings) return null;
      return {
        settings: JSON.stringify(change ? { ...settings, edits: change(settings.edits) } : settings),
        options: JSON.stringify(optionsOf(slot, index, infant)),
      };
    },
    sha256: () => {
      const state = find().slot?.state;
      return state?.kind === "ready" ? state.visit.file.sha256 : "";
    },
  };
}

/** A part of a store's value; the component is drawn again only when that part is another. */
export function useSelected<T, S>(store: Store<T>, select: (value: T) => S): S {
  const [selected, setSelected] = useState(() => select(store.value));
  const latest = useRef(select);
  latest.current = select;
  useEffect(() => {
    const follow = () => setSelected(() => latest.current(store.value));
    follow();
    return store.subscribe(follow);
  }, [store]);
  return selected;
}
