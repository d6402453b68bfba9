// A link with settings: what it has set, and a place for one that the browser cannot follow, as into a file on a stick.
import { useId, useState } from "preact/hooks";
import { useAppState, useSchema, useSession } from "../../app/context";
import type { Notice } from "../../app/state";
import { useText } from "../../text/text";
import { useMayLose } from "../may-lose";
import { inWords, settingRows, settingText, structOf } from "../setting-text";

/** What a link has set, each setting with what it is otherwise, and the example that it is for. */
export function LinkNotice({ example, taken }: Notice & { kind: "link" }) {
  const text = useText();
  const words = text.open.link;
  const session = useSession();
  const mayLose = useMayLose();
  const { core } = useAppState();
  const schema = useSchema();
  if (core.kind !== "ready" || !schema) return null;
  const references: Record<string, string> = text.report.whatIf.references;
  const shown = (value: unknown) => references[settingText(value, text)] ?? settingText(value, text);
  const rows = (Object.keys(taken) as (keyof typeof taken)[]).flatMap((group) => {
    const struct = structOf(schema.$defs.Settings?.properties?.[group]);
    const usual = settingRows(schema, struct, core.defaults[group]);
    return settingRows(schema, struct, taken[group]).flatMap(({ name, property, value }, index) => {
      const [now, before] = [shown(value), shown(usual[index]?.value)];
      return now === before ? [] : [{ name, what: inWords(property, "description", text), now, before }];
    });
  });
  const [title] = (example !== null && text.open.scenario[example]) || [];
  return (
    <>
      <p>{rows.length > 0 ? words.sets : words.setsNothing}</p>
      <ul>
        {rows.map(({ name, what, now, before }) => (
          <li key={name}>
            {text.named(what.replace(/\.$/, ""), "")}
            <strong>{now}</strong> ({words.otherwise} {before}) <code>{name}</code>
          </li>
        ))}
      </ul>
      {example !== null && title && (
        <button
          type="button"
          class="button primary"
          onClick={() => void (mayLose() && session.openExample(example))}
        >
          {words.example(title)}
        </button>
      )}
    </>
  );
}

export function LinkField() {
  const words = useText().open.link;
  const session = useSession();
  const { core } = useAppState();
  const [typed, setTyped] = useState("");
  const id = useId();
  return (
    <form
      class="row link-paste"
      onSubmit={(event) => {
        event.preventDefault();
        setTyped("");
        void session.openLink(typed);
      }}
    >
      <label for={id}>{words.paste}</label>
      <input
        id={id}
        autocomplete="off"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" class="button small" disabled={typed.trim() === "" || core.kind !== "ready"}>
        {words.take}
      </button>
    </form>
  );
}
