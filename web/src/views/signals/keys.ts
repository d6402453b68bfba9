// The keys of the viewer, as viewers of EEG have them. One table: what a key does, and which line of the help tells it.
import type { SignalsModel } from "./model";

interface KeyBinding {
  /** As event.key has them. */
  keys: string[];
  shift?: boolean;
  /** Which sentence of the dictionary tells what it does; one sentence may tell of several. */
  help: string;
  run(model: SignalsModel): void;
}

/** Steps of the cursor, in parts of the view; and of a beat that is moved, in seconds. */
const cursorPart = 1 / 100;
const ghostS = { fine: 0.002, coarse: 0.02 };

const stepCursor = (model: SignalsModel, steps: number) =>
  model.stepCursor(steps * cursorPart * model.now.window.spanS);

/** While a beat is being moved, arrows and their like move it. */
const orGhost =
  (byS: number, otherwise: (model: SignalsModel) => void) =>
  (model: SignalsModel): void => {
    if (model.now.ghostS === null) otherwise(model);
    else model.editor.stepGhost(byS);
  };

export const bindings: KeyBinding[] = [
  { keys: ["ArrowRight", "PageDown"], help: "page", run: orGhost(ghostS.fine, (m) => m.page(1)) },
  { keys: ["ArrowLeft", "PageUp"], help: "page", run: orGhost(-ghostS.fine, (m) => m.page(-1)) },
  {
    keys: ["ArrowRight"],
    shift: true,
    help: "scroll",
    run: orGhost(ghostS.coarse, (m) => m.pan(0.1 * m.now.window.spanS)),
  },
  {
    keys: ["ArrowLeft"],
    shift: true,
    help: "scroll",
    run: orGhost(-ghostS.coarse, (m) => m.pan(-0.1 * m.now.window.spanS)),
  },
  { keys: ["Home"], help: "ends", run: (m) => m.toStart() },
  { keys: ["End"], help: "ends", run: (m) => m.toEnd() },
  { keys: ["+", "="], help: "zoom", run: (m) => m.zoom(1) },
  { keys: ["-", "_", "\u2212"], help: "zoom", run: (m) => m.zoom(-1) },
  { keys: ["0"], help: "whole", run: (m) => m.zoomTo(m.endS) },
  { keys: ["ArrowUp"], help: "gain", run: (m) => m.stepGain(1) },
  { keys: ["ArrowDown"], help: "gain", run: (m) => m.stepGain(-1) },
  { keys: ["ArrowUp"], shift: true, help: "heartGain", run: (m) => m.stepHeartGain(1) },
  { keys: ["ArrowDown"], shift: true, help: "heartGain", run: (m) => m.stepHeartGain(-1) },
  { keys: ["j", "J"], help: "flags", run: (m) => m.nextFlag(1) },
  { keys: ["k", "K"], help: "flags", run: (m) => m.nextFlag(-1) },
  { keys: ["n", "N"], help: "beats", run: (m) => m.nextBeat(1) },
  { keys: ["p", "P"], help: "beats", run: (m) => m.nextBeat(-1) },
  { keys: ["."], help: "cursor", run: (m) => stepCursor(m, 1) },
  { keys: [","], help: "cursor", run: (m) => stepCursor(m, -1) },
  { keys: [">", ":"], shift: true, help: "cursor", run: (m) => stepCursor(m, 10) },
  { keys: ["<", ";"], shift: true, help: "cursor", run: (m) => stepCursor(m, -10) },
  { keys: ["a", "A"], help: "add", run: (m) => void m.editor.addBeat(m.now.cursorS) },
  { keys: ["Delete", "Backspace"], help: "remove", run: (m) => m.editor.removeBeat(m.selectedBeat) },
  { keys: ["m", "M"], help: "move", run: (m) => m.editor.beginMove() },
  { keys: ["Enter"], help: "move", run: (m) => m.editor.endMove() },
  { keys: ["r", "R"], help: "restore", run: (m) => m.editor.restoreSelected() },
  { keys: ["s", "S"], help: "stretch", run: (m) => m.markStretch() },
  { keys: ["e", "E"], help: "excludeEeg", run: (m) => m.editor.exclude("eeg") },
  { keys: ["h", "H"], help: "excludeHeart", run: (m) => m.editor.exclude("heart") },
  { keys: ["Escape"], help: "escape", run: (m) => m.cancel() },
];

/** Runs what a key is bound to; whether it was bound to anything. */
export function pressed(event: KeyboardEvent, model: SignalsModel): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const fitting = bindings.filter(({ keys }) => keys.includes(event.key));
  const own = fitting.find(({ shift = false }) => shift === event.shiftKey) ?? fitting.find(isLetter);
  own?.run(model);
  return own !== undefined;
}

/** Keys that are the same with and without Shift: letters, and signs that need it on some keyboards. */
const isLetter = ({ keys }: KeyBinding): boolean => keys.every((key) => key.length === 1);

/** Undo and redo, which are the same everywhere on the screen: 1, −1, or 0 for any other key. */
export function historyStep(event: KeyboardEvent): 1 | -1 | 0 {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return 0;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? 1 : -1;
  return key === "y" && !event.shiftKey ? 1 : 0;
}
