#include "stats/agreement.hpp"

#include <algorithm>
#include <map>

namespace attune::stats {

Agreement agreement(std::span<const int> first, std::span<const int> second) {
  const std::size_t n = std::min(first.size(), second.size());
  Agreement result;
  result.units = static_cast<int>(n);
  if (n == 0) return result;
  // Counts, not shares: sums of whole numbers are exact, and perfect agreement is 1.
  std::map<int, std::pair<double, double>> counts;  // of each category, by either coder
  double same = 0;
  for (std::size_t i = 0; i < n; ++i) {
    ++counts[first[i]].first;
    ++counts[second[i]].second;
    if (first[i] == second[i]) ++same;
  }
  double products = 0;
  for (const auto& entry : counts) products += entry.second.first * entry.second.second;
  const double all = static_cast<double>(n);
  result.percent = 100 * same / all;
  if (products < all * all) result.kappa = (same * all - products) / (all * all - products);
  return result;
}

}  // namespace attune::stats
