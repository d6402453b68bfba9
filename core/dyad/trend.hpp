// What drifts taken out of a series. Two series that drift correlate by themselves, whatever made them drift, and their
// few slow waves leave nothing to tell chance by.
#pragma once

#include <span>
#include <vector>

namespace attune::dyad {

/// Steps [begin, end) that share a level and a drift: a phase.
struct Part {
  std::size_t begin = 0, end = 0;
};

/// A series without its drift: 0 with weight 0 where it is not valid.
struct Detrended {
  std::vector<double> value;
  std::vector<double> valid;  ///< 1 or 0
};

/// Least squares over the valid steps of each part by itself: the level, a straight line, and the cosines of half a
/// turn, one turn, … over the part that are slower than `slowest_steps` a turn. What lies in no part, and a part with
/// fewer valid steps than three times what is fitted, is not valid.
Detrended detrend(std::span<const double> series, std::span<const Part> parts, double slowest_steps);

}  // namespace attune::dyad
