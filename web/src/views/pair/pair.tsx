// The screen Mother and infant: which files hold the two hearts, and what may be said of who leads whom.
import { useEffect } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import type { PairState } from "../../app/pair";
import { useStore } from "../../app/store";
import { useText } from "../../text/text";
import type { Hearts } from "../../worker/protocol";
import { FailureText } from "../failure";
import { usePrintEdges } from "../report/print";
import { PairFiles } from "./files";
import { PairResults } from "./results";

export function PairScreen() {
  const text = useText();
  const words = text.pair;
  const { core, infant, settings } = useAppState();
  const { pair } = useSession();
  const state = useStore(pair.store);
  const edits = settings?.edits;
  useEffect(() => pair.followEdits(), [pair, edits]);
  usePrintEdges(core.kind === "ready" ? core.version : "", text.report.codeLine(infant.participant));
  return (
    <section class="paper pair-screen">
      <h1>{words.title}</h1>
      {!state.dyad && <p class="lead">{words.lead}</p>}
      {state.example && <p class="badge">{words.simulated}</p>}
      <div aria-live="polite">
        {state.working && <p>{words.working}</p>}
        {state.failure && (
          <div class="notice">
            <FailureText failure={state.failure} />
          </div>
        )}
        {(Object.keys(state.awaited) as Hearts[]).map((who) => (
          <p key={who} class="notice">
            {words.awaited[who]}
          </p>
        ))}
        {state.strange.map((who) => (
          <p key={who} class="notice">
            {words.strange[who]}
          </p>
        ))}
      </div>
      {state.dyad && <PairResults dyad={state.dyad} example={state.example} />}
      <PairFiles key={isEmpty(state) ? "empty" : "open"} state={state} />
    </section>
  );
}

const isEmpty = ({ names, example }: PairState): boolean =>
  example === null && Object.keys(names).length === 0;
