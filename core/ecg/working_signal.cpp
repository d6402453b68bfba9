#include "ecg/working_signal.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "dsp/filter.hpp"

namespace attune::ecg {

namespace {

constexpr double lowest_rate_hz = 250;  // a parabola through three samples still meets the apex

dsp::RateChange change_from(double sample_rate_hz) {
  if (sample_rate_hz < lowest_rate_hz)
    return {static_cast<int>(std::ceil(lowest_rate_hz / sample_rate_hz)), 1};
  return {1, static_cast<int>(sample_rate_hz / lowest_rate_hz)};
}

}  // namespace

WorkingSignal working_signal(std::span<const double> samples, double sample_rate_hz, const Settings& s) {
  WorkingSignal w;
  const dsp::RateChange change = change_from(sample_rate_hz);
  w.rate_hz = sample_rate_hz * change.up / change.down;
  std::vector<double> ecg;
  if (change.up == 1 && change.down == 1) {
    ecg.assign(samples.begin(), samples.end());
  } else {
    // Pass up to `high`, and stop by the frequency that would fold onto it.
    const double slower_hz = std::min(sample_rate_hz, w.rate_hz);
    const double high_hz = std::min(s.evidence.wide_high_hz, 0.42 * slower_hz);
    const double transition_hz = slower_hz - 2 * high_hz;
    ecg = dsp::filter_resample(
        samples,
        dsp::bandpass_kernel(sample_rate_hz * change.up, 0, high_hz + transition_hz / 2, transition_hz),
        change);
  }
  const auto half = static_cast<std::ptrdiff_t>(s.evidence.baseline_window_s / 2 * w.rate_hz);
  const auto baseline = dsp::moving_mean(dsp::moving_mean(ecg, half), half);
  w.wide.resize(ecg.size());
  for (std::size_t i = 0; i < ecg.size(); ++i) w.wide[i] = ecg[i] - baseline[i];
  w.qrs =
      dsp::filter_same(ecg, dsp::bandpass_kernel(w.rate_hz, s.band_low_hz, s.band_high_hz, s.band_low_hz));
  return w;
}

}  // namespace attune::ecg
