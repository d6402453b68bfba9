#include "stats/difference.hpp"

#include <cmath>

#include "stats/students_t.hpp"
#include "words/ids/reason.hpp"

namespace attune::stats {

Estimate with_interval(double value, double se, std::optional<double> df, int n) {
  const double factor = df ? students_t_quantile(0.975, *df) : normal_quantile(0.975);
  return {value, se, df, value - factor * se, value + factor * se, n, ""};
}

Estimate difference(const Estimate& later, const Estimate& earlier) {
  Estimate result;
  result.n = later.n + earlier.n;
  for (const Estimate* side : {&earlier, &later}) {
    if (side->value && side->se) continue;
    result.reason = side->reason.empty() ? words::say<"reason.one_without_error">() : side->reason;
    return result;
  }
  const double later_variance = *later.se * *later.se;
  const double earlier_variance = *earlier.se * *earlier.se;
  const double variance = later_variance + earlier_variance;
  double weight = 0;  // the Satterthwaite denominator; a side without df counts as known exactly
  if (later.df) weight += later_variance * later_variance / *later.df;
  if (earlier.df) weight += earlier_variance * earlier_variance / *earlier.df;
  std::optional<double> df;
  if (weight > 0) df = variance * variance / weight;
  return with_interval(*later.value - *earlier.value, std::sqrt(variance), df, result.n);
}

}  // namespace attune::stats
