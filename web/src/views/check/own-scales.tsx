// The user's own scales: title, range, direction and digits. One without scores can be removed.
import { useId, useState } from "preact/hooks";
import type { Scale } from "#report";
import { useAppState, useSession } from "../../app/context";
import { Disclosure } from "../../charts/figure";
import { useText } from "../../text/text";
import { Labelled } from "../labelled";
import { NumberField } from "./number-field";

type Draft = { title: string; lowest: number | null; highest: number | null; up: string; decimals: number };

const emptyDraft: Draft = { title: "", lowest: 0, highest: null, up: "", decimals: 0 };
const farthest = 1e6;

export function OwnScales() {
  const words = useText().scores.own;
  return <Disclosure summary={words.add}>{() => <OwnScaleForm />}</Disclosure>;
}

function OwnScaleForm() {
  const words = useText().scores.own;
  const session = useSession();
  const { infant, slots, core } = useAppState();
  const [draft, setDraft] = useState(emptyDraft);
  const [said, setSaid] = useState("");
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const known = [...(core.kind === "ready" ? core.scales : []), ...infant.scales];
  const add = () => {
    const scale = scaleOf(draft, known);
    if (scale === null) {
      setSaid(words.incomplete);
      return;
    }
    void session.entries.enterInfant({ scales: [...infant.scales, scale] });
    setDraft(emptyDraft);
    setSaid(words.added(scale.title, scale.id));
  };
  const unused = infant.scales.filter(({ id }) => slots.every(({ scores }) => !(id in scores.scores)));
  return (
    <fieldset class="form" aria-label={words.add}>
      <p class="note">{words.lead}</p>
      <ShortText label={words.name} value={draft.title} enter={(title) => set({ title })} />
      {(["lowest", "highest"] as const).map((bound) => (
        <Bound
          key={bound}
          label={words[bound]}
          value={draft[bound]}
          enter={(value) => set({ [bound]: value })}
        />
      ))}
      <ShortText label={words.up} value={draft.up} enter={(up) => set({ up })} />
      <Decimals value={draft.decimals} enter={(decimals) => set({ decimals })} />
      <div class="row">
        <button type="button" class="button small" onClick={add}>
          {words.addThis}
        </button>
        {unused.map((scale) => (
          <button
            key={scale.id}
            type="button"
            class="link"
            onClick={() =>
              void session.entries.enterInfant({
                scales: infant.scales.filter((other) => other.id !== scale.id),
              })
            }
          >
            {words.remove(scale.title)}
          </button>
        ))}
      </div>
      <p class="note" aria-live="polite">
        {said}
      </p>
    </fieldset>
  );
}

function ShortText(props: { label: string; value: string; enter: (typed: string) => void }) {
  const id = useId();
  return (
    <>
      <label for={id}>{props.label}</label>
      <input
        id={id}
        value={props.value}
        maxLength={80}
        onInput={(event) => props.enter(event.currentTarget.value)}
      />
    </>
  );
}

function Bound(props: { label: string; value: number | null; enter: (value: number | null) => void }) {
  const wrong = useText().scores.own.noNumber;
  return (
    <Labelled label={props.label}>
      {(id) => (
        <NumberField
          id={id}
          value={props.value}
          lowest={-farthest}
          highest={farthest}
          wrong={wrong}
          enter={props.enter}
        />
      )}
    </Labelled>
  );
}

function Decimals({ value, enter }: { value: number; enter: (decimals: number) => void }) {
  return (
    <Labelled label={useText().scores.own.decimals}>
      {(id) => (
        <select id={id} value={value} onChange={(event) => enter(Number(event.currentTarget.value))}>
          {[0, 1, 2, 3].map((digits) => (
            <option key={digits}>{digits}</option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** The scale, or null where something lacks or its title is taken. */
function scaleOf({ title, lowest, highest, up, decimals }: Draft, known: Scale[]): Scale | null {
  const name = title.trim();
  const named = (other: Scale) => other.title.toLowerCase() === name.toLowerCase();
  if (!name || lowest === null || highest === null || lowest >= highest || known.some(named)) return null;
  return {
    id: idOf(name, known),
    title: name,
    lowest,
    highest,
    up_means: up.trim(),
    decimals,
    source: "",
    domain: "other",
    instrument: "",
    rater: "",
  };
}

/** The name under which tables know the scale. */
function idOf(title: string, known: Scale[]): string {
  const plain = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+|_+$/g, "");
  const name = plain || "scale";
  const taken = (id: string) => known.some((scale) => scale.id === id);
  let id = name;
  for (let turn = 2; taken(id); turn++) id = `${name}_${turn}`;
  return id;
}
