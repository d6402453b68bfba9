// Mean spectrum of the heart period at each visit, with the band that RSA is taken from.

import { max } from "d3-array";
import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import type { Visit } from "#report";
import { plain } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, XAxis, YAxis } from "./frame";
import { visitStyle } from "./visits";

const height = 196;
const lowestHz = 0.15;
const highestHz = 1.4;

type Scale = ScaleLinear<number, number>;

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
            {banded && <Band visit={banded} x={x} area={area} />}
            <YAxis scale={y} area={area} count={3} format={plain} />
            {visits.map((visit, index) => (
              <Spectrum key={index} visit={visit} index={index} x={x} y={y} />
            ))}
            {visits.map((visit, index) => (
              <Breathing key={index} visit={visit} index={index} x={x} area={area} />
            ))}
            <XAxis scale={x} area={area} ticks={[0.2, 0.4, 0.6, 0.8, 1, 1.2]} format={plain} unit="Hz" />
          </>
        );
      }}
    </Chart>
  );
}

/** The band that RSA is taken from. */
function Band({ visit, x, area }: { visit: Visit; x: Scale; area: Area }) {
  const text = useText();
  const { rsa_band_low_hz: low, rsa_band_high_hz: high } = visit.heart;
  return (
    <>
      <rect
        x={x(low)}
        width={Math.max(0, x(high) - x(low))}
        y={area.top}
        height={area.bottom - area.top}
        class="band"
      />
      <text x={x((low + high) / 2)} y={area.top - 4} class="t mid">
        {text.report.heart.rsaBand}
      </text>
    </>
  );
}

/** Where it rises above the top of the figure, it is left out. */
function Spectrum({ visit, index, x, y }: { visit: Visit; index: number; x: Scale; y: Scale }) {
  const { frequency_hz, power_ms2_per_hz } = visit.heart.rr_spectrum;
  const bins = frequency_hz.flatMap((hz, bin) => (hz >= lowestHz && hz <= highestHz ? [bin] : []));
  const path = line<number>()
    .x((bin) => x(frequency_hz[bin] ?? 0))
    .defined((bin) => (power_ms2_per_hz[bin] ?? 0) <= (y.domain()[1] ?? 0))
    .y((bin) => y(power_ms2_per_hz[bin] ?? 0));
  const { color, dash } = visitStyle(index);
  return <path d={path(bins) ?? ""} stroke={color} stroke-dasharray={dash} class="spectrum" />;
}

/** How fast the infant breathed, where the figure shows it. */
export function breathingHz({ heart: { breathing_rate_hz: hz } }: Visit): number | null {
  return hz !== null && hz >= lowestHz && hz <= highestHz ? hz : null;
}

function Breathing({ visit, index, x, area }: { visit: Visit; index: number; x: Scale; area: Area }) {
  const hz = breathingHz(visit);
  if (hz === null) return null;
  const { color, dash } = visitStyle(index);
  return (
    <line
      x1={x(hz)}
      x2={x(hz)}
      y1={area.top}
      y2={area.bottom}
      stroke={color}
      stroke-dasharray={dash}
      class="breathing"
    />
  );
}
