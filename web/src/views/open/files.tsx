// The files that a visit was recorded in: their names, when each began, and another to be added.
import { useSession } from "../../app/context";
import type { Slot, VisitFile } from "../../app/state";
import { useText } from "../../text/text";
import { NumberField } from "../check/number-field";

const longestS = 1e6;

/** The files' names; of several each with its start and a way out. */
export function FileNames({ slot, files, name }: { slot: Slot; files: VisitFile[]; name: string }) {
  const text = useText();
  const session = useSession();
  const words = text.open.files;
  const [only] = files;
  if (files.length === 1 && only) return <p class="slot-name">{only.file.name}</p>;
  return (
    <ol class="slot-files" aria-label={words.of(name)}>
      {files.map(({ file, startS }, index) => (
        <li key={`${index} ${file.name}`}>
          <span class="slot-name">{file.name}</span>
          {index > 0 && (
            <span>
              {words.start}{" "}
              <NumberField
                value={startS}
                lowest={0}
                highest={longestS}
                label={words.startOf(file.name)}
                wrong={words.startWrong}
                enter={(seconds) => void session.parts.setStart(slot.key, index, seconds)}
              />
            </span>
          )}
          <button
            type="button"
            class="link"
            aria-label={words.takeOutOf(file.name)}
            onClick={() => void session.parts.takeOut(slot.key, index)}
          >
            {words.takeOut}
          </button>
        </li>
      ))}
    </ol>
  );
}
