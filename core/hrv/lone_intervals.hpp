// Intervals that stand alone: far from those on either side, which agree with each other. No sinus node does that often: it
// changes by degrees, and an early beat has a late one behind it. Samples that were lost, or written twice, do.
#pragma once

#include <cstddef>
#include <span>

#include "hrv/nn_series.hpp"

namespace attune::hrv {

struct LoneIntervals {
  std::size_t count = 0;
  double part = 0;  ///< of the square of RMSSD
};

/// Those of the measured intervals that have three measured ones on either side.
LoneIntervals find_lone_intervals(std::span<const NnInterval> series);

}  // namespace attune::hrv
