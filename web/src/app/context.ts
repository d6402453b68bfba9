// What every view may reach: the session (to act) and the state (to show).

import type { Session } from "./session";
import type { State } from "./state";
import { requiredContext, useStore } from "./store";

export const [SessionProvider, useSession] = requiredContext<Session>();

export function useAppState(): State {
  return useStore(useSession().store);
}
