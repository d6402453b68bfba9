// The infant's code: typed once, in the report and in the names and tables of all that is saved.
import { useEffect, useId, useState } from "preact/hooks";
import { useAppState, useSession } from "../../app/context";
import { useText } from "../../text/text";

/** As the core takes it (report/participant.hpp). */
const isCode = (code: string): boolean => /^([A-Za-z0-9][A-Za-z0-9._-]{0,31})?$/.test(code);

export function InfantCode() {
  const words = useText().open.code;
  const session = useSession();
  const { infant } = useAppState();
  const id = useId();
  const [refused, setRefused] = useState(false);
  /** What is being typed: a page that is drawn anew meanwhile keeps it. */
  const [typed, setTyped] = useState<string | null>(null);
  // What was typed, perhaps refused, was for the infant before.
  useEffect(() => {
    setTyped(null);
    setRefused(false);
  }, [infant.participant]);
  return (
    <p class="infant-code">
      <label for={id}>{words.label}</label>{" "}
      <input
        id={id}
        size={14}
        autocomplete="off"
        spellcheck={false}
        value={typed ?? infant.participant}
        aria-invalid={refused}
        aria-describedby={`${id}-hint`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          if (event.currentTarget.value === "") setRefused(false);
        }}
        onChange={(event) => {
          const participant = event.currentTarget.value.trim();
          setRefused(!isCode(participant));
          if (!isCode(participant)) return;
          setTyped(null);
          void session.entries.enterInfant({ participant });
        }}
      />{" "}
      <span id={`${id}-hint`} class="note" role={refused ? "alert" : undefined}>
        {refused ? words.refused : words.hint}
      </span>
    </p>
  );
}
