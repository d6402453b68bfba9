#include "ecg/working_signal.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "dsp/filter.hpp"

namespace attune::ecg {

namespace {

dsp::RateChange change_to(double working_rate_hz, double sample_rate_hz) {
  if (sample_rate_hz < working_rate_hz)
    return {static_cast<int>(std::ceil(working_rate_hz / sample_rate_hz)), 1};
  return {1, static_cast<int>(sample_rate_hz / working_rate_hz)};
}

}  // namespace

std::optional<WorkingSignal> working_signal(std::span<const double> samples, double sample_rate_hz,
                                            const Settings& s) {
  if (!(sample_rate_hz >= s.least_sample_rate_hz) || !std::isfinite(sample_rate_hz)) return {};
  WorkingSignal w;
  const dsp::RateChange change = change_to(s.working_rate_hz, sample_rate_hz);
  w.rate_hz = sample_rate_hz * change.up / change.down;
  std::optional<std::vector<double>> ecg;
  if (change.up == 1 && change.down == 1) {
    ecg.emplace(samples.begin(), samples.end());
  } else {
    // Pass up to `high`, and stop by the frequency that would fold onto it.
    const double slower_hz = std::min(sample_rate_hz, w.rate_hz);
    const double high_hz = std::min(s.evidence.wide_high_hz, s.pass_share * slower_hz);
    const double transition_hz = slower_hz - 2 * high_hz;
    ecg = dsp::filter_resample(
        samples,
        dsp::bandpass_kernel(sample_rate_hz * change.up, 0, high_hz + transition_hz / 2, transition_hz),
        change);
  }
  if (!ecg) return {};
  auto qrs =
      dsp::filter_same(*ecg, dsp::bandpass_kernel(w.rate_hz, s.band_low_hz, s.band_high_hz, s.band_low_hz));
  if (!qrs) return {};
  w.qrs = std::move(*qrs);
  const auto half = static_cast<std::ptrdiff_t>(s.evidence.baseline_window_s / 2 * w.rate_hz);
  const auto baseline = dsp::moving_mean(dsp::moving_mean(*ecg, half), half);
  w.wide.resize(ecg->size());
  for (std::size_t i = 0; i < ecg->size(); ++i) w.wide[i] = (*ecg)[i] - baseline[i];
  return w;
}

}  // namespace attune::ecg
