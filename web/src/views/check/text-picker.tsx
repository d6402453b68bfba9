// A button that takes a table from a file. What cannot be used is said beside it, and nothing else changes.
import { useId, useState } from "preact/hooks";
import { failureOf } from "../../app/failures";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { FailureText } from "../failure";

/** A larger file is no table that one infant's scores or codes would be in. */
const largestBytes = 32 * 1024 * 1024;

export function TextPicker(props: {
  label: string;
  /** What a screen reader says, where the label alone would not tell which. */
  name?: string;
  hint?: string;
  /** Takes the text, or throws why it cannot. */
  take: (text: string) => Promise<unknown>;
}) {
  const text = useText();
  const id = useId();
  const [failure, setFailure] = useState<Failure | null>(null);
  const read = async (file: File) => {
    setFailure(null);
    try {
      if (file.size > largestBytes) setFailure({ code: "E_TABLE_LARGE", message: "", where: "" });
      else await props.take(decoded(await file.arrayBuffer()));
    } catch (error) {
      setFailure(
        error instanceof DOMException
          ? { code: "E_PAGE_UNREADABLE", message: "", where: "" }
          : failureOf(error),
      );
    }
  };
  return (
    <div class="text-picker">
      <span class="picker">
        <input
          id={id}
          type="file"
          aria-label={props.name ?? props.label}
          aria-describedby={`${id}-note`}
          aria-invalid={failure !== null}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // Emptied so that choosing the same file again is a change again.
            event.currentTarget.value = "";
            if (file) void read(file);
          }}
        />
        <label for={id} class="button small">
          {props.label}
        </label>
      </span>
      <div id={`${id}-note`} class="note">
        {props.hint}
        <div role="alert">
          {failure && (
            <>
              <FailureText failure={failure} /> {text.check.unchanged}
            </>
          )}
        </div>
      </div>
    </div>
  );
}

/** Tables come as UTF-8, or from spreadsheets as UTF-16 with its mark or in the Western code page. */
function decoded(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes);
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return new TextDecoder(first === 0xff ? "utf-16le" : "utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
