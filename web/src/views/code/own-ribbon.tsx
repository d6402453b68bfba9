// The ribbon of what one coder may see, how much of the time it shows, and what is still missing.
import { useEffect, useState } from "preact/hooks";
import { useStore } from "../../app/store";
import { endAll, gapsOf, isClosed, isLocked, isOpen, withTrack } from "../../code/book";
import { differences } from "../../code/compare";
import { snapped, usualRate } from "../../code/frames";
import { drawn, undrawn } from "../../code/share";
import type { Stretch, Track } from "../../code/track";
import { fixed, timeAt } from "../../format";
import { useText } from "../../text/text";
import { Ribbon, type RibbonPart } from "./ribbon";
import { recordedOf, type Sitting } from "./sitting";

/** How much of the time is shown; 0: all. */
const spans = [0, 120, 30, 10];

/** A coding without a video shows at least this much. */
const leastShown_s = 60;
const mostGaps = 6;

export function OwnRibbon({ sitting, both }: { sitting: Sitting; both: boolean }) {
  const words = useText().code;
  const { book, coder, player, edit } = sitting;
  const [span, setSpan] = useState(0);
  const length = useLength(sitting);
  const page = usePage(sitting, span);
  const from = span === 0 ? 0 : page * span;
  const to = span === 0 ? length : from + span;
  const beyond = coder === "b" || both ? undrawn(book.sheets.a, book.share) : [];
  const { a, b } = book.sheets;
  const parts: RibbonPart[] = both
    ? [
        { title: words.coders.a, ...a },
        { title: words.coders.b, ...b },
      ]
    : [{ title: "", ...book.sheets[coder] }];
  const marks = both
    ? differences(a.states, b.states, beyond).sort((one, other) => one.start_s - other.start_s)
    : [];
  const set = (states: Track) =>
    edit((now) =>
      withTrack(now, coder, "states", (before) =>
        states.map((change, place) =>
          change.at_s === before[place]?.at_s ? change : { ...change, at_s: snapped(change.at_s, now.rate) },
        ),
      ),
    );
  return (
    <div class="code-ribbon">
      {coder === "b" && !both && <p class="code-closed">{words.firstHidden}</p>}
      <Ribbon
        book={book}
        parts={parts}
        beyond={beyond}
        marks={marks}
        player={player}
        visit={book.offset_s === null ? null : recordedOf(sitting.slot)}
        from={from}
        to={to}
        leastS={1 / (book.rate ?? usualRate)}
        onSeek={(at_s) => player.seek(at_s)}
        onStates={both || isLocked(book, coder) ? null : set}
      />
      <div class="row">
        <label class="choice">
          {words.shown}{" "}
          <select value={String(span)} onChange={(event) => setSpan(Number(event.currentTarget.value))}>
            {spans.map((seconds) => (
              <option key={seconds} value={String(seconds)}>
                {seconds === 0 ? words.all : words.seconds(seconds)}
              </option>
            ))}
          </select>
        </label>
        {!both && <p class="note">{words.dragNote}</p>}
      </div>
      {!both && <Missing sitting={sitting} />}
    </div>
  );
}

/** How long what is shown lasts: the video, else all that was coded, else what the clock has run. */
function useLength({ player, book }: Sitting): number {
  const [minutes, setMinutes] = useState(1);
  useEffect(() => player.onTime((at_s) => setMinutes(Math.ceil(at_s / leastShown_s + 1e-9))), [player]);
  const { kind, length_s } = player.state.value;
  const times = Object.values(book.sheets).flatMap(({ states, phases, events }) =>
    [states.at(-1), phases.at(-1), events.at(-1)].map((last) => last?.at_s ?? 0),
  );
  const coded = Math.max(0, ...times);
  if (kind === "video" || kind === "drawn") return Math.max(length_s, coded);
  return Math.max(leastShown_s * Math.max(1, minutes), book.media?.length_s ?? 0, coded);
}

/** Which part is shown, when it is not all: the one in which the clock stands. */
function usePage({ player }: Sitting, span: number): number {
  const pageOf = (at_s: number) => (span === 0 ? 0 : Math.floor(at_s / span));
  const [, setPage] = useState(0);
  useEffect(() => player.onTime((at_s) => setPage(pageOf(at_s))));
  return pageOf(player.now());
}

/** What is not coded where it should be, and what has not ended; then the coder may say that all is done. */
function Missing({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book, coder, player, edit } = sitting;
  const sheet = book.sheets[coder];
  const own = { ...sheet, phases: book.sheets.a.phases };
  const gaps = gapsOf(own, coder === "b" ? drawn(book.sheets.a, book.share) : null);
  const open = isOpen(sheet.states) || isOpen(book.sheets.a.phases);
  const seconds = gaps.reduce((sum, { start_s, end_s }) => sum + end_s - start_s, 0);
  const closed = isClosed(book);
  const isLast = book.sheets[coder === "a" ? "b" : "a"].done;
  const done = (wanted: boolean) => {
    if (wanted && isLast && !window.confirm(words.closes)) return;
    edit((now) => ({
      ...now,
      sheets: { ...now.sheets, [coder]: { ...now.sheets[coder], done: wanted } },
    }));
  };
  if (sheet.states.length === 0) return null;
  return (
    <div class="code-missing">
      {gaps.length === 0 ? <p>{words.noGaps}</p> : <p>{words.gaps(gaps.length, fixed(seconds, 1))}</p>}
      {gaps.length > 0 && <Gaps gaps={gaps} seek={(at_s) => player.seek(at_s)} />}
      {open && <StillOpen sitting={sitting} />}
      {coder !== "both" && !sitting.practising && (
        <label class="choice">
          <input
            type="checkbox"
            checked={sheet.done}
            disabled={closed || (open && !sheet.done)}
            onChange={(event) => {
              done(event.currentTarget.checked);
              // Where the answer was no.
              event.currentTarget.checked = sheet.done;
            }}
          />{" "}
          {words.done(words.coders[coder])}
        </label>
      )}
      {isLocked(book, coder) && <p class="note">{words.closed}</p>}
    </div>
  );
}

/** The first gaps, each a way to itself. */
function Gaps({ gaps, seek }: { gaps: Stretch[]; seek: (at_s: number) => void }) {
  const words = useText().code;
  return (
    <div class="row">
      {gaps.slice(0, mostGaps).map((gap) => (
        <button key={gap.start_s} type="button" class="button small" onClick={() => seek(gap.start_s)}>
          {stretchName(gap)}
        </button>
      ))}
      {gaps.length > mostGaps && <span class="note">{words.andMore(gaps.length - mostGaps)}</span>}
    </div>
  );
}

/** Ends at this moment what has not ended, once nothing plays. */
function StillOpen({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { coder, player, edit } = sitting;
  const { playing } = useStore(player.state);
  if (playing) return null;
  return (
    <p>
      {words.stillOpen}{" "}
      <button
        type="button"
        class="button small"
        onClick={() => edit((now) => endAll(now, coder, snapped(player.now(), now.rate)))}
      >
        {words.endHere}
      </button>
    </p>
  );
}

const stretchName = ({ start_s, end_s }: Stretch): string => `${timeAt(start_s, 1)}–${timeAt(end_s, 1)}`;
