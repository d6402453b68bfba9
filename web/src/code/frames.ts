// Pictures of a video and their times. A picture k of a video of `rate` pictures a second is seen from k / rate on; its
// middle is where a seek finds it in every browser.

/** Rates that cameras have. */
const rates = [23.976, 24, 25, 29.97, 30, 48, 50, 59.94, 60, 100, 120];
/** Fewer times say too little. */
const fewestTimes = 12;
/** As far as a time may stand beside its picture, in pictures: containers keep whole milliseconds. */
const most = 0.12;

/** What stands for the rate of a video until it is known. */
export const usualRate = 25;

/** The lowest usual rate that all of these times of pictures fit; null: none, or too few to say. */
export function rateOf(times: number[]): number | null {
  const first = times[0];
  if (first === undefined || times.length < fewestTimes) return null;
  return rates.find((rate) => times.every((time) => fits((time - first) * rate))) ?? null;
}

const fits = (pictures: number): boolean => Math.abs(pictures - Math.round(pictures)) <= most;

/** Which picture is seen at a time. A time that stands a rounding before a picture's beginning is that picture's. */
export const frameAt = (at_s: number, rate: number): number => Math.max(0, Math.floor(at_s * rate + 1e-3));

export const middleOf = (frame: number, rate: number): number => (frame + 0.5) / rate;

/**
 * The beginning of the picture that is seen; where the rate is not known the time itself, to the millisecond, since browsers
 * show 4.019999 where they were sent to 4.02.
 */
export function snapped(at_s: number, rate: number | null): number {
  if (rate === null) return Math.round(at_s * 1e3) / 1e3;
  return Math.round((frameAt(at_s, rate) / rate) * 1e6) / 1e6;
}
