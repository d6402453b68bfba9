// All that was coded as tables: the way without a pointer, and to the millisecond.
import { useState } from "preact/hooks";
import { Disclosure } from "../../charts/figure";
import { TableBox, TableHead } from "../../charts/table";
import {
  type Code,
  entered,
  isLocked,
  type PointEvent,
  type TrackName,
  withSheet,
  withTrack,
} from "../../code/book";
import { snapped, usualRate } from "../../code/frames";
import {
  annotate,
  joinNext,
  moveChange,
  moveEnd,
  put,
  relabel,
  removeSpan,
  type Span,
  spansOf,
  split,
  type Track,
} from "../../code/track";
import { secondsOf, timeAt } from "../../format";
import { useText } from "../../text/text";
import type { Sitting } from "./sitting";
import { TypedInput } from "./typed-input";
import { useCodeName } from "./words";

/** More rows at once are slow to draw and to walk through. */
const rowsAtOnce = 25;

export function CodeTables({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book, coder, practising } = sitting;
  const { states, events } = book.sheets[coder];
  const counted = (title: string, count: number) => `${title} (${count})`;
  return (
    <div class="code-tables">
      <Disclosure summary={counted(words.states, spansOf(states).length)}>
        {() => <TrackTable sitting={sitting} name="states" title={words.states} codes={book.set.states} />}
      </Disclosure>
      {coder === "a" && !practising && (
        <Disclosure summary={counted(words.phases, spansOf(book.sheets.a.phases).length)}>
          {() => <TrackTable sitting={sitting} name="phases" title={words.phases} codes={book.set.phases} />}
        </Disclosure>
      )}
      {!practising && (
        <Disclosure summary={counted(words.events, events.length)}>
          {() => <EventTable sitting={sitting} />}
        </Disclosure>
      )}
    </div>
  );
}

