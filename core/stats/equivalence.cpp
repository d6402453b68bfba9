#include "stats/equivalence.hpp"

#include <algorithm>
#include <cmath>

#include "stats/students_t.hpp"

namespace attune::stats {
namespace {

/// Density of the estimated over the true standard error, √(χ²/df).
double error_ratio_density(double ratio, double df) {
  const double log_density = std::log(2.0) + df / 2 * std::log(df / 2) - std::lgamma(df / 2) +
                             (df - 1) * std::log(ratio) - df * ratio * ratio / 2;
  return std::exp(log_density);
}

}  // namespace

Equivalence test_equivalence(const TTest& difference, double epsilon) {
  Equivalence result;
  result.epsilon = epsilon;
  result.t_lower = (difference.estimate + epsilon) / difference.se;
  result.t_upper = (difference.estimate - epsilon) / difference.se;
  result.p_lower = students_t_cdf(-result.t_lower, difference.df);
  result.p_upper = students_t_cdf(result.t_upper, difference.df);
  result.p = std::max(result.p_lower, result.p_upper);
  const double reach = students_t_quantile(0.95, difference.df) * difference.se;
  result.ci90_low = difference.estimate - reach;
  result.ci90_high = difference.estimate + reach;
  result.power = equivalence_power(epsilon, difference.se, difference.df);
  return result;
}

double equivalence_power(double epsilon, double se, double df, double truth) {
  const double critical = students_t_quantile(0.95, df);
  // With a larger estimated error than this no difference at all is accepted.
  const double largest_ratio = epsilon / (se * critical);
  constexpr int steps = 4000;  // midpoints; the fifth digit is stable from 500 on
  const double step = largest_ratio / steps;
  double power = 0;
  for (int i = 0; i < steps; ++i) {
    const double ratio = (i + 0.5) * step;
    const double accepted = normal_cdf((epsilon - truth) / se - critical * ratio) -
                            normal_cdf((-epsilon - truth) / se + critical * ratio);
    power += accepted * error_ratio_density(ratio, df) * step;
  }
  return power;
}

}  // namespace attune::stats
