// Means over epochs with their error. Epochs are the sampling unit.
#pragma once

#include <span>

#include "base/estimate.hpp"
#include "base/score_quality.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// One epoch's value. Epochs of one stratum (a phase, or the time outside phases) share a level.
struct StratumValue {
  double value = 0;
  int stratum = 0;
  double start_s = 0;
};

/// Mean of all values with its 95 % interval, for the mixture of strata that was recorded: differences between strata
/// are no error. A state that drifts makes neighbouring epochs alike, so the error is that of the slowest waves
/// (stats/slow_waves.hpp): SE² = their weighted mean square / n, with its degrees of freedom. `values` by time;
/// fewer than `min_epochs`: no value, and why; too few for settings.min_error_waves: a value without an error, and why.
Estimate mean_over_epochs(std::span<const StratumValue> values, const Settings& settings);

/// How well the epochs measure their own mean: its standardised measurement error, √(s² / n) with s² pooled within
/// strata (Luck et al. 2021), and the means of every other epoch of each stratum.
ScoreQuality quality_of_mean(std::span<const StratumValue> values);

}  // namespace attune::hrv
