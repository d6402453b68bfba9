// What needs a look before the report is read: warnings of each recording and of what differs between them, each with
// the choice that settles it. The report opens without it.
import type { ComponentChildren } from "preact";
import type { Channel, Diagnostic, Settings } from "#report";
import { useAppState, useSession } from "../../app/context";
import { type Slot, type State, swapped } from "../../app/state";
import { unitText } from "../../format";
import type { Text } from "../../text/en";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { CommonReference } from "../common-reference";
import { Diagnostics } from "../diagnostics";
import { HeartLead } from "./heart-source";
import { openParts } from "./part";

interface Doubt {
  diagnostic: Diagnostic;
  /** The recording that it is of; null: of what lies between them. */
  slot: Slot | null;
  index: number;
}

/** Scores say their own beside their fields, and a recording that was cut off is told of where it is read. */
const toldElsewhere = /^(W_SCORE|W_VISIT_INCOMPLETE)/;

export function doubtsOf(state: State, text: Text): Doubt[] {
  const { report, slots } = state;
  const inWrongOrder = swapped(slots);
  const between = report.kind === "ready" && report.madeOn !== null ? report.report.diagnostics : [];
  const all: Doubt[] = between
    .filter(({ code }) => !toldElsewhere.test(code) && !(inWrongOrder && code === "W_VISITS_SWAPPED"))
    .map((diagnostic) => ({ diagnostic, slot: null, index: -1 }));
  if (inWrongOrder)
    all.unshift({ diagnostic: own("W_VISITS_SWAPPED", text.check.swapped), slot: null, index: -1 });
  for (const [index, slot] of slots.entries()) {
    if (slot.state.kind !== "ready" || !slot.state.visit.recorded) continue;
    const { visit } = slot.state;
    const list = [...visit.diagnostics, ...visit.heart.diagnostics, ...visit.eeg.diagnostics];
    const hasEcg = visit.file.channels.some(({ kind }) => kind === "ecg");
    if (visit.heart.reason !== "" && !hasEcg && slot.options.heart_list === "")
      list.push(own("W_NO_HEART", `${told(visit.heart, "reason", text)} ${text.check.heartElsewhere}`));
    all.push(...list.map((diagnostic) => ({ diagnostic, slot, index })));
  }
  return all.filter(({ diagnostic }) => diagnostic.severity !== "note");
}

/** What the page itself has noticed. */
const own = (code: string, message: string): Diagnostic => ({
  code,
  severity: "warning",
  message,
  where: "",
  raw: "",
});

export function Doubts({ doubts }: { doubts: Doubt[] }) {
  const text = useText();
  const list = doubts.map(({ diagnostic, index }) => ({
    ...diagnostic,
    message:
      index < 0
        ? told(diagnostic, "message", text)
        : text.saysOf(text.visit(index), told(diagnostic, "message", text)),
    said: { ...diagnostic.said, message: undefined },
  }));
  return (
    <div class="doubts">
      <Diagnostics list={list} choice={(at) => <Choice {...(doubts[at] as Doubt)} />} />
      <Taken />
    </div>
  );
}

/** What settles a doubt, in its place. */
function Choice({ diagnostic, slot }: Doubt): ComponentChildren {
  const text = useText();
  const words = text.check.choices;
  const session = useSession();
  switch (diagnostic.code) {
    case "W_VISITS_SWAPPED":
      return <Act name={text.report.putInOrder} run={() => session.putInOrder()} />;
    case "W_REFERENCES_DIFFER":
      return <CommonReference diagnostic={diagnostic} />;
    case "W_EEG_SIZE":
    case "W_EEG_UNIT":
      return slot && <Units slot={slot} diagnostic={diagnostic} />;
    case "W_TWO_HEARTS":
      return slot?.state.kind === "ready" && <HeartLead slot={slot} file={slot.state.visit.file} />;
    case "W_NO_HEART":
      return slot && <HeartElsewhere slot={slot} />;
    case "W_MARKED_BAD":
    case "W_CALIBRATION":
      return <KeepMarked keep />;
    case "W_PHASES_DIFFER":
    case "W_PHASE_MARK":
    case "W_PHASES_OVERLAP":
      return <Act name={words.phases} run={() => openParts("phases")} />;
    case "W_PERSONS_DIFFER":
    case "W_SAME_FILE":
    case "W_TRUNCATED":
    case "W_LENGTHS_DIFFER":
      return (
        <a class="button small" href="#open">
          {words.otherFile}
        </a>
      );
    default:
      return null;
  }
}

