// Quantiles of distributions whose distribution function has a concave logarithm, as the normal, the chi-square from two
// degrees of freedom on and sums of such variables have (Bagnoli & Bergstrom 2005).
#pragma once

#include <cmath>

namespace attune::stats {

/// Of a distribution at one value.
struct Probability {
  double below = 0, density = 0;
};

/// The value below which `at(value).below` is `p`. Newton's steps on the logarithm: as that is concave, each ends on the near
/// side of the quantile, whatever the start.
template <class Distribution>
double log_concave_quantile(double p, double start, const Distribution& at) {
  double x = start;
  for (int i = 0; i < 1000; ++i) {
    const Probability here = at(x);
    const double step = std::log(p / here.below) * here.below / here.density;
    x += step;
    // The next step would be about the square of this one, and so less than rounding leaves of it.
    if (!(std::abs(step) > 1e-9 * (1 + std::abs(x)))) break;
  }
  return x;
}

}  // namespace attune::stats
