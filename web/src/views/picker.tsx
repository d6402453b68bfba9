// A button that opens the browser's own choice of a file or a folder.
import { useId } from "preact/hooks";

export function Picker(props: {
  label: string;
  class?: string;
  folder?: boolean;
  accept?: string;
  choose: (files: File[]) => void;
}) {
  const id = useId();
  return (
    <span class="picker">
      <input
        id={id}
        type="file"
        accept={props.accept}
        aria-label={props.label}
        ref={(input) => {
          if (input && props.folder) input.webkitdirectory = true;
        }}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // Emptied so that choosing the same again is a change again.
          event.currentTarget.value = "";
          props.choose(files);
        }}
      />
      <label for={id} class={props.class ?? "button small"}>
        {props.label}
      </label>
    </span>
  );
}