function Act({ name, run }: { name: string; run: () => unknown }) {
  return (
    <button type="button" class="button small" onClick={() => void run()}>
      {name}
    </button>
  );
}

/** Says of every EEG channel in which unit its numbers are. */
function Units({ slot, diagnostic }: { slot: Slot; diagnostic: Diagnostic }) {
  const words = useText().check.choices;
  const session = useSession();
  const said = diagnostic.said?.message as { with?: { unit?: string } } | undefined;
  const proposed = said?.with?.unit;
  if (slot.state.kind !== "ready" || (diagnostic.code === "W_EEG_SIZE" && !proposed)) return null;
  const { channels } = slot.state.visit.file;
  const take = (unit: string) => session.entries.setChannels(slot.key, eegOf(channels), { unit });
  const units = diagnostic.code === "W_EEG_SIZE" && proposed ? [proposed.replace("µ", "u")] : ["mV", "V"];
  return units.map((unit) => <Act key={unit} name={words.unit(unitText(unit))} run={() => take(unit)} />);
}

const eegOf = (channels: Channel[]): number[] =>
  channels.flatMap(({ use }, signal) => (use === "EEG" ? [signal] : []));

/** The channel that holds the heart, where none is called an ECG. */
function HeartElsewhere({ slot }: { slot: Slot }) {
  const words = useText().check.choices;
  const session = useSession();
  if (slot.state.kind !== "ready") return null;
  return (
    <label>
      {words.heart}{" "}
      <select
        value=""
        onChange={(event) =>
          void session.entries.setChannels(slot.key, [Number(event.currentTarget.value)], {
            kind: "ecg",
            site: "",
          })
        }
      >
        <option value="">{words.none}</option>
        {slot.state.visit.file.channels.map(
          ({ label, kind }, signal) =>
            kind !== "annotation" && (
              <option key={signal} value={signal}>
                {label}
              </option>
            ),
        )}
      </select>
    </label>
  );
}

function KeepMarked({ keep }: { keep: boolean }) {
  const words = useText().check.choices;
  const session = useSession();
  const { settings } = useAppState();
  if (!settings) return null;
  const marks = { ...settings.marks, leave_out: !keep };
  return (
    <Act name={keep ? words.keep : words.leaveOut} run={() => session.setSettings({ ...settings, marks })} />
  );
}

/** Choices that were taken for both recordings, which leave no doubt behind to be seen by. */
function Taken() {
  const text = useText();
  const words = text.check.choices;
  const session = useSession();
  const { settings, core } = useAppState();
  if (!settings || core.kind !== "ready") return null;
  const { reference } = settings.eeg;
  const usual = (part: Partial<Settings["eeg"]>) =>
    session.setSettings({ ...settings, eeg: { ...settings.eeg, ...part } });
  const usualReference = core.defaults.eeg.reference;
  return (
    <>
      {reference !== usualReference && (
        <p class="row">
          {words.referenceTaken(text.report.whatIf.references[reference])}
          <Act name={words.referenceBack} run={() => usual({ reference: usualReference })} />
        </p>
      )}
      {!settings.marks.leave_out && (
        <p class="row">
          {words.kept}
          <KeepMarked keep={false} />
        </p>
      )}
    </>
  );
}
