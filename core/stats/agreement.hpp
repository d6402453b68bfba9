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

struct KappaInterval {
  double se = 0;
  double low = 0, high = 0;  ///< 95 %, within -1 and 1
};

/// How far kappa may lie from that of a longer time. Units that follow each other in time are alike, so that the large-sample
/// error of Fleiss, Cohen & Everitt (1969, Psychological Bulletin 72:323), which counts each as a draw of its own, is too
/// small. Here the linear part of kappa is summed over each stretch of time, and the stretches are the draws (Yang & Zhou 2014,
/// Statistics in Medicine 33:2612): with psi = (same / (1 - pe)) - (1 - po) / (1 - pe)^2 * (share of the first's category with
/// the second + share of the second's with the first), less its mean, SE^2 = B / (B - 1) * sum over stretches of (sum of
/// psi)^2 / n^2, and kappa +- t of B - 1 degrees of freedom. With a unit a stretch it is Fleiss, Cohen & Everitt's but for
/// B / (B - 1). None with fewer than two stretches, and none where the coders nowhere differ: then nothing says how far.
std::optional<KappaInterval> kappa_interval(std::span<const PairCounts> stretches);

/// `first` and `second` hold the category of each unit, in the same order; units past the shorter one are
/// left out.
Agreement agreement(std::span<const int> first, std::span<const int> second);

}  // namespace attune::stats
