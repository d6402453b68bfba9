#include "hrv/pooled.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "hrv/epoch_mean.hpp"
#include "hrv/time_domain.hpp"
#include "stats/difference.hpp"

namespace attune::hrv {

namespace {

using TimeDomainValue = std::optional<double> TimeDomain::*;

/// The series without the intervals whose middle lies in an epoch.
NnSeries without(std::span<const NnInterval> series, const Epoch& epoch) {
  NnSeries rest;
  bool left_out = false;
  for (const NnInterval& nn : series) {
    const double middle_s = (nn.start_s + nn.end_s) / 2;
    if (middle_s >= epoch.start_s && middle_s < epoch.end_s) {
      left_out = true;
      continue;
    }
    rest.push_back(nn);
    if (left_out) rest.back().has_difference = false;
    left_out = false;
  }
  return rest;
}

Estimate with_error(std::optional<double> value, std::span<const std::optional<double>> without_one,
                    std::span<const Epoch* const> epochs, const Settings& settings) {
  const auto n = static_cast<double>(epochs.size());
  std::vector<StratumValue> pseudo_values;
  std::vector<std::string> names;
  for (std::size_t j = 0; j < epochs.size(); ++j) {
    if (!value || !without_one[j]) continue;
    const auto known = std::find(names.begin(), names.end(), epochs[j]->phase);
    const auto stratum = static_cast<int>(known - names.begin());
    if (known == names.end()) names.push_back(epochs[j]->phase);
    pseudo_values.push_back({n * *value - (n - 1) * *without_one[j], stratum, epochs[j]->start_s});
  }
  Estimate estimate = mean_over_epochs(pseudo_values, settings);
  if (!estimate.value) return estimate;
  if (estimate.se && estimate.df) return stats::with_interval(*value, *estimate.se, *estimate.df, estimate.n);
  estimate.value = value;
  return estimate;
}

}  // namespace

PooledTimeDomain pooled_time_domain(std::span<const NnInterval> series, std::span<const Epoch> epochs,
                                    const Settings& settings) {
  std::vector<const Epoch*> used;
  for (const Epoch& epoch : epochs) {
    if (epoch.used) used.push_back(&epoch);
  }
  const TimeDomain all = time_domain(series);
  std::vector<TimeDomain> without_one;
  for (const Epoch* epoch : used) without_one.push_back(time_domain(without(series, *epoch)));
  const auto pooled = [&](TimeDomainValue member) {
    std::vector<std::optional<double>> values;
    for (const TimeDomain& t : without_one) values.push_back(t.*member);
    return with_error(all.*member, values, used, settings);
  };
  return {pooled(&TimeDomain::rmssd_ms), pooled(&TimeDomain::sdnn_ms), pooled(&TimeDomain::mean_nn_ms),
          pooled(&TimeDomain::heart_rate_bpm)};
}

}  // namespace attune::hrv
