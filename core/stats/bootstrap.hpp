// The bootstrap (Efron 1979): resampling infants (or pairs), seeded, so that the same data give the same
// interval everywhere.
#pragma once

#include <cstdint>
#include <span>

namespace attune::stats {

struct BootstrapInterval {
  double se = 0;
  double ci_low = 0;  ///< 95 %, percentiles of the draws
  double ci_high = 0;
};

/// Of mean(a) − mean(b), each group resampled by itself. Neither group may be empty; draws > 1.
BootstrapInterval bootstrap_difference(std::span<const double> a, std::span<const double> b, int draws,
                                       std::uint64_t seed);

}  // namespace attune::stats
