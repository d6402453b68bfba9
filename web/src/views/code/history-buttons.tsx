// Undo and redo of the coder who sits there.
import { noHistory } from "../../app/history";
import { isLocked } from "../../code/book";
import { useText } from "../../text/text";
import type { Sitting } from "./sitting";

export function HistoryButtons({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { past, future } = isLocked(sitting.book, sitting.coder) ? noHistory : sitting.work.history;
  return (
    <>
      <button
        type="button"
        class="button small"
        disabled={past.length === 0}
        onClick={() => sitting.travel("undo")}
      >
        {words.undo}
      </button>
      <button
        type="button"
        class="button small"
        disabled={future.length === 0}
        onClick={() => sitting.travel("redo")}
      >
        {words.redo}
      </button>
    </>
  );
}
