// Still-face coded from a video on this computer, or live: one key a state, without gap or overlap, by one or two coders.
import { useEffect, useState } from "preact/hooks";
import { kept } from "../../app/codings";
import { useAppState, useSession } from "../../app/context";
import type { Slot } from "../../app/state";
import { useStore } from "../../app/store";
import { InlineMark } from "../../charts/visits";
import { type Book, type Coder, isClosed, newWork } from "../../code/book";
import { useText } from "../../text/text";
import { Agreed, Agreeing } from "./agreed";
import { CodeKeys } from "./code-keys";
import { CodeTables } from "./code-tables";
import { HistoryButtons } from "./history-buttons";
import { Media } from "./media";
import { Out } from "./out";
import { OwnRibbon } from "./own-ribbon";
import { Practice } from "./practice";
import { Restore } from "./restore";
import { SetEditor } from "./set-editor";
import { Clock, SecondCoder } from "./settings";
import type { Sitting } from "./sitting";
import { useKeys } from "./use-keys";
import { keepPlayersOf, openVideos, playerOf, useClock } from "./use-player";

let lastKey = -1;

export function CodeScreen() {
  const text = useText();
  const session = useSession();
  const { slots, arrivedVideos } = useAppState();
  const [key, setKey] = useState(lastKey);
  const [practising, practise] = useState(false);
  const slot = slots.find((one) => one.key === key) ?? slots[0];
  useEffect(() => {
    lastKey = slot?.key ?? -1;
  }, [slot?.key]);
  useEffect(() => keepPlayersOf(slots.map((one) => one.key)), [slots]);
  useEffect(() => {
    const visit = slots.find((one) => one.key === arrivedVideos?.key) ?? slot;
    if (!arrivedVideos || !visit) return;
    session.putAsideVideos();
    practise(false);
    setKey(visit.key);
    void openVideos(session, visit.key, arrivedVideos.files);
  }, [arrivedVideos]);
  return (
    <section class="paper coding">
      <div class="code-head">
        <h1>{text.code.title}</h1>
        {!practising && <VisitChoice chosen={slot} choose={setKey} />}
      </div>
      {!practising && (
        <p class="note">
          {text.code.lead}{" "}
          <button type="button" class="link" onClick={() => practise(true)}>
            {text.code.practise}
          </button>
        </p>
      )}
      {kept() !== null && <Restore />}
      {practising ? (
        <Practice onBack={() => practise(false)} />
      ) : (
        slot && <VisitCoding key={slot.key} slot={slot} />
      )}
    </section>
  );
}

function VisitChoice({ chosen, choose }: { chosen: Slot | undefined; choose: (key: number) => void }) {
  const text = useText();
  const { slots } = useAppState();
  return (
    <fieldset class="group tools">
      <legend class="unseen">{text.signals.visits}</legend>
      {slots.map((one, place) => (
        <label key={one.key} class={one === chosen ? "chosen" : undefined}>
          <input
            type="radio"
            name="code-visit"
            class="unseen"
            checked={one === chosen}
            onChange={() => choose(one.key)}
          />
          <InlineMark visit={place} /> {text.visit(place)}
        </label>
      ))}
    </fieldset>
  );
}

type View = Coder | "agreement";

function VisitCoding({ slot }: { slot: Slot }) {
  const session = useSession();
  const { codings } = session;
  const player = playerOf(session, slot.key);
  const { kind } = useStore(player.state);
  const work = slot.code ?? newWork();
  const { book, coder } = work;
  const [agreement, setAgreement] = useState(false);
  useClock(player);
  const sitting: Sitting = {
    slot,
    work,
    book,
    coder,
    player,
    edit: (change) => codings.edit(slot.key, change),
    travel: (direction) => codings.travel(slot.key, direction),
  };
  const said = useKeys(sitting, kind !== "none" && kind !== "opening");
  const view: View = agreement && isClosed(book) ? "agreement" : coder;
  const choose = (next: View) => {
    setAgreement(next === "agreement");
    if (next === "agreement") return;
    codings.seat(slot.key, next);
    // Whoever begins to code begins with the video.
    if (book.sheets[next].states.length === 0) player.seek(0);
  };
  return (
    <>
      <div class="row code-bar">
        <Coders view={view} book={book} choose={choose} />
        <HistoryButtons sitting={sitting} />
      </div>
      <div class="code-desk">
        <Media sitting={sitting} />
        {view === "agreement" ? (
          <Agreed sitting={sitting} />
        ) : (
          <CodeKeys sitting={sitting} press={said.press} />
        )}
      </div>
      <p class="unseen" aria-live="polite">
        {said.words}
      </p>
      {view === "both" && <Agreeing sitting={sitting} />}
      <OwnRibbon sitting={sitting} both={view === "agreement"} />
      {view !== "agreement" && (
        <>
          <CodeTables sitting={sitting} />
          {coder === "a" && <SetEditor sitting={sitting} />}
        </>
      )}
      <SecondCoder sitting={sitting} />
      <Clock sitting={sitting} />
      <Out sitting={sitting} />
    </>
  );
}

function Coders({ view, book, choose }: { view: View; book: Book; choose: (view: View) => void }) {
  const words = useText().code;
  const views: View[] = isClosed(book) ? ["a", "b", "agreement", "both"] : ["a", "b"];
  const name = (one: View) =>
    one === "agreement" ? words.agreement : one === "b" ? words.blindCoder : words.coders[one];
  const isDone = (one: View) => one !== "agreement" && book.sheets[one].done;
  return (
    <fieldset class="group tools">
      <legend class="unseen">{words.whoCodes}</legend>
      {views.map((one) => (
        <label key={one} class={one === view ? "chosen" : undefined}>
          <input
            type="radio"
            name="coder"
            class="unseen"
            checked={one === view}
            onChange={() => choose(one)}
          />
          {name(one)}
          {isDone(one) && <span> ✓</span>}
        </label>
      ))}
    </fieldset>
  );
}
