// Time domain of a visit or a phase: one number from all its intervals, with the error that its epochs show.
#pragma once

#include <span>
#include <string>

#include "base/estimate.hpp"
#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

struct PooledTimeDomain {
  Estimate rmssd_ms, sdnn_ms, mean_nn_ms, heart_rate_bpm;
};

/// The values are those of time_domain(series). Their standard error is the jackknife's over epochs (Tukey 1958):
/// with n used epochs and θ without the j-th one, n θ − (n − 1) θ₋ⱼ are averaged as values of epochs are
/// (hrv/epoch_mean.hpp), so that differences between phases are no error. `epochs` are those of the series;
/// fewer used ones than settings.min_epochs: no values, and why. Of hearts whose scatter differs from epoch to epoch the
/// intervals hold the truth in 93.5 to 95.4 % (scripts/bench pooled).
PooledTimeDomain pooled_time_domain(std::span<const NnInterval> series, std::span<const Epoch> epochs,
                                    const Settings& settings);

}  // namespace attune::hrv
