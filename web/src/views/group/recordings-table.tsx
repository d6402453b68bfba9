// Every recording of the study as it comes in: how good it is, how much of it enters, and why not all. Files that
// cannot be used are listed by themselves, each with its reason.
import { useState } from "preact/hooks";
import type { CohortPlan, CohortSession } from "#report";
import { type GroupState, keyOf, type Outcome } from "../../app/group";
import { numeric, TableBox, TableHead } from "../../charts/table";
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
  return (
    <section class="block" aria-labelledby="recordings-title">
      <h2 id="recordings-title">{words.recordings}</h2>
      <Failed rows={all.filter(({ outcome }) => outcome?.error)} />
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
          <Head />
          <tbody>
            {shown.map((row) => (
              <RecordingRow
                key={`${row.session.infant} ${row.session.visit}`}
                row={row}
                state={stateOf(state, row.session)}
                infant={plan.infants[row.session.infant]}
              />
            ))}
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

/** Files that cannot be used, each with its reason. */
function Failed({ rows }: { rows: Row[] }) {
  const text = useText();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{text.group.failedTitle(rows.length)}</h3>
      <ul class="reasons" data-failed>
        {rows.map(({ session, outcome }) => (
          <li key={keyOf(session)}>
            {text.named(fileOf(session, outcome), messageOf(outcome, text))}{" "}
            <span class="code">{outcome?.error?.code}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Head() {
  const { columns } = useText().group;
  return (
    <TableHead
      columns={[
        columns.participant,
        columns.group,
        columns.visit,
        columns.state,
        ...numeric(columns.clean, columns.epochs, columns.edited, columns.values),
        columns.reason,
      ]}
    />
  );
}

function RecordingRow(props: { row: Row; state: State; infant: CohortPlan["infants"][number] | undefined }) {
  const words = useText().group;
  const { session, outcome, values, reason } = props.row;
  const quality = outcome && "quality" in outcome && !outcome.error ? outcome.quality : null;
  return (
    <tr data-state={props.state}>
      <th scope="row">{props.infant?.participant}</th>
      <td>{props.infant?.group || words.noGroup}</td>
      <td>
        {session.visit}
        {session.parts.length > 0 && ` (${words.inFiles(session.parts.length + 1)})`}
      </td>
      <td>{words.states[props.state]}</td>
      <td class="n">{quality && wholeSeconds(quality.eeg_clean_s)}</td>
      <td class="n">{quality?.heart_epochs_used}</td>
      <td class="n">{quality && fixed(quality.edited_beats_percent, 1)}</td>
      <td class="n">{values}</td>
      <td>{reason}</td>
    </tr>
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
