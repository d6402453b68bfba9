// Times typed in: a beat to be added, a stretch to be left out.
import { useState } from "preact/hooks";
import { plain, secondsOf } from "../../format";
import { useText } from "../../text/text";
import type { SignalsModel } from "./model";

/** A time as it can be typed in again, to the millisecond. */
const typedTime = (seconds: number): string => plain(Math.round(seconds * 1000) / 1000);

function TimeField(props: {
  label: string;
  value: string;
  invalid: boolean;
  onInput: (value: string) => void;
}) {
  return (
    <label class="time-field">
      <span>{props.label}</span>
      <input
        type="text"
        inputMode="decimal"
        size={9}
        value={props.value}
        aria-invalid={props.invalid}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </label>
  );
}

export function BeatForm({ model }: { model: SignalsModel }) {
  const text = useText().signals.forms;
  const [time, setTime] = useState("");
  const [tried, setTried] = useState(false);
  const timeS = secondsOf(time);
  const usable = timeS !== null && timeS <= model.endS;
  const submit = (event: Event) => {
    event.preventDefault();
    setTried(!usable);
    if (!usable) return;
    void model.editor.addBeat(timeS);
    model.goTo(timeS);
    setTime("");
  };
  return (
    <form class="row signal-form" onSubmit={submit}>
      <TimeField label={text.beatTime} value={time} invalid={tried && !usable} onInput={setTime} />
      <button type="submit" class="button small">
        {text.addBeat}
      </button>
      <button type="button" class="link" onClick={() => setTime(typedTime(model.now.cursorS))}>
        {text.fromCursor}
      </button>
      {tried && !usable && (
        <span class="failure" role="alert">
          {text.notATime}
        </span>
      )}
    </form>
  );
}

export function StretchForm({ model }: { model: SignalsModel }) {
  const { forms: text, excludeEeg, excludeHeart } = useText().signals;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [tried, setTried] = useState(false);
  const [start_s, end_s] = [secondsOf(from), secondsOf(to)];
  const stretch = start_s !== null && end_s !== null && end_s > start_s ? { start_s, end_s } : null;
  const leaveOut = (what: "eeg" | "heart") => {
    setTried(stretch === null);
    if (!stretch) return;
    model.goTo(stretch.start_s, stretch.end_s);
    model.editor.exclude(what, stretch);
    setFrom("");
    setTo("");
  };
  const take = () => {
    const { selectedStretch: selected } = model;
    const { window } = model.now;
    setFrom(typedTime(selected?.start_s ?? window.startS));
    setTo(typedTime(selected?.end_s ?? window.startS + window.spanS));
  };
  return (
    <form class="row signal-form" onSubmit={(event) => event.preventDefault()}>
      <TimeField label={text.from} value={from} invalid={tried && !stretch} onInput={setFrom} />
      <TimeField label={text.to} value={to} invalid={tried && !stretch} onInput={setTo} />
      <button type="button" class="button small" onClick={() => leaveOut("eeg")}>
        {excludeEeg}
      </button>
      <button type="button" class="button small" onClick={() => leaveOut("heart")}>
        {excludeHeart}
      </button>
      <button type="button" class="link" onClick={take}>
        {text.fromView}
      </button>
      {tried && !stretch && (
        <span class="failure" role="alert">
          {text.notAStretch}
        </span>
      )}
    </form>
  );
}
