// The workshop's exercise: two minutes of a drawn face, coded by whoever likes, held against what was simulated. It belongs
// to no visit and reaches no report.
import { useEffect, useRef, useState } from "preact/hooks";
import { emptySlot } from "../../app/state";
import { type Book, type CodeWork, newWork, step, travel, withTrack } from "../../code/book";
import { differences } from "../../code/compare";
import { faceLength_s, practiceBook, practiceSeed, truthOf, withTruth } from "../../code/face";
import { plain, rowsOf } from "../../code/tables";
import { begin, codeAt } from "../../code/track";
import { useText } from "../../text/text";
import { Differences, Kappa } from "./agreed";
import { CodeKeys } from "./code-keys";
import { CodeTables } from "./code-tables";
import { drawFace } from "./draw-face";
import { HistoryButtons } from "./history-buttons";
import { Transport } from "./media";
import { OwnRibbon } from "./own-ribbon";
import { Player } from "./player";
import type { Sitting } from "./sitting";
import { useKeys } from "./use-keys";
import { useClock } from "./use-player";

/** The sitting of whoever practises, and whether the face has come to its end. */
function usePractice(): { sitting: Sitting; over: boolean } {
  const [work, setWork] = useState<CodeWork>(() => newWork(practiceBook()));
  const [over, setOver] = useState(false);
  const [player] = useState(() => {
    const made = new Player(
      () => undefined,
      (end_s) => {
        setWork((now) => step(now, (book) => ended(book, end_s)));
        setOver(true);
      },
    );
    made.openDrawn(faceLength_s);
    return made;
  });
  const [slot] = useState(emptySlot);
  useClock(player);
  const sitting: Sitting = {
    slot,
    work,
    book: work.book,
    coder: "a",
    player,
    practising: true,
    edit: (change) => setWork((now) => step(now, change)),
    travel: (direction) => setWork((now) => travel(now, direction)),
  };
  return { sitting, over };
}

export function Practice({ onBack }: { onBack: () => void }) {
  const words = useText().code;
  const { sitting, over } = usePractice();
  const truth = useRef<HTMLElement>(null);
  const said = useKeys(sitting, true);
  return (
    <>
      <div class="row code-bar">
        <button type="button" class="button small" onClick={onBack}>
          {words.practiceBack}
        </button>
        <HistoryButtons sitting={sitting} />
      </div>
      <p class="note">{words.practiceNote}</p>
      <div class="code-desk">
        <div class="code-seen">
          <Face player={sitting.player} />
          <Transport sitting={sitting} />
        </div>
        <CodeKeys sitting={sitting} press={said.press} />
      </div>
      <output>
        {over && (
          <>
            {words.practiceOver}{" "}
            <button type="button" class="link" onClick={() => truth.current?.scrollIntoView()}>
              {words.truthTitle}
            </button>
          </>
        )}
      </output>
      <p class="unseen" aria-live="polite">
        {said.words}
      </p>
      <OwnRibbon sitting={sitting} both={false} />
      <CodeTables sitting={sitting} />
      <section class="code-out" ref={truth}>
        <Truth sitting={sitting} />
      </section>
    </>
  );
}

const ended = (book: Book, end_s: number): Book =>
  withTrack(book, "a", "states", (track) => begin(track, end_s, ""));

function Face({ player }: { player: Player }) {
  const words = useText().code;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const truth = truthOf(practiceSeed);
    const draw = (at_s: number) => {
      const ground = canvas.current?.getContext("2d");
      if (ground) drawFace(ground, codeAt(truth, Math.min(at_s, faceLength_s - 0.01)), at_s);
    };
    draw(player.now());
    const stop = player.onTime(draw);
    const toggle = () => player.toggle();
    const face = canvas.current;
    face?.addEventListener("click", toggle);
    return () => {
      stop();
      face?.removeEventListener("click", toggle);
    };
  }, [player]);
  return (
    <canvas ref={canvas} class="code-face" width={320} height={240} role="img" aria-label={words.face} />
  );
}

/** What the core makes of the coding and what was so, once it is asked for. */
function Truth({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book } = sitting;
  const [asked, setAsked] = useState<Book | null>(null);
  const both = withTruth(book, practiceSeed);
  return (
    <>
      <h2>{words.truthTitle}</h2>
      <button
        type="button"
        class="button primary"
        disabled={book.sheets.a.states.length < 2}
        onClick={() => setAsked(book)}
      >
        {words.truthAsk}
      </button>
      {asked === book && (
        <>
          <Kappa of={{ codes: plain(rowsOf(book, "a")), codes_second: plain(rowsOf(both, "b")) }} />
          <p class="note">{words.truthNote}</p>
          <Differences
            sitting={sitting}
            found={differences(book.sheets.a.states, both.sheets.b.states)}
            names={words.youAndTruth}
          />
        </>
      )}
    </>
  );
}
