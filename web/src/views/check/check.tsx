// What was found in each recording, before anyone believes its numbers: what needs a look first, the rest a line each. All
// of it can be put right.
import { useAppState, useSession } from "../../app/context";
import { isBusy, isTaken } from "../../app/state";
import { useText } from "../../text/text";
import { MovedNotice, Notices } from "../open/notices";
import { Ages } from "./ages";
import { ComparisonInfants } from "./comparison-infants";
import { Doubts, doubtsOf } from "./doubts";
import { ScoreSection } from "./scores";
import { VisitCheck } from "./visit";

export function CheckScreen() {
  const text = useText();
  const state = useAppState();
  const { slots, report, arrivedScores } = state;
  const filled = slots.flatMap((slot, index) => (slot.source ? [{ slot, index }] : []));
  const doubts = doubtsOf(state, text);
  const apart = report.kind === "ready" ? (report.report.visits.at(-1)?.days_from_first ?? null) : null;
  const isReading = slots.some(isBusy) || report.kind === "working";
  return (
    <section class="paper check" aria-busy={isReading}>
      {filled.length === 0 ? (
        <NothingYet />
      ) : (
        <>
          <h1 aria-live="polite">
            {isReading ? text.check.stillReadingAll : text.check.looks(doubts.length)}
            {apart !== null && apart > 0 && <span> {text.check.recordings(filled.length, apart)}</span>}
          </h1>
          {!isReading && doubts.length > 0 && <p>{text.check.looksHow}</p>}
          <MovedNotice />
          <Ages slots={filled} />
          <Doubts doubts={doubts} />
        </>
      )}
      <div class="visits">
        {filled.map(({ slot, index }) => (
          <VisitCheck key={slot.key} slot={slot} index={index} />
        ))}
      </div>
      {(slots.some(isTaken) || arrivedScores.length > 0) && (
        <div class="visits">
          <ScoreSection />
          <ComparisonInfants />
        </div>
      )}
      {/* What came with a table of scores, which leads here. */}
      <div aria-live="polite">
        <Notices only={({ kind }) => kind === "coding"} />
      </div>
      {filled.length > 0 && <WhereNext />}
    </section>
  );
}

function NothingYet() {
  const words = useText().check;
  const session = useSession();
  const { slots } = useAppState();
  const withoutRecordings = () => Promise.all(slots.map(({ key }) => session.openWithoutRecording(key)));
  return (
    <>
      <h1>{words.empty}</h1>
      <div class="row">
        <a class="button primary" href="#open">
          {words.toOpen}
        </a>
        <button type="button" class="button" onClick={() => void withoutRecordings()}>
          {words.withoutRecordings}
        </button>
      </div>
    </>
  );
}

function WhereNext() {
  const words = useText().open;
  const session = useSession();
  return (
    <div class="row after-visits">
      <a class="button primary" href="#report">
        {words.toReport}
      </a>
      <button
        type="button"
        class="button"
        onClick={() => {
          session.addSlot();
          session.show("open");
        }}
      >
        {words.addVisit}
      </button>
    </div>
  );
}
