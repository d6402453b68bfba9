#include "stats/reliability.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "stats/log_concave.hpp"
#include "stats/students_t.hpp"
#include "stats/t_test.hpp"
#include "words/ids/reason.hpp"
#include "words/say.hpp"

namespace attune::stats {
namespace {

/// The 97.5 % quantile of F with the same degrees of freedom above and below, whose root less the root's inverse is a t
/// (Cacoullos 1965).
double f_quantile(int df) {
  const double half = students_t_quantile(0.975, df) / std::sqrt(df);
  const double root = half + std::sqrt(1 + half * half);
  return root * root;
}

/// A chi-square with `df` degrees of freedom (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5).
Probability chi_square(double x, int df) {
  const auto term = [x](double k) { return std::exp(k * std::log(x / 2) - x / 2 - std::lgamma(k + 1)); };
  const double begin = df % 2 / 2.0, end = df / 2.0;
  double above = df % 2 ? std::erfc(std::sqrt(x / 2)) : 0;
  for (double k = begin; k < end; ++k) above += term(k);
  return {1 - above, term(end - 1) / 2};
}

double chi_square_quantile(double p, int df) {
  // Wilson & Hilferty (1931), to begin with.
  const double spread = 2 / (9.0 * df), root = 1 - spread + normal_quantile(p) * std::sqrt(spread);
  return log_concave_quantile(p, df * root * root * root, [df](double x) { return chi_square(x, df); });
}

Estimate bounded(double value, double low, double high, int n) {
  Estimate estimate;
  estimate.value = value;
  estimate.ci_low = low;
  estimate.ci_high = high;
  estimate.n = n;
  return estimate;
}

/// The ICC at a ratio of the mean squares between infants and of the error, of two visits.
double icc_at(double ratio) {
  return (ratio - 1) / (ratio + 1);
}

}  // namespace

Reliability reliability(std::span<const double> before, std::span<const double> after) {
  std::vector<double> sums, changes;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    sums.push_back(after[i] + before[i]);
    changes.push_back(after[i] - before[i]);
  }
  const Summary sum = summarize(sums), change = summarize(changes);
  const int n = change.n;
  Reliability result;
  if (n < 3 || !(change.sd > 0)) {
    const words::Text reason =
        n < 3 ? words::say<"reason.fewer_than_three">() : words::say<"reason.all_alike">();
    for (Estimate* each : {&result.icc, &result.sem, &result.smallest_detectable_change}) {
      each->n = n;
      each->reason = reason;
    }
    return result;
  }
  const int df = n - 1;
  const double ratio = sum.sd * sum.sd / (change.sd * change.sd), f = f_quantile(df);
  result.icc = bounded(icc_at(ratio), icc_at(ratio / f), icc_at(ratio * f), n);
  const double sem = change.sd / std::numbers::sqrt2;
  const double low = sem * std::sqrt(df / chi_square_quantile(0.975, df)),
               high = sem * std::sqrt(df / chi_square_quantile(0.025, df));
  result.sem = bounded(sem, low, high, n);
  const double detectable = normal_quantile(0.975) * std::numbers::sqrt2;
  result.smallest_detectable_change = bounded(detectable * sem, detectable * low, detectable * high, n);
  return result;
}

}  // namespace attune::stats
