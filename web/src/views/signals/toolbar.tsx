// Buttons for what keys and pointers do: where to look, how large, through which filters, with which tool.
import { useAppState } from "../../app/context";
import { fixed, plain } from "../../format";
import { useText } from "../../text/text";
import { ChannelsMenu } from "./channels";
import type { Tool } from "./look";
import type { SignalsModel } from "./model";
import { derivedOf, montages } from "./montage";
import type { DisplayFilters } from "./tiles";
import { useSelected } from "./use-model";
import { shortestSpanS } from "./window";

const tools: Tool[] = ["look", "beat", "stretch"];
/** What the filter list offers; the notch follows the mains frequency. */
const filterChoices: Record<string, DisplayFilters> = {
  none: { highpassHz: null, lowpassHz: null, notchHz: null },
  highpass: { highpassHz: 1, lowpassHz: null, notchHz: null },
  band: { highpassHz: 1, lowpassHz: 40, notchHz: null },
  band50: { highpassHz: 1, lowpassHz: 70, notchHz: 50 },
  band60: { highpassHz: 1, lowpassHz: 70, notchHz: 60 },
};

export function Toolbar({ model, onHelp }: { model: SignalsModel; onHelp: () => void }) {
  const text = useText().signals;
  return (
    <div class="signal-bar" role="toolbar" aria-label={text.toolbar}>
      <ViewButtons model={model} />
      {model.source.drawn.signals.some(({ kind }) => kind === "eeg") && <GainButtons model={model} />}
      <FlagButtons model={model} />
      <HistoryButtons model={model} />
      <ToolChoice model={model} />
      <MontageChoice model={model} />
      <FilterChoice model={model} />
      <ChannelsMenu model={model} />
      <div class="group">
        <Tap sign={text.signs.help} name={text.help.open} keys="?" onClick={onHelp} />
      </div>
    </div>
  );
}

function Tap(props: { sign: string; name: string; keys?: string; disabled?: boolean; onClick: () => void }) {
  return (
    <button
      type="button"
      class="tap"
      aria-label={props.name}
      title={props.keys ? `${props.name} (${props.keys})` : props.name}
      disabled={props.disabled}
      onClick={props.onClick}
    >
      <span aria-hidden="true">{props.sign}</span>
    </button>
  );
}

