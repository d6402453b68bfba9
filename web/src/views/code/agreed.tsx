// Two coders side by side once both are done: how well they agree, which the core works out as of any two tables, and
// where they differ, to be played.
import type { Visit, VisitOptions } from "#report";
import { useAppState } from "../../app/context";
import { nameOf, withTrack } from "../../code/book";
import { alike, type Difference, differences } from "../../code/compare";
import { undrawn } from "../../code/share";
import { fixed, timeAt } from "../../format";
import { useTold } from "../../text/said";
import { useText } from "../../text/text";
import { useAnswer } from "../answer";
import { FailureText } from "../failure";
import { Agreement } from "../report/agreement";
import { reportOptions } from "./out";
import type { Sitting } from "./sitting";
import { useCodeName } from "./words";

/** As many as one talks over; the ribbon shows all. */
const mostShown = 40;

export function Agreed({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book } = sitting;
  const beyond = undrawn(book.sheets.a, book.share);
  return (
    <div>
      <Kappa of={reportOptions(sitting)} />
      {beyond.length > 0 && <p class="note">{words.beyondNote}</p>}
      <Differences
        sitting={sitting}
        found={differences(book.sheets.a.states, book.sheets.b.states, beyond)}
        names={words.aAndB}
      />
    </div>
  );
}

/** How well two tables agree, which the core says as of a visit without a recording. */
export function Kappa({ of }: { of: Partial<VisitOptions> }) {
  const { settings } = useAppState();
  const texts = settings && [JSON.stringify(settings), JSON.stringify({ label: "coding", ...of })];
  const { value, failure, settled } = useAnswer<Visit>("visitWithoutRecording", texts);
  const visit = useTold(value);
  const nameOfCode = useCodeName();
  return (
    <div class="code-kappa" aria-live="polite">
      {failure && <FailureText failure={failure} />}
      {settled &&
        visit &&
        (visit.still_face.reason === "" ? (
          <Agreement stillFace={visit.still_face} phaseName={(name) => nameOfCode({ name })} />
        ) : (
          <p class="failure">{visit.still_face.reason}</p>
        ))}
    </div>
  );
}

/** What both agree upon is coded on a sheet of its own, from what they coded alike. */
export function Agreeing({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book, edit } = sitting;
  const { a, b, both } = book.sheets;
  const start = () =>
    edit((now) => withTrack(now, "both", "states", () => alike(a.states, b.states, undrawn(a, book.share))));
  return (
    <div class="row">
      <p class="note">{words.bothNote}</p>
      {both.states.length === 0 && (
        <button type="button" class="button small" onClick={start}>
          {words.bothStart}
        </button>
      )}
    </div>
  );
}

export function Differences(props: {
  sitting: Sitting;
  found: Difference[];
  /** Both codes in one text. */
  names: (a: string, b: string) => string;
}) {
  const { sitting, found } = props;
  const words = useText().code;
  const nameFor = useCodeName();
  const { book, player } = sitting;
  const name = (id: string) => nameFor({ name: nameOf(book.set.states, id) });
  const seconds = found.reduce((sum, { start_s, end_s }) => sum + end_s - start_s, 0);
  return (
    <>
      <h2>{words.differTitle}</h2>
      <p class="note">{words.differ(found.length, fixed(seconds, 1))}</p>
      <ul class="code-differences">
        {found.slice(0, mostShown).map((one) => (
          <li key={one.start_s}>
            <b>{timeAt(one.start_s, 1)}</b>
            <span>{words.seconds(Number((one.end_s - one.start_s).toFixed(1)))}</span>
            <span>{props.names(name(one.a), name(one.b))}</span>
            <button
              type="button"
              class="button small"
              aria-label={words.playAt(timeAt(one.start_s, 1))}
              onClick={() => player.playOnce(one)}
            >
              {words.play}
            </button>
          </li>
        ))}
      </ul>
      {found.length > mostShown && <p class="note">{words.andMore(found.length - mostShown)}</p>}
    </>
  );
}
