// Infants whose asymmetry and RSA drift slowly about a long-run mean, and what the core measures of them: for a suite
// and a bench.
#pragma once

#include <cmath>
#include <numbers>
#include <optional>
#include <vector>

#include "base/random.hpp"
#include "eeg/asymmetry.hpp"
#include "eeg/features.hpp"
#include "hrv/hrv.hpp"
#include "stats/difference.hpp"

namespace attune::test {

/// What drifts: a stationary process of this SD whose correlation falls by e in time_s (Ornstein-Uhlenbeck).
struct Drift {
  double sd = 0, time_s = 30;
};

class DriftingState {
 public:
  DriftingState(Drift drift, double step_s, Random& random)
      : keep_(std::exp(-step_s / drift.time_s)),
        add_(drift.sd * std::sqrt(1 - keep_ * keep_)),
        value_(drift.sd * random.normal()) {}
  double next(Random& random) {
    const double now = value_;
    value_ = keep_ * value_ + add_ * random.normal();
    return now;
  }

 private:
  double keep_, add_, value_;
};

/// A rhythm of 7.5 Hz (an autoregression of order 2, 1 Hz wide) that comes in bursts: its power is lognormal, of SD
/// burst_sd, with a correlation time of burst_s, on each side by itself.
constexpr double eeg_rate_hz = 64, burst_s = 1;

struct DriftingEeg {
  eeg::PairSpectra spectra;
  eeg::Asymmetry measured;
};

/// Its asymmetry drifts about 0; the core's windows, spectra and asymmetry of it.
inline DriftingEeg drifting_eeg(Drift drift, double burst_sd, double duration_s, Random& random,
                                eeg::BlockDraws& draws) {
  struct Side {
    DriftingState burst;
    double before = 0, before_that = 0;
  };
  const double radius = std::exp(-std::numbers::pi / eeg_rate_hz);
  const double first = 2 * radius * std::cos(2 * std::numbers::pi * 7.5 / eeg_rate_hz),
               second = -radius * radius;
  Side sides[] = {{{{burst_sd, burst_s}, 1 / eeg_rate_hz, random}},
                  {{{burst_sd, burst_s}, 1 / eeg_rate_hz, random}}};
  DriftingState asymmetry(drift, 1 / eeg_rate_hz, random);
  const auto settle = static_cast<int>(4 * eeg_rate_hz), samples = static_cast<int>(duration_s * eeg_rate_hz);
  std::vector<double> signal[2];
  for (int t = -settle; t < samples; ++t) {
    const double lean = asymmetry.next(random);
    for (int s = 0; s < 2; ++s) {
      Side& side = sides[s];
      const double rhythm = first * side.before + second * side.before_that + random.normal();
      side.before_that = side.before;
      side.before = rhythm;
      const double power_ln = side.burst.next(random) + (s == 0 ? -lean : lean) / 2;
      if (t >= 0) signal[s].push_back(rhythm * std::exp(power_ln / 2));
    }
  }
  eeg::Settings settings;
  settings.background = settings.total = settings.slow = {};  // only the absolute form
  eeg::FeatureStream stream({{"F3", "F3", "", 1, 0, 0}, {"F4", "F4", "", 1, 0, 0}}, eeg_rate_hz, settings);
  stream.push(std::vector<std::span<const double>>{signal[0], signal[1]});
  const auto features = stream.finish();
  const std::vector<eeg::Rejection> none(features.start_s.size(), eeg::Rejection::none);
  DriftingEeg result;
  result.spectra = eeg::pair_spectra(features, 0, 1, none, nullptr, 12, settings.alpha, eeg::PhaseTable());
  std::vector<std::size_t> windows(none.size());
  for (std::size_t w = 0; w < windows.size(); ++w) windows[w] = w;
  eeg::measure_asymmetry(result.spectra, windows, settings, draws, result.measured);
  return result;
}

/// Beats whose RSA, ln power, drifts about a mean; breathing of 0.6 Hz varies by a tenth.
inline hrv::Metrics drifting_heart(Drift drift, double duration_s, Random& random) {
  constexpr double mean_ms = 430, amplitude_ms = 8, jitter_ms = 1.5, slow_ms = 10;
  constexpr double breathing_hz = 0.6, longest_step_s = 0.43;
  DriftingState level(drift, longest_step_s, random), pace({0.1, 6}, longest_step_s, random),
      slow({slow_ms, 10}, longest_step_s, random);
  double phase = 2 * std::numbers::pi * random.uniform(), time_s = 0;
  std::vector<double> nn_ms;
  while (time_s < duration_s) {
    const double amplitude = amplitude_ms * std::exp(level.next(random) / 2);
    nn_ms.push_back(mean_ms + amplitude * std::sin(phase) + slow.next(random) + jitter_ms * random.normal());
    phase += 2 * std::numbers::pi * breathing_hz * (1 + pace.next(random)) * nn_ms.back() / 1000;
    time_s += nn_ms.back() / 1000;
  }
  return hrv::analyze_nn(nn_ms, {});
}

inline bool holds(const Estimate& estimate, double truth) {
  return estimate.ci_low && *estimate.ci_low <= truth && truth <= *estimate.ci_high;
}

}  // namespace attune::test
