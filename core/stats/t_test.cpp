#include "stats/t_test.hpp"

#include <algorithm>
#include <cmath>

#include "stats/students_t.hpp"

namespace attune::stats {
namespace {

double variance_of_mean(const Summary& sample) {
  return sample.sd * sample.sd / sample.n;
}

}  // namespace

Summary summarize(std::span<const double> sample) {
  Summary summary;
  summary.n = static_cast<int>(sample.size());
  if (sample.empty()) return summary;
  for (const double value : sample) summary.mean += value / summary.n;
  double squares = 0, largest = 0;
  for (const double value : sample) {
    squares += (value - summary.mean) * (value - summary.mean);
    largest = std::max(largest, std::abs(value));
  }
  if (summary.n > 1) summary.sd = std::sqrt(squares / (summary.n - 1));
  constexpr double rounding = 1e-12;  // differences of equal steps are not equal to the last digits
  if (summary.sd <= rounding * largest) summary.sd = 0;
  return summary;
}

TTest t_test(double estimate, double se, double df) {
  const double t = estimate / se;
  const double reach = students_t_quantile(0.975, df) * se;
  return {estimate, se, t, df, students_t_two_sided_p(t, df), estimate - reach, estimate + reach};
}

std::optional<TTest> one_sample_t_test(const Summary& sample) {
  if (sample.n < 2 || !(sample.sd > 0)) return std::nullopt;
  return t_test(sample.mean, std::sqrt(variance_of_mean(sample)), sample.n - 1);
}

std::optional<TTest> welch_t_test(const Summary& a, const Summary& b) {
  const double va = variance_of_mean(a), vb = variance_of_mean(b);
  if (a.n < 2 || b.n < 2 || !(va + vb > 0)) return std::nullopt;
  const double df = (va + vb) * (va + vb) / (va * va / (a.n - 1) + vb * vb / (b.n - 1));
  return t_test(a.mean - b.mean, std::sqrt(va + vb), df);
}

std::optional<TTest> pooled_t_test(const Summary& a, const Summary& b) {
  if (a.n < 2 || b.n < 2) return std::nullopt;
  const double sd = pooled_sd(a, b);
  if (!(sd > 0)) return std::nullopt;
  return t_test(a.mean - b.mean, sd * std::sqrt(1.0 / a.n + 1.0 / b.n), a.n + b.n - 2);
}

double pooled_sd(const Summary& a, const Summary& b) {
  return std::sqrt(((a.n - 1) * a.sd * a.sd + (b.n - 1) * b.sd * b.sd) / (a.n + b.n - 2));
}

}  // namespace attune::stats
