// The keys of the Code screen: what moves the video, beside the keys that its codes have themselves.
import { historyStep } from "../signals/keys";

/** What every key does that no code may have; `help` names the line that tells of it. */
export type Action =
  | "toggle"
  | "back"
  | "on"
  | "backSecond"
  | "onSecond"
  | "slower"
  | "faster"
  | "replay"
  | "loop"
  | "endState"
  | "endPhase"
  | "undo"
  | "redo";

const actions: Record<string, Action> = {
  " ": "toggle",
  ArrowLeft: "back",
  ArrowRight: "on",
  ArrowDown: "slower",
  ArrowUp: "faster",
  Home: "replay",
  End: "loop",
  ".": "endState",
  "0": "endPhase",
  Backspace: "undo",
};

/** Signs that codes may not have as their keys. */
export const taken = Object.keys(actions).filter((key) => key.length === 1);

/** What a key does; null: nothing of the screen's own. */
export function actionOf(event: KeyboardEvent): Action | null {
  const step = historyStep(event);
  if (step !== 0) return step < 0 ? "undo" : "redo";
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.shiftKey && event.key === "ArrowLeft") return "backSecond";
  if (event.shiftKey && event.key === "ArrowRight") return "onSecond";
  return actions[event.key] ?? null;
}

/**
 * Whether what has the focus needs the key itself: what is typed into, chosen from or pressed. What a pointer has just clicked
 * (`byPointer`: a coder's name, a box, a line that unfolds) is not waiting for keys.
 */
export function isForFocus(event: KeyboardEvent, byPointer: boolean): boolean {
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  const typedInto = "input:not([type=radio], [type=checkbox], [type=file]), select, textarea, dialog";
  if (target.closest(typedInto)) return true;
  if (byPointer) return false;
  const isPressed = event.key === " " || event.key === "Enter";
  if (isPressed) return target.closest("button, summary, a, input, label") !== null;
  return event.key.startsWith("Arrow") && target.closest("[type=radio]") !== null;
}
