#include "stats/students_t.hpp"

#include <cmath>
#include <numbers>

#include "stats/boost_math.hpp"
// after its configuration
#include <boost/math/distributions/students_t.hpp>

namespace attune::stats {
namespace {

namespace bm = boost::math;

double t_density(double t, double df) {
  const double scale =
      std::exp(std::lgamma((df + 1) / 2) - std::lgamma(df / 2)) / std::sqrt(df * std::numbers::pi);
  return scale * std::pow(1 + t * t / df, -(df + 1) / 2);
}

/// Newton's steps from `start`, which lies between the centre and the quantile. The distribution function
/// bends towards the centre, so that every step stays on the near side. (Boost's own quantiles would make the
/// page's module a tenth larger.)
template <class Cdf, class Density>
double climb(double p, double start, Cdf cdf, Density density) {
  double x = start;
  for (int i = 0; i < 1000; ++i) {
    const double step = (p - cdf(x)) / density(x);
    x += step;
    // The next step would be about the square of this one, and so less than rounding leaves of it.
    if (std::abs(step) <= 1e-9 * std::abs(x)) break;
  }
  return x;
}

}  // namespace

double students_t_quantile(double p, double df) {
  if (p < 0.5) return -students_t_quantile(1 - p, df);
  return climb(
      p, normal_quantile(p), [df](double t) { return students_t_cdf(t, df); },
      [df](double t) { return t_density(t, df); });
}

double students_t_cdf(double t, double df) {
  return bm::cdf(bm::students_t(df), t);
}

double students_t_two_sided_p(double t, double df) {
  return 2 * students_t_cdf(-std::abs(t), df);
}

double normal_cdf(double x) {
  return std::erfc(-x / std::numbers::sqrt2) / 2;
}

double normal_density(double x) {
  return std::exp(-x * x / 2) / std::sqrt(2 * std::numbers::pi);
}

double normal_quantile(double p) {
  if (p < 0.5) return -normal_quantile(1 - p);
  return climb(p, 0, normal_cdf, normal_density);
}

}  // namespace attune::stats
