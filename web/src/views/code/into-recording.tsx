// What was coded as annotations in a copy of the visit's recording.
import { useState } from "preact/hooks";
import { useAppState } from "../../app/context";
import { copyWithAnnotations } from "../../app/copies";
import { type Book, isEmpty } from "../../code/book";
import { annotationsOf } from "../../code/edf";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { FailureText } from "../failure";
import { nameFor, saveBlob } from "../save";
import { recordedOf, type Sitting } from "./sitting";

type Made =
  | { kind: "working"; part: number }
  | { kind: "failed"; failure: Failure }
  | { kind: "saved"; leftOutBytes: number };

export function IntoRecording({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { participant } = useAppState().infant;
  const [made, setMade] = useState<(Made & { book: Book }) | null>(null);
  const { book, coder, slot } = sitting;
  const visit = recordedOf(slot);
  if (!visit || slot.source?.kind !== "file" || isEmpty(book)) return null;
  const [first, second] = slot.source.files;
  // Which of several files an annotation would go to, their copies would not say.
  const annotations = second ? null : annotationsOf(book, coder);
  const make = async () => {
    if (!annotations || !first) return;
    setMade({ book, kind: "working", part: 0 });
    const outcome = await copyWithAnnotations(first.file, annotations, (part) =>
      setMade({ book, kind: "working", part }),
    );
    if ("code" in outcome) return setMade({ book, kind: "failed", failure: outcome });
    const ending = visit.file.variant.startsWith("BDF") ? "bdf" : "edf";
    saveBlob(outcome.copy, nameFor(participant, `attune-recording-coded.${ending}`));
    setMade({ book, kind: "saved", leftOutBytes: outcome.leftOutBytes });
  };
  const now = made?.book === book ? made : null;
  return (
    <>
      <div class="row">
        <button
          type="button"
          class="button small"
          disabled={!annotations || now?.kind === "working"}
          onClick={() => void make()}
        >
          {words.intoRecording}
        </button>
        <span class="note">
          {annotations ? words.intoNote : second ? words.intoSeveral : words.intoNeedsClock}
        </span>
      </div>
      <div aria-live="polite">
        {now?.kind === "working" && <progress aria-label={words.intoRecording} value={now.part} />}
        {now?.kind === "failed" && <FailureText failure={now.failure} />}
        {now?.kind === "saved" && annotations && (
          <p class="note">
            {words.intoDone(annotations.length)} {now.leftOutBytes > 0 && words.intoLeftOut(now.leftOutBytes)}
          </p>
        )}
      </div>
    </>
  );
}
