#include "hrv/epoch_mean.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "stats/difference.hpp"
#include "stats/students_t.hpp"

namespace attune::hrv {

namespace {

struct Stratum {
  int n = 0;
  double sum = 0;
  double squares = 0;  ///< about its mean
  double mean() const { return sum / n; }
};

std::map<int, Stratum> strata_of(std::span<const StratumValue> values) {
  std::map<int, Stratum> strata;
  for (const StratumValue& v : values) {
    Stratum& stratum = strata[v.stratum];
    ++stratum.n;
    stratum.sum += v.value;
  }
  for (const StratumValue& v : values) {
    Stratum& stratum = strata[v.stratum];
    stratum.squares += (v.value - stratum.mean()) * (v.value - stratum.mean());
  }
  return strata;
}

/// (1 + r) / (1 − r), 1 where r may be chance.
double correlation_factor(std::span<const StratumValue> values, std::map<int, Stratum>& strata,
                          const Settings& settings) {
  double products = 0, squares = 0;
  int pairs = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const StratumValue& now = values[i];
    const double residual = now.value - strata[now.stratum].mean();
    squares += residual * residual;
    if (i == 0 || values[i - 1].stratum != now.stratum) continue;
    if (now.start_s - values[i - 1].start_s > settings.neighbour_epochs * settings.epoch_s)
      continue;  // an epoch between them is not used
    products += residual * (values[i - 1].value - strata[now.stratum].mean());
    ++pairs;
  }
  if (pairs == 0 || !(squares > 0)) return 1;
  const double r = products / pairs / (squares / static_cast<double>(values.size()));
  const double chance =
      stats::normal_quantile(1 - settings.correlation_chance) / std::sqrt(static_cast<double>(pairs));
  if (r <= chance) return 1;
  const double taken = std::min(r, settings.most_correlation);
  return (1 + taken) / (1 - taken);
}

struct SquaredError {
  double value = 0;
  double df = 0;
};

/// None where no stratum has a spread.
std::optional<SquaredError> stratified_error(const std::map<int, Stratum>& strata, double all) {
  double pooled = 0, pooled_df = 0;
  for (const auto& [name, stratum] : strata) {
    pooled += stratum.squares;
    pooled_df += stratum.n - 1;
  }
  if (pooled_df < 1) return {};
  pooled /= pooled_df;
  double sum = 0, weighed = 0;
  for (const auto& [name, stratum] : strata) {
    const bool alone = stratum.n == 1;
    const double df = alone ? pooled_df : stratum.n - 1;
    const double part = stratum.n * (alone ? pooled : stratum.squares / df) / (all * all);
    sum += part;
    weighed += part * part / df;
  }
  return SquaredError{sum, weighed > 0 ? sum * sum / weighed : pooled_df};
}

}  // namespace

Estimate mean_over_epochs(std::span<const StratumValue> values, const Settings& settings) {
  Estimate estimate;
  estimate.n = static_cast<int>(values.size());
  if (estimate.n < std::max(settings.min_epochs, 1)) {
    estimate.reason = "not enough to say: " + std::to_string(estimate.n) +
                      (estimate.n == 1 ? " usable epoch, " : " usable epochs, ") +
                      std::to_string(settings.min_epochs) + " are needed";
    return estimate;
  }
  double mean = 0;
  for (const StratumValue& v : values) mean += v.value / estimate.n;
  auto strata = strata_of(values);
  const auto error = stratified_error(strata, estimate.n);
  if (!error) {
    estimate.value = mean;
    estimate.reason = estimate.n == 1 ? "one epoch has no spread" : "one epoch a phase has no spread";
    return estimate;
  }
  const double factor = correlation_factor(values, strata, settings);
  return stats::with_interval(mean, std::sqrt(error->value * factor), error->df, estimate.n);
}

}  // namespace attune::hrv
