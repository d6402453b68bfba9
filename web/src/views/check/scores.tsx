// Scores of questionnaires at each visit, entered by hand or taken from a table: a table of fields for each
// questionnaire and rater, disclosed where nothing is entered.
import { useEffect, useId, useState } from "preact/hooks";
import type { CheckedScores, Scale } from "#report";
import { useAppState, useSession } from "../../app/context";
import { isTaken, type Slot } from "../../app/state";
import { TableBox, TableHead } from "../../charts/table";
import { fixed, plain } from "../../format";
import { useText } from "../../text/text";
import { type Answer, useAnswer } from "../answer";
import { Diagnostics } from "../diagnostics";
import { FailureText } from "../failure";
import { NumberField } from "./number-field";
import { OwnScales } from "./own-scales";
import { Part } from "./part";
import { type ScaleGroup, scaleGroups } from "./scale-groups";
import { ScoreImportPanel } from "./score-import";

/** A visit and its place, from 0. */
interface Column {
  slot: Slot;
  index: number;
}

export function ScoreSection() {
  const text = useText();
  const words = text.scores;
  const { slots, infant, core, arrivedScores } = useAppState();
  const id = useId();
  const columns = slots.flatMap((slot, index) => (isTaken(slot) ? [{ slot, index }] : []));
  const { sex, scales } = infant;
  const visits = columns.map(({ slot }) => slot.scores);
  const checked = useAnswer<CheckedScores>("checkScores", [JSON.stringify({ sex, scales, visits })]);
  if (core.kind !== "ready") return null;
  const entered = visits.reduce(
    (sum, scores) => sum + Object.values(scores.scores).filter(isNumber).length,
    0,
  );
  return (
    <section class="visit" aria-labelledby={id}>
      <Part
        name={words.title}
        heading={id}
        said={words.entered(entered)}
        open={arrivedScores.length > 0 || columns.every(({ slot }) => slot.source?.kind === "none")}
      >
        {() => (
          <>
            <p class="note">{words.lead}</p>
            <SexChoice sex={sex} />
            <div aria-live="polite">
              {checked.failure && <FailureText failure={checked.failure} />}
              {checked.value && <Diagnostics list={checked.value.notes} />}
            </div>
            {scaleGroups(core.scales, scales, text).map((group) => (
              <GroupFields key={group.name} group={group} columns={columns} checked={checked} />
            ))}
            <OwnScales />
            <h3>{words.import.title}</h3>
            <ScoreImportPanel />
            <TakenOver />
          </>
        )}
      </Part>
    </section>
  );
}

function SexChoice({ sex }: { sex: string }) {
  const words = useText().scores;
  const session = useSession();
  const id = useId();
  return (
    <div class="row sex">
      <label for={id}>{words.sex}</label>
      <select
        id={id}
        value={sex}
        aria-describedby={`${id}-note`}
        onChange={(event) => void session.entries.enterInfant({ sex: event.currentTarget.value })}
      >
        {(["", "f", "m"] as const).map((one) => (
          <option key={one} value={one}>
            {words.sexes[one]}
          </option>
        ))}
      </select>
      <span id={`${id}-note`} class="note">
        {words.sexHint}
      </span>
    </div>
  );
}

/** What a table filled in, until it is taken back. */
function TakenOver() {
  const words = useText().scores.import;
  const session = useSession();
  const { imported } = useAppState();
  if (!imported) return null;
  return (
    <div class="block">
      <div class="row">
        <p>{words.done(imported.filled.length)}</p>
        <button type="button" class="button small" onClick={() => void session.entries.takeBackScores()}>
          {words.takeBack}
        </button>
      </div>
      <Diagnostics list={imported.diagnostics} />
    </div>
  );
}

const isNumber = (score: number | null | undefined) => typeof score === "number";

/** Longer lists begin with these, the scales that the report rests on; the others are shown on request. */
const firstScales = 5;

function GroupFields(props: { group: ScaleGroup; columns: Column[]; checked: Answer<CheckedScores> }) {
  const text = useText();
  const { group, columns } = props;
  const isEntered = ({ id }: Scale) => columns.some(({ slot }) => (slot.scores.scores[id] ?? null) !== null);
  const entered = group.scales.filter(isEntered).length;
  const [open, setOpen] = useState(entered > 0 || group.own);
  const [all, setAll] = useState(group.own);
  const shown = group.scales.filter((scale, row) => all || row < firstScales || isEntered(scale));
  // A table taken over shows where it went; emptying a field closes nothing.
  useEffect(() => {
    if (entered > 0) setOpen(true);
  }, [entered > 0]);
  return (
    <details class="scale-group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.name} <span class="note">{entered > 0 && text.scores.entered(entered)}</span>
      </summary>
      {open && (
        <TableBox label={group.name}>
          <ScoreTable scales={shown} columns={columns} checked={props.checked.value} />
        </TableBox>
      )}
      {open && shown.length < group.scales.length && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {text.scores.all(group.scales.length)}
        </button>
      )}
    </details>
  );
}

function ScoreTable(props: { scales: Scale[]; columns: Column[]; checked: CheckedScores | null }) {
  const text = useText();
  const { columns, checked } = props;
  return (
    <table class="scores">
      <TableHead columns={[text.scores.scale, ...columns.map(({ index }) => text.visit(index))]} />
      <tbody>
        {props.scales.map((scale) => (
          <tr key={scale.id}>
            <th scope="row">
              {scale.rater ? scale.title.replace(/, [^,]+$/, "") : scale.title}
              <small>
                {plain(scale.lowest)}–{plain(scale.highest)}
                {scale.up_means && `, ${text.report.upMeans(scale.up_means)}`}
              </small>
            </th>
            {columns.map(({ slot, index }, place) => (
              <td key={slot.key}>
                <ScoreField
                  slot={slot}
                  scale={scale}
                  name={text.visit(index)}
                  computed={checked?.visits[place]?.from_parts[scale.id]}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ScoreField(props: { slot: Slot; scale: Scale; name: string; computed: number | undefined }) {
  const words = useText().scores;
  const session = useSession();
  const { slot, scale, computed } = props;
  const value = slot.scores.scores[scale.id] ?? null;
  const range = [plain(scale.lowest), plain(scale.highest)] as const;
  return (
    <>
      <NumberField
        label={`${scale.title}: ${props.name}`}
        value={value}
        lowest={scale.lowest}
        highest={scale.highest}
        whole={scale.decimals === 0}
        wrong={words.wrong(...range, value === null ? null : plain(value))}
        enter={(entered) => void session.entries.enterScore(slot.key, scale.id, entered)}
      />
      {computed !== undefined && <small>{words.fromParts(fixed(computed, scale.decimals))}</small>}
    </>
  );
}
