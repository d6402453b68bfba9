#include "stats/agreement.hpp"

#include <algorithm>
#include <map>

namespace attune::stats {

Agreement agreement(std::span<const int> first, std::span<const int> second) {
  const std::size_t n = std::min(first.size(), second.size());
  Agreement result;
  result.units = static_cast<int>(n);
  if (n == 0) return result;
  std::map<int, std::pair<double, double>> shares;  // of each category, by either coder
  double observed = 0;
  const double unit = 1.0 / static_cast<double>(n);
  for (std::size_t i = 0; i < n; ++i) {
    shares[first[i]].first += unit;
    shares[second[i]].second += unit;
    if (first[i] == second[i]) observed += unit;
  }
  double by_chance = 0;
  for (const auto& entry : shares) by_chance += entry.second.first * entry.second.second;
  result.percent = 100 * observed;
  constexpr double rounding = 1e-12;
  if (by_chance < 1 - rounding) result.kappa = (observed - by_chance) / (1 - by_chance);
  return result;
}

}  // namespace attune::stats
