// Where the two hearts come from: an open visit, one file, two files with their clock, or a simulated pair.
import { useAppState, useSession } from "../../app/context";
import { holdsBoth, type PairState } from "../../app/pair";
import { useText } from "../../text/text";
import type { Hearts } from "../../worker/protocol";
import { NumberField } from "../check/number-field";
import { Labelled } from "../labelled";
import { Picker } from "../picker";

const hearts: Hearts[] = ["both", "mother", "infant"];

export function PairFiles({ state }: { state: PairState }) {
  const text = useText();
  const words = text.pair;
  const { pair } = useSession();
  const { names, awaited, wanted, example } = state;
  const isOpen = example !== null || Object.keys({ ...names, ...awaited }).length > 0;
  return (
    <section class="pair-files" aria-label={words.choose}>
      {isOpen && <h2>{words.choose}</h2>}
      <Picks names={names} />
      {example === null && (
        <div class="form">
          <Labelled label={words.age}>
            {(id) => (
              <NumberField
                id={id}
                value={wanted.infant.age_months}
                lowest={0}
                highest={1200}
                wrong={text.group.between(0, 1200)}
                enter={(age_months) => void pair.say("infant", { age_months })}
              />
            )}
          </Labelled>
          {state.labels.length > 0 && <Signals state={state} />}
          {names.mother && names.infant && <ClockFields wanted={wanted} />}
        </div>
      )}
      {isOpen && <Earlier state={state} />}
      <Examples shown={example?.visit ?? null} isOpen={isOpen} />
      <p class="note">{words.privacy}</p>
    </section>
  );
}

/** An open visit, or files. */
function Picks({ names }: { names: PairState["names"] }) {
  const text = useText();
  const words = text.pair;
  const { pair } = useSession();
  const { slots } = useAppState();
  return (
    <ul class="pair-picks">
      {slots.map(
        (slot, index) =>
          holdsBoth(slot) && (
            <li key={slot.key}>
              <button type="button" class="button small" onClick={() => void pair.openVisit(slot)}>
                {words.fromVisit(text.visit(index))}
              </button>
            </li>
          ),
      )}
      {hearts.map((who) => (
        <li key={who}>
          <Picker
            label={words.pick[who]}
            choose={([file]) => {
              if (file) void pair.open(who, file);
            }}
          />{" "}
          {names[who] && <span class="note">{names[who]}</span>}
        </li>
      ))}
    </ul>
  );
}

/** A simulated pair, before and after. */
function Examples({ shown, isOpen }: { shown: number | null; isOpen: boolean }) {
  const words = useText().pair;
  const { pair } = useSession();
  return (
    <>
      <h2>{words.examples}</h2>
      <p class="note">{words.exampleAbout}</p>
      <p class="row">
        {words.example.map((name, visit) => (
          <button
            key={name}
            type="button"
            class="button small"
            aria-pressed={shown === visit}
            onClick={() => void pair.openExample(visit)}
          >
            {name}
          </button>
        ))}
        {isOpen && (
          <button type="button" class="link" onClick={() => pair.clear()}>
            {words.close}
          </button>
        )}
      </p>
    </>
  );
}

/** Which signal is whose, where the labels do not tell. */
function Signals({ state }: { state: PairState }) {
  const words = useText().pair;
  const { pair } = useSession();
  return (
    <>
      {(["mother", "infant"] as const).map((who) => (
        <Labelled key={who} label={words.signal[who]}>
          {(id) => (
            <select
              id={id}
              value={state.wanted[who].label}
              onChange={(event) => void pair.say(who, { label: event.currentTarget.value })}
            >
              <option value="">{words.byLabel}</option>
              {state.labels.map((label) => (
                <option key={label}>{label}</option>
              ))}
            </select>
          )}
        </Labelled>
      ))}
    </>
  );
}

/** How two files stand on one clock: by their start times, by hand, or by a mark that both hold. */
function ClockFields({ wanted }: { wanted: PairState["wanted"] }) {
  const text = useText();
  const words = text.pair;
  const { pair } = useSession();
  const { offset_s, drift_ppm, trigger } = wanted;
  return (
    <>
      <p class="note">
        {words.clock}. {words.clockHint}
      </p>
      <Labelled label={words.offset}>
        {(id) => (
          <NumberField
            id={id}
            value={offset_s}
            lowest={-86400}
            highest={86400}
            wrong={text.group.between(-86400, 86400)}
            enter={(value) => void pair.enter({ offset_s: value, trigger: "" })}
          />
        )}
      </Labelled>
      <Labelled label={words.drift}>
        {(id) => (
          <NumberField
            id={id}
            value={drift_ppm}
            lowest={-10000}
            highest={10000}
            wrong={text.group.between(-10000, 10000)}
            enter={(value) => void pair.enter({ drift_ppm: value, trigger: "" })}
          />
        )}
      </Labelled>
      <Labelled label={words.trigger}>
        {(id) => (
          <input
            id={id}
            value={trigger}
            autocomplete="off"
            onChange={(event) =>
              void pair.enter({ trigger: event.currentTarget.value.trim(), offset_s: null, drift_ppm: null })
            }
          />
        )}
      </Labelled>
    </>
  );
}

function Earlier({ state }: { state: PairState }) {
  const words = useText().pair;
  const { pair } = useSession();
  return (
    <p class="row">
      <Picker
        label={words.earlier}
        accept=".json"
        choose={async ([file]) => {
          if (file) await pair.compareWith({ name: file.name, text: await file.text() });
        }}
      />
      {state.earlier ? (
        <>
          <span class="note">{state.earlier.name || words.earlierSaved}</span>
          <button type="button" class="link" onClick={() => void pair.compareWith(null)}>
            {words.noEarlier}
          </button>
        </>
      ) : (
        <span class="note">{words.earlierHint}</span>
      )}
    </p>
  );
}
