#include "stats/bayes_factor.hpp"

#include <cmath>
#include <numbers>

namespace attune::stats {
namespace {

/// Rouder et al. 2009, eq. 1: the Cauchy prior as a normal of variance g, g ~ inverse gamma(1/2, scale²/2).
/// Integrated over u = ln g by the trapezoidal rule, which for a smooth integrand that vanishes at both ends
/// converges to the last digits.
double bayes_factor(double t, double df, double effective_n, double scale) {
  const double log_null = -(df + 1) / 2 * std::log1p(t * t / df);
  const double log_constant = std::log(scale) - std::log(2 * std::numbers::pi) / 2;
  constexpr int low = -30, high = 60, steps = 64;
  constexpr double step = 1.0 / steps;
  double sum = 0;
  for (int i = low * steps; i <= high * steps; ++i) {
    const double u = i * step;
    const double g = std::exp(u);
    const double widened = 1 + effective_n * g;
    const double log_value = -0.5 * std::log(widened) - (df + 1) / 2 * std::log1p(t * t / (widened * df)) -
                             0.5 * u - scale * scale / (2 * g);
    sum += std::exp(log_value + log_constant - log_null) * step;
  }
  return sum;
}

}  // namespace

double jzs_bayes_factor(double t, int n, double scale) {
  return bayes_factor(t, n - 1, n, scale);
}

double jzs_bayes_factor(double t, int n1, int n2, double scale) {
  return bayes_factor(t, n1 + n2 - 2, static_cast<double>(n1) * n2 / (n1 + n2), scale);
}

}  // namespace attune::stats