function TrackTable(props: { sitting: Sitting; name: TrackName; title: string; codes: Code[] }) {
  const { sitting, name, codes, title } = props;
  const words = useText().code;
  const { book, coder, player } = sitting;
  const track = book.sheets[coder][name];
  const all = spansOf(track);
  const [first, setFirst] = useState(0);
  const start = Math.min(first, Math.max(0, Math.floor((all.length - 1) / rowsAtOnce) * rowsAtOnce));
  const change = (edit: (track: Track) => Track) => sitting.edit((now) => withTrack(now, coder, name, edit));
  return (
    <>
      {all.length === 0 && <p class="note">{words.nothingYet}</p>}
      <TableBox label={title}>
        <table class="code-table">
          <TableHead columns={[words.from, words.to, words.code, words.noteHead, words.editHead]} />
          <tbody>
            {all.slice(start, start + rowsAtOnce).map((span, row) => (
              <SpanRow
                key={span.index}
                span={span}
                place={start + row + 1}
                codes={codes}
                sitting={sitting}
                track={track}
                change={change}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <div class="row">
        {all.length > rowsAtOnce && <Pages start={start} count={all.length} turnTo={setFirst} />}
        {all.length > 0 && (
          <button
            type="button"
            class="button small"
            onClick={() => change((now) => split(now, snapped(player.now(), book.rate)))}
          >
            {words.splitHere}
          </button>
        )}
      </div>
      <NewRow
        times={[words.from, words.to]}
        codes={isLocked(book, coder) ? [] : codes}
        add={([from, to = Infinity], code) => change((now) => put(now, from, to, code))}
      />
    </>
  );
}

/** Which rows of so many are shown, and the way to the others. */
function Pages(props: { start: number; count: number; turnTo: (start: number) => void }) {
  const words = useText().code;
  const { start, count, turnTo } = props;
  return (
    <>
      <button
        type="button"
        class="button small"
        disabled={start === 0}
        onClick={() => turnTo(start - rowsAtOnce)}
      >
        {words.earlier}
      </button>
      <span class="note">{words.rows(start + 1, Math.min(count, start + rowsAtOnce), count)}</span>
      <button
        type="button"
        class="button small"
        disabled={start + rowsAtOnce >= count}
        onClick={() => turnTo(start + rowsAtOnce)}
      >
        {words.later}
      </button>
    </>
  );
}

interface SpanProps {
  span: Span;
  place: number;
  codes: Code[];
  sitting: Sitting;
  track: Track;
  change: (edit: (track: Track) => Track) => void;
}

function SpanRow(props: SpanProps) {
  const { span, place, codes, sitting, change } = props;
  const words = useText().code;
  const least = 1 / (sitting.book.rate ?? usualRate);
  const { index } = span;
  return (
    <tr>
      <td>
        <TimeField
          label={words.rowOf(words.from, place)}
          value={span.start_s}
          take={(at_s) => change((now) => moveChange(now, index, at_s, least))}
        />
      </td>
      <td>
        <TimeField
          label={words.rowOf(words.to, place)}
          value={span.end_s}
          take={(at_s) => change((now) => moveEnd(now, index, at_s, least))}
        />
      </td>
      <td>
        <CodeSelect
          label={words.rowOf(words.code, place)}
          value={span.code}
          codes={codes}
          take={(code) => change((now) => relabel(now, index, code))}
        />
      </td>
      <td>
        <NoteField
          label={words.rowOf(words.noteHead, place)}
          value={span.note}
          take={(note) => change((now) => annotate(now, index, note))}
        />
      </td>
      <SpanActions {...props} />
    </tr>
  );
}

function SpanActions({ span, place, sitting, track, change }: SpanProps) {
  const words = useText().code;
  const { player } = sitting;
  const { index } = span;
  const next = track[index + 1];
  const stretch = { start_s: span.start_s, end_s: span.end_s ?? 0 };
  return (
    <td class="code-actions">
      {span.end_s !== null && (
        <>
          <Act name={words.playOf(place)} sign="▶" onClick={() => player.playOnce(stretch)} />
          <Act name={words.loopOf(place)} sign="⟳" onClick={() => player.loop(stretch)} />
        </>
      )}
      {next && next.code !== "" && (
        <Act name={words.joinOf(place)} sign="⇥" onClick={() => change((now) => joinNext(now, index))} />
      )}
      <Act name={words.removeOf(place)} sign="✕" onClick={() => change((now) => removeSpan(now, index))} />
    </td>
  );
}

/** One of the codes there are, or the one that is no more among them. */
function CodeSelect(props: { label: string; value: string; codes: Code[]; take: (code: string) => void }) {
  const { label, value, codes, take } = props;
  const nameFor = useCodeName();
  return (
    <select aria-label={label} value={value} onChange={(event) => take(event.currentTarget.value)}>
      {codes.map((code) => (
        <option key={code.id} value={code.id}>
          {nameFor(code)}
        </option>
      ))}
      {!codes.some(({ id }) => id === value) && <option value={value}>{value}</option>}
    </select>
  );
}

function EventTable({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const nameFor = useCodeName();
  const { book, coder, player } = sitting;
  const { events } = book.sheets[coder];
  const set = (next: typeof events) =>
    sitting.edit((now) => withSheet(now, coder, (sheet) => ({ ...sheet, events: next })));
  const change = (place: number, part: Partial<PointEvent>) =>
    set(
      events
        .map((one, index) => (index === place ? { ...one, ...part } : one))
        .sort((one, other) => one.at_s - other.at_s),
    );
  const add = (
    <NewRow
      times={[words.at]}
      codes={isLocked(book, coder) ? [] : book.set.events}
      add={([at_s], code) => sitting.edit((now) => entered(now, coder, "events", code, at_s))}
    />
  );
  if (events.length === 0) return add;
  return (
    <>
      <TableBox label={words.events}>
        <table class="code-table">
          <TableHead columns={[words.at, words.code, words.noteHead, words.editHead]} />
          <tbody>
            {events.map((event, place) => (
              <EventRow
                key={`${event.at_s} ${event.code} ${place}`}
                event={event}
                name={nameFor({
                  name: book.set.events.find(({ id }) => id === event.code)?.name ?? event.code,
                })}
                place={place + 1}
                change={(part) => change(place, part)}
                seek={() => player.seek(event.at_s)}
                remove={() => set(events.filter((_, index) => index !== place))}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      {add}
    </>
  );
}

function EventRow(props: {
  event: PointEvent;
  name: string;
  place: number;
  change: (part: Partial<PointEvent>) => void;
  seek: () => void;
  remove: () => void;
}) {
  const words = useText().code;
  const { event, place, change } = props;
  return (
    <tr>
      <td>
        <TimeField
          label={words.rowOf(words.at, place)}
          value={event.at_s}
          take={(at_s) => change({ at_s })}
        />
      </td>
      <td>{props.name}</td>
      <td>
        <NoteField
          label={words.rowOf(words.noteHead, place)}
          value={event.note}
          take={(note) => change({ note })}
        />
      </td>
      <td class="code-actions">
        <Act name={words.goTo(place)} sign="▶" onClick={props.seek} />
        <Act name={words.removeOf(place)} sign="✕" onClick={props.remove} />
      </td>
    </tr>
  );
}

/** What is added by its times, where there are codes to add; nothing is where one of them is no time, or they run backwards. */
function NewRow(props: {
  times: string[];
  codes: Code[];
  add: (times: [number, ...number[]], code: string) => void;
}) {
  const words = useText().code;
  const nameFor = useCodeName();
  const { times, codes, add } = props;
  const [failed, setFailed] = useState(false);
  if (codes.length === 0) return null;
  return (
    <form
      class="row"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        const typed = new FormData(form);
        const found = times.flatMap((name) => secondsOf(String(typed.get(name))) ?? []);
        const [first = 0, last = Infinity] = found;
        setFailed(found.length < times.length || last <= first);
        if (found.length < times.length || last <= first) return;
        add([first, ...found.slice(1)], String(typed.get("code")));
        form.reset();
      }}
    >
      {times.map((name) => (
        <label key={name} class="choice">
          {name} <input type="text" name={name} class="code-time-field" inputMode="decimal" />
        </label>
      ))}
      <select name="code" aria-label={words.code}>
        {codes.map((code) => (
          <option key={code.id} value={code.id}>
            {nameFor(code)}
          </option>
        ))}
      </select>
      <button type="submit" class="button small">
        {words.add}
      </button>
      <span role="alert" class="failure">
        {failed && words.noTimes}
      </span>
    </form>
  );
}

/** A time as people write it; what is none is put back. */
function TimeField(props: { label: string; value: number | null; take: (at_s: number) => void }) {
  const shown = props.value === null ? "" : timeAt(props.value, 3);
  return (
    <TypedInput
      inputMode="decimal"
      class="code-time-field"
      label={props.label}
      value={shown}
      take={(typed) => {
        const at_s = secondsOf(typed);
        if (at_s !== null) props.take(at_s);
      }}
    />
  );
}

function NoteField(props: { label: string; value: string; take: (note: string) => void }) {
  return (
    <TypedInput
      maxLength={500}
      label={props.label}
      value={props.value}
      take={(typed) => props.take(typed.trim())}
    />
  );
}

function Act({ name, sign, onClick }: { name: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" class="tap" aria-label={name} title={name} onClick={onClick}>
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
