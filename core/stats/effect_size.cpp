#include "stats/effect_size.hpp"

#include <cmath>
#include <utility>

#include "stats/difference.hpp"
#include "stats/students_t.hpp"
#include "words/ids/reason.hpp"
#include "words/say.hpp"

namespace attune::stats {
namespace {

Estimate none(int n, words::Text reason) {
  Estimate estimate;
  estimate.n = n;
  estimate.reason = std::move(reason);
  return estimate;
}

words::Said too_few() {
  return words::say<"reason.fewer_than_two">();
}

words::Said no_spread() {
  return words::say<"reason.all_alike">();
}

}  // namespace

double small_sample_factor(double df) {
  return std::exp(std::lgamma(df / 2) - std::lgamma((df - 1) / 2)) / std::sqrt(df / 2);
}

Estimate hedges_g(const Summary& a, const Summary& b) {
  const int n = a.n + b.n;
  if (a.n < 2 || b.n < 2) return none(n, too_few());
  const double sd = pooled_sd(a, b);
  if (!(sd > 0)) return none(n, no_spread());
  const double g = small_sample_factor(n - 2) * (a.mean - b.mean) / sd;
  return with_interval(g, std::sqrt(1.0 / a.n + 1.0 / b.n + g * g / (2.0 * n)), std::nullopt, n);
}

Estimate hedges_g_z(const Summary& differences) {
  const int n = differences.n;
  if (n < 3) return none(n, words::say<"reason.fewer_than_three">());  // J(1) is 0
  if (!(differences.sd > 0)) return none(n, no_spread());
  const double g = small_sample_factor(n - 1) * differences.mean / differences.sd;
  return with_interval(g, std::sqrt(1.0 / n + g * g / (2.0 * n)), std::nullopt, n);
}

Estimate d_ppc2(const BeforeAfter& treated, const BeforeAfter& control, double r) {
  const int n = treated.n + control.n;
  if (treated.n < 2 || control.n < 2) return none(n, too_few());
  const double sd = pooled_sd({treated.n, treated.before, treated.sd_before},
                              {control.n, control.before, control.sd_before});
  if (!(sd > 0)) return none(n, no_spread());
  const double changes = (treated.after - treated.before) - (control.after - control.before);
  const double d = small_sample_factor(n - 2) * changes / sd;
  const double variance = 2 * (1 - r) * (1.0 / treated.n + 1.0 / control.n) + d * d / (2.0 * n);
  return with_interval(d, std::sqrt(variance), std::nullopt, n);
}

Estimate d_ppc2(const TTest& difference, const Summary& treated_first, const Summary& control_first) {
  const int n = treated_first.n + control_first.n;
  if (treated_first.n < 2 || control_first.n < 2) return none(n, too_few());
  const double sd = pooled_sd(treated_first, control_first);
  if (!(sd > 0)) return none(n, no_spread());
  const double unit = small_sample_factor(n - 2) / sd;
  const double d = unit * difference.estimate;
  const double own = unit * difference.se;
  Estimate result = with_interval(d, std::hypot(own, d / std::sqrt(2.0 * n)), difference.df, n);
  // (d − δ)² ≤ t² (own² + δ²/2n), solved for δ.
  const double t = students_t_quantile(0.975, difference.df), share = 1 - t * t / (2.0 * n);
  if (!(share > 0)) return result;  // so few infants that no δ would be left out
  const double reach = t * std::sqrt(share * own * own + d * d / (2.0 * n));
  result.ci_low = (d - reach) / share;
  result.ci_high = (d + reach) / share;
  return result;
}

void PooledCorrelation::add(std::span<const double> before, std::span<const double> after) {
  const double before_mean = summarize(before).mean, after_mean = summarize(after).mean;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    const double b = before[i] - before_mean, a = after[i] - after_mean;
    cross_ += b * a;
    before_squares_ += b * b;
    after_squares_ += a * a;
  }
}

std::optional<double> PooledCorrelation::value() const {
  if (!(before_squares_ > 0) || !(after_squares_ > 0)) return std::nullopt;
  return cross_ / std::sqrt(before_squares_ * after_squares_);
}

}  // namespace attune::stats
