#include "stats/share.hpp"

#include <cmath>

#include "stats/students_t.hpp"

namespace attune::stats {

Estimate share(int count, int n) {
  const double z = normal_quantile(0.975);
  const double p = static_cast<double>(count) / n, spread = p * (1 - p) / n;
  const double shrink = 1 + z * z / n, centre = (p + z * z / (2.0 * n)) / shrink;
  const double half = z * std::sqrt(spread + z * z / (4.0 * n * n)) / shrink;
  Estimate estimate;
  estimate.value = p;
  estimate.se = std::sqrt(spread);
  estimate.ci_low = centre - half;
  estimate.ci_high = centre + half;
  estimate.n = n;
  return estimate;
}

}  // namespace attune::stats
