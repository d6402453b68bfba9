// What is selected and what can be done with it, in words and buttons; and what happened last, told to screen readers.
import { useEffect, useState } from "preact/hooks";
import { timeAt } from "../../format";
import { told } from "../../text/said";
import { useText } from "../../text/text";
import { isByHand, isTakenOut } from "./beats";
import { canRestore } from "./editor";
import { flagText } from "./flags";
import { intervalText } from "./interval-text";
import type { News } from "./look";
import type { SignalsModel } from "./model";
import { useSelected } from "./use-model";

/** To the millisecond. */
const timeText = (seconds: number): string => timeAt(seconds, 3);

export function SelectionBar({ model }: { model: SignalsModel }) {
  const selection = useSelected(model.look, (look) => look.selection);
  const ghostS = useSelected(model.look, (look) => look.ghostS);
  useSelected(model.marked, (marked) => marked.marks);
  const words = useText();
  const text = words.signals;
  const beat = model.selectedBeat;
  const stretch = model.selectedStretch;
  let content = <span class="hint">{text.selectHint}</span>;
  if (ghostS !== null && beat) {
    content = (
      <>
        <span>{text.movingTo(timeText(ghostS))}</span>
        <Act name={text.place} onClick={() => model.editor.endMove()} />
        <Act name={text.cancel} onClick={() => model.cancel()} />
      </>
    );
  } else if (selection.kind === "beat" && beat) {
    content = (
      <>
        <span>
          <strong>{text.beatAt(timeText(beat.atS))}</strong> {text.kinds[beat.kind]}
          {beat.reason && !isByHand(beat) && <small> {text.because(told(beat, "reason", words))}</small>}
        </span>
        {beat.intervalMs !== null && <span class="hint">{intervalText(beat, text)}</span>}
        {!isTakenOut(beat) && beat.kind !== "missed" && (
          <Act name={text.removeBeat} keys="Del" onClick={() => model.editor.removeBeat(beat)} />
        )}
        {!isTakenOut(beat) && <Act name={text.moveBeat} keys="M" onClick={() => model.editor.beginMove()} />}
        {canRestore(beat) && (
          <Act name={text.restoreBeat} keys="R" onClick={() => model.editor.restoreBeat(beat)} />
        )}
      </>
    );
  } else if (selection.kind === "stretch" && stretch) {
    const out = model.editor.excludedIn(stretch);
    content = (
      <>
        <span>
          <strong>{text.stretchOf(timeText(stretch.start_s), timeText(stretch.end_s))}</strong>{" "}
          {text.seconds(stretch.end_s - stretch.start_s)}
        </span>
        <Act name={text.excludeEeg} keys="E" onClick={() => model.editor.exclude("eeg")} />
        <Act name={text.excludeHeart} keys="H" onClick={() => model.editor.exclude("heart")} />
        {(out.eeg || out.heart) && (
          <Act name={text.restoreStretch} keys="R" onClick={() => model.editor.restoreSelected()} />
        )}
      </>
    );
  }
  return <div class="signal-selection">{content}</div>;
}

function Act(props: { name: string; keys?: string; onClick: () => void }) {
  return (
    <button type="button" class="button small" aria-keyshortcuts={props.keys} onClick={props.onClick}>
      {props.name}
      {props.keys && (
        <span aria-hidden="true">
          <kbd>{props.keys}</kbd>
        </span>
      )}
    </button>
  );
}

/** What was told of each recording: whoever comes back to it does not hear it again. */
const toldOf = new WeakMap<SignalsModel, News>();

/** Tells position, selection and edits a moment after they settle, so that a held key is not read out step by step. */
export function Announcer({ model }: { model: SignalsModel }) {
  const text = useText().signals;
  const news = useSelected(model.news, (value) => value);
  const [told, setTold] = useState("");
  useEffect(() => {
    if (toldOf.get(model) === news) setTold("");
    if (toldOf.get(model) === news || news.kind === "none") return;
    const tell = () => {
      toldOf.set(model, news);
      setTold(wordsFor(news, model, text));
    };
    const timer = setTimeout(tell, news.kind === "moved" ? 350 : 60);
    return () => clearTimeout(timer);
  }, [news, model, text]);
  return <output class="signal-news">{told}</output>;
}

function wordsFor(news: News, model: SignalsModel, text: ReturnType<typeof useText>["signals"]): string {
  const { window } = model.now;
  switch (news.kind) {
    case "none":
      return "";
    case "moved":
      return text.news.position(timeText(window.startS), timeText(window.startS + window.spanS));
    case "flag": {
      const of = model.marked.value.marks?.flagged.length ?? 0;
      const what = flagText(news.place, text);
      return text.news.flag(news.index + 1, of, what, timeText(news.place.start_s));
    }
    case "beat": {
      const { beat, index } = news;
      const interval = intervalText(beat, text);
      const what = text.news.beat(index + 1, model.beats.length, text.kinds[beat.kind], timeText(beat.atS));
      return interval === "" ? what : `${what} ${interval}.`;
    }
    case "added":
    case "removed":
    case "restored":
    case "moved-beat":
      return text.news.edited[news.kind](timeText(news.atS));
    case "excluded":
    case "included":
      return text.news[news.kind](
        text.domains[news.what],
        timeText(news.stretch.start_s),
        timeText(news.stretch.end_s),
      );
    case "begun":
      return text.news.begun(timeText(news.atS));
    default:
      return text.news.plain[news.kind];
  }
}
