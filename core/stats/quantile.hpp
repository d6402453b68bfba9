// Sample quantiles. An empty sample has quantile 0.
#pragma once

#include <span>

namespace attune::stats {

/// The q-quantile (0 … 1), linear between order statistics (Hyndman & Fan 1996, type 7: R, NumPy).
double quantile(std::span<const double> sample, double q);
double median(std::span<const double> sample);
/// Half the distance between the quartiles.
double quartile_deviation(std::span<const double> sample);

}  // namespace attune::stats
