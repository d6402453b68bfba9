// Stands in for the package d3-interpolate when the page is bundled: the scales here map numbers to numbers, and
// the rest of that package (colours, dates, transforms) would be a tenth of the page's script.

/** A function of t in 0 … 1 that runs from a to b. */
export function interpolateNumber(a: number, b: number): (t: number) => number {
  return (t) => a * (1 - t) + b * t;
}

export function interpolateRound(a: number, b: number): (t: number) => number {
  return (t) => Math.round(a * (1 - t) + b * t);
}

export { interpolateNumber as interpolate };

/** Asked for by scales that the page does not use. */
export const piecewise = undefined;
