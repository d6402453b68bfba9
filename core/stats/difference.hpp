// Intervals of means and of differences between independent estimates.
#pragma once

#include "base/estimate.hpp"

namespace attune::stats {

/// The estimate with its 95 % interval: value ± t(.975, df) × se; normal theory where `df` is empty.
Estimate with_interval(double value, double se, std::optional<double> df, int n);

/// later − earlier of two independent estimates: standard errors add in squares, degrees of freedom by Welch
/// (1947) and Satterthwaite (1946). Without a value or an error on either side there is no value, and
/// `reason` says which is missing.
Estimate difference(const Estimate& later, const Estimate& earlier);

}  // namespace attune::stats