function ViewButtons({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const spanS = useSelected(model.look, ({ window }) => Math.round(window.spanS * 100) / 100);
  return (
    <div class="group">
      <Tap sign={text.signs.back} name={text.back} keys="←" onClick={() => model.page(-1)} />
      <Tap
        sign={text.signs.zoomOut}
        name={text.zoomOut}
        keys="−"
        disabled={spanS >= model.endS}
        onClick={() => model.zoom(-1)}
      />
      <output class="value" data-span={spanS}>
        {text.span(spanS)}
      </output>
      <Tap
        sign={text.signs.zoomIn}
        name={text.zoomIn}
        keys="+"
        disabled={spanS <= shortestSpanS}
        onClick={() => model.zoom(1)}
      />
      <Tap sign={text.signs.forward} name={text.forward} keys="→" onClick={() => model.page(1)} />
    </div>
  );
}

function GainButtons({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const gain = useSelected(model.look, (look) => look.gain);
  return (
    <div class="group">
      <Tap sign={text.signs.gainDown} name={text.gainDown} keys="↓" onClick={() => model.stepGain(-1)} />
      <output class="value" data-gain={gain}>
        {text.gain(plain(gain))}
      </output>
      <Tap sign={text.signs.gainUp} name={text.gainUp} keys="↑" onClick={() => model.stepGain(1)} />
    </div>
  );
}

function FlagButtons({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const count = useSelected(model.marked, ({ marks }) => marks?.flagged.length ?? 0);
  return (
    <div class="group">
      <Tap
        sign={text.signs.flagBack}
        name={text.flagBack}
        keys="K"
        disabled={count === 0}
        onClick={() => model.nextFlag(-1)}
      />
      <output class="value short">
        {count}
        <span class="unseen"> {text.flagged}</span>
      </output>
      <Tap
        sign={text.signs.flagForward}
        name={text.flagForward}
        keys="J"
        disabled={count === 0}
        onClick={() => model.nextFlag(1)}
      />
    </div>
  );
}

function HistoryButtons({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const { history } = useAppState();
  return (
    <div class="group">
      <Tap
        sign={text.undo}
        name={text.undo}
        keys="Ctrl+Z"
        disabled={history.past.length === 0}
        onClick={() => model.editor.undo()}
      />
      <Tap
        sign={text.redo}
        name={text.redo}
        keys="Ctrl+Shift+Z"
        disabled={history.future.length === 0}
        onClick={() => model.editor.redo()}
      />
    </div>
  );
}

function ToolChoice({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const tool = useSelected(model.look, (look) => look.tool);
  return (
    <fieldset class="group tools">
      <legend class="unseen">{text.toolsLabel}</legend>
      {tools.map((name) => (
        <label key={name} class={name === tool ? "chosen" : undefined} title={text.toolHints[name]}>
          <input
            type="radio"
            name="signal-tool"
            class="unseen"
            checked={name === tool}
            onChange={() => model.setTool(name)}
          />
          {text.tools[name]}
        </label>
      ))}
    </fieldset>
  );
}

/** Montages that this recording has the sites for; none where it has no EEG. */
function MontageChoice({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const current = useSelected(model.look, (look) => look.montage);
  const { signals } = model.source.drawn;
  const possible = montages.filter(
    (montage) => montage === "recorded" || derivedOf(signals, montage, () => false) !== null,
  );
  if (possible.length === 1) return null;
  return (
    <div class="choice">
      <select
        aria-label={text.montage}
        title={text.montage}
        value={current}
        onChange={(event) => {
          const chosen = possible.find((montage) => montage === event.currentTarget.value);
          if (chosen) model.setFilters(model.now.filters, chosen);
        }}
      >
        {possible.map((montage) => (
          <option key={montage} value={montage}>
            {text.montages[montage]}
          </option>
        ))}
      </select>
    </div>
  );
}

function FilterChoice({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const filters = useSelected(model.look, (look) => look.filters);
  const current = Object.keys(filterChoices).find(
    (name) => JSON.stringify(filterChoices[name]) === JSON.stringify(filters),
  );
  return (
    <div class="choice">
      <select
        aria-label={text.filters}
        title={text.filters}
        value={current}
        onChange={(event) => {
          const chosen = filterChoices[event.currentTarget.value];
          if (chosen) model.setFilters(chosen);
        }}
      >
        {Object.keys(filterChoices).map((name) => (
          <option key={name} value={name}>
            {text.filterNames[name]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** What is to be known of the traces in sight: filters for the eye only, or no detail to be had; `own`: only of what is its own. */
export function TraceNote({ model, own = false }: { model: SignalsModel; own?: boolean }) {
  const text = useText().signals;
  const filtered = useSelected(model.look, ({ filters }) => Object.values(filters).some((hz) => hz !== null));
  const montage = useSelected(model.look, (look) => look.montage);
  const shows = useSelected(model.look, () => model.isDetailed);
  const derived = useSelected(model.look, () => model.isDerived);
  const { hasDetail, drawn } = model.source;
  const unreadable = useSelected(model.look, (look) => look.unreadable);
  const notes: string[] = [];
  if (unreadable) notes.push(text.unreadable);
  if (!hasDetail) notes.push(text.noDetail(fixed(1000 * drawn.overview_bin_s, 0)));
  if (filtered && !own) notes.push(shows ? text.filtersForTheEye : text.filtersNotHere);
  if (montage !== "recorded" && !own) notes.push(derived ? text.montageForTheEye : text.montageNotHere);
  return <output class="note signal-note">{notes.join(" ")}</output>;
}
