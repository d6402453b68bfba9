// Which signals are shown, and which EEG channels are left out of the report by hand.
import { useEffect, useState } from "preact/hooks";
import { useText } from "../../text/text";
import type { SignalsModel } from "./model";
import { useSelected } from "./use-model";

export function ChannelsMenu({ model }: { model: SignalsModel }) {
  const words = useText();
  const text = words.signals;
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
          <thead>
            <tr>
              <th scope="col">{text.channelName}</th>
              <th scope="col">{text.channelShown}</th>
              <th scope="col">{text.channelOut}</th>
            </tr>
          </thead>
          <tbody>
            {signals.map((signal) => {
              const name = signal.label;
              const own = marks?.channels.find((channel) => channel.signal === signal.index);
              return (
                <tr key={signal.index}>
                  <th scope="row">
                    {name} <small>{words.check.kind[signal.kind] ?? signal.kind}</small>
                  </th>
                  <td>
                    <input
                      type="checkbox"
                      aria-label={text.showChannel(name)}
                      checked={!hidden.has(signal.index)}
                      onChange={(event) => toggle(signal.index, event.currentTarget.checked)}
                    />
                  </td>
                  <td>
                    {own && (
                      <input
                        type="checkbox"
                        aria-label={text.leaveChannelOut(name)}
                        checked={ticked[signal.index] ?? own.excluded}
                        onChange={(event) => {
                          const { checked } = event.currentTarget;
                          setTicked({ ...ticked, [signal.index]: checked });
                          model.editor.excludeChannel(signal.site || name, checked);
                        }}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
