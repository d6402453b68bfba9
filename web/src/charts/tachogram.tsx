// The heart period of each visit, beat by beat, on one scale for all visits.

import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Visit } from "#report";
import { fixed } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, YAxis } from "./frame";
import { Hatched, MinuteAxis, PhaseRules, timeScale } from "./time";
import { visitStyle } from "./visits";

const height = 138;

export function Tachogram(props: { visit: Visit; index: number; visits: Visit[]; endS: number }) {
  const { visit, index, visits, endS } = props;
  const text = useText();
  const { time_s, nn_ms, edited, gap_before } = visit.heart.tachogram;
  return (
    <Chart height={height} label={text.report.heart.tachogramLabel(text.visit(index))}>
      {({ width, hatch, printing }) => {
        const area: Area = { left: 42, right: width - 18, top: 22, bottom: height - 22 };
        const x = timeScale(endS, area);
        const all = visits.flatMap((other) => extent(other.heart.tachogram.nn_ms) as number[]);
        const [low = 0, high = 1] = extent(all) as [number | undefined, number | undefined];
        const y = scaleLinear().domain([low, high]).nice(3).range([area.bottom, area.top]);
        // Each unbroken run of intervals is its own line.
        const runs: number[][] = [];
        for (let i = 0; i < time_s.length; i++) {
          if (i === 0 || gap_before[i]) runs.push([]);
          runs[runs.length - 1]?.push(i);
        }
        const path = line<number>()
          .x((i) => x(time_s[i] ?? 0))
          .y((i) => y(nn_ms[i] ?? 0));
        return (
          <>
            <YAxis scale={y} area={area} count={3} format={(tick) => fixed(tick, 0)} />
            <Hatched stretches={visit.heart.excluded} scale={x} area={area} hatch={hatch} />
            <PhaseRules phases={visit.phases} scale={x} area={area} printing={printing} />
            {runs.map((run) => (
              <path key={run[0]} d={path(run) ?? ""} class="trace" stroke={visitStyle(index).color} />
            ))}
            {edited.map(
              (isEdited, i) =>
                isEdited && (
                  <circle key={i} cx={x(time_s[i] ?? 0)} cy={y(nn_ms[i] ?? 0)} r="3.2" class="edited" />
                ),
            )}
            <MinuteAxis scale={x} area={area} width={width} />
          </>
        );
      }}
    </Chart>
  );
}
