#include "stats/single_case.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "stats/log_concave.hpp"
#include "stats/students_t.hpp"

namespace attune::stats {
namespace {

/// The noncentrality below which a noncentral t with `df` degrees of freedom is above `t` with a probability of less than
/// 2.5 %. It is (Z + noncentrality) / S, of a normal Z and a chi S by the root of its degrees of freedom, so above `t`
/// where the noncentrality is above tS - Z: the 2.5 % quantile of that. S is summed over by the trapezoidal rule in log S,
/// which rounding alone limits at this width (held against half and a sixth of it, 1 to 2000 degrees, t to 1300).
double least_noncentrality(double t, double df) {
  constexpr double p = 0.025, negligible = 1e-18;
  struct Node {
    double ts = 0, weight = 0;
  };
  std::vector<Node> nodes;
  double total = 0;
  const double width = 0.4 / std::sqrt(8 + 2 * df + t * t);
  const auto add = [&](double log_s) {
    const double s = std::exp(log_s), weight = std::exp(df * (log_s - (s * s - 1) / 2));
    nodes.push_back({t * s, weight});
    total += weight;
    return weight > negligible;
  };
  for (double at = 0; add(at);) at += width;
  for (double at = -width; add(at);) at -= width;
  return log_concave_quantile(p, t - 1.96 * std::sqrt(1 + t * t / (2 * df)), [&](double x) {
    Probability found;
    for (const Node& node : nodes) {
      found.below += node.weight / total * normal_cdf(x - node.ts);
      found.density += node.weight / total * normal_density(x - node.ts);
    }
    return found;
  });
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
  const double t = z * std::sqrt(n);
  const auto percentile = [&](double noncentrality) {
    return 100 * normal_cdf(noncentrality / std::sqrt(n));
  };
  place.percentile_low = std::min(percentile(least_noncentrality(t, place.df)), place.percentile);
  place.percentile_high = std::max(percentile(-least_noncentrality(-t, place.df)), place.percentile);
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
