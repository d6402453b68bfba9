// What was recorded while the video was taken, on the video's clock: heart period, RSA of each epoch, and the windows of EEG
// that are used.
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import type { Visit } from "#report";
import type { Area } from "../../charts/frame";
import { fixed } from "../../format";
import { useText } from "../../text/text";
import { bars, type Scale } from "./bars";

const heartHeight = 46;
const rsaHeight = 34;
const eegHeight = 16;
export const besideHeight = heartHeight + rsaHeight + eegHeight;

export function Beside(props: {
  visit: Visit;
  /** Time of the recording at which the video's clock shows 0. */
  offset: number;
  x: Scale;
  area: Area;
  window: { from: number; to: number };
}) {
  const { visit, offset, x, area, window } = props;
  const words = useText().code.beside;
  const isSeen = (at_s: number) => at_s - offset >= window.from && at_s - offset <= window.to;
  const onVideo = <T extends { start_s: number; end_s: number }>(stretches: T[]): T[] =>
    stretches.map((one) => ({ ...one, start_s: one.start_s - offset, end_s: one.end_s - offset }));
  const { time_s, nn_ms, gap_before } = visit.heart.tachogram;
  const beats = time_s.map((_, beat) => beat).filter((beat) => isSeen(time_s[beat] ?? Infinity));
  const periods = beats.map((beat) => nn_ms[beat] ?? 0);
  const heartTop = area.top + 4;
  const rsaTop = area.top + heartHeight;
  const eegTop = rsaTop + rsaHeight;
  const heartY = upward(periods, heartTop, heartHeight);
  const epochs = onVideo(visit.heart.epochs).flatMap(({ used, rsa_ln_ms2, ...stretch }) =>
    used && rsa_ln_ms2 !== null ? [{ ...stretch, rsa_ln_ms2 }] : [],
  );
  const rsa = epochs.map((epoch) => epoch.rsa_ln_ms2);
  const rsaY = upward(rsa, rsaTop, rsaHeight);
  const used = onVideo(visit.eeg.timeline.filter(({ reason }) => reason === "none"));
  return (
    <g>
      <Lane name={words.heart} short="♥" values={periods} decimals={0} y={heartTop + 12} area={area} />
      <path
        class="trace code-beside"
        d={beats
          .map((beat, place) => {
            const isOn = place > 0 && !gap_before[beat];
            return `${isOn ? "L" : "M"}${x((time_s[beat] ?? 0) - offset).toFixed(1)} ${heartY(nn_ms[beat] ?? 0).toFixed(1)}`;
          })
          .join("")}
      />
      <Lane
        name={words.rsa}
        short={words.rsa.slice(0, 3)}
        values={rsa}
        decimals={1}
        y={rsaTop + 12}
        area={area}
      />
      {epochs.map((epoch) => (
        <path
          key={epoch.start_s}
          class="code-points"
          d={bars([epoch], x, Math.round(rsaY(epoch.rsa_ln_ms2)) - 1, 3, window)}
        />
      ))}
      <Lane name={words.eeg} short="EEG" values={[]} decimals={0} y={eegTop + 11} area={area} />
      <path class="code-points" d={bars(used, x, eegTop + 3, 8, window)} />
    </g>
  );
}

const upward = (values: number[], top: number, height: number) => {
  const [low = 0, high = 1] = extent(values) as [number | undefined, number | undefined];
  return scaleLinear()
    .domain(low < high ? [low, high] : [low - 1, high + 1])
    .range([top + height - 8, top]);
};

/** What a lane shows, and from where to where; on a phone in short. */
function Lane(props: {
  name: string;
  short: string;
  values: number[];
  decimals: number;
  y: number;
  area: Area;
}) {
  const { name, short, values, decimals, y, area } = props;
  const [low, high] = extent(values) as [number | undefined, number | undefined];
  const isNarrow = area.left < 100;
  return (
    <>
      <line x1={area.left} x2={area.right} y1={y - 12} y2={y - 12} class="rule" />
      <text x={area.left - 8} y={y} class="t end">
        {isNarrow ? short : name}
      </text>
      {low !== undefined && high !== undefined && !isNarrow && (
        <text x={area.left - 8} y={y + 13} class="t end">
          {fixed(low, decimals)}–{fixed(high, decimals)}
        </text>
      )}
    </>
  );
}
