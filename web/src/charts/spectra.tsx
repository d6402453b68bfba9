// Spectra of the left and the right site of one pair at one visit, with their intervals and the alpha band.

import { type ScaleLogarithmic, scaleLinear, scaleLog } from "d3-scale";
import { area as areaShape, line } from "d3-shape";
import type { EegChannel, Visit } from "#report";
import { plain } from "../format";
import { useText } from "../text/text";
import { type Area, Chart, XAxis, YAxis } from "./frame";
import { visitStyle } from "./visits";

const height = 226;
/** The stretch that is drawn; what lies above is muscle and mains. */
const lowestHz = 1;
const highestHz = 20;

export interface Pair {
  left: string;
  right: string;
}

export function channelAt(visit: Visit, site: string): EegChannel | undefined {
  return visit.eeg.channels.find(
    (channel) => isCalled(channel, site) && channel.frequency_hz.length > 0 && channel.bad_reason === "",
  );
}

/** A pair names sites, or channels by their labels. */
function isCalled({ site, label }: EegChannel, name: string): boolean {
  return [site, label].some((known) => known.toLowerCase() === name.toLowerCase());
}

export function PairSpectra(props: { visit: Visit; index: number; visits: Visit[]; pair: Pair }) {
  const { visit, index, pair } = props;
  const text = useText();
  const left = channelAt(visit, pair.left);
  const right = channelAt(visit, pair.right);
  return (
    <Chart height={height} label={text.report.brain.spectraLabel(text.visit(index))}>
      {({ width }) => {
        const area: Area = { left: 42, right: width - 18, top: 14, bottom: height - 26 };
        const x = scaleLinear().domain([lowestHz, highestHz]).range([area.left, area.right]);
        const y = scaleLog().domain(powerRange(props.visits, pair)).range([area.bottom, area.top]);
        const bandLow = x(visit.eeg.band_low_hz - 0.5);
        const bandHigh = x(visit.eeg.band_high_hz + 0.5);
        return (
          <>
            <rect
              x={bandLow}
              width={bandHigh - bandLow}
              y={area.top}
              height={area.bottom - area.top}
              class="band"
            />
            <YAxis scale={y} area={area} ticks={decades(y.domain() as [number, number])} format={plain} />
            <text x={(bandLow + bandHigh) / 2} y={area.top + 12} class="t mid">
              {text.report.brain.band(plain(visit.eeg.band_low_hz), plain(visit.eeg.band_high_hz))}
            </text>
            {left && <Spectrum channel={left} x={x} y={y} color="var(--plain)" thin />}
            {right && <Spectrum channel={right} x={x} y={y} color={visitStyle(index).color} />}
            {[left ? null : pair.left, right ? null : pair.right].map(
              (site, row) =>
                site && (
                  <text key={site} x={area.right - 4} y={area.top + 14 + 16 * row} class="t end missing">
                    {text.report.brain.noSpectrum(site)}
                  </text>
                ),
            )}
            <XAxis scale={x} area={area} ticks={[2, 5, 10, 15, 20]} format={plain} unit="Hz" />
          </>
        );
      }}
    </Chart>
  );
}

function Spectrum(props: {
  channel: EegChannel;
  x: (hz: number) => number;
  y: ScaleLogarithmic<number, number>;
  color: string;
  thin?: boolean;
}) {
  const { channel, x, y, color } = props;
  const bins = channel.frequency_hz.flatMap((hz, bin) => (hz >= lowestHz && hz <= highestHz ? [bin] : []));
  const hz = (bin: number) => x(channel.frequency_hz[bin] ?? 0);
  const drawn = (values: number[]) => (bin: number) => (values[bin] ?? 0) > 0;
  // An interval of few windows may be wider than the frame.
  const [lowest = 0, highest = 0] = y.domain();
  const clamped = (value: number) => Math.min(Math.max(value, lowest), highest);
  const power = line<number>()
    .defined(drawn(channel.psd_uv2_per_hz))
    .x(hz)
    .y((bin) => y(channel.psd_uv2_per_hz[bin] ?? 1));
  const ribbon = areaShape<number>()
    .defined(drawn(channel.psd_ci_low))
    .x(hz)
    .y0((bin) => y(clamped(channel.psd_ci_low[bin] ?? 1)))
    .y1((bin) => y(clamped(channel.psd_ci_high[bin] ?? 1)));
  return (
    <>
      <path d={ribbon(bins) ?? ""} fill={color} class="ribbon" />
      <path d={power(bins) ?? ""} stroke={color} class={props.thin ? "spectrum thin" : "spectrum"} />
    </>
  );
}

/** Whole decades around everything drawn at any visit, so that panels share their scale. */
function powerRange(visits: Visit[], pair: Pair): [number, number] {
  const values = visits.flatMap((visit) =>
    [pair.left, pair.right].flatMap((site) => {
      const channel = channelAt(visit, site);
      return (channel?.psd_uv2_per_hz ?? []).filter((power, bin) => {
        const hz = channel?.frequency_hz[bin] ?? 0;
        return power > 0 && hz >= lowestHz && hz <= highestHz;
      });
    }),
  );
  if (values.length === 0) return [0.1, 100];
  // Half decades keep the drawing from sitting in a corner of its frame.
  const half = (value: number, round: (x: number) => number) => 10 ** (round(2 * Math.log10(value)) / 2);
  return [half(Math.min(...values), Math.floor), half(Math.max(...values), Math.ceil)];
}

function decades([low, high]: [number, number]): number[] {
  const ticks: number[] = [];
  for (let power = Math.ceil(Math.log10(low) - 1e-9); power <= Math.log10(high) + 1e-9; power++) {
    ticks.push(10 ** power);
  }
  return ticks;
}
