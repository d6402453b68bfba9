// Beats, stretches, flagged places and annotations as tables with buttons: everything the plot shows and does, without
// a pointer and without a picture.
import { useState } from "preact/hooks";
import type { Interval } from "#report";
import { numeric, TableBox, TableHead } from "../../charts/table";
import { timeAt } from "../../format";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { type Beat, isByHand, isFlagged, isTakenOut } from "./beats";
import { canRestore } from "./editor";
import { flagText } from "./flags";
import { BeatForm, StretchForm } from "./forms";
import { bandCell, intervalCell } from "./interval-text";
import type { SignalsModel } from "./model";
import { useSelected } from "./use-model";

const tabs = ["beats", "stretches", "flags", "annotations"] as const;
type Tab = (typeof tabs)[number];
const rowsAtOnce = 25;

/** To the millisecond. */
const timeText = (seconds: number): string => timeAt(seconds, 3);

export function Lists({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const [tab, setTab] = useState<Tab>("beats");
  const counts = useSelected(model.marked, ({ marks }) => marks);
  const tabNames: Record<Tab, string> = {
    beats: text.lists.beats(model.beats.length),
    stretches: text.lists.stretches((counts?.eeg_excluded.length ?? 0) + (counts?.ecg_excluded.length ?? 0)),
    flags: text.lists.flags(counts?.flagged.length ?? 0),
    annotations: text.lists.annotations(model.source.drawn.annotations.length),
  };
  return (
    <section class="signal-lists" aria-labelledby="signal-lists-title">
      <h2 id="signal-lists-title">{text.lists.title}</h2>
      <p class="note">{text.lists.lead}</p>
      <fieldset class="group tools">
        <legend class="unseen">{text.lists.choose}</legend>
        {tabs.map((name) => (
          <label key={name} class={name === tab ? "chosen" : undefined}>
            <input
              type="radio"
              name="signal-list"
              class="unseen"
              checked={name === tab}
              onChange={() => setTab(name)}
            />
            {tabNames[name]}
          </label>
        ))}
      </fieldset>
      {tab === "beats" && <BeatList model={model} />}
      {tab === "stretches" && <StretchList model={model} />}
      {tab === "flags" && <FlagList model={model} />}
      {tab === "annotations" && <AnnotationList model={model} />}
    </section>
  );
}

/** A part of a long list, and buttons to the others. */
function usePaged<T>(items: readonly T[]) {
  const text = useText().signals.lists;
  const [from, setFrom] = useState(0);
  const start = Math.min(from, Math.max(0, Math.ceil(items.length / rowsAtOnce) - 1) * rowsAtOnce);
  const end = Math.min(items.length, start + rowsAtOnce);
  const pager = items.length > rowsAtOnce && (
    <div class="row pager">
      <button
        type="button"
        class="button small"
        disabled={start === 0}
        onClick={() => setFrom(start - rowsAtOnce)}
      >
        {text.before}
      </button>
      <span>{text.rows(start + 1, end, items.length)}</span>
      <button
        type="button"
        class="button small"
        disabled={end === items.length}
        onClick={() => setFrom(start + rowsAtOnce)}
      >
        {text.after}
      </button>
    </div>
  );
  return { shown: items.slice(start, end), pager, setFrom };
}

function BeatList({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const beats = useSelected(model.marked, (marked) => marked.beats);
  const [onlyFlagged, setOnlyFlagged] = useState(true);
  const listed = onlyFlagged ? beats.filter((beat) => isFlagged(beat) || isByHand(beat)) : beats;
  const { shown, pager, setFrom } = usePaged(listed);
  return (
    <>
      <BeatForm model={model} />
      <label class="check-line">
        <input
          type="checkbox"
          checked={onlyFlagged}
          onChange={(event) => {
            setOnlyFlagged(event.currentTarget.checked);
            setFrom(0);
          }}
        />
        {text.lists.onlyFlagged}
      </label>
      {listed.length === 0 ? (
        <p class="note">{beats.length === 0 ? text.lists.noBeats : text.lists.noFlaggedBeats}</p>
      ) : (
        <TableBox label={text.lists.beatsLabel}>
          <table class="beat-list">
            <TableHead
              columns={[
                ...numeric(text.lists.time),
                text.lists.kind,
                ...numeric(text.period.column, text.period.bandColumn),
                text.lists.reason,
                text.lists.actions,
              ]}
            />
            <tbody>
              {shown.map((beat) => (
                <BeatRow key={beat.atS} model={model} beat={beat} />
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {pager}
    </>
  );
}

function BeatRow({ model, beat }: { model: SignalsModel; beat: Beat }) {
  const words = useText();
  const text = words.signals;
  const time = timeText(beat.atS);
  const selected = useSelected(
    model.look,
    ({ selection }) => selection.kind === "beat" && Math.abs(selection.atS - beat.atS) < 1e-6,
  );
  return (
    <tr data-beat={beat.atS} data-kind={beat.kind} class={selected ? "selected" : undefined}>
      <th scope="row" class="n">
        {time}
      </th>
      <td>{text.kinds[beat.kind]}</td>
      <td class="n">{intervalCell(beat)}</td>
      <td class="n">{bandCell(beat)}</td>
      <td>{isByHand(beat) ? "" : told(beat, "reason", words)}</td>
      <td class="acts">
        <Act name={text.lists.goTo} of={time} onClick={() => model.goToBeat(beat)} />
        {!isTakenOut(beat) && beat.kind !== "missed" && (
          <Act name={text.removeBeat} of={time} onClick={() => model.editor.removeBeat(beat)} />
        )}
        {canRestore(beat) && (
          <Act name={text.restoreBeat} of={time} onClick={() => model.editor.restoreBeat(beat)} />
        )}
      </td>
    </tr>
  );
}

/** A small button whose name says also what it acts on. */
function Act(props: { name: string; of: string; onClick: () => void }) {
  return (
    <button type="button" class="link" aria-label={`${props.name}: ${props.of}`} onClick={props.onClick}>
      {props.name}
    </button>
  );
}

function StretchList({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const marks = useSelected(model.marked, (marked) => marked.marks);
  const rows = [
    ...(marks?.eeg_excluded ?? []).map((stretch) => ({ stretch, what: "eeg" as const })),
    ...(marks?.ecg_excluded ?? []).map((stretch) => ({ stretch, what: "heart" as const })),
  ].sort((a, b) => a.stretch.start_s - b.stretch.start_s);
  const { shown, pager } = usePaged(rows);
  return (
    <>
      <StretchForm model={model} />
      {rows.length === 0 ? (
        <p class="note">{text.lists.noStretches}</p>
      ) : (
        <TableBox label={text.lists.stretchesLabel}>
          <table class="stretch-list">
            <StretchHead />
            <tbody>
              {shown.map(({ stretch, what }) => (
                <tr key={`${what} ${stretch.start_s}`} data-what={what}>
                  <th scope="row" class="n">
                    {timeText(stretch.start_s)}
                  </th>
                  <td class="n">{timeText(stretch.end_s)}</td>
                  <td>{text.domains[what]}</td>
                  <td class="acts">
                    <Act
                      name={text.lists.goTo}
                      of={timeText(stretch.start_s)}
                      onClick={() => goToStretch(model, stretch)}
                    />
                    <Act
                      name={text.restoreStretch}
                      of={timeText(stretch.start_s)}
                      onClick={() => model.editor.include(what, stretch)}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      )}
      {pager}
    </>
  );
}

function StretchHead() {
  const text = useText().signals.lists;
  return <TableHead columns={[...numeric(text.from, text.to), text.what, text.actions]} />;
}

function goToStretch(model: SignalsModel, stretch: Interval): void {
  model.goTo(stretch.start_s, stretch.end_s);
  model.select({ kind: "stretch", fromS: stretch.start_s, toS: stretch.end_s });
}

function FlagList({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const flagged = useSelected(model.marked, ({ marks }) => marks?.flagged) ?? [];
  const { shown, pager } = usePaged(flagged);
  if (flagged.length === 0) return <p class="note">{text.lists.noFlags}</p>;
  return (
    <>
      <TableBox label={text.lists.flagsLabel}>
        <table class="flag-list">
          <StretchHead />
          <tbody>
            {shown.map((place) => {
              const stretch = { start_s: place.start_s, end_s: place.end_s };
              const isStretch = place.kind === "eeg" || place.kind === "ecg";
              const what = place.kind === "eeg" ? "eeg" : "heart";
              return (
                <tr key={`${place.kind} ${place.start_s}`} data-flag={place.kind}>
                  <th scope="row" class="n">
                    {timeText(place.start_s)}
                  </th>
                  <td class="n">{place.end_s > place.start_s ? timeText(place.end_s) : ""}</td>
                  <td>{flagText(place, text)}</td>
                  <td class="acts">
                    <Act
                      name={text.lists.goTo}
                      of={timeText(place.start_s)}
                      onClick={() => model.goToFlag(place, flagged.indexOf(place))}
                    />
                    {isStretch && (
                      <Act
                        name={what === "eeg" ? text.excludeEeg : text.excludeHeart}
                        of={timeText(place.start_s)}
                        onClick={() => model.editor.exclude(what, stretch)}
                      />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
      {pager}
    </>
  );
}

function AnnotationList({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const { annotations } = model.source.drawn;
  const { shown, pager } = usePaged(annotations);
  if (annotations.length === 0) return <p class="note">{text.lists.noAnnotations}</p>;
  return (
    <>
      <TableBox label={text.lists.annotationsLabel}>
        <table>
          <TableHead columns={[...numeric(text.lists.time), text.lists.annotation, text.lists.actions]} />
          <tbody>
            {shown.map((annotation, index) => (
              <tr key={index}>
                <th scope="row" class="n">
                  {timeText(annotation.onset_s)}
                </th>
                <td>
                  <bdi>{annotation.text}</bdi>
                </td>
                <td class="acts">
                  <Act
                    name={text.lists.goTo}
                    of={timeText(annotation.onset_s)}
                    onClick={() => model.goTo(annotation.onset_s)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {pager}
    </>
  );
}
