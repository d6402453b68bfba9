// Where a visit's beats come from: the surest ECG channel, one that the user picks, or a list of another program.
import type { RecordingFile } from "#report";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { useText } from "../../text/text";
import { TextPicker } from "./text-picker";

export function HeartSource(props: { slot: Slot; file: RecordingFile; name: string }) {
  const { slot, file, name } = props;
  const words = useText().check.heartSource;
  const session = useSession();
  if (slot.options.heart_list !== "") {
    return (
      <p class="note">
        {words.listUsed}{" "}
        <button
          type="button"
          class="link"
          onClick={() => void session.entries.enter(slot.key, { heart_list: "" })}
        >
          {words.removeList}
        </button>
      </p>
    );
  }
  return (
    <div class="row heart-source">
      <HeartLead slot={slot} file={file} />
      <TextPicker
        label={words.chooseList}
        name={`${words.chooseList}: ${name}`}
        hint={words.listHint}
        take={(heart_list) => session.entries.enter(slot.key, { heart_list })}
      />
    </div>
  );
}

/** Which of several ECG channels, or differences of two, the beats are found in. */
export function HeartLead({ slot, file }: { slot: Slot; file: RecordingFile }) {
  const words = useText().check.heartSource;
  const session = useSession();
  const { channels } = file;
  const leads = channels.flatMap((channel, signal) =>
    channel.kind === "ecg" ? [{ value: `${signal}`, label: channel.label }] : [],
  );
  for (const { signal, minus } of file.heart_pairs)
    leads.push({
      value: `${signal} ${minus}`,
      label: `${channels[signal]?.label ?? ""} − ${channels[minus]?.label ?? ""}`,
    });
  const { heart_signal: chosen, heart_minus: minus } = slot.options;
  return (
    (leads.length > 1 || chosen !== null) && (
      <label>
        {words.lead}{" "}
        <select
          value={[chosen, minus].filter((signal) => signal !== null).join(" ")}
          onChange={(event) => {
            const [signal, other] = event.currentTarget.value.split(" ");
            void session.entries.enter(slot.key, {
              heart_signal: signal ? Number(signal) : null,
              heart_minus: other ? Number(other) : null,
            });
          }}
        >
          <option value="">{words.surest}</option>
          {leads.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
    )
  );
}
