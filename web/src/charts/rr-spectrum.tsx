// Mean spectrum of the heart period at each visit, with the band that RSA is taken from.

import { max } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Visit } from "#report";
import { fixed, plain } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, XAxis, YAxis } from "./frame";
import { visitStyle } from "./visits";

const height = 196;
const lowestHz = 0.15;
const highestHz = 1.4;

export function RrSpectrum({ visits }: { visits: Visit[] }) {
  const text = useText();
  const banded = visits.find((visit) => visit.heart.rr_spectrum.frequency_hz.length > 0) ?? visits[0];
  return (
    <Chart height={height} label={text.report.heart.spectrumLabel}>
      {({ width }) => {
        const area: Area = { left: 42, right: width - 18, top: 14, bottom: height - 24 };
        const x = scaleLinear().domain([lowestHz, highestHz]).range([area.left, area.right]);
        // The slow drift below the band is larger than anything in it and would flatten what matters here.
        const powers = visits.flatMap(({ heart }) =>
          heart.rr_spectrum.power_ms2_per_hz.filter((_, bin) => {
            const hz = heart.rr_spectrum.frequency_hz[bin] ?? 0;
            return hz >= heart.rsa_band_low_hz && hz <= heart.rsa_band_high_hz;
          }),
        );
        const y = scaleLinear()
          .domain([0, max(powers) || 1])
          .nice(3)
          .range([area.bottom, area.top]);
        return (
          <>
            {banded && (
              <>
                <rect
                  x={x(banded.heart.rsa_band_low_hz)}
                  width={Math.max(0, x(banded.heart.rsa_band_high_hz) - x(banded.heart.rsa_band_low_hz))}
                  y={area.top}
                  height={area.bottom - area.top}
                  class="band"
                />
                <text x={x(banded.heart.rsa_band_high_hz) - 5} y={area.bottom - 6} class="t end">
                  {text.report.heart.rsaBand}
                </text>
              </>
            )}
            <YAxis scale={y} area={area} count={3} format={plain} />
            {visits.map(({ heart: { rr_spectrum } }, index) => {
              const bins = rr_spectrum.frequency_hz.flatMap((hz, bin) =>
                hz >= lowestHz && hz <= highestHz ? [bin] : [],
              );
              const path = line<number>()
                .x((bin) => x(rr_spectrum.frequency_hz[bin] ?? 0))
                .defined((bin) => (rr_spectrum.power_ms2_per_hz[bin] ?? 0) <= (y.domain()[1] ?? 0))
                .y((bin) => y(rr_spectrum.power_ms2_per_hz[bin] ?? 0));
              const { color, dash } = visitStyle(index);
              return (
                <path
                  key={index}
                  d={path(bins) ?? ""}
                  stroke={color}
                  stroke-dasharray={dash}
                  class="spectrum"
                />
              );
            })}
            {visits.map(({ heart: { breathing_rate_hz: hz } }, index) =>
              hz === null || hz < lowestHz || hz > highestHz ? null : (
                <g key={index}>
                  <line
                    x1={x(hz)}
                    x2={x(hz)}
                    y1={area.top}
                    y2={area.bottom}
                    stroke={visitStyle(index).color}
                    stroke-dasharray={visitStyle(index).dash}
                    class="breathing"
                  />
                  <text x={x(hz) + 4} y={area.top + 12 + 13 * index} class="t">
                    {text.report.heart.breathing(fixed(hz, 2))}
                  </text>
                </g>
              ),
            )}
            <XAxis scale={x} area={area} ticks={[0.2, 0.4, 0.6, 0.8, 1, 1.2]} format={plain} unit="Hz" />
          </>
        );
      }}
    </Chart>
  );
}
