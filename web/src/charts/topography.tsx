// Alpha power over the head at one visit: each known site a disc whose area is its power, darker where there is more,
// on one scale for all visits. Electrodes that were not used stay in their places as crosses.

import { scaleLinear, scaleSqrt } from "d3-scale";
import type { EegChannel, Visit } from "#report";
import { useText } from "../text/text";
import { Chart } from "./frame";
import { type Place, placeOf } from "./sites";

/** Fewer known sites than this are no picture of the head. */
const fewestSites = 8;
/** The largest disc in pixels, for up to so many sites; beyond, names would cover each other. */
const discs = [
  { sites: 20, radius: 13, named: true },
  { sites: 40, radius: 10, named: true },
  { sites: Number.POSITIVE_INFINITY, radius: 8, named: false },
];
const headSize = 0.36;
const heightOf = (width: number): number => Math.max(230, Math.min(300, width * 0.62));

interface Site {
  channel: EegChannel;
  place: Place;
}

/** Channels at known sites, each site once: where two channels stand for one, the first that can be used. */
function sitesOf(visit: Visit): Site[] {
  const sites = new Map<string, Site>();
  for (const channel of visit.eeg.channels) {
    const place = placeOf(channel.site);
    const known = sites.get(channel.site);
    if (place && (!known || (powerOf(known.channel) === null && powerOf(channel) !== null)))
      sites.set(channel.site, { channel, place });
  }
  return [...sites.values()];
}

function powerOf(channel: EegChannel): number | null {
  return channel.bad_reason === "" && (channel.alpha_uv2 ?? 0) > 0 ? channel.alpha_uv2 : null;
}

/** Clean channels at known sites, front to back; empty where they are too few for a picture of the head. */
export function cleanSites(visit: Visit): EegChannel[] {
  const clean = sitesOf(visit).filter(({ channel }) => powerOf(channel) !== null);
  if (clean.length < fewestSites) return [];
  return clean.sort((a, b) => b.place.y - a.place.y || a.place.x - b.place.x).map(({ channel }) => channel);
}

export function Topography(props: { visit: Visit; index: number; visits: Visit[] }) {
  const { visit, index } = props;
  const text = useText();
  const words = text.report.brain;
  const enough = cleanSites(visit).length > 0;
  const scale = commonScale(props.visits);
  return (
    <Chart height={heightOf} label={words.topographyLabel(text.visit(index))}>
      {({ width }) => {
        const height = heightOf(width);
        const radius = height * headSize;
        const centre = { x: Math.min(width / 2, width - radius - 110), y: height / 2 + 6 };
        return (
          <>
            <Head centre={centre} radius={radius} />
            {!enough && (
              <text x={centre.x} y={centre.y} class="t mid missing">
                {words.tooFewSites}
              </text>
            )}
            {enough &&
              sitesOf(visit).map(({ channel, place }) => (
                <SiteMark
                  key={channel.site}
                  channel={channel}
                  x={centre.x + radius * place.x}
                  y={centre.y - radius * place.y}
                  scale={scale}
                />
              ))}
            <Key scale={scale} x={width - 84} y={height / 2 - 44} />
          </>
        );
      }}
    </Chart>
  );
}

interface PowerScale {
  most: number;
  radius: (power: number) => number;
  shade: (power: number) => number;
  named: boolean;
}

/** One scale for all visits. */
function commonScale(visits: Visit[]): PowerScale {
  const powers = visits.flatMap((visit) => cleanSites(visit).map((channel) => channel.alpha_uv2 ?? 0));
  const most = Math.max(...powers, 1e-9);
  const sites = Math.max(...visits.map((visit) => sitesOf(visit).length));
  const disc = discs.find((size) => sites <= size.sites);
  return {
    most,
    radius: scaleSqrt()
      .domain([0, most])
      .range([0, disc?.radius ?? 0]),
    shade: scaleLinear().domain([0, most]).range([0.04, 0.9]),
    named: disc?.named ?? false,
  };
}

function SiteMark(props: { channel: EegChannel; x: number; y: number; scale: PowerScale }) {
  const { channel, x, y, scale } = props;
  const power = powerOf(channel);
  if (power === null) return <Cross x={x} y={y} />;
  return (
    <g>
      <circle cx={x} cy={y} r={scale.radius(power)} fill-opacity={scale.shade(power)} class="site" />
      {scale.named && (
        <text x={x} y={y + scale.radius(power) + 9} class="t mid tiny">
          {channel.site}
        </text>
      )}
    </g>
  );
}

/** Outline of a head from above, nose up. */
function Head({ centre, radius }: { centre: Place; radius: number }) {
  const { x, y } = centre;
  const side = radius * 1.08;
  return (
    <g class="head">
      <path d={`M${x - 9},${y - side + 1} L${x},${y - side - 11} L${x + 9},${y - side + 1}`} />
      <path d={`M${x - side},${y - 12} q-8,2 -7,12 q-1,10 7,12`} />
      <path d={`M${x + side},${y - 12} q8,2 7,12 q1,10 -7,12`} />
      <circle cx={x} cy={y} r={side} />
    </g>
  );
}

function Cross({ x, y }: Place) {
  return <path d={`M${x - 3.5},${y - 3.5} l7,7 m0,-7 l-7,7`} class="unused" />;
}

function Key({ scale, x, y }: Place & { scale: PowerScale }) {
  const text = useText();
  return (
    <g>
      <text x={x - 12} y={y - 12} class="t">
        µV²
      </text>
      {steps(scale.most).map((power, row) => (
        <g key={power}>
          <circle
            cx={x}
            cy={y + 10 + row * 28}
            r={scale.radius(power)}
            fill-opacity={scale.shade(power)}
            class="site"
          />
          <text x={x + 20} y={y + 14 + row * 28} class="t">
            {power}
          </text>
        </g>
      ))}
      <Cross x={x} y={y + 96} />
      <text x={x + 20} y={y + 100} class="t">
        {text.report.brain.siteNotUsed}
      </text>
    </g>
  );
}

/** Three powers that the scale shows: a round number near the highest, a half and a tenth of it. */
function steps(most: number): number[] {
  const decade = 10 ** Math.floor(Math.log10(most));
  const top = Math.max(1, Math.floor(most / decade)) * decade;
  return [top, top / 2, top / 10].map((power) => Number(power.toPrecision(3)));
}
