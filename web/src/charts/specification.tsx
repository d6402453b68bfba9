// The specification curve: above, the change under every combination of choices with its 95 % interval, in order of size;
// below, which option of each choice it was formed with.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { CurveAnalysis, CurveChoice } from "#report";
import { signed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, YAxis } from "./frame";

/** Of the curve, of a row of the grid, and between two choices. */
const curveHeight = 158;
const rowHeight = 16;
const groupGap = 6;
/** A letter of the small text, at most. */
const letter = 5.9;

/** What is drawn of an analysis: of one infant, or of the groups of a study. */
type Analysis = Pick<CurveAnalysis, "options" | "own" | "change" | "verdict">;
interface Curve {
  choices: CurveChoice[];
  analyses: Analysis[];
}

export function isBeyond({ verdict }: Pick<Analysis, "verdict">): boolean {
  return verdict === "increase" || verdict === "decrease";
}

/** `ends`: what a change above zero means, and one below. */
export function SpecificationChart(props: { curve: Curve; ends: [string, string]; label: string }) {
  const { curve, ends } = props;
  // With little room the name of a choice stands above its options.
  const isWide = (width: number) => width >= 560;
  const headRows = (width: number) => (isWide(width) ? 0 : curve.choices.length);
  const options = curve.choices.reduce((sum, choice) => sum + choice.options.length, 0);
  const height = (width: number) =>
    curveHeight + (options + headRows(width)) * rowHeight + curve.choices.length * groupGap + 8;
  return (
    <Chart height={height} label={props.label}>
      {({ width }) => {
        const wide = isWide(width);
        const longest = Math.max(...curve.choices.flatMap((choice) => choice.options.map((o) => o.length)));
        const names = wide ? Math.max(...curve.choices.map(({ name }) => name.length)) * letter + 12 : 0;
        const left = Math.round(Math.min(names + longest * letter + 12, width * 0.7));
        const area: Area = { left, right: width - 4, top: wide ? 12 : 30, bottom: curveHeight - 10 };
        const step = (area.right - area.left) / curve.analyses.length;
        const x = (place: number) => area.left + (place + 0.5) * step;
        const y = scaleLinear().domain(domainOf(curve.analyses)).range([area.bottom, area.top]).nice(4);
        const own = curve.analyses.findIndex((analysis) => analysis.own);
        return (
          <>
            <YAxis scale={y} area={area} count={5} format={(value) => signed(value, 1)} />
            {/* Beside the curve; with less room above it. */}
            <text x={0} y={wide ? area.top + 4 : 11} class="t">
              ↑ {ends[0]}
            </text>
            <text x={wide ? 0 : area.right} y={wide ? area.bottom + 4 : 11} class={wide ? "t" : "t end"}>
              ↓ {ends[1]}
            </text>
            {own >= 0 && (
              <rect
                x={x(own) - Math.max(step / 2, 2.5)}
                width={Math.max(step, 5)}
                y={area.top - 8}
                height={height(width) - area.top + 4}
                rx={Math.min(3, step / 2)}
                class="own-analysis"
              />
            )}
            <line x1={area.left} x2={area.right} y1={y(0)} y2={y(0)} class="axis" />
            {curve.analyses.map((analysis, place) => (
              <Change key={place} analysis={analysis} x={x(place)} y={y} step={step} />
            ))}
            <Grid curve={curve} area={area} x={x} step={step} wide={wide} />
          </>
        );
      }}
    </Chart>
  );
}

function Change(props: { analysis: Analysis; x: number; y: (value: number) => number; step: number }) {
  const { analysis, x, y } = props;
  const { value, ci_low, ci_high } = analysis.change;
  if (value === null || ci_low === null || ci_high === null) return null;
  const radius = Math.min(3.2, Math.max(1.3, props.step * 0.36));
  const state = isBeyond(analysis) ? "beyond" : "within";
  return (
    <g class={`specification ${state}`}>
      <line x1={x} x2={x} y1={y(ci_low)} y2={y(ci_high)} />
      <circle cx={x} cy={y(value)} r={radius} />
    </g>
  );
}

function Grid(props: {
  curve: Curve;
  area: Area;
  x: (place: number) => number;
  step: number;
  wide: boolean;
}) {
  const { curve, area, x, step, wide } = props;
  const side = Math.min(8.5, Math.max(1.5, step * 0.62));
  let y = curveHeight;
  return (
    <>
      {curve.choices.map((choice, c) => {
        const from = y;
        y += groupGap + (choice.options.length + (wide ? 0 : 1)) * rowHeight;
        const row = (option: number) => from + groupGap + (option + (wide ? 0.5 : 1.5)) * rowHeight;
        return (
          <g key={choice.id}>
            <line x1={0} x2={area.right} y1={from} y2={from} class="rule" />
            <text x={0} y={from + groupGap + rowHeight / 2 + 4} class="t ink">
              {capital(choice.name)}
            </text>
            {choice.options.map((option, o) => (
              <text key={option} x={area.left - 10} y={row(o) + 4} class="t end">
                {option}
              </text>
            ))}
            {curve.analyses.map((analysis, place) => (
              <rect
                key={place}
                x={x(place) - side / 2}
                y={row(analysis.options[c] ?? 0) - 4.25}
                width={side}
                height={8.5}
                rx={Math.min(1.5, side / 3)}
                class={isBeyond(analysis) ? "picked beyond" : "picked"}
              />
            ))}
          </g>
        );
      })}
    </>
  );
}

/** What the marks mean: of one infant, if nothing else is told. */
export function SpecificationKey(props: { words?: Record<"beyond" | "within" | "bars" | "own", string> }) {
  const { curve } = useText().report;
  const words = props.words ?? curve;
  return (
    <p class="key">
      {(["beyond", "within"] as const).map((state) => (
        <span key={state}>
          <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true" class={`specification ${state}`}>
            <line x1="5" x2="5" y1="0" y2="12" />
            <circle cx="5" cy="6" r="3" />
          </svg>{" "}
          {words[state]}
        </span>
      ))}
      <span>{words.bars}</span>
      <span>
        <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
          <rect x="1" y="1" width="8" height="10" rx="2" class="own-analysis" />
        </svg>{" "}
        {words.own}
      </span>
    </p>
  );
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Everything drawn, with zero in sight. */
function domainOf(analyses: Analysis[]): [number, number] {
  const bounds = analyses.flatMap(({ change }) => [change.ci_low ?? 0, change.ci_high ?? 0]);
  const [low = -0.1, high = 0.1] = extent([...bounds, 0]) as [number | undefined, number | undefined];
  return [low, high];
}
