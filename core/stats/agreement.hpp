// Agreement of two coders who put the same units into categories.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <utility>

namespace attune::stats {

struct Agreement {
  int units = 0;
  double percent = 0;           ///< units with the same category
  std::optional<double> kappa;  ///< Cohen (1960); none where chance alone would agree everywhere
};

/// How many units the first coder put into the first category and the second coder into the second.
using PairCounts = std::map<std::pair<int, int>, int>;
Agreement agreement(const PairCounts& counts);

/// `first` and `second` hold the category of each unit, in the same order; units past the shorter one are
/// left out.
Agreement agreement(std::span<const int> first, std::span<const int> second);

}  // namespace attune::stats
