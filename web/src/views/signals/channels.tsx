// Which signals are shown, and which EEG channels are left out of the report by hand.

import { useEffect, useState } from "preact/hooks";
import { TableHead } from "../../charts/table";
import { useText } from "../../text/text";
import type { SignalsModel } from "./model";
import { useSelected } from "./use-model";

export function ChannelsMenu({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const hidden = useSelected(model.look, (look) => look.hidden);
  const marks = useSelected(model.marked, (marked) => marked.marks);
  const { signals } = model.source.drawn;
  // What was just ticked stands until the marks say so too.
  const [ticked, setTicked] = useState<Record<number, boolean>>({});
  useEffect(() => setTicked({}), [marks]);
  const toggle = (index: number, shown: boolean) => {
    const others = [...hidden].filter((other) => other !== index);
    model.setHidden(new Set(shown ? others : [...others, index]));
  };
  return (
    <details class="signal-channels">
      <summary class="button small">{text.channels(signals.length - hidden.size, signals.length)}</summary>
      <div class="sheet">
        <table>
          <caption class="unseen">{text.channelsLabel}</caption>
          <TableHead columns={[text.channelName, text.channelShown, text.channelOut]} />
          <tbody>
            {signals.map((signal) => {
              const own = marks?.channels.find((channel) => channel.signal === signal.index);
              return (
                <ChannelRow
                  key={signal.index}
                  signal={signal}
                  shown={!hidden.has(signal.index)}
                  show={(shown) => toggle(signal.index, shown)}
                  out={own ? (ticked[signal.index] ?? own.excluded) : null}
                  leaveOut={(out) => {
                    setTicked({ ...ticked, [signal.index]: out });
                    model.editor.excludeChannel(signal.site || signal.label, out);
                  }}
                />
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function ChannelRow(props: {
  signal: SignalsModel["source"]["drawn"]["signals"][number];
  shown: boolean;
  show: (shown: boolean) => void;
  /** Whether it is left out of the report; null: not what can be. */
  out: boolean | null;
  leaveOut: (out: boolean) => void;
}) {
  const text = useText();
  const words = text.signals;
  const { signal, out } = props;
  return (
    <tr>
      <th scope="row">
        {signal.label} <small>{text.check.kind[signal.kind] ?? signal.kind}</small>
      </th>
      <td>
        <input
          type="checkbox"
          aria-label={words.showChannel(signal.label)}
          checked={props.shown}
          onChange={(event) => props.show(event.currentTarget.checked)}
        />
      </td>
      <td>
        {out !== null && (
          <input
            type="checkbox"
            aria-label={words.leaveChannelOut(signal.label)}
            checked={out}
            onChange={(event) => props.leaveOut(event.currentTarget.checked)}
          />
        )}
      </td>
    </tr>
  );
}
