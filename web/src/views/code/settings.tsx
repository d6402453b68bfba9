// How the second coder codes, and how the video's clock stands to the recording's.
import { useEffect, useState } from "preact/hooks";
import type { DrawnRecording, Phase, Visit } from "#report";
import { useSession } from "../../app/context";
import { Disclosure } from "../../charts/figure";
import type { Book, Share } from "../../code/book";
import { spansOf } from "../../code/track";
import { signedClock, signedSecondsOf } from "../../format";
import { useText } from "../../text/text";
import { isExample, useExamplePhases } from "../example-phases";
import { recordedOf, type Sitting } from "./sitting";
import { TypedInput } from "./typed-input";

const parts = [0.2, 0.25, 0.5];
const usualShare: Share = { part: 0.25, stretch_s: 30, seed: 1 };

export function SecondCoder({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const { book, edit } = sitting;
  const { share } = book;
  // A share that was drawn stays as it is once somebody codes by it.
  const isUsed = book.sheets.b.states.length > 0;
  const set = (next: Share | null) => edit((now) => ({ ...now, share: next }));
  return (
    <Disclosure summary={words.secondTitle}>
      {() => (
        <>
          <p class="note">{words.secondNote}</p>
          <div class="row">
            <label class="choice">
              {words.shareOf}{" "}
              <select
                disabled={isUsed}
                value={String(share?.part ?? 1)}
                onChange={(event) => {
                  const part = Number(event.currentTarget.value);
                  set(part === 1 ? null : { ...(share ?? usualShare), part });
                }}
              >
                <option value="1">{words.all}</option>
                {parts.map((part) => (
                  <option key={part} value={String(part)}>
                    {100 * part} %
                  </option>
                ))}
              </select>
            </label>
            {share && (
              <>
                <WholeNumber
                  label={words.stretch}
                  least={5}
                  most={600}
                  disabled={isUsed}
                  value={share.stretch_s}
                  take={(stretch_s) => set({ ...share, stretch_s })}
                />
                <WholeNumber
                  label={words.seed}
                  least={1}
                  most={999_999}
                  disabled={isUsed}
                  value={share.seed}
                  take={(seed) => set({ ...share, seed })}
                />
              </>
            )}
          </div>
        </>
      )}
    </Disclosure>
  );
}

function WholeNumber(props: {
  label: string;
  least: number;
  most: number;
  disabled: boolean;
  value: number;
  take: (value: number) => void;
}) {
  const { least, most } = props;
  return (
    <label class="choice">
      {props.label}{" "}
      <input
        type="number"
        min={least}
        max={most}
        disabled={props.disabled}
        value={props.value}
        onChange={(event) => {
          const value = Math.round(Number(event.currentTarget.value));
          if (value >= least && value <= most) props.take(value);
        }}
      />
    </label>
  );
}

/** A mark that is seen in both, or a number, sets the two clocks to each other; phases then go to the recording. */
export function Clock({ sitting }: { sitting: Sitting }) {
  const words = useText().code;
  const session = useSession();
  const [failed, setFailed] = useState(false);
  const { book, slot, player, edit } = sitting;
  const visit = recordedOf(slot);
  if (!visit) return null;
  const set = (seconds: number | null) => {
    const offset_s = seconds === null ? null : Math.round(seconds * 1e6) / 1e6;
    edit((now) => ({ ...now, offset_s }));
  };
  const enter = (typed: string, minus_s: number) => {
    const seconds = signedSecondsOf(typed);
    setFailed(Number.isNaN(seconds));
    if (!Number.isNaN(seconds)) set(seconds === null ? null : seconds - minus_s);
  };
  const offset = book.offset_s;
  const phases = onRecording(book);
  return (
    <Disclosure summary={words.clockTitle}>
      {() => (
        <>
          <p class="note">{words.clockNote}</p>
          <div class="row">
            <label class="choice">
              {words.offset}{" "}
              <TypedInput
                class="code-time-field"
                value={offset === null ? "" : signedClock(offset)}
                take={(typed) => enter(typed, 0)}
              />
            </label>
            <MarkNow enter={(typed) => enter(typed, player.now())} />
            <Marks sitting={sitting} visit={visit} take={(onset_s) => set(onset_s - player.now())} />
            <button
              type="button"
              class="button small"
              disabled={phases.length === 0}
              onClick={() => void session.entries.enter(slot.key, { phases })}
            >
              {words.phasesToRecording}
            </button>
          </div>
          <p role="alert" class="failure">
            {failed && words.noTime}
          </p>
        </>
      )}
    </Disclosure>
  );
}

/** The recording's time of what is seen now. */
function MarkNow({ enter }: { enter: (typed: string) => void }) {
  return (
    <label class="choice">
      {useText().code.mark}{" "}
      <input
        type="text"
        class="code-time-field"
        onChange={(event) => {
          enter(event.currentTarget.value);
          event.currentTarget.value = "";
        }}
      />
    </label>
  );
}

/** The phases that were coded, on the recording's clock; none where the clocks are not set to each other. */
function onRecording({ sheets, set, offset_s: offset }: Book): Phase[] {
  return spansOf(sheets.a.phases).flatMap(({ code, start_s, end_s }) => {
    const known = set.phases.find(({ id }) => id === code);
    return offset === null || end_s === null
      ? []
      : [{ name: known?.name ?? code, kind: kindOf(code), start_s: start_s + offset, end_s: end_s + offset }];
  });
}

/** What the recording marks, one of which may be seen in the video too. */
function Marks(props: { sitting: Sitting; visit: Visit; take: (onset_s: number) => void }) {
  const { sitting, visit, take } = props;
  const words = useText().code;
  const worker = useSession().worker(sitting.slot.key);
  const [marks, setMarks] = useState<{ onset_s: number; text: string }[]>([]);
  useEffect(() => {
    let wanted = true;
    const codes = visit.file.codes.map(({ onset_s, code }) => ({ onset_s, text: String(code) }));
    void worker?.ask<"drawn">({ kind: "drawn" }).then(
      ({ drawn }) => {
        const { annotations } = JSON.parse(drawn) as DrawnRecording;
        const all = [...codes, ...annotations].sort((a, b) => a.onset_s - b.onset_s);
        if (wanted) setMarks(all);
      },
      // Of a recording that is no more there is nothing to choose.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [worker, visit]);
  const shown = useExamplePhases(marks, isExample(sitting.slot));
  const [lookedAtS, setLookedAtS] = useState(0);
  if (marks.length === 0) return null;
  const after = marks.findIndex(({ onset_s }) => onset_s >= lookedAtS);
  const first = Math.max(0, (after < 0 ? marks.length : after) - mostMarks / 2);
  return (
    <label class="choice">
      {words.markOf}{" "}
      <select
        value=""
        onFocus={() => setLookedAtS(sitting.player.now() + (sitting.book.offset_s ?? 0))}
        onChange={(event) => {
          const mark = marks[Number(event.currentTarget.value)];
          event.currentTarget.value = "";
          if (mark) take(mark.onset_s);
        }}
      >
        <option value="">…</option>
        {shown.slice(first, first + mostMarks).map(({ onset_s, text }, place) => (
          <option key={first + place} value={String(first + place)}>
            {signedClock(onset_s)} {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** More marks than these, before the moment and after it, nobody looks through. */
const mostMarks = 500;

/** What the phases of the usual set are in a recording. */
const kindOf = (code: string): "play" | "still_face" | "reunion" | "other" =>
  code === "still-face" ? "still_face" : code === "play" || code === "reunion" ? code : "other";
