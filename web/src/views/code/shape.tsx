// The sign of a code: its shape in its colour, beside its name.
import type { Code, Shape } from "../../code/book";

const outlines: Record<Shape, string> = {
  square: "M3 3h10v10h-10z",
  triangle: "M8 2.5 14 13.5H2z",
  diamond: "M8 1.5 14.5 8 8 14.5 1.5 8z",
  circle: "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
  cross: "M6 2h4v4h4v4h-4v4H6v-4H2V6h4z",
  bar: "M2 6h12v4H2z",
  ring: "M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13zM8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z",
  star: "M8 1l2 4.8 5.2.4-4 3.3 1.3 5L8 11.8 3.5 14.5l1.3-5-4-3.3L6 5.8z",
};

export function CodeSign({ code }: { code: Pick<Code, "shape" | "colour"> }) {
  return (
    <svg class={`code-sign code-colour-${code.colour}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={outlines[code.shape]} fill-rule="evenodd" />
    </svg>
  );
}
