// An input whose half-typed text outlives a page that is drawn anew meanwhile; what is not taken is put back.
import { useState } from "preact/hooks";

export function TypedInput(props: {
  value: string;
  take: (typed: string) => void;
  /** None where a label stands around it. */
  label?: string;
  class?: string;
  inputMode?: "decimal";
  maxLength?: number;
  size?: number;
  placeholder?: string;
}) {
  const { value, take, label, ...given } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      {...given}
      type="text"
      aria-label={label}
      value={typed ?? value}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        setTyped(null);
        take(event.currentTarget.value);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
