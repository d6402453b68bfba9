// The stretch of time that is shown: pure functions from one to the next, always within the recording.

/** Seconds from the first sample. */
export interface TimeWindow {
  readonly startS: number;
  readonly spanS: number;
}

export const shortestSpanS = 0.5;
/** Lengths that zooming by keys and buttons goes through, as viewers of EEG have them. */
const spans = [
  0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14400, 28800, 43200, 86400,
];
/** A page turned leaves this part of the last one in sight. */
const overlap = 0.1;

export function within(window: TimeWindow, endS: number): TimeWindow {
  const spanS = Math.min(Math.max(window.spanS, shortestSpanS), Math.max(endS, shortestSpanS));
  return { spanS, startS: Math.min(Math.max(window.startS, 0), Math.max(endS - spanS, 0)) };
}

export const panned = (window: TimeWindow, byS: number, endS: number): TimeWindow =>
  within({ ...window, startS: window.startS + byS }, endS);

/** One page forward (1) or back (−1). */
export const paged = (window: TimeWindow, pages: number, endS: number): TimeWindow =>
  panned(window, pages * window.spanS * (1 - overlap), endS);

/** Another length; the time `atS` stays where it is on the screen. */
export function spanned(window: TimeWindow, spanS: number, atS: number, endS: number): TimeWindow {
  const wanted = Math.min(Math.max(spanS, shortestSpanS), Math.max(endS, shortestSpanS));
  const part = (atS - window.startS) / window.spanS;
  return within({ spanS: wanted, startS: atS - part * wanted }, endS);
}

/** The next shorter (1) or longer (−1) of the usual lengths. */
export function stepped(window: TimeWindow, step: 1 | -1, endS: number): number {
  const { spanS } = window;
  const slack = 1 + 1e-6;
  if (step > 0) return spans.findLast((span) => span * slack < spanS) ?? shortestSpanS;
  return Math.min(spans.find((span) => span > spanS * slack) ?? endS, endS);
}

/** Around a time, where it is not well inside already. */
export function showing(window: TimeWindow, fromS: number, toS: number, endS: number): TimeWindow {
  const margin = window.spanS * 0.1;
  const inside = fromS >= window.startS + margin && toS <= window.startS + window.spanS - margin;
  if (inside) return window;
  if (toS - fromS > window.spanS) return within({ ...window, startS: fromS - margin }, endS);
  return within({ ...window, startS: (fromS + toS) / 2 - window.spanS / 2 }, endS);
}

/** Distances between ticks of the time axis, seconds. */
const tickSteps = [
  0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400,
  21600,
];

/** Seconds between labelled ticks so that each has `pixels` or more. */
export function tickStep(secondsPerPixel: number, pixels: number): number {
  return tickSteps.find((step) => step >= secondsPerPixel * pixels) ?? 43200;
}
