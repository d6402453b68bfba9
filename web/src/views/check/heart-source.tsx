// Where a visit's beats come from: the surest ECG channel, one that the user picks, or a list of another program.
import type { Channel } from "#report";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { useText } from "../../text/text";
import { TextPicker } from "./text-picker";

export function HeartSource(props: { slot: Slot; channels: Channel[]; name: string }) {
  const { slot, channels, name } = props;
  const words = useText().check.heartSource;
  const session = useSession();
  if (slot.options.heart_list !== "") {
    return (
      <p class="note">
        {words.listUsed}{" "}
        <button type="button" class="link" onClick={() => void session.enter(slot.key, { heart_list: "" })}>
          {words.removeList}
        </button>
      </p>
    );
  }
  const leads = channels.flatMap((channel, signal) =>
    channel.kind === "ecg" ? [{ signal, label: channel.label }] : [],
  );
  const { heart_signal: chosen } = slot.options;
  return (
    <div class="row heart-source">
      {(leads.length > 1 || chosen !== null) && (
        <label>
          {words.lead}{" "}
          <select
            value={chosen ?? ""}
            onChange={(event) => {
              const { value } = event.currentTarget;
              void session.enter(slot.key, { heart_signal: value === "" ? null : Number(value) });
            }}
          >
            <option value="">{words.surest}</option>
            {leads.map(({ signal, label }) => (
              <option key={signal} value={signal}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <TextPicker
        label={words.chooseList}
        name={`${words.chooseList}: ${name}`}
        hint={words.listHint}
        take={(heart_list) => session.enter(slot.key, { heart_list })}
      />
    </div>
  );
}
