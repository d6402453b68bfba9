// A long screen, part by part: what stands at its top is there at once, and each part below in a turn of its own, so
// that the screen is seen, and can be used, before all of it is drawn. Before printing, whatever is left comes at once.
import { useEffect, useState } from "preact/hooks";

/** So that what is there is drawn meanwhile. A timer, because a page that is not looked at has no frames. */
const aFrameMs = 16;

/** How many of `count` parts are there. */
export function useGradually(count: number): number {
  const [shown, setShown] = useState(0);
  useEffect(() => {
    if (shown >= count) return;
    const turn = setTimeout(() => setShown(shown + 1), aFrameMs);
    const all = () => setShown(count);
    window.addEventListener("beforeprint", all);
    return () => {
      clearTimeout(turn);
      window.removeEventListener("beforeprint", all);
    };
  }, [shown, count]);
  return shown;
}
