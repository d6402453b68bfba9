// Copies a text. Where the browser refuses the clipboard, the text is marked in its field, to be copied by hand.
import { useState } from "preact/hooks";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** What became of it, to be told, and the copying. */
export function useCopy(words: { copied: string; byHand: string }) {
  const [told, setTold] = useState("");
  const copy = async (content: string, field: () => Field | null) => {
    try {
      await navigator.clipboard.writeText(content);
      setTold(words.copied);
    } catch {
      // Without a clipboard this is the same instant, and the field may not be drawn yet.
      requestAnimationFrame(() => field()?.select());
      setTold(words.byHand);
    }
  };
  return { told, copy };
}
