// How large the peak of a cross-correlation is by chance, for series as smooth and as slow as these.
//
// Of each surrogate the peak over all lags is taken, as of the pair itself, so that the search over lags is paid for;
// p = (1 + those that reach the pair's peak) / (1 + all). Three kinds:
//   shifts: one series turned in a circle by every number of steps that takes them further apart than twice the longest
//     lag. In a few minutes there are few that are independent, and they alone would call too often.
//   phases: one series with its own Fourier spectrum and random phases (Theiler et al. 1992). It takes the series for a
//     circle, whose ends do not meet.
//   waves: one series as a sum of cosine waves (discrete cosine transform), each with its own size and a random sign. The
//     waves of half a turn, one turn … fit a series that does not meet itself, and those taken out as drift stay out.
// `shifts` and `phases` are compared with the pair in a circle, `waves` with the pair as it lies.
#pragma once

#include <cstdint>

#include "dyad/trend.hpp"

namespace attune::dyad {

struct Chance {
  double p_shifts = 1, p_phases = 1, p_waves = 1;
  double peak_95 = 0;  ///< magnitude that 5 % of the surrogates reach, the largest of the three

  /// The largest: coupling must stand against each kind.
  double p() const;
};

/// Both series of one length, at least 4 · most + 4.
Chance chance_of_peak(const Detrended& mother, const Detrended& infant, int most, int count,
                      std::uint64_t seed);

}  // namespace attune::dyad
