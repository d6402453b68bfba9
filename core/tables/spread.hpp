// How far apart values of a measure usually lie: what is beyond is mistyped, or a code for missing.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "stats/quantile.hpp"

namespace attune::tables {

inline constexpr std::size_t fewest_values = 5;  ///< values from which others are judged

/// Where the values of a measure lie, and how far from there no value of it does.
struct Spread {
  double median = 0, limit = 0;

  /// `values`: at least one.
  explicit Spread(std::vector<double> values) : median(stats::median(values)) {
    constexpr double robust_sds =
        12;  // heart rates of 130 to 160 have no 99 by it; a spread of 0.2 has no -9
    for (double& value : values) value = std::abs(value - median);
    limit = robust_sds * stats::sd_over_median_magnitude * stats::median(values);
  }
  bool is_beyond(double value) const { return std::abs(value - median) > limit; }
};

}  // namespace attune::tables
