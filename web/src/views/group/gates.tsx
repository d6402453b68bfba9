// The settings of a cohort that matter, to be changed in place: what enters, and what is asked of the groups.
import type { CohortGates, CohortPlan, CohortSettings, GroupSettings } from "#report";
import { useSession } from "../../app/context";
import type { GroupState } from "../../app/group";
import { type NumberRange, rangeOf, type Schema } from "../../app/state";
import { Disclosure } from "../../charts/figure";
import { numberOf } from "../../format";
import { useText } from "../../text/text";
import { NumberField } from "../check/number-field";
import { Labelled } from "../labelled";
import { groupNames } from "./found";

interface Kind {
  whole?: boolean;
  optional?: boolean;
}

const gateKinds: [keyof CohortGates, Kind][] = [
  ["fewest_clean_eeg_s", {}],
  ["fewest_heart_epochs", { whole: true }],
  ["most_edited_beats_percent", {}],
  ["youngest_months", { optional: true }],
  ["oldest_months", { optional: true }],
];

const questionKinds: ["fewest_infants" | "equivalence_margin_sd", Kind][] = [
  ["fewest_infants", { whole: true }],
  ["equivalence_margin_sd", {}],
];

interface Shown {
  source: GroupState["source"];
  plan: CohortPlan;
  settings: CohortSettings;
  defaults: CohortSettings;
  schema: Schema;
}

export function Gates(props: Shown) {
  const words = useText().group;
  return (
    <Disclosure summary={words.gates} class="block gates">
      {() => <Form {...props} />}
    </Disclosure>
  );
}

function Form(props: Shown) {
  const words = useText().group;
  const { group: study } = useSession();
  const { source, plan, settings, defaults, schema } = props;
  const { gates, group } = settings;
  const set = (part: Partial<CohortSettings>) => void study.set({ ...settings, ...part });
  const question = (part: Partial<GroupSettings>) => set({ group: { ...group, ...part } });
  return (
    <>
      <p class="note">{words.gatesLead}</p>
      <div class="form">
        {gateKinds.map(([name, kind]) => (
          <GateField
            key={name}
            label={words.fields[name]}
            range={rangeOf(schema, "CohortGates", name)}
            kind={kind}
            value={gates[name]}
            enter={(value) => set({ gates: { ...gates, [name]: value } })}
          />
        ))}
        {(["treated", "control"] as const).map((role) => (
          <Choice
            key={role}
            label={words.fields[role]}
            value={group[role]}
            options={groupNames(plan)}
            choose={(name) => question({ [role]: name })}
          />
        ))}
        {questionKinds.map(([name, kind]) => (
          <GateField
            key={name}
            label={words.fields[name]}
            range={rangeOf(schema, "GroupSettings", name)}
            kind={kind}
            value={group[name]}
            enter={(value) => value !== null && question({ [name]: value })}
          />
        ))}
        {plan.layout === "BIDS" && <Task task={settings.task} enter={(task) => set({ task })} />}
      </div>
      {source === "folder" && <Asked settings={settings} set={set} />}
      {JSON.stringify(settings) !== JSON.stringify(defaults) && (
        <button type="button" class="button small" onClick={() => void study.set(defaults)}>
          {words.byDefault}
        </button>
      )}
    </>
  );
}

/** What is asked only if wanted: it takes time. */
function Asked(props: { settings: CohortSettings; set: (part: Partial<CohortSettings>) => void }) {
  const words = useText().group;
  return (["multiverse", "pairs"] as const).map((name) => (
    <p key={name} class="tick">
      <label>
        <input
          type="checkbox"
          checked={props.settings[name]}
          onChange={(event) => props.set({ [name]: event.currentTarget.checked })}
        />{" "}
        {words[name].ask}
      </label>
    </p>
  ));
}

/** A number that is entered. */
export function GateField(props: {
  label: string;
  range: NumberRange;
  kind: Kind;
  value: number | null;
  enter: (value: number | null) => void;
}) {
  const words = useText().group;
  const { lowest, highest } = props.range;
  const { whole = false, optional = false } = props.kind;
  return (
    <Labelled label={props.label}>
      {(id) => (
        <NumberField
          id={id}
          value={props.value}
          lowest={lowest}
          highest={highest}
          required={!optional}
          wrong={words.between(lowest, highest)}
          read={(typed) => wholeOf(typed, whole)}
          enter={props.enter}
        />
      )}
    </Labelled>
  );
}

function Choice(props: { label: string; value: string; options: string[]; choose: (name: string) => void }) {
  const words = useText().group;
  return (
    <Labelled label={props.label}>
      {(id) => (
        <select id={id} value={props.value} onChange={(event) => props.choose(event.currentTarget.value)}>
          <option value="">{words.asRecognised}</option>
          {props.options.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

function Task({ task, enter }: { task: string; enter: (task: string) => void }) {
  return (
    <Labelled label={useText().group.fields.task}>
      {(id) => (
        <input
          id={id}
          value={task}
          autocomplete="off"
          onChange={(event) => enter(event.currentTarget.value.trim())}
        />
      )}
    </Labelled>
  );
}

/** A number as typed; of something that is counted only whole ones. */
function wholeOf(typed: string, whole: boolean): number | null {
  const value = numberOf(typed);
  return whole && value !== null && !Number.isInteger(value) ? Number.NaN : value;
}
