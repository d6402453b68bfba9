// How each visit looks in every figure: colour, dash and shape together, so that grey print and colour-blind
// readers lose nothing. The colours (style/base.css) keep at least 3:1 on paper, and in the dark.
import { useText } from "../text/text";

interface VisitStyle {
  color: string;
  dash: string | undefined;
  shape: "circle" | "diamond" | "square";
  filled: boolean;
}

const styles: VisitStyle[] = [
  { color: "var(--visit-1)", dash: "5 3", shape: "circle", filled: false },
  { color: "var(--visit-2)", dash: undefined, shape: "circle", filled: true },
  { color: "var(--visit-3)", dash: "8 3 2 3", shape: "diamond", filled: true },
  { color: "var(--visit-4)", dash: "2 3", shape: "square", filled: true },
  { color: "var(--visit-5)", dash: "9 3", shape: "diamond", filled: false },
  { color: "var(--visit-6)", dash: "5 2 1 2", shape: "square", filled: false },
];

export function visitStyle(index: number): VisitStyle {
  return styles[index % styles.length] as VisitStyle;
}

/** A visit's mark, centred at (x, y). */
export function Mark({ visit, x, y, size = 5.5 }: { visit: number; x: number; y: number; size?: number }) {
  const { color, shape, filled } = visitStyle(visit);
  const paint = {
    fill: filled ? color : "#fff",
    stroke: color,
    "stroke-width": 2,
    class: filled ? undefined : "hollow",
  };
  if (shape === "circle") return <circle cx={x} cy={y} r={size} {...paint} />;
  const half = shape === "diamond" ? size * 1.25 : size * 0.95;
  const points =
    shape === "diamond"
      ? `${x},${y - half} ${x + half},${y} ${x},${y + half} ${x - half},${y}`
      : `${x - half},${y - half} ${x + half},${y - half} ${x + half},${y + half} ${x - half},${y + half}`;
  return <polygon points={points} {...paint} />;
}

/** A mark inside a line of text; the text beside it names the visit. */
export function InlineMark({ visit }: { visit: number }) {
  return (
    <svg class="inline-mark" viewBox="0 0 16 16" aria-hidden="true">
      <Mark visit={visit} x={8} y={8} />
    </svg>
  );
}

/** Which mark is which visit. */
export function VisitKey({ count, children }: { count: number; children?: preact.ComponentChildren }) {
  const text = useText();
  return (
    <p class="key">
      {Array.from({ length: count }, (_, visit) => (
        <span key={visit}>
          <InlineMark visit={visit} /> {text.visit(visit)}
        </span>
      ))}
      {children}
    </p>
  );
}
