// Means and t tests. A test that the data cannot carry (fewer than two values, no spread) is an empty
// optional.
#pragma once

#include <optional>
#include <span>

namespace attune::stats {

/// What a t test needs of a sample.
struct Summary {
  int n = 0;
  double mean = 0;
  double sd = 0;  ///< divisor n − 1; 0 for a single value, or where only rounding differs
};
Summary summarize(std::span<const double> sample);

/// A mean, or a difference of means, against 0. Intervals are 95 %.
struct TTest {
  double estimate = 0;
  double se = 0;
  double t = 0;
  double df = 0;
  double p = 1;  ///< two-sided
  double ci_low = 0;
  double ci_high = 0;
};

/// estimate / se on `df` degrees of freedom.
TTest t_test(double estimate, double se, double df);

/// Student (1908): is the mean of the sample 0? For paired data, give their differences.
std::optional<TTest> one_sample_t_test(const Summary& sample);

/// Welch (1947): mean of `a` − mean of `b`, unequal variances.
std::optional<TTest> welch_t_test(const Summary& a, const Summary& b);

/// Student's two-sample test with the pooled variance.
std::optional<TTest> pooled_t_test(const Summary& a, const Summary& b);

/// √(((n₁ − 1) s₁² + (n₂ − 1) s₂²) / (n₁ + n₂ − 2)).
double pooled_sd(const Summary& a, const Summary& b);

}  // namespace attune::stats
