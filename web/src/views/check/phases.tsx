// The parts of the protocol: as recognised from the annotations, until the user changes one. Each has its row, and
// its borders on the strip can be dragged or moved by arrow keys.
import type { Phase, Visit } from "#report";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { endOf, PhaseStrip } from "../../charts/phase-strip";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { clockExact, duration, secondsOf } from "../../format";
import { useText } from "../../text/text";
import { isExample, useExamplePhases } from "../example-phases";

const kinds = ["rest", "stranger", "play", "still_face", "reunion", "recovery", "other"] as const;

/** A new phase begins where the last one ends and is this long, if there is room. */
const newPhaseS = 120;

/** `visit`: as it was read. The names of an example are shown in the language on screen and never entered in it. */
export function PhaseEditor({ slot, visit, name }: { slot: Slot; visit: Visit; name: string }) {
  const text = useText();
  const session = useSession();
  // What was entered is built upon at once, also while the recording is still read again with it.
  const own = slot.options.phases ?? visit.phases;
  const phases = useExamplePhases(own, isExample(slot));
  const entered = { ...visit, phases };
  const endS = endOf(entered);
  const set = (next: Phase[]) => void session.entries.enter(slot.key, { phases: next });
  const change = (index: number, part: Partial<Phase>) =>
    set(own.map((phase, i) => (i === index ? { ...phase, ...part } : phase)));
  const add = () => {
    const last = phases.at(-1)?.end_s ?? 0;
    const start_s = last < endS ? last : 0;
    const end_s = Math.min(endS, start_s + newPhaseS);
    set([...own, { name: text.check.newPhase(phases.length + 1), kind: "other", start_s, end_s }]);
  };
  return (
    <>
      <PhaseStrip
        visit={entered}
        onMove={(index, border, seconds) => change(index, moved(phases, index, border, seconds, endS))}
      />
      {phases.length === 0 ? (
        <p class="note">{text.check.noPhases}</p>
      ) : (
        <PhaseTable
          phases={phases}
          endS={endS}
          label={`${text.check.phases}, ${name}`}
          change={change}
          remove={(index) => set(own.filter((_, i) => i !== index))}
        />
      )}
      <div class="row">
        <button type="button" class="button small" onClick={add}>
          {text.check.addPhase}
        </button>
        {slot.options.phases !== null && (
          <button
            type="button"
            class="link"
            onClick={() => void session.entries.enter(slot.key, { phases: null })}
          >
            {text.check.phasesReset}
          </button>
        )}
      </div>
    </>
  );
}

/** A border moved to a time: never beyond its other border, a neighbour or the recording. */
function moved(
  phases: Phase[],
  index: number,
  border: "start_s" | "end_s",
  seconds: number,
  endS: number,
): Partial<Phase> {
  const phase = phases[index];
  if (!phase) return {};
  const before = phases[index - 1]?.end_s ?? 0;
  const after = phases[index + 1]?.start_s ?? endS;
  const [low, high] = border === "start_s" ? [before, phase.end_s - 1] : [phase.start_s + 1, after];
  return {
    [border]: Math.min(Math.max(seconds, Math.min(low, phase[border])), Math.max(high, phase[border])),
  };
}

export function PhaseTable(props: {
  phases: Phase[];
  endS: number;
  label: string;
  change: (index: number, part: Partial<Phase>) => void;
  remove: (index: number) => void;
}) {
  const text = useText();
  const { phases, endS, change } = props;
  const columns = text.check.phaseColumns;
  return (
    <TableBox label={props.label}>
      <table class="phases">
        <TableHead
          columns={[
            columns.name,
            columns.kind,
            columns.start,
            columns.end,
            ...numeric(columns.length),
            <span key="remove" class="unseen">
              {columns.remove}
            </span>,
          ]}
        />
        <tbody>
          {phases.map((phase, index) => (
            <PhaseRow
              key={`${index} ${phase.name}`}
              number={index + 1}
              phase={phase}
              endS={endS}
              change={(part) => change(index, part)}
              remove={() => props.remove(index)}
            />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function PhaseRow(props: {
  number: number;
  phase: Phase;
  endS: number;
  change: (part: Partial<Phase>) => void;
  remove: () => void;
}) {
  const text = useText();
  const { number, phase, endS, change } = props;
  const columns = text.check.phaseColumns;
  return (
    <tr>
      <td>
        <input
          aria-label={`${columns.name} ${number}`}
          defaultValue={phase.name}
          size={18}
          onChange={(event) => {
            const name = event.currentTarget.value.trim() || phase.name;
            event.currentTarget.value = name;
            if (name !== phase.name) change({ name });
          }}
        />
      </td>
      <td>
        <KindSelect phase={phase} choose={(kind) => change({ kind })} />
      </td>
      {(["start_s", "end_s"] as const).map((border) => (
        <td key={border}>
          <TimeField
            label={`${border === "start_s" ? columns.start : columns.end}: ${phase.name}`}
            seconds={phase[border]}
            fits={(value) =>
              border === "start_s"
                ? value >= 0 && value < phase.end_s
                : value > phase.start_s && value <= endS
            }
            enter={(value) => change({ [border]: value })}
          />
        </td>
      ))}
      <td class="n">{duration(phase.end_s - phase.start_s)}</td>
      <td>
        <button
          type="button"
          class="link"
          aria-label={text.check.removePhase(phase.name)}
          onClick={props.remove}
        >
          {columns.remove}
        </button>
      </td>
    </tr>
  );
}

function KindSelect({ phase, choose }: { phase: Phase; choose: (kind: Phase["kind"]) => void }) {
  const words = useText().check;
  return (
    <select
      aria-label={`${words.phaseColumns.kind}: ${phase.name}`}
      value={phase.kind}
      onChange={(event) => {
        const kind = kinds.find((one) => one === event.currentTarget.value);
        if (kind) choose(kind);
      }}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {words.phaseKind[kind]}
        </option>
      ))}
    </select>
  );
}

/** A time as minutes and seconds; what cannot be a border of the phase is refused on the spot. */
function TimeField(props: {
  label: string;
  seconds: number;
  fits: (seconds: number) => boolean;
  enter: (seconds: number) => void;
}) {
  const text = useText();
  const shown = clockExact(props.seconds);
  return (
    <input
      class="short"
      size={7}
      key={shown}
      aria-label={props.label}
      defaultValue={shown}
      onChange={(event) => {
        const field = event.currentTarget;
        const seconds = secondsOf(field.value);
        const right = seconds !== null && props.fits(seconds);
        field.setCustomValidity(right ? "" : text.check.timeWrong);
        field.setAttribute("aria-invalid", String(!right));
        if (right) props.enter(seconds);
        else field.reportValidity();
      }}
    />
  );
}
