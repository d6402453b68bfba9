// Sample quantiles. An empty sample has quantile 0.
#pragma once

#include <span>

namespace attune::stats {

/// The q-quantile (0 … 1), linear between order statistics (Hyndman & Fan 1996, type 7: R, NumPy).
double quantile(std::span<const double> sample, double q);
/// The same of a sample in rising order.
double quantile_of_sorted(std::span<const double> sample, double q);
double median(std::span<const double> sample);
/// The standard deviation of a normal variable over the median of its magnitudes, 1 / Φ⁻¹(3/4).
inline constexpr double sd_over_median_magnitude = 1.4826;
/// Median and 1.4826 times the median absolute deviation from it: mean and SD that outliers do not move.
struct RobustSummary {
  double median = 0;
  double sd = 0;  ///< 0 where more than half are alike, but for rounding
};
RobustSummary robust_summary(std::span<const double> sample);
/// Half the distance between the quartiles.
double quartile_deviation(std::span<const double> sample);

}  // namespace attune::stats
