// The recording itself: EEG and heart on one time axis, what was made of them, and edits by hand that the report
// follows at once.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Visit } from "#report";
import { useAppState } from "../../app/context";
import type { Slot } from "../../app/state";
import { InlineMark } from "../../charts/visits";
import { fixed, wholeSeconds } from "../../format";
import { useText } from "../../text/text";
import { isExample, useExamplePhases } from "../example-phases";
import { historyStep } from "./keys";
import { Help, Legend } from "./legend";
import { Lists } from "./lists";
import type { SignalsModel } from "./model";
import { Plot } from "./plot";
import { Announcer, SelectionBar } from "./selection";
import { Toolbar, TraceNote } from "./toolbar";
import { useModel, useSelected } from "./use-model";

/** The visit that was looked at last, so that coming back shows it again. */
let lastKey = -1;

export function SignalsScreen() {
  const text = useText();
  const { slots } = useAppState();
  const filled = slots.flatMap((slot, index) =>
    slot.source && slot.source.kind !== "none" ? [{ slot, index }] : [],
  );
  const [key, setKey] = useState(lastKey);
  const chosen = filled.find(({ slot }) => slot.key === key) ?? filled[0];
  useEffect(() => {
    lastKey = chosen?.slot.key ?? -1;
  }, [chosen?.slot.key]);
  const model = useModel(chosen?.slot);
  return (
    <section class="paper signals">
      <div class="signal-head">
        <h1>{text.signals.title}</h1>
        {filled.length > 1 && (
          <fieldset class="group tools">
            <legend class="unseen">{text.signals.visits}</legend>
            {filled.map(({ slot, index }) => (
              <label key={slot.key} class={slot === chosen?.slot ? "chosen" : undefined}>
                <input
                  type="radio"
                  name="signal-visit"
                  class="unseen"
                  checked={slot === chosen?.slot}
                  onChange={() => setKey(slot.key)}
                />
                <InlineMark visit={index} /> {text.visit(index)}
              </label>
            ))}
          </fieldset>
        )}
      </div>
      {!chosen && (
        <>
          <p class="lead">{text.signals.empty}</p>
          <a class="button primary" href="#open">
            {text.check.toOpen}
          </a>
        </>
      )}
      {chosen && !model && <p>{waitingFor(chosen.slot, text)}</p>}
      {chosen && model && (
        <Viewer key={chosen.slot.key} model={model} slot={chosen.slot} index={chosen.index} />
      )}
    </section>
  );
}

function waitingFor(slot: Slot, text: ReturnType<typeof useText>): string {
  return slot.state.kind === "failed" ? text.check.failed : text.check.stillReading;
}

function Viewer({ model, slot, index }: { model: SignalsModel; slot: Slot; index: number }) {
  const text = useText();
  const [help, setHelp] = useState(false);
  const measured = slot.state.kind === "ready" ? slot.state.visit : null;
  const visit = useExamplePhases(measured, isExample(slot));
  useHistoryKeys(model);
  return (
    <>
      <Toolbar model={model} onHelp={() => setHelp(true)} />
      <p id="signals-hint" class="unseen">
        {text.signals.hint}
      </p>
      <Plot
        model={model}
        phases={visit?.phases ?? []}
        label={text.signals.plotLabel(text.visit(index))}
        onHelp={() => setHelp(true)}
      />
      <SelectionBar model={model} />
      <div class="signal-foot">
        <Announcer model={model} />
        <Readout model={model} visit={visit} name={text.visit(index)} />
      </div>
      <TraceNote model={model} />
      <Legend />
      <Lists model={model} />
      <Help open={help} onClose={() => setHelp(false)} />
    </>
  );
}

/** Undo and redo wherever the focus is on this screen, but for fields, which have their own. */
function useHistoryKeys(model: SignalsModel): void {
  const latest = useRef(model);
  latest.current = model;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inField = event.target instanceof HTMLInputElement && event.target.type === "text";
      const step = inField ? 0 : historyStep(event);
      if (step === 0) return;
      event.preventDefault();
      if (step > 0) latest.current.editor.redo();
      else latest.current.editor.undo();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}

/** What the report says of this visit now: the numbers that an edit moves. */
function Readout({ model, visit, name }: { model: SignalsModel; visit: Visit | null; name: string }) {
  const text = useText().signals;
  const pending = useSelected(model.marked, (marked) => marked.pending);
  if (!visit) return null;
  const { heart, quality } = visit;
  const number = (value: number | null, decimals: number) =>
    value === null ? text.noNumber : fixed(value, decimals);
  const entries: [string, string][] = [
    [text.readout.rsa, number(heart.rsa_ln_ms2, 2)],
    [text.readout.rmssd, number(heart.rmssd_ms, 1)],
    [text.readout.epochs, text.of(String(quality.heart_epochs_used), String(quality.heart_epochs_total))],
    [text.readout.faa, number(visit.eeg.asymmetry[0]?.faa_ln ?? null, 3)],
    [text.readout.clean, text.of(wholeSeconds(quality.eeg_clean_s), wholeSeconds(quality.eeg_total_s))],
  ];
  return (
    <dl class="signal-readout" aria-label={text.readout.label(name)} aria-busy={pending}>
      {entries.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
