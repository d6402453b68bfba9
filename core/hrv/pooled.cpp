#include "hrv/pooled.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "base/name_list.hpp"
#include "hrv/epoch_mean.hpp"
#include "hrv/time_domain.hpp"
#include "stats/difference.hpp"

namespace attune::hrv {

namespace {

using TimeDomainValue = std::optional<double> TimeDomain::*;

/// What the time domain is formed from, about a fixed mean so that parts can be taken off.
struct Sums {
  double intervals = 0, deviation = 0, square = 0;
  double differences = 0, squared_difference = 0, squared_noise = 0;

  void add_interval(const NnInterval& nn, double about_ms) {
    if (!nn.measured) return;
    const double deviation_ms = nn.nn_ms - about_ms;
    intervals += 1;
    deviation += deviation_ms;
    square += deviation_ms * deviation_ms;
  }
  /// Of interval i with the one before, if they have a difference.
  void add_difference(std::span<const NnInterval> series, std::size_t i) {
    if (i == 0 || !series[i].has_difference) return;
    const double difference_ms = series[i].nn_ms - series[i - 1].nn_ms;
    differences += 1;
    squared_difference += difference_ms * difference_ms;
    squared_noise += noise_in_difference_ms2(series[i - 1], series[i]);
  }
};

/// As time_domain forms them, of the whole series without a part.
TimeDomain time_domain_without(const Sums& all, const Sums& part, double about_ms) {
  TimeDomain t;
  const double n = all.intervals - part.intervals;
  if (n < 1) return t;
  const double deviation = all.deviation - part.deviation;
  t.mean_nn_ms = about_ms + deviation / n;
  t.heart_rate_bpm = 60000 / *t.mean_nn_ms;
  const double d = all.differences - part.differences;
  const double noise = d > 0 ? (all.squared_noise - part.squared_noise) / d : 0;
  if (n >= 2)
    t.sdnn_ms =
        sdnn_without_noise_ms((all.square - part.square - deviation * deviation / n) / (n - 1), noise);
  if (d >= 2)
    t.rmssd_ms = rmssd_without_noise_ms((all.squared_difference - part.squared_difference) / d, noise);
  return t;
}

/// Each epoch's delete-one value: without the intervals whose middle lies in it, and the differences they have
/// part in.
std::vector<TimeDomain> without_each(std::span<const NnInterval> series, double about_ms,
                                     std::span<const Epoch* const> epochs) {
  Sums all;
  for (std::size_t i = 0; i < series.size(); ++i) {
    all.add_interval(series[i], about_ms);
    all.add_difference(series, i);
  }
  std::vector<TimeDomain> result;
  for (const Epoch* epoch : epochs) {
    const auto inside = intervals_in(series, epoch->start_s, epoch->end_s);
    const auto first = static_cast<std::size_t>(inside.data() - series.data());
    const std::size_t end = first + inside.size();
    Sums part;
    for (std::size_t i = first; i < end; ++i) {
      part.add_interval(series[i], about_ms);
      part.add_difference(series, i);
    }
    if (!inside.empty() && end < series.size()) part.add_difference(series, end);
    result.push_back(time_domain_without(all, part, about_ms));
  }
  return result;
}

Estimate with_error(std::optional<double> value, std::span<const std::optional<double>> without_one,
                    std::span<const Epoch* const> epochs, const Settings& settings) {
  const auto n = static_cast<double>(epochs.size());
  std::vector<StratumValue> pseudo_values;
  NameList strata;
  for (std::size_t j = 0; j < epochs.size(); ++j) {
    if (!value || !without_one[j]) continue;
    const auto stratum = static_cast<int>(strata.place_of(epochs[j]->phase));
    pseudo_values.push_back({n * *value - (n - 1) * *without_one[j], stratum, epochs[j]->start_s});
  }
  Estimate estimate = mean_over_epochs(pseudo_values, settings);
  if (!estimate.value) return estimate;
  if (!estimate.se || !estimate.df) {
    estimate.value = value;
    return estimate;
  }
  estimate = stats::with_interval(*value, *estimate.se, *estimate.df, estimate.n);
  // None of these can be below 0, so that an interval that reaches there says no less when it ends at 0.
  if (estimate.ci_low) estimate.ci_low = std::max(0.0, *estimate.ci_low);
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
  const auto without_one = without_each(series, all.mean_nn_ms.value_or(0), used);
  const auto pooled = [&](TimeDomainValue member) {
    std::vector<std::optional<double>> values;
    values.reserve(without_one.size());
    for (const TimeDomain& t : without_one) values.push_back(t.*member);
    return with_error(all.*member, values, used, settings);
  };
  return {pooled(&TimeDomain::rmssd_ms), pooled(&TimeDomain::sdnn_ms), pooled(&TimeDomain::mean_nn_ms),
          pooled(&TimeDomain::heart_rate_bpm)};
}

}  // namespace attune::hrv
