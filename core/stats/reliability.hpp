// How well a measure keeps infants apart over two visits (McGraw & Wong 1996; Weir 2005). A change that all have in common is
// not counted as error.
#pragma once

#include <optional>
#include <span>

#include "base/estimate.hpp"

namespace attune::stats {

struct Reliability {
  Estimate icc;  ///< ICC(C,1), two-way, consistency, single measurement; 95 % interval by F
  Estimate sem;  ///< standard error of measurement, √(error mean square); 95 % interval by χ²
  Estimate smallest_detectable_change;  ///< 1.96 √2 SEM, likewise
};

/// Of the same infants before and after, by position. Fewer than three, or no spread: the reason.
Reliability reliability(std::span<const double> before, std::span<const double> after);

}  // namespace attune::stats
