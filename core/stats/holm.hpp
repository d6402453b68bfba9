// Holm (1979): p values of several tests, adjusted so that the chance of any false finding stays at the
// level.
#pragma once

#include <span>
#include <vector>

namespace attune::stats {

/// Adjusted p values, in the order given.
std::vector<double> holm(std::span<const double> p_values);

}  // namespace attune::stats
