// What of a coding is meant, where it does not say so itself: observation, subject, tiers; its clock against the
// recording's; the procedure's phases.
import { Fragment } from "preact";
import { useId } from "preact/hooks";
import type { CodingContents, CodingOptions, Phase, Visit } from "#report";
import { signedClock, signedSecondsOf } from "../../format";
import { useText } from "../../text/text";
import { NumberField } from "./number-field";
import { PhaseTable } from "./phases";

/** Whom and what of the table is meant, where it holds more than one. */
export function CodingChoices(props: {
  contents: CodingContents;
  coding: CodingOptions;
  set: (part: Partial<CodingOptions>) => void;
}) {
  const words = useText().coding;
  const id = useId();
  const { contents, coding, set } = props;
  const selects = [
    ["observation", contents.observations],
    ["subject", contents.subjects],
    ["code_column", contents.code_columns],
  ] as const;
  return (
    <div class="form">
      {selects.map(
        ([option, names]) =>
          names.length > 1 && (
            <Fragment key={option}>
              <label for={`${id}-${option}`}>{words.choices[option]}</label>
              <select
                id={`${id}-${option}`}
                value={coding[option]}
                onChange={(event) => set({ [option]: event.currentTarget.value })}
              >
                <option value="">{words.unchosen[option]}</option>
                {names.map((name) => (
                  <option key={name}>{name}</option>
                ))}
              </select>
            </Fragment>
          ),
      )}
      {contents.tiers.length > 1 && (
        <fieldset class="plain">
          <legend>{words.tiers}</legend>
          {contents.tiers.map((tier) => (
            <label key={tier} class="choice">
              <input
                type="checkbox"
                checked={coding.tiers.includes(tier)}
                onChange={(event) => {
                  const others = coding.tiers.filter((other) => other !== tier);
                  set({ tiers: event.currentTarget.checked ? [...others, tier] : others });
                }}
              />{" "}
              {tier}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

/** No recording lasts longer than this. */
const farthestS = 86400;

export function OffsetField(props: { coding: CodingOptions; set: (part: Partial<CodingOptions>) => void }) {
  const words = useText().coding;
  const id = useId();
  return (
    <div class="row offset">
      <label for={id}>{words.offset}</label>
      <span>
        <NumberField
          id={id}
          value={props.coding.offset_s}
          lowest={-farthestS}
          highest={farthestS}
          read={signedSecondsOf}
          show={signedClock}
          wrong={words.offsetWrong}
          hint={words.offsetHint}
          enter={(offset_s) => props.set({ offset_s })}
        />
      </span>
    </div>
  );
}

/** A phase entered by hand begins where the last one ends, and lasts as long as the procedure's usually do. */
const phaseS = 120;
const procedure = ["play", "still_face", "reunion"] as const;

/** The procedure's phases in the coding's time: as coded or recorded, or by hand. */
export function CodingPhases(props: {
  visit: Visit;
  coding: CodingOptions;
  name: string;
  set: (part: Partial<CodingOptions>) => void;
}) {
  const text = useText();
  const words = text.coding;
  const { coding, set } = props;
  const { phases } = coding;
  const { still_face: read } = props.visit;
  const add = () => {
    const start_s = phases.at(-1)?.end_s ?? 0;
    const kind = procedure[phases.length] ?? "other";
    const name = kind === "other" ? text.check.newPhase(phases.length + 1) : text.check.phaseKind[kind];
    set({ phases: [...phases, { name: name ?? kind, kind, start_s, end_s: start_s + phaseS }] });
  };
  const begin = () => {
    const known = read.phases_from === "none" ? [] : read.phases.map(({ phase }) => phase);
    if (known.length > 0) set({ phases: known });
    else add();
  };
  const change = (index: number, part: Partial<Phase>) =>
    set({ phases: phases.map((phase, i) => (i === index ? { ...phase, ...part } : phase)) });
  return (
    <>
      <p class="note">{text.report.stillFace.phasesFrom[read.phases_from] || words.noPhases}</p>
      {phases.length > 0 && (
        <PhaseTable
          phases={phases}
          endS={Number.POSITIVE_INFINITY}
          label={words.phases(props.name)}
          change={change}
          remove={(index) => set({ phases: phases.filter((_, i) => i !== index) })}
        />
      )}
      <div class="row">
        <button type="button" class="button small" onClick={phases.length > 0 ? add : begin}>
          {phases.length > 0 ? text.check.addPhase : words.phasesByHand}
        </button>
        {phases.length > 0 && (
          <button type="button" class="link" onClick={() => set({ phases: [] })}>
            {words.phasesReset}
          </button>
        )}
      </div>
    </>
  );
}
