// The channels of a recording, what each was taken for, and what the user says that it is. A changed channel is
// read again: it decides which samples are measured.
import { useState } from "preact/hooks";
import type { Channel, ChannelChoice } from "#report";
import { useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { plain, unitText } from "../../format";
import { useText } from "../../text/text";

const voltages = ["uV", "mV", "V"];

const kinds = ["eeg", "ecg", "respiration", "eog", "emg", "trigger", "other"] as const;

/** Rows beyond these are shown on request: files may have thousands of channels. */
const firstRows = 64;

export function ChannelTable(props: { slot: Slot; channels: Channel[]; label: string }) {
  const text = useText();
  const session = useSession();
  const [all, setAll] = useState(false);
  const { slot, channels, label } = props;
  const columns = text.check.channelColumns;
  const shown = all ? channels : channels.slice(0, firstRows);
  return (
    <>
      <p class="note">{text.check.channelsHint}</p>
      <TableBox label={label}>
        <table class="channels">
          <TableHead
            columns={[
              columns.label,
              columns.kind,
              columns.site,
              columns.certainty,
              columns.use,
              columns.unit,
              ...numeric(columns.rate),
              columns.prefilter,
            ]}
          />
          <tbody>
            {shown.map((channel, signal) => (
              <ChannelRow
                key={signal}
                channel={channel}
                chosen={slot.channels.find((choice) => choice.signal === signal) ?? null}
                choose={(choice) => void session.entries.setChannels(slot.key, [signal], choice)}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <div class="row">
        {!all && channels.length > firstRows && (
          <button type="button" class="button small" onClick={() => setAll(true)}>
            {text.check.allChannels(channels.length)}
          </button>
        )}
        {slot.channels.length > 0 && (
          <button
            type="button"
            class="link"
            onClick={() => void session.entries.chooseChannels(slot.key, [])}
          >
            {text.check.channelsReset}
          </button>
        )}
      </div>
    </>
  );
}

function ChannelRow(props: {
  channel: Channel;
  chosen: ChannelChoice | null;
  choose: (choice: Partial<ChannelChoice>) => void;
}) {
  const text = useText();
  const { channel, choose } = props;
  const columns = text.check.channelColumns;
  const fixed = channel.kind === "annotation";
  return (
    <tr>
      <th scope="row">{channel.label || text.check.noLabel}</th>
      <td>{fixed ? text.check.kind[channel.kind] : <KindChoice channel={channel} choose={choose} />}</td>
      <td>
        {channel.kind === "eeg" && (
          <input
            class="short"
            size={5}
            maxLength={8}
            aria-label={`${columns.site}: ${channel.label}`}
            defaultValue={channel.site}
            // A new file or choice shows its own site.
            key={channel.site}
            onChange={(event) => choose({ kind: "eeg", site: event.currentTarget.value.trim() })}
          />
        )}
      </td>
      <td>
        {props.chosen?.kind
          ? text.check.byHand
          : (text.check.certainty[channel.certainty] ?? channel.certainty)}
      </td>
      <td>{text.check.uses[channel.use] ?? channel.use}</td>
      <td>
        {channel.kind === "eeg" ? (
          <UnitChoice channel={channel} chosen={props.chosen?.unit ?? ""} choose={choose} />
        ) : (
          unitText(channel.unit) || "–"
        )}
      </td>
      <td class="n">{channel.sample_rate_hz > 0 ? plain(channel.sample_rate_hz) : "–"}</td>
      <td>{channel.prefilter || "–"}</td>
    </tr>
  );
}

function KindChoice(props: { channel: Channel; choose: (choice: Partial<ChannelChoice>) => void }) {
  const words = useText().check;
  const { channel, choose } = props;
  return (
    <select
      aria-label={`${words.channelColumns.kind}: ${channel.label}`}
      value={channel.kind}
      onChange={(event) => {
        const kind = kinds.find((name) => name === event.currentTarget.value);
        if (kind) choose({ kind, site: kind === "eeg" ? channel.site : "" });
      }}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {words.kind[kind]}
        </option>
      ))}
    </select>
  );
}

/** The unit that an EEG channel's numbers are in, where the file gives none or a wrong one. */
function UnitChoice(props: {
  channel: Channel;
  chosen: string;
  choose: (choice: Partial<ChannelChoice>) => void;
}) {
  const text = useText();
  const { channel, chosen, choose } = props;
  const ofFile = chosen === "" ? unitText(channel.unit) || "–" : text.check.unitOfFile;
  return (
    <select
      aria-label={`${text.check.channelColumns.unit}: ${channel.label}`}
      value={chosen}
      onChange={(event) => choose({ unit: event.currentTarget.value })}
    >
      <option value="">{ofFile}</option>
      {voltages
        .filter((unit) => unit !== channel.unit || unit === chosen)
        .map((unit) => (
          <option key={unit} value={unit}>
            {unitText(unit)}
          </option>
        ))}
    </select>
  );
}
