#include "stats/delta_adjustment.hpp"

#include <cmath>

#include "stats/students_t.hpp"

namespace attune::stats {

std::optional<double> tipping_delta(const TTest& contrast, const MissingInGroup& group, double significance) {
  if (group.missing == 0) return std::nullopt;
  const double share = static_cast<double>(group.missing) / group.infants;
  const double q = students_t_quantile(1 - significance / 2, contrast.df);
  // (estimate + s delta)² = q² (se² + delta² k) is a square equation in delta.
  const double s = group.sign * share, k = share * (1 - share) / group.infants;
  const double a = s * s - q * q * k, half_b = contrast.estimate * s,
               c = contrast.estimate * contrast.estimate - q * q * contrast.se * contrast.se;
  const double root2 = half_b * half_b - a * c;
  if (root2 < 0) return std::nullopt;
  // The root nearest 0, written so that it loses no digits and needs no a ≠ 0.
  const double denominator = half_b + std::copysign(std::sqrt(root2), half_b);
  if (denominator == 0) return std::nullopt;
  return -c / denominator;
}

}  // namespace attune::stats
