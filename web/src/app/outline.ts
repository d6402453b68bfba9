// What is handed over to be compared: visits without their long lists, which a comparison does not look at.
// Reading and writing the numbers in them would take most of its time.
import type { Report, Visit } from "#report";

const noSpectrum = { frequency_hz: [], psd_uv2_per_hz: [], psd_ci_low: [], psd_ci_high: [] };

export function outlineOf(visit: Visit): Visit {
  const { eeg, heart } = visit;
  const channels = eeg.channels.map((channel) => ({ ...channel, ...noSpectrum }));
  return {
    ...visit,
    eeg: { ...eeg, channels, phase_asymmetry: [], timeline: [] },
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
    const { eeg, heart } = whole;
    return { ...outline, eeg, heart };
  });
  return { ...report, visits };
}
