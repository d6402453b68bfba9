#include "stats/agreement.hpp"

#include <algorithm>

namespace attune::stats {

Agreement agreement(const PairCounts& counts) {
  // Counts, not shares: sums of whole numbers are exact, and perfect agreement is 1.
  std::map<int, std::pair<double, double>> categories;  // units in each, by either coder
  double same = 0, all = 0;
  for (const auto& [pair, count] : counts) {
    categories[pair.first].first += count;
    categories[pair.second].second += count;
    if (pair.first == pair.second) same += count;
    all += count;
  }
  Agreement result;
  result.units = static_cast<int>(all);
  if (all == 0) return result;
  double products = 0;
  for (const auto& entry : categories) products += entry.second.first * entry.second.second;
  result.percent = 100 * same / all;
  if (products < all * all) result.kappa = (same * all - products) / (all * all - products);
  return result;
}

Agreement agreement(std::span<const int> first, std::span<const int> second) {
  PairCounts counts;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) ++counts[{first[i], second[i]}];
  return agreement(counts);
}

}  // namespace attune::stats
