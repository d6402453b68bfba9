#include "stats/reliability.hpp"

#include <cmath>
#include <numbers>
#include <vector>

#include "stats/boost_math.hpp"
#include "stats/students_t.hpp"
#include "stats/t_test.hpp"
#include "words/ids/reason.hpp"
#include "words/say.hpp"
// after its configuration
#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace attune::stats {
namespace {

/// The 97.5 % quantile of F with the same degrees of freedom above and below.
double f_quantile(double df) {
  const double x = boost::math::ibeta_inv(df / 2, df / 2, 0.975, BoostPolicy());
  return x / (1 - x);
}

double chi_square_quantile(double p, double df) {
  return 2 * boost::math::gamma_p_inv(df / 2, p, BoostPolicy());
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
  const double df = n - 1, ratio = sum.sd * sum.sd / (change.sd * change.sd), f = f_quantile(df);
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
