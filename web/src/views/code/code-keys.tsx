// The codes and their keys: what each means, which one holds, and a button for whoever has no keyboard.
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../../app/store";
import type { Code, Kind } from "../../code/book";
import { drawn } from "../../code/share";
import { codeAt } from "../../code/track";
import { fixed } from "../../format";
import { useText } from "../../text/text";
import { keepFocus } from "./media";
import { CodeSign } from "./shape";
import type { Sitting } from "./sitting";
import { useCodeName } from "./words";

type Press = (kind: Kind, id: string) => void;

export function CodeKeys({ sitting, press }: { sitting: Sitting; press: Press }) {
  const { code: words, signals } = useText();
  const [home, end] = signals.help.signs.ends ?? [];
  const nameFor = useCodeName();
  const { book, coder } = sitting;
  const { kind } = useStore(sitting.player.state);
  const now = useNow(sitting);
  const holds = codeAt(book.sheets[coder].states, now);
  const phase = codeAt(book.sheets.a.phases, now);
  const hasPhases = coder === "a" && book.set.phases.length > 0;
  const meaning = (code: Code) => code.definition || (words.usualMeanings[code.name] ?? "");
  return (
    <div class="code-keys">
      <ul>
        {book.set.states.map((code) => (
          <li key={code.id}>
            <button
              type="button"
              class="code-key"
              aria-pressed={holds === code.id}
              onPointerDown={keepFocus}
              onClick={() => press("states", code.id)}
            >
              <kbd>{code.key.toUpperCase()}</kbd>
              <CodeSign code={code} />
              <b>{nameFor(code)}</b>
              <span>{meaning(code)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Group title={words.events} codes={book.set.events} press={(id) => press("events", id)} />
      {coder === "a" && (
        <Group
          title={words.phases}
          codes={book.set.phases}
          holds={phase}
          press={(id) => press("phases", id)}
        />
      )}
      {hasPhases && book.sheets.a.phases.length === 0 && <p class="note">{words.firstPhase}</p>}
      <div class="row code-group">
        <End sign="." name={words.endsState} click={() => press("states", "")} />
        {hasPhases && <End sign="0" name={words.endsPhase} click={() => press("phases", "")} />}
      </div>
      <p class="note code-help">
        <kbd>{words.space}</kbd> {words.playPause} · {/* A clock without a video goes on, and not back. */}
        {kind !== "live" && (
          <>
            <kbd>←</kbd> <kbd>→</kbd> {words.byFrame} · <kbd>⇧</kbd> <kbd>←</kbd> <kbd>→</kbd>{" "}
            {words.bySecond} · <kbd>↑</kbd> <kbd>↓</kbd> {words.speed} · <kbd>{home}</kbd> {words.replay} ·{" "}
            <kbd>{end}</kbd> {words.loop} ·{" "}
          </>
        )}
        <kbd>⌫</kbd> {words.undo}
      </p>
      {coder === "b" && <Blind sitting={sitting} />}
    </div>
  );
}

function End({ sign, name, click }: { sign: string; name: string; click: () => void }) {
  return (
    <button type="button" class="code-small" onPointerDown={keepFocus} onClick={click}>
      <kbd>{sign}</kbd> {name}
    </button>
  );
}

function Group(props: { title: string; codes: Code[]; holds?: string; press: (id: string) => void }) {
  const nameFor = useCodeName();
  if (props.codes.length === 0) return null;
  return (
    <div class="row code-group">
      <b>{props.title}</b>
      {props.codes.map((code) => (
        <button
          key={code.id}
          type="button"
          class="code-small"
          aria-pressed={props.holds === undefined ? undefined : props.holds === code.id}
          onPointerDown={keepFocus}
          onClick={() => props.press(code.id)}
        >
          <kbd>{code.key.toUpperCase()}</kbd> {nameFor(code)}
        </button>
      ))}
    </div>
  );
}

function Blind({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book } = sitting;
  const share = drawn(book.sheets.a, book.share);
  return (
    <p class="code-blind">
      <b>{words.blind}</b>{" "}
      {share && book.share
        ? words.blindShare(share.length, fixed(book.share.stretch_s, 0), book.share.seed)
        : words.blindAll}
    </p>
  );
}

/** Where the clock stands, some times a second. */
function useNow({ player }: Sitting): number {
  const [, setFifth] = useState(0);
  useEffect(() => player.onTime((at_s) => setFifth(Math.round(at_s * 5))), [player]);
  return player.now();
}
