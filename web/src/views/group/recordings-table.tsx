// Every recording of the study as it comes in: how good it is, how much of it enters, and why not all. Files that
// cannot be used are listed by themselves, each with its reason.
import { useState } from "preact/hooks";
import type { CohortPlan, CohortSession } from "#report";
import { type GroupState, keyOf, type Outcome } from "../../app/group";
import { TableBox } from "../../charts/figure";
import { fixed, wholeSeconds } from "../../format";
import type { Text } from "../../text/en";
import { told } from "../../text/said";
import { useText } from "../../text/text";

/** A longer table is shown whole when asked for. */
const firstRows = 200;

interface Row {
  session: CohortSession;
  outcome: Outcome | undefined;
  /** How many of its values enter, and what does not; empty until the groups are compared. */
  values: string;
  reason: string;
}

export function RecordingsTable({ state, plan }: { state: GroupState; plan: CohortPlan }) {
  const text = useText();
  const words = text.group;
  const [onlyReasons, setOnlyReasons] = useState(false);
  const [whole, setWhole] = useState(false);
  const all = rowsOf(state, plan, text);
  const wanted = onlyReasons ? all.filter(({ reason }) => reason !== "") : all;
  const shown = whole ? wanted : wanted.slice(0, firstRows);
  const failed = all.filter(({ outcome }) => outcome?.error);
  const named = ({ infant }: CohortSession) => plan.infants[infant];
  return (
    <section class="block" aria-labelledby="recordings-title">
      <h2 id="recordings-title">{words.recordings}</h2>
      {failed.length > 0 && (
        <>
          <h3>{words.failedTitle(failed.length)}</h3>
          <ul class="reasons" data-failed>
            {failed.map(({ session, outcome }) => (
              <li key={keyOf(session)}>
                {text.named(fileOf(session, outcome), messageOf(outcome, text))}{" "}
                <span class="code">{outcome?.error?.code}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="tick">
        <label>
          <input
            type="checkbox"
            checked={onlyReasons}
            onChange={(event) => setOnlyReasons(event.currentTarget.checked)}
          />{" "}
          {words.onlyReasons}
        </label>
      </p>
      <TableBox label={text.report.tableOf(words.recordings)} class="recordings-box">
        <table class="recordings">
          <thead>
            <tr>
              {(["participant", "group", "visit", "state"] as const).map((name) => (
                <th key={name} scope="col">
                  {words.columns[name]}
                </th>
              ))}
              {(["clean", "epochs", "edited", "values"] as const).map((name) => (
                <th key={name} scope="col" class="n">
                  {words.columns[name]}
                </th>
              ))}
              <th scope="col">{words.columns.reason}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ session, outcome, values, reason }) => {
              const quality = outcome && "quality" in outcome && !outcome.error ? outcome.quality : null;
              return (
                <tr key={`${session.infant} ${session.visit}`} data-state={stateOf(state, session)}>
                  <th scope="row">{named(session)?.participant}</th>
                  <td>{named(session)?.group || words.noGroup}</td>
                  <td>
                    {session.visit}
                    {session.parts.length > 0 && ` (${words.inFiles(session.parts.length + 1)})`}
                  </td>
                  <td>{words.states[stateOf(state, session)]}</td>
                  <td class="n">{quality && wholeSeconds(quality.eeg_clean_s)}</td>
                  <td class="n">{quality?.heart_epochs_used}</td>
                  <td class="n">{quality && fixed(quality.edited_beats_percent, 1)}</td>
                  <td class="n">{values}</td>
                  <td>{reason}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      {shown.length < wanted.length && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {words.allRows(wanted.length)}
        </button>
      )}
    </section>
  );
}

type State = "waiting" | "reading" | "measured" | "failed" | "none";

function stateOf({ outcomes, underWay }: GroupState, session: CohortSession): State {
  if (session.file === "") return "none";
  const outcome = outcomes.get(keyOf(session));
  if (outcome) return outcome.error ? "failed" : "measured";
  return underWay.has(keyOf(session)) ? "reading" : "waiting";
}

/** The file that an error is of: of several the one that the reader named. */
function fileOf({ file, parts }: CohortSession, outcome: Outcome | undefined): string {
  return (parts.length > 0 && outcome?.error?.where) || file;
}

/** Why a file cannot be used; empty if it can. */
function messageOf(outcome: Outcome | undefined, text: Text): string {
  if (!outcome?.error) return "";
  const { error } = outcome;
  return error.code === "E_PAGE_BROKEN"
    ? text.group.brokeTwice
    : (text.failures[error.code] ?? told(error, "message", text));
}

/** One a session. */
function rowsOf({ outcomes, results }: GroupState, plan: CohortPlan, text: Text): Row[] {
  return plan.sessions.map((session, index) => {
    const outcome = outcomes.get(keyOf(session));
    const result = results?.sessions[index];
    return {
      session,
      outcome,
      values: result ? String(result.values) : "",
      reason:
        messageOf(outcome, text) ||
        (result ? told(result, "reason", text) : "") ||
        told(session, "missing", text),
    };
  });
}
