// One infant against a small sample of comparison infants, and against itself.
#pragma once

#include <optional>

#include "stats/t_test.hpp"

namespace attune::stats {

/// Crawford & Howell (1998): t = (x − M) / (s √((n + 1)/n)) on n − 1 degrees of freedom. Treats M and s as
/// what they are: estimates from few infants.
struct PlaceInSample {
  double t = 0;
  double df = 0;
  double p = 1;           ///< two-sided
  double percentile = 0;  ///< estimated per cent of comparison infants below x
};

/// None with fewer than two comparison infants, or without spread among them.
std::optional<PlaceInSample> place_in_sample(double x, const Summary& comparison);

/// Jacobson & Truax (1991): RC = (after − before) / (s √2 √(1 − r)), with s the SD of the measure and r its
/// retest reliability. Beyond ±1.96: reliable at 5 %. None unless s > 0 and 0 ≤ r < 1.
std::optional<double> reliable_change(double before, double after, double sd, double reliability);

/// The same against what comparison infants did over the same time: (change − mean change) / SD of change.
/// It takes out growing up and what retesting brings. None with fewer than two comparison infants or without
/// spread.
std::optional<double> control_adjusted_change(double before, double after, const Summary& comparison_changes);

}  // namespace attune::stats
