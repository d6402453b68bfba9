// Means over epochs with their error. Epochs are the sampling unit.
#pragma once

#include <span>

#include "base/estimate.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// One epoch's value. Epochs of one stratum (a phase, or the time outside phases) share a level.
struct StratumValue {
  double value = 0;
  int stratum = 0;
  double start_s = 0;
};

/// Mean of all values with its 95 % interval, for the mixture of strata that was recorded: differences
/// between strata are no error. With n_p values of variance s_p² in stratum p and N in all, SE² = Σ n_p s_p²
/// / N² (Cochran 1977, Sampling Techniques, eq. 5.6; a stratum of one takes the pooled variance), degrees of
/// freedom by Satterthwaite (1946). Where neighbouring epochs of a stratum resemble each other (lag-1
/// correlation r of the residuals above what chance gives once in twenty), SE² is multiplied by (1 + r) / (1
/// − r) (Bartlett 1946). `values` by time; fewer than `min_epochs`: no value, and why.
Estimate mean_over_epochs(std::span<const StratumValue> values, const Settings& settings);

}  // namespace attune::hrv
