// The screen's keys at work, and what a code's button does too.
import { useEffect, useRef, useState } from "preact/hooks";
import { codeOfKey, entered, isLocked, type Kind } from "../../code/book";
import { snapped } from "../../code/frames";
import { timeAt } from "../../format";
import { useText } from "../../text/text";
import { type Action, actionOf, isForFocus } from "./keys";
import type { Sitting } from "./sitting";
import { useCodeName } from "./words";

/** Listens to the keys while the screen is there; gives what a button enters, and in words what was entered last. */
export function useKeys(sitting: Sitting, hasClock: boolean) {
  const words = useText().code;
  const nameFor = useCodeName();
  const [said, say] = useState("");
  const { player, book, coder, edit } = sitting;

  const press = (kind: Kind, id: string) => {
    if (!hasClock) return say(words.openFirst);
    if (isLocked(book, coder)) return say(words.closed);
    const at_s = snapped(player.now(), book.rate);
    edit((now) => entered(now, kind === "phases" ? "a" : coder, kind, id, at_s));
    const name = book.set[kind].find((one) => one.id === id)?.name;
    say(words.entered(name === undefined ? words.nothing : nameFor({ name }), timeAt(at_s, 1)));
  };
  const run = (action: Action) => {
    const { state } = player;
    if (action === "undo" || action === "redo") return sitting.travel(action);
    if (!hasClock) return say(words.openFirst);
    const runs: Record<Exclude<Action, "undo" | "redo">, () => void> = {
      toggle: () => player.toggle(),
      back: () => player.stepFrame(-1, book.rate),
      on: () => player.stepFrame(1, book.rate),
      backSecond: () => player.seek(player.now() - 1),
      onSecond: () => player.seek(player.now() + 1),
      slower: () => player.changeSpeed(-1),
      faster: () => player.changeSpeed(1),
      replay: () => player.replay(5),
      loop: () => player.loop(state.value.loop ? null : player.lastSeconds(5)),
      endState: () => press("states", ""),
      endPhase: () => {
        if (coder === "a" && book.set.phases.length > 0) press("phases", "");
      },
    };
    runs[action]();
  };
  const byPointer = useByPointer();
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (isForFocus(event, byPointer.current)) return;
      const action = actionOf(event);
      if (action) {
        event.preventDefault();
        if (!event.repeat || action === "back" || action === "on") run(action);
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const found = codeOfKey(book.set, event.key);
      if (!found || (found.kind === "phases" && coder !== "a")) return;
      event.preventDefault();
      press(found.kind, found.code.id);
    };
    window.addEventListener("keydown", down);
    return () => window.removeEventListener("keydown", down);
  });
  return { press, words: said };
}

/** Whether the focus went where it is by a pointer; a list that one chose from by pointer lets go of it. */
function useByPointer(): { current: boolean } {
  const byPointer = useRef(false);
  useEffect(() => {
    const point = () => {
      byPointer.current = true;
    };
    const tab = ({ key }: KeyboardEvent) => {
      if (key === "Tab") byPointer.current = false;
    };
    const change = ({ target }: Event) => {
      if (byPointer.current && target instanceof HTMLSelectElement) target.blur();
    };
    window.addEventListener("pointerdown", point, true);
    window.addEventListener("keydown", tab, true);
    window.addEventListener("change", change);
    return () => {
      window.removeEventListener("pointerdown", point, true);
      window.removeEventListener("keydown", tab, true);
      window.removeEventListener("change", change);
    };
  }, []);
  return byPointer;
}
