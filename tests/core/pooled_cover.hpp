// Hearts whose RMSSD and mean are known from how they are drawn, and how often the intervals of pooled_time_domain
// hold them: for a suite and a bench.
#pragma once

#include <cmath>
#include <vector>

#include "base/random.hpp"
#include "hrv/epochs.hpp"
#include "hrv/pooled.hpp"

namespace attune::test {

constexpr double drawn_mean_ms = 420, drawn_scatter_ms = 6, drawn_log_spread = 0.3;
constexpr double drawn_slow_ms = 10, drawn_slow_kept = 0.95;

/// Of intervals x + σₑ ε: mean square of their successive differences is 2 E σₑ² + 2 (1 − φ) s², for σₑ = σ exp(τ z)
/// in each epoch, E σₑ² = σ² exp(2 τ²), and slow waves x, an autoregression of SD s and coefficient φ.
inline double drawn_rmssd_ms() {
  const double scatter2 =
      drawn_scatter_ms * drawn_scatter_ms * std::exp(2 * drawn_log_spread * drawn_log_spread);
  return std::sqrt(2 * scatter2 + 2 * (1 - drawn_slow_kept) * drawn_slow_ms * drawn_slow_ms);
}

/// The pooled values of one heart drawn for so many epochs.
inline hrv::PooledTimeDomain drawn_heart(int epochs, std::uint64_t seed) {
  const hrv::Settings settings;
  Random random(seed);
  std::vector<double> nn_ms;
  double time_s = 0, slow_ms = drawn_slow_ms * random.normal();
  for (int e = 0; e < epochs; ++e) {
    const double scatter_ms = drawn_scatter_ms * std::exp(drawn_log_spread * random.normal());
    while (time_s < (e + 1) * settings.epoch_s) {
      slow_ms = drawn_slow_kept * slow_ms +
                std::sqrt(1 - drawn_slow_kept * drawn_slow_kept) * drawn_slow_ms * random.normal();
      nn_ms.push_back(drawn_mean_ms + slow_ms + scatter_ms * random.normal());
      time_s += nn_ms.back() / 1000;
    }
  }
  hrv::NnSeries series = hrv::used_intervals(hrv::nn_intervals_from_list(nn_ms, settings));
  auto parts = hrv::divide(0, epochs * settings.epoch_s, {}, {}, settings);
  for (hrv::Epoch& epoch : parts) epoch.used = true;
  return hrv::pooled_time_domain(series, parts, settings);
}

struct Cover {
  int hearts = 0, held = 0, none = 0;
  void add(const Estimate& estimate, double truth) {
    if (!estimate.ci_low || !estimate.ci_high) {
      ++none;
      return;
    }
    ++hearts;
    held += *estimate.ci_low <= truth && truth <= *estimate.ci_high;
  }
  double percent() const { return hearts > 0 ? 100.0 * held / hearts : 0; }
};

}  // namespace attune::test
