// Pseudo-dyads: each infant beside the mothers of other infants, at the same visit and in the same phases (Bernieri,
// Reznick & Rosenthal 1988, who held mothers and infants against pieced-together pairs).
//
// Circular shifts and waves tell what two such series do by chance; they cannot tell what the protocol does to everybody,
// at the same second of each phase. Another infant's mother can. Courses are put beside each other by the start of each
// phase and cut to the shorter one; lags that reach from one phase into another are left out, also of the pair itself. Of
// each the peak is taken, its magnitude over all lags.
//
// One pair: p = (1 + those that reach the own peak) / (1 + all), among the other mothers with this infant and among the
// other infants with this mother, the larger of the two: a series that is slow, or full of gaps, has high peaks with
// everyone. 19 others can give .05, fewer cannot.
//
// All pairs of a visit: the mean of the own peaks against that under assignments of the mothers to the infants drawn at
// random, p = (1 + those that reach it) / (1 + all) (Phipson & Smyth 2010). Each mother and each infant is in every
// assignment once, so that slow series and gaps make no pair. Recordings of unlike length give pseudo-dyads less common
// time, and with it higher peaks by chance: that makes own pairs harder to tell.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "dyad/trend.hpp"

namespace attune::dyad {

struct PseudoSettings {
  int fewest_pairs = 8;
  int permutations = 1999;
  std::uint64_t seed = 1;

  static constexpr const char* type_name = "PseudoDyadSettings";
  static constexpr auto fields() {
    using S = PseudoSettings;
    return std::array{
        field<&S::fewest_pairs>("fewest_pairs", between(5, 10000),
                                "Pairs of a visit below which nothing is told of pseudo-dyads.",
                                "model: 40320 assignments of eight mothers"),
        field<&S::permutations>("permutations", between(99, 99999), "Assignments drawn.", "model"),
        field<&S::seed>("seed", between(0, 4294967295.0), "Of the assignments.")};
  }
};

/// One phase of a pair: both courses from its first step on, without their drift, of one length.
struct PairPart {
  std::string phase;
  Detrended mother, infant;
};
using PairParts = std::vector<PairPart>;

/// One pair beside its pseudo-dyads.
struct OwnPair {
  double peak = 0, pseudo_mean = 0;
  int others = 0;  ///< pairs whose mother and whose infant it was held against
  double p = 1;
};

struct PseudoDyads {
  std::vector<std::optional<OwnPair>>
      of_pairs;   ///< as given; none: too little time in common with some other
  int pairs = 0;  ///< that enter
  std::optional<double> own_mean, pseudo_mean, p;  ///< none: fewer than fewest_pairs
};

/// Lags of −most … most steps; `least` steps in which both must be valid, in the pair and in each of its pseudo-dyads.
/// Pairs are left out, those that have it with the fewest first, until all others have it with each other.
PseudoDyads pseudo_dyads(std::span<const PairParts> pairs, int most, double least,
                         const PseudoSettings& settings);

}  // namespace attune::dyad
