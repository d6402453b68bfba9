// A list of beats or intervals from another program, in place of the recording's own ECG.
import { useId } from "preact/hooks";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { useText } from "../../text/text";

export function HeartList({ slot, name }: { slot: Slot; name: string }) {
  const words = useText().check.heartList;
  const session = useSession();
  const id = useId();
  if (slot.heartList !== "") {
    return (
      <p class="note">
        {words.used}{" "}
        <button type="button" class="link" onClick={() => void session.setHeartList(slot.key, "")}>
          {words.remove}
        </button>
      </p>
    );
  }
  return (
    <p class="note picker">
      <input
        id={id}
        type="file"
        aria-label={`${words.choose}: ${name}`}
        onChange={async (event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) await session.setHeartList(slot.key, await file.text());
        }}
      />
      <label for={id} class="button small">
        {words.choose}
      </label>{" "}
      {words.hint}
    </p>
  );
}
