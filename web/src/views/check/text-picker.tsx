// A button that takes a table from a file. What cannot be used is said beside it, and nothing else changes.
import { useId, useState } from "preact/hooks";
import { failureOf } from "../../app/failures";
import { decoded, largestTableBytes } from "../../app/table-text";
import { useText } from "../../text/text";
import type { Failure } from "../../worker/protocol";
import { FailureText } from "../failure";

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
      if (file.size > largestTableBytes) setFailure({ code: "E_TABLE_LARGE", message: "", where: "" });
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
