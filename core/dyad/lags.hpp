// Cross-correlation of two detrended series over lags, and what it says of who came first.
//
// A lag is in steps and positive where the mother's course comes first: r(k) relates mother(t) with infant(t + k). Over the
// steps where both are valid, r(k) = Σ mother(t) infant(t + k) / √(Σ mother(t)² Σ infant(t + k)²), without taking off a
// mean again: the series have none. (Boker, Xu, Rotondo & King 2002 correlate so within moving windows and look at the peak
// of each; here the window is the phase.)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dyad/trend.hpp"

namespace attune::dyad {

/// r(−most) … r(most): 2 · most + 1 values; 0 where no steps overlap.
std::vector<double> cross_correlation(const Detrended& mother, const Detrended& infant, int most);

struct Peak {
  double lag_steps = 0;  ///< where a parabola through the peak and its neighbours is highest
  double r = 0;          ///< at the whole step, with its sign
};

/// The largest magnitude; of those of the sign of `sign` alone, where it is not 0.
Peak peak_of(std::span<const double> r, int sign = 0);

/// Mean r over the lags at which the mother comes first minus the mean over those at which the infant does, times `sign`:
/// positive where the mother leads.
double lead_lag_index(std::span<const double> r, int sign);

/// A 95 % interval, percentiles of the draws.
struct Span95 {
  double low = 0, high = 0;
};
struct LagIntervals {
  Span95 r, lag_steps, index;
};

/// Circular block bootstrap of the products of both series (Politis & Romano 1992): blocks of `block` steps, rounded down to
/// a multiple of 4 and at least 4, of the time both share, so
/// that what neighbours have in common stays together. The peak of a draw is sought on the side of `found`'s sign.
LagIntervals block_intervals(const Detrended& mother, const Detrended& infant, int most, const Peak& found,
                             std::size_t block, int draws, std::uint64_t seed);

}  // namespace attune::dyad
