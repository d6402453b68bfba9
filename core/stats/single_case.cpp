#include "stats/single_case.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "stats/boost_math.hpp"
// Boost.Math after its policy.
#include <boost/math/distributions/non_central_t.hpp>

#include "stats/students_t.hpp"

namespace attune::stats {
namespace {

double noncentral_cdf(double t, double df, double noncentrality) {
  const boost::math::non_central_t_distribution<double, BoostPolicy> distribution(df, noncentrality);
  return boost::math::cdf(distribution, t);
}

struct Between {
  double low = 0, high = 0;
};

/// Two noncentralities, close to each other, between which a noncentral t has `t` as its 2.5 or 97.5 % quantile; none where
/// secants do not find them.
std::optional<Between> close_to(double t, double df, double p) {
  constexpr double apart = 1e-9;  // far more than rounding can make of the distribution
  const double z = std::copysign(1.96, p - 0.5), density = 0.0584;  // of the normal distribution there
  const auto excess = [&](double at) { return noncentral_cdf(t, df, at) - p; };
  const double scale = std::sqrt(1 + t * t / (2 * df));
  double before = t - z * scale, excess_before = excess(before);
  double at = before + scale * excess_before / density;
  for (int step = 0; step < 8 && std::abs(at - before) > 0.1 * apart; ++step) {
    const double excess_at = excess(at);
    const double next = at - excess_at * (at - before) / (excess_at - excess_before);
    if (!std::isfinite(next)) break;
    before = std::exchange(at, next);
    excess_before = excess_at;
  }
  const double margin = apart * (1 + std::abs(at));
  const Between ends{at - margin, at + margin};
  if (!(excess(ends.low) > 0) || excess(ends.high) > 0) return std::nullopt;
  return ends;
}

/// The noncentrality for which `t` is the `p` quantile of a noncentral t: by halves, as the distribution falls with it. Which
/// half it is in is known without the distribution, which takes long, until halves lie within what is close to it.
double noncentrality_at(double t, double df, double p) {
  double low = t - 40 - std::abs(t), high = t + 40 + std::abs(t);
  const Between close = close_to(t, df, p).value_or(Between{low, high});
  const auto is_below = [&](double middle) {
    if (middle <= close.low || middle >= close.high) return middle <= close.low;
    return noncentral_cdf(t, df, middle) > p;
  };
  for (int step = 0; step < 60; ++step) {
    const double middle = (low + high) / 2;
    if (middle == low || middle == high) break;
    (is_below(middle) ? low : high) = middle;
  }
  return (low + high) / 2;
}

ChangeTest test_change(double change, double expected, double se, std::optional<double> df) {
  ChangeTest test{change, expected, se, df};
  test.t = (change - expected) / se;
  test.p = df ? students_t_two_sided_p(test.t, *df) : 2 * normal_cdf(-std::abs(test.t));
  return test;
}

}  // namespace

std::optional<PlaceInSample> place_in_sample(double x, const Summary& comparison) {
  if (comparison.n < 2 || !(comparison.sd > 0)) return std::nullopt;
  const double n = comparison.n;
  PlaceInSample place;
  place.df = n - 1;
  place.t = (x - comparison.mean) / (comparison.sd * std::sqrt((n + 1) / n));
  place.p = students_t_two_sided_p(place.t, place.df);
  place.percentile = 100 * students_t_cdf(place.t, place.df);
  constexpr double furthest = 30;  // beyond it the limits are 0 or 100 to all digits
  const double z = std::clamp((x - comparison.mean) / comparison.sd, -furthest, furthest);
  const auto limit = [&](double p) {
    return 100 * normal_cdf(noncentrality_at(z * std::sqrt(n), place.df, p) / std::sqrt(n));
  };
  place.percentile_low = std::min(limit(0.975), place.percentile);
  place.percentile_high = std::max(limit(0.025), place.percentile);
  return place;
}

double ChangeTest::half_width(double level) const {
  const double below = 1 - level / 2;
  return se * (df ? students_t_quantile(below, *df) : normal_quantile(below));
}

std::optional<ChangeTest> reliable_change(double before, double after, double sd, double reliability,
                                          std::optional<int> n) {
  if (!(sd > 0) || !(reliability >= 0 && reliability < 1) || (n && *n < 2)) return std::nullopt;
  const double se = sd * std::numbers::sqrt2 * std::sqrt(1 - reliability);
  return test_change(after - before, 0, se, n ? std::optional<double>(*n - 1) : std::nullopt);
}

std::optional<ChangeTest> control_adjusted_change(double before, double after,
                                                  const Summary& comparison_changes) {
  const auto& [n, mean, sd] = comparison_changes;
  if (n < 2 || !(sd > 0)) return std::nullopt;
  return test_change(after - before, mean, sd * std::sqrt(1 + 1.0 / n), n - 1);
}

TwoVisitSummary summarize(std::span<const TwoVisits> sample) {
  std::vector<double> before, after;
  for (const TwoVisits& infant : sample) {
    before.push_back(infant.before);
    after.push_back(infant.after);
  }
  TwoVisitSummary summary{summarize(before), summarize(after)};
  const double spread = summary.before.sd * summary.after.sd * (summary.before.n - 1);
  if (!(spread > 0)) return summary;
  for (const TwoVisits& infant : sample)
    summary.correlation +=
        (infant.before - summary.before.mean) * (infant.after - summary.after.mean) / spread;
  summary.correlation = std::clamp(summary.correlation, -1.0, 1.0);
  return summary;
}

std::optional<ChangeTest> regression_based_change(double before, double after,
                                                  const TwoVisitSummary& comparison) {
  const auto& [first, later, r] = comparison;
  if (first.n < 3 || !(first.sd > 0) || !(later.sd > 0)) return std::nullopt;
  const double n = first.n, from_mean = before - first.mean;
  const double predicted = later.mean + r * later.sd / first.sd * from_mean;
  const double around = later.sd * std::sqrt((1 - r * r) * (n - 1) / (n - 2));
  const double se = around * std::sqrt(1 + 1 / n + from_mean * from_mean / (first.sd * first.sd * (n - 1)));
  if (!(se > 0)) return std::nullopt;
  return test_change(after - before, predicted - before, se, n - 2);
}

}  // namespace attune::stats
