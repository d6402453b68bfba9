// Sensitivity of a contrast to values that are not missing at random: what if those who are missing differ by delta from what
// is expected of them? The mean of a group of which a share p is missing moves by p·delta, and the error of p adds
// delta² p(1 − p)/n to its variance (White, Carpenter & Horton 2018, "A mean score method for sensitivity analysis to
// departures from the missing at random assumption in randomised trials").
#pragma once

#include <optional>

#include "stats/t_test.hpp"

namespace attune::stats {

/// Of one group: how many infants, how many of them are missing, and whether its mean counts positively or
/// negatively (+1, −1) in the contrast.
struct MissingInGroup {
  int infants = 0;
  int missing = 0;
  double sign = 1;
};

/// The delta nearest 0 at which the contrast's two-sided p passes the significance; none if no delta does.
std::optional<double> tipping_delta(const TTest& contrast, const MissingInGroup& group, double significance);

}  // namespace attune::stats
