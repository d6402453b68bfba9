// A field for a number within a range. What cannot be one is said beside it as it is typed, and goes no further: the
// last right number stays. A right one is taken when the field is left, or nothing more was typed for a moment. Commas
// are read as decimal points; an empty field is no number.
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { numberOf, plain } from "../../format";

/** Longer than between two digits of one number. */
const pauseMs = 700;

interface Props {
  value: number | null;
  lowest: number;
  highest: number;
  enter: (value: number | null) => void;
  /** Said where the number is wrong. */
  wrong: string;
  hint?: string;
  /** Whether there must be one. */
  required?: boolean;
  /** Whether the number has no decimals: it is then taken as soon as no further digit fits. */
  whole?: boolean;
  /** How the number is read and shown, where not as a plain number. */
  read?: (typed: string) => number | null;
  show?: (value: number) => string;
  /** The field's own name, where no label points at `id`. */
  label?: string;
  id?: string;
}

export function NumberField(props: Props) {
  const own = useId();
  const id = props.id ?? own;
  const { field, wrong, type, settle } = useTyping(props);
  return (
    <>
      <input
        ref={field}
        id={id}
        class="number"
        inputMode="decimal"
        autocomplete="off"
        size={6}
        aria-label={props.label}
        aria-describedby={wrong || props.hint ? `${id}-note` : undefined}
        aria-invalid={wrong}
        onInput={(event) => type(event.currentTarget.value)}
        onChange={(event) => settle(event.currentTarget.value)}
      />{" "}
      {(wrong || props.hint) && (
        <span id={`${id}-note`} class={wrong ? "failure" : "note"} role={wrong ? "alert" : undefined}>
          {wrong ? props.wrong : props.hint}
        </span>
      )}
    </>
  );
}

/** Whether what stands in the field is wrong; what happens as it is typed, and once it is all there. */
function useTyping(props: Props) {
  const { value, lowest, highest, enter, read = numberOf, show = plain } = props;
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  /** Ends the wait for more to be typed; null where nothing was typed that was not taken. */
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stopWaiting = () => {
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = null;
  };
  useLayoutEffect(() => {
    if (!field.current || read(field.current.value) === value) return;
    stopWaiting();
    field.current.value = value === null ? "" : show(value);
    setWrong(false);
  }, [value]);
  const fits = (typed: number | null) =>
    typed === null ? !props.required : typed >= lowest && typed <= highest;
  const type = (text: string) => {
    const typed = read(text);
    stopWaiting();
    waiting.current = setTimeout(() => {
      if (fits(typed)) settle(text);
    }, pauseMs);
    // "1" may become "12", "-" or "2:" a number.
    const unfinished = /(^|[-−.,:])\s*$/.test(text) || (typed !== null && typed < lowest);
    if (fits(typed)) {
      setWrong(false);
      if (props.whole && typed !== null && typed * 10 > highest) enter(typed);
    } else if (!unfinished) setWrong(true);
  };
  const settle = (text: string) => {
    if (waiting.current === null) return;
    stopWaiting();
    const typed = read(text);
    setWrong(!fits(typed));
    if (fits(typed) && typed !== value) enter(typed);
  };
  return { field, wrong, type, settle };
}
