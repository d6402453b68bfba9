// The recording itself: EEG and heart on one time axis, what was made of them, and edits by hand that the report
// follows at once.
import { useEffect, useRef, useState } from "preact/hooks";
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
import { useModel, usePair, useSelected } from "./use-model";

/** What was looked at last, so that coming back shows it again. */
const last = { key: -1, other: -1, both: false };

interface Pane {
  slot: Slot;
  index: number;
}

export function SignalsScreen() {
  const text = useText();
  const { slots } = useAppState();
  const filled = slots.flatMap((slot, index) =>
    slot.source && slot.source.kind !== "none" ? [{ slot, index }] : [],
  );
  const { chosen, other, both, choose, setBoth } = useChoice(filled);
  const panes = [chosen, other].flatMap((pane) => pane ?? []).sort((a, b) => a.index - b.index);
  return (
    <section class="paper signals">
      <div class="signal-head">
        <h1>{text.signals.title}</h1>
        {filled.length > 1 && (
          <div class="row">
            <fieldset class="group tools">
              <legend class="unseen">{text.signals.visits}</legend>
              {filled.map(({ slot, index }) => (
                <label key={slot.key} class={slot === chosen?.slot ? "chosen" : undefined}>
                  <input
                    type="radio"
                    name="signal-visit"
                    class="unseen"
                    checked={slot === chosen?.slot}
                    onChange={() => choose(slot.key)}
                  />
                  <InlineMark visit={index} /> {text.visit(index)}
                </label>
              ))}
            </fieldset>
            <label class="check-line">
              <input
                type="checkbox"
                checked={both}
                onChange={(event) => setBoth(event.currentTarget.checked)}
              />
              {text.signals.pair.both}
            </label>
          </div>
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
      {chosen && (
        <Panes key={panes.map(({ slot }) => slot.key).join()} panes={panes} chosen={chosen} choose={choose} />
      )}
    </section>
  );
}

/** The visit that buttons and tables act on, and the one beside it. */
function useChoice(filled: Pane[]) {
  const [{ key, other: otherKey, both }, setChoice] = useState(last);
  const ofKey = (wanted: number) => filled.find(({ slot }) => slot.key === wanted);
  const chosen = ofKey(key) ?? filled[0];
  const others = filled.filter((pane) => pane !== chosen);
  const other = both ? (others.find(({ slot }) => slot.key === otherKey) ?? others[0]) : undefined;
  const set = (part: Partial<typeof last>) => {
    Object.assign(last, { key: chosen?.slot.key ?? -1 }, part);
    setChoice({ ...last });
  };
  return {
    chosen,
    other,
    both: other !== undefined,
    choose: (next: number) => {
      if (next !== chosen?.slot.key) set({ key: next, other: chosen?.slot.key ?? -1 });
    },
    setBoth: (next: boolean) => set({ both: next }),
  };
}

/** `panes`: one, or two from left to right. */
function Panes({ panes, chosen, choose }: { panes: Pane[]; chosen: Pane; choose: (key: number) => void }) {
  const text = useText();
  const [left = chosen, right] = panes;
  const models = [useModel(left.slot), useModel(right?.slot)];
  const views = panes.flatMap((pane, at): View[] => {
    const model = models[at];
    return model ? [{ ...pane, model }] : [];
  });
  const waiting = panes.filter((pane) => views.every(({ slot }) => slot !== pane.slot));
  const active = views.find(({ slot }) => slot === chosen.slot) ?? views[0];
  return (
    <>
      {waiting.map(({ slot, index }) => (
        <p key={slot.key}>
          {right ? text.named(text.visit(index), waitingFor(slot, text)) : waitingFor(slot, text)}
        </p>
      ))}
      {active && <Viewer key={views.length} views={views} active={active} choose={choose} />}
    </>
  );
}

function waitingFor(slot: Slot, text: ReturnType<typeof useText>): string {
  return slot.state.kind === "failed" ? text.check.failed : text.check.stillReading;
}

interface View extends Pane {
  model: SignalsModel;
}

/** `views`: one, or two from left to right; `active`: the one that buttons and tables act on. */
function Viewer({ views, active, choose }: { views: View[]; active: View; choose: (key: number) => void }) {
  const text = useText();
  const [help, setHelp] = useState(false);
  const [left = active, right] = views;
  const [together, setTogether] = usePair(left.model, right?.model, active.model);
  const { model } = active;
  useHistoryKeys(model);
  return (
    <>
      <Toolbar model={model} onHelp={() => setHelp(true)} />
      <p id="signals-hint" class="unseen">
        {text.signals.hint}
      </p>
      {right && <PairBar together={together} setTogether={setTogether} />}
      <div class={right && "signal-pair"}>
        {views.map((view) => (
          <PlotOf
            key={view.slot.key}
            view={view}
            titled={right !== undefined}
            active={view === active}
            activate={() => choose(view.slot.key)}
            onHelp={() => setHelp(true)}
          />
        ))}
      </div>
      <SelectionBar model={model} />
      <div class="signal-foot">
        <Announcer model={model} />
        <div>
          {views.map((view) => (
            <Readout key={view.slot.key} view={view} named={right !== undefined} />
          ))}
        </div>
      </div>
      {views.map((view) => (
        <TraceNote key={view.slot.key} model={view.model} own={view !== active} />
      ))}
      <Legend />
      <Lists model={model} />
      <Help open={help} onClose={() => setHelp(false)} />
    </>
  );
}

function PlotOf(props: {
  view: View;
  titled: boolean;
  active: boolean;
  activate: () => void;
  onHelp: () => void;
}) {
  const { view, titled, active, activate, onHelp } = props;
  const { slot, model, index } = view;
  const text = useText();
  const measured = slot.state.kind === "ready" ? slot.state.visit : null;
  const visit = useExamplePhases(measured, isExample(slot));
  return (
    <div
      class="signal-pane"
      data-active={titled && active}
      onFocusCapture={activate}
      onPointerDownCapture={activate}
    >
      {titled && (
        <h2>
          <InlineMark visit={index} /> {text.visit(index)}
        </h2>
      )}
      <Plot
        model={model}
        phases={visit?.phases ?? []}
        label={text.signals.plotLabel(text.visit(index))}
        onHelp={onHelp}
      />
    </div>
  );
}

/** Whether two views scroll together, and that they are on one scale. */
function PairBar({ together, setTogether }: { together: boolean; setTogether: (together: boolean) => void }) {
  const text = useText().signals.pair;
  return (
    <div class="row pair-bar">
      <label class="check-line">
        <input
          type="checkbox"
          checked={together}
          onChange={(event) => setTogether(event.currentTarget.checked)}
        />
        {text.together}
      </label>
      <span class="note">{text.note}</span>
    </div>
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
function Readout({ view, named }: { view: View; named: boolean }) {
  const words = useText();
  const text = words.signals;
  const name = words.visit(view.index);
  const pending = useSelected(view.model.marked, (marked) => marked.pending);
  if (view.slot.state.kind !== "ready") return null;
  const { visit } = view.slot.state;
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
      {named && (
        <div>
          <dt>
            <InlineMark visit={view.index} />
          </dt>
          <dd>{name}</dd>
        </div>
      )}
      {entries.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
