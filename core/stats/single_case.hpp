// One infant against a small sample of comparison infants, and against itself.
#pragma once

#include <optional>
#include <span>

#include "stats/t_test.hpp"

namespace attune::stats {

/// Crawford & Howell (1998): t = (x − M) / (s √((n + 1)/n)) on n − 1 degrees of freedom. Treats M and s as
/// what they are: estimates from few infants.
struct PlaceInSample {
  double t = 0;
  double df = 0;
  double p = 1;           ///< two-sided
  double percentile = 0;  ///< estimated per cent of comparison infants below x
  /// Its 95 % interval: Crawford & Garthwaite (2002); Crawford, Garthwaite & Porter (2010), method of the
  /// noncentral t.
  double percentile_low = 0, percentile_high = 100;
};

/// None with fewer than two comparison infants, or without spread among them.
std::optional<PlaceInSample> place_in_sample(double x, const Summary& comparison);

/// One infant's change against what was expected of it: t = (change − expected) / se. `df` is empty where `se`
/// is taken as known.
struct ChangeTest {
  double change = 0;
  double expected = 0;
  double se = 0;  ///< of a new infant's change around `expected`
  std::optional<double> df;
  double t = 0;
  double p = 1;  ///< two-sided

  /// Changes as far from `expected` as this have two-sided probability `level`.
  double half_width(double level) const;
};

/// Jacobson & Truax (1991): se = s √2 √(1 − r), with s the SD of the measure and r its retest reliability; where s is
/// itself estimated from n infants, t on n − 1 degrees of freedom. None unless s > 0 and 0 ≤ r < 1.
std::optional<ChangeTest> reliable_change(double before, double after, double sd, double reliability,
                                          std::optional<int> n = {});

/// Against what comparison infants did over the same time: expected is their mean change, se = s √(1 + 1/n) on n − 1
/// degrees of freedom (Crawford & Howell 1998, for the change). It takes out growing up and what retesting
/// brings. None with fewer than two comparison infants or without spread.
std::optional<ChangeTest> control_adjusted_change(double before, double after,
                                                  const Summary& comparison_changes);

/// The two values of comparison infants.
struct TwoVisits {
  double before = 0, after = 0;
};

/// What a regression of the later value on the earlier needs of a sample.
struct TwoVisitSummary {
  Summary before, after;
  double correlation = 0;
};
TwoVisitSummary summarize(std::span<const TwoVisits> sample);

/// Crawford & Garthwaite (2007): the later value is predicted from the earlier by regression among comparison infants, so
/// that an extreme baseline's return to the mean is expected; se = s_yx √(1 + 1/n + (x − M)²/(s_x² (n − 1))) on
/// n − 2 degrees of freedom. None with fewer than three comparison infants, or without spread.
std::optional<ChangeTest> regression_based_change(double before, double after,
                                                  const TwoVisitSummary& comparison);

}  // namespace attune::stats
