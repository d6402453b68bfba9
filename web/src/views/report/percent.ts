// Shares of time as people read them, in percent: a report for the screen. What is saved keeps its shares from 0 to 1.
import type { Change, Estimate, Measure, Report } from "#report";

type Scaled = Record<string, unknown>;

/** The members named, a hundred times as large. */
function timesHundred<T extends object>(of: T, ...names: (keyof T & string)[]): T {
  const scaled: Scaled = {};
  for (const name of names) if (typeof of[name] === "number") scaled[name] = 100 * (of[name] as number);
  return { ...of, ...scaled };
}

const estimate = (of: Estimate) => timesHundred(of, "value", "se", "ci_low", "ci_high");

const change = (of: Change): Change => ({
  ...of,
  change: estimate(of.change),
  reliable: timesHundred(of.reliable, "band_low", "band_high", "studies_effect"),
});

function inPercent(measure: Measure): Measure {
  if (measure.domain !== "still_face") return measure;
  return {
    ...measure,
    unit: `% ${measure.unit}`,
    decimals: Math.max(0, measure.decimals - 2),
    visits: measure.visits.map(estimate),
    changes: measure.changes.map(change),
    steps: measure.steps.map(change),
    places: measure.places.map((place) => timesHundred(place, "mean", "sd", "median", "robust_sd")),
    comparison_infants: measure.comparison_infants.map((infant) => ({
      ...infant,
      values: infant.values.map((value) => (value === null ? null : 100 * value)),
    })),
  };
}

export const withPercent = (report: Report): Report => ({
  ...report,
  measures: report.measures.map(inPercent),
});
