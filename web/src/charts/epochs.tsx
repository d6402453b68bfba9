// RSA of each 30-s epoch of a visit, the means of its phases, and a cross for every epoch that was not used.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Visit } from "#report";
import { useText } from "../text/text";
import { type Area, Chart, tickFormat, YAxis } from "./frame";
import { MinuteAxis, PhaseRules, timeScale } from "./time";
import { Mark, visitStyle } from "./visits";

const height = 138;

/** Visits whose epochs hardly differ are not blown up to look as if they did. */
const leastRange = 0.5;

export function EpochChart(props: { visit: Visit; index: number; visits: Visit[]; endS: number }) {
  const { visit, index, visits, endS } = props;
  const text = useText();
  return (
    <Chart height={height} label={text.report.heart.epochsLabel(text.visit(index))}>
      {({ width, printing }) => {
        const area: Area = { left: 42, right: width - 18, top: 22, bottom: height - 22 };
        const x = timeScale(endS, area);
        const values = visits.flatMap((other) =>
          other.heart.epochs.flatMap(({ rsa_ln_ms2 }) => (rsa_ln_ms2 === null ? [] : [rsa_ln_ms2])),
        );
        const [low = 0, high = 1] = extent(values) as [number | undefined, number | undefined];
        const y = scaleLinear()
          .domain(widened(low, high))
          .nice(3)
          .range([area.bottom - 10, area.top + 4]);
        return (
          <>
            <YAxis scale={y} area={area} count={3} format={tickFormat(y, 3)} />
            <PhaseRules phases={visit.phases} scale={x} area={area} printing={printing} />
            {visit.heart.phases.map((mean) => {
              const phase = visit.phases.find(({ name }) => name === mean.phase);
              const value = mean.rsa_ln_ms2.value;
              return (
                phase &&
                value !== null && (
                  <line
                    key={`${phase.name} ${phase.start_s}`}
                    x1={x(phase.start_s) + 4}
                    x2={x(phase.end_s) - 4}
                    y1={y(value)}
                    y2={y(value)}
                    class="phase-mean"
                    stroke={visitStyle(index).color}
                  />
                )
              );
            })}
            {visit.heart.epochs.map((epoch) => {
              const middle = x((epoch.start_s + epoch.end_s) / 2);
              return epoch.used && epoch.rsa_ln_ms2 !== null ? (
                <Mark key={epoch.start_s} visit={index} x={middle} y={y(epoch.rsa_ln_ms2)} size={3.6} />
              ) : (
                <Cross key={epoch.start_s} x={middle} y={area.bottom - 5} />
              );
            })}
            <MinuteAxis scale={x} area={area} width={width} />
          </>
        );
      }}
    </Chart>
  );
}

function Cross({ x, y }: { x: number; y: number }) {
  return <path d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} class="unused" />;
}

function widened(low: number, high: number): [number, number] {
  const more = Math.max(0, leastRange - (high - low)) / 2;
  return [low - more, high + more];
}
