// What is handed over to be compared: visits without their long lists, which a comparison does not look at.
// Reading and writing the numbers in them would take most of its time.
import type { Report, Visit } from "#report";

export function outlineOf(visit: Visit): Visit {
  const { file, eeg, heart } = visit;
  return {
    ...visit,
    file: { ...file, channels: [] },
    eeg: { ...eeg, channels: [], phase_asymmetry: [], sensitivity: [], timeline: [] },
    heart: {
      ...heart,
      epochs: [],
      excluded: [],
      tachogram: { time_s: [], nn_ms: [], edited: [], gap_before: [] },
      rr_spectrum: { frequency_hz: [], power_ms2_per_hz: [] },
    },
  };
}

/** A report made from outlines, with all that they left out. */
export function completed(report: Report, wholes: Visit[]): Report {
  const visits = report.visits.map((outline, index) => {
    const whole = wholes[index];
    if (!whole) return outline;
    const { file, eeg, heart } = whole;
    return { ...outline, file: { ...outline.file, channels: file.channels }, eeg, heart };
  });
  return { ...report, visits };
}
