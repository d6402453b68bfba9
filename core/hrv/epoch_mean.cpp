#include "hrv/epoch_mean.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "stats/difference.hpp"
#include "stats/slow_waves.hpp"
#include "words/ids/heart.hpp"

namespace attune::hrv {

namespace {

int strata_in(std::span<const StratumValue> values) {
  std::map<int, int> strata;
  for (const StratumValue& v : values) ++strata[v.stratum];
  return static_cast<int>(strata.size());
}

double mean_of(std::span<const StratumValue> values) {
  double mean = 0;
  for (const StratumValue& v : values) mean += v.value / static_cast<double>(values.size());
  return mean;
}

words::Number seconds_of(int epochs, const Settings& settings) {
  return words::number(epochs * settings.epoch_s, 0);
}

}  // namespace

Estimate mean_over_epochs(std::span<const StratumValue> values, const Settings& settings) {
  Estimate estimate;
  estimate.n = static_cast<int>(values.size());
  if (estimate.n < std::max(settings.min_epochs, 1)) {
    estimate.reason = words::say<"heart.few_epochs">({{"n", estimate.n}, {"needed", settings.min_epochs}});
    return estimate;
  }
  const double mean = mean_of(values);
  std::vector<stats::TimedValue> timed;
  for (const StratumValue& v : values)
    timed.push_back({v.value, v.start_s + settings.epoch_s / 2, v.stratum});
  const int wanted =
      stats::slow_waves(estimate.n * settings.epoch_s, settings.error_waves, settings.min_error_waves);
  const stats::WavePower slow = stats::slow_wave_power(timed, settings.epoch_s, wanted);
  if (slow.waves < settings.min_error_waves) {
    estimate.value = mean;
    estimate.reason = words::say<"heart.too_short">(
        {{"found", seconds_of(estimate.n, settings)},
         {"needed", seconds_of(strata_in(values) + settings.min_error_waves, settings)}});
    return estimate;
  }
  return stats::with_interval(mean, std::sqrt(slow.mean_square / estimate.n), slow.df, estimate.n);
}

ScoreQuality quality_of_mean(std::span<const StratumValue> values) {
  struct Stratum {
    double n = 0, sum = 0;
  };
  std::map<int, Stratum> strata;
  std::vector<StratumValue> halves[2];
  for (const StratumValue& v : values) {
    Stratum& stratum = strata[v.stratum];
    halves[static_cast<int>(stratum.n) % 2].push_back(v);
    stratum.sum += v.value;
    ++stratum.n;
  }
  double squares = 0;
  for (const StratumValue& v : values) {
    const Stratum& stratum = strata[v.stratum];
    squares += (v.value - stratum.sum / stratum.n) * (v.value - stratum.sum / stratum.n);
  }
  ScoreQuality quality;
  const auto n = static_cast<double>(values.size()), df = n - static_cast<double>(strata.size());
  if (df > 0) quality.sme = std::sqrt(squares / df / n);
  if (!halves[0].empty() && !halves[1].empty()) {
    quality.odd_half = mean_of(halves[0]);
    quality.even_half = mean_of(halves[1]);
  }
  return quality;
}

}  // namespace attune::hrv
