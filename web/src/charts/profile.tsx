// Scores of several scales of one range, a row a scale: each visit's mark on the same line, comparison infants
// behind them as a grey bar.
import { scaleLinear } from "d3-scale";
import type { Measure } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, XAxis } from "./frame";
import { shortened, widthOf } from "./time";
import { Mark } from "./visits";

const rowHeight = 34;
const [lowest, highest] = [1, 7];

export function Profile({ measures, label }: { measures: Measure[]; label: string }) {
  const text = useText();
  const height = measures.length * rowHeight + 30;
  const longest = Math.max(...measures.map((measure) => widthOf(nameOf(measure))));
  const spoken = measures
    .map(({ title, visits, decimals }) => {
      const values = visits.map(({ value }) =>
        value === null ? text.report.noNumber : fixed(value, decimals),
      );
      return `${title} ${values.join(", ")}`;
    })
    .join(text.semicolon);
  return (
    <Chart height={height} label={`${label}: ${spoken}`}>
      {({ width }) => {
        const area: Area = {
          left: Math.min(longest + 15, width * 0.58),
          right: width - 14,
          top: 4,
          bottom: height - 24,
        };
        const x = scaleLinear().domain([lowest, highest]).range([area.left, area.right]);
        return (
          <>
            {measures.map((measure, row) => (
              <Row
                key={measure.id}
                measure={measure}
                y={area.top + (row + 0.5) * rowHeight}
                x={x}
                area={area}
              />
            ))}
            <XAxis scale={x} area={area} ticks={[1, 2, 3, 4, 5, 6, 7]} format={String} />
          </>
        );
      }}
    </Chart>
  );
}

/** The rater stands above the panel; a short name in brackets is name enough. */
const nameOf = ({ title }: Measure) => title.replace(/, [^,]+$/, "").replace(/^.*\((\w+)\)$/, "$1");

function Row(props: { measure: Measure; y: number; x: (value: number) => number; area: Area }) {
  const { measure, y, x, area } = props;
  const { mean = null, sd = null } = measure.places[0] ?? {};
  return (
    <g>
      <text x={area.left - 10} y={y + 4} class={`t end${measure.primary ? " ink" : ""}`}>
        {shortened(nameOf(measure), area.left - 14)}
      </text>
      <line x1={area.left} x2={area.right} y1={y} y2={y} class="rule" />
      {mean !== null && sd !== null && (
        <>
          <rect
            class="comparison-band"
            x={x(mean - sd)}
            width={x(mean + sd) - x(mean - sd)}
            y={y - 9}
            height={18}
          />
          <line class="comparison-mean" x1={x(mean)} x2={x(mean)} y1={y - 9} y2={y + 9} />
        </>
      )}
      {measure.visits.map(
        ({ value }, visit) => value !== null && <Mark key={visit} visit={visit} x={x(value)} y={y} />,
      )}
    </g>
  );
}
