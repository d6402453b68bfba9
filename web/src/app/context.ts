// What every view may reach: the session (to act) and the state (to show).
import { useEffect } from "preact/hooks";
import type { Session } from "./session";
import type { Schema, State } from "./state";
import { requiredContext, useStore } from "./store";

export const [SessionProvider, useSession] = requiredContext<Session>();

export function useAppState(): State {
  return useStore(useSession().store);
}

/** The core's schema, which is asked for once somebody looks; null until it is there. */
export function useSchema(): Schema | null {
  const session = useSession();
  const { core } = useAppState();
  const isMissing = core.kind === "ready" && core.schema === null;
  useEffect(() => {
    if (isMissing) void session.askSchema();
  }, [session, isMissing]);
  return core.kind === "ready" ? core.schema : null;
}
