// Every code of a visit's coding and the state or phase it is taken for. The states are a setting: they hold for all visits
// and are kept with the saved work. Which codes are phases is the visit's own.
import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { CodingContents, FoundCode, PhaseCode, StateRule } from "#report";
import { ignored, phaseOf, procedure, statesOf, unscorable, withPhase, withRule } from "../../app/coding";
import { useAppState, useSession } from "../../app/context";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { plain } from "../../format";
import type { Text } from "../../text/en";
import { useText } from "../../text/text";

/** Stands for "another state" among names, which never begin with a blank. */
const another = " ";

/** Stands before a phase among names of states. */
const phaseValue = (phase: string) => ` ${phase}`;

export function CodeStates(props: {
  contents: (CodingContents | null)[];
  name: string;
  phases: PhaseCode[];
  setPhases: (phases: PhaseCode[]) => void;
}) {
  const words = useText().coding;
  const session = useSession();
  const { settings, core } = useAppState();
  if (!settings || core.kind !== "ready") return null;
  const rules = settings.coding.states;
  const { states: usual } = core.defaults.coding;
  const setRules = (states: StateRule[]) =>
    void session.setSettings({ ...settings, coding: { ...settings.coding, states } });
  const codes = merged(props.contents);
  const { phases, setPhases } = props;
  const choose = (code: string, state: string) => {
    if (phaseOf(phases, code)) setPhases(withPhase(phases, code, ""));
    setRules(withRule(rules, code, state));
  };
  return (
    <>
      <h3>{words.states}</h3>
      <p class="note">{words.statesHint}</p>
      {codes.length > 0 && (
        <TableBox label={`${words.states}, ${props.name}`}>
          <CodesFound codes={codes}>
            {(code) => (
              <StateSelect
                code={code}
                phase={phaseOf(phases, code.code)}
                states={statesOf(rules)}
                choose={(state) => choose(code.code, state)}
                choosePhase={(phase) => setPhases(withPhase(phases, code.code, phase))}
              />
            )}
          </CodesFound>
        </TableBox>
      )}
      {JSON.stringify(rules) !== JSON.stringify(usual) && (
        <button type="button" class="link" onClick={() => setRules(usual)}>
          {words.statesReset}
        </button>
      )}
    </>
  );
}

/** How often and how long each code was given; `children` draws what it is taken for. */
function CodesFound({ codes, children }: { codes: FoundCode[]; children: (code: FoundCode) => VNode }) {
  const words = useText().coding;
  const tiers = new Set(codes.map(({ tier }) => tier)).size > 1;
  return (
    <table class="codes-found">
      <TableHead
        columns={[
          words.code,
          ...(tiers ? [words.tier] : []),
          words.takenFor,
          ...numeric(words.times, words.seconds),
        ]}
      />
      <tbody>
        {codes.map((code) => (
          <tr key={`${code.tier}\n${code.code}`}>
            <th scope="row">{code.code}</th>
            {tiers && <td>{code.tier}</td>}
            <td>{children(code)}</td>
            <td class="n">{code.count}</td>
            <td class="n">{code.seconds > 0 ? plain(Math.round(code.seconds * 10) / 10) : words.point}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The codes of both coders, each once. */
function merged(contents: (CodingContents | null)[]): FoundCode[] {
  const all = new Map<string, FoundCode>();
  for (const code of contents.flatMap((one) => one?.codes ?? [])) {
    const name = `${code.tier}\n${code.code}`;
    if (!all.has(name)) all.set(name, code);
  }
  return [...all.values()];
}

function StateSelect(props: {
  code: FoundCode;
  phase: string;
  states: string[];
  choose: (state: string) => void;
  choosePhase: (phase: string) => void;
}) {
  const text = useText();
  const words = text.coding;
  const { code, phase, states, choose, choosePhase } = props;
  const [naming, setNaming] = useState(false);
  const special = [unscorable, ignored];
  // Its own name, or a phase of the procedure: as it was recognised.
  const recognised = phase || [...states, ...special].includes(code.taken_as) ? [] : [code.taken_as];
  const shown = phase ? phaseValue(phase) : code.taken_as;
  const phases = phase && !procedure.some((one) => one === phase) ? [...procedure, phase] : procedure;
  const label = `${words.takenFor}: ${code.code}`;
  return (
    <>
      <select
        aria-label={label}
        value={naming ? another : shown}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setNaming(value === another);
          const chosen = phases.find((one) => value === phaseValue(one));
          if (chosen) choosePhase(chosen);
          else if (value !== another) choose(value);
        }}
      >
        {[
          ...recognised.map((name) => [name, name === "phase" ? words.phase : words.ownName(name)] as const),
          ...states.map((state) => [state, stateName(state, text)] as const),
          ...special.map((word) => [word, words.special[word]] as const),
        ].map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        <option value={another}>{words.another}</option>
        <optgroup label={words.phase}>
          {phases.map((one) => (
            <option key={one} value={phaseValue(one)}>
              {text.check.phaseKind[one.replace("-", "_")] ?? one}
            </option>
          ))}
        </optgroup>
      </select>
      {naming && (
        <NewState
          code={code.code}
          enter={(state) => {
            setNaming(false);
            if (state) choose(state);
          }}
        />
      )}
    </>
  );
}

function NewState({ code, enter }: { code: string; enter: (state: string) => void }) {
  return (
    <input
      aria-label={`${useText().coding.newState}: ${code}`}
      size={14}
      maxLength={60}
      // biome-ignore lint/a11y/noAutofocus: the field was just asked for
      autoFocus
      onChange={(event) => enter(event.currentTarget.value.trim())}
    />
  );
}

/** A rule for a code that stands in no table: the text of annotations. */
export function AnnotationRule() {
  const text = useText();
  const words = text.coding;
  const session = useSession();
  const { settings } = useAppState();
  const [code, setCode] = useState("");
  const [state, setState] = useState("");
  if (!settings) return null;
  const rules = settings.coding.states;
  const add = () => {
    const states = withRule(rules, code.trim(), state);
    void session.setSettings({ ...settings, coding: { ...settings.coding, states } });
    setCode("");
  };
  return (
    <div class="row">
      <label>
        {words.annotationText} <input value={code} onInput={(event) => setCode(event.currentTarget.value)} />
      </label>
      <label>
        {words.takenFor}{" "}
        <select value={state} onChange={(event) => setState(event.currentTarget.value)}>
          <option value="">{words.unchosen.state}</option>
          {statesOf(rules).map((name) => (
            <option key={name} value={name}>
              {stateName(name, text)}
            </option>
          ))}
          <option value={unscorable}>{words.special[unscorable]}</option>
        </select>
      </label>
      <button type="button" class="button small" disabled={!code.trim() || !state} onClick={add}>
        {words.addRule}
      </button>
    </div>
  );
}

/** A state's name in the language of the page; the user's own as they are. */
function stateName(state: string, text: Text): string {
  return text.report.stillFace.stateNames[state] ?? state;
}
