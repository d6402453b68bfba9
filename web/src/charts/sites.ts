// Where the sites of the 10-10 system lie on a head seen from above: x to the right, y to the nose; Fpz, T7, T8 and
// Oz on the unit circle, what lies lower on the head outside it. Geometry, not a measurement: each site's angle from
// Cz, in the spherical coordinates commonly used for the system, is its distance from the middle.

/** Inclination from Cz and azimuth from the left ear towards the nose, degrees: left sites and the midline. */
const angles: Record<string, readonly [number, number]> = {
  Fp1: [92, 72],
  AF7: [92, 54],
  AF3: [74, 65],
  F1: [50, 68],
  F3: [60, 51],
  F5: [75, 41],
  F7: [92, 36],
  F9: [113, 36],
  FC1: [32, 45],
  FC3: [50, 28],
  FC5: [72, 21],
  FT7: [92, 18],
  FT9: [113, 18],
  C1: [23, 0],
  C3: [46, 0],
  C5: [69, 0],
  T7: [92, 0],
  T9: [113, 0],
  CP1: [32, -45],
  CP3: [50, -28],
  CP5: [72, -21],
  TP7: [92, -18],
  P1: [50, -68],
  P3: [60, -51],
  P5: [75, -41],
  P7: [92, -36],
  P9: [113, -36],
  PO3: [74, -65],
  PO7: [92, -54],
  O1: [92, -72],
  Fpz: [92, 90],
  AFz: [69, 90],
  Fz: [46, 90],
  FCz: [23, 90],
  Cz: [0, 90],
  CPz: [23, -90],
  Pz: [46, -90],
  POz: [69, -90],
  Oz: [92, -90],
};
const formerNames: Record<string, string> = { T3: "T7", T4: "T8", T5: "P7", T6: "P8" };
const ringDegrees = 92;

export interface Place {
  x: number;
  y: number;
}

/** Null for a site that is not on the scalp (ears, mastoids) or not known. */
export function placeOf(site: string): Place | null {
  const name = formerNames[site] ?? site;
  const [, letters = "", digits = ""] = /^([A-Za-z]+)(\d*)$/.exec(name) ?? [];
  const number = Number(digits);
  const right = number > 0 && number % 2 === 0;
  const angle = angles[right ? `${letters}${number - 1}` : name];
  if (!angle) return null;
  const [inclination, azimuth] = angle;
  const distance = inclination / ringDegrees;
  const radians = (azimuth * Math.PI) / 180;
  const x = number === 0 ? 0 : distance * Math.cos(radians);
  return { x: right ? x : -x, y: distance * Math.sin(radians) };
}
