#include "stats/agreement.hpp"

#include <algorithm>
#include <cmath>

#include "stats/students_t.hpp"

namespace attune::stats {
namespace {

/// What two coders share, as counts, not shares: sums of whole numbers are exact, and perfect agreement is 1.
struct Margins {
  std::map<int, std::pair<double, double>> categories;  ///< units in each, by either coder
  double same = 0, all = 0;
  double products = 0;  ///< of both coders' units in a category, summed

  explicit Margins(const PairCounts& counts) {
    for (const auto& [pair, count] : counts) {
      categories[pair.first].first += count;
      categories[pair.second].second += count;
      if (pair.first == pair.second) same += count;
      all += count;
    }
    for (const auto& entry : categories) products += entry.second.first * entry.second.second;
  }

  std::optional<double> kappa() const {
    if (!(products < all * all)) return std::nullopt;
    return (same * all - products) / (all * all - products);
  }
};

PairCounts sum_of(std::span<const PairCounts> stretches) {
  PairCounts sum;
  for (const PairCounts& stretch : stretches)
    for (const auto& [pair, count] : stretch) sum[pair] += count;
  return sum;
}

/// psi of a unit of this pair (see kappa_interval).
double slope(const Margins& margins, const std::pair<int, int>& pair) {
  const double observed = margins.same / margins.all;
  const double other = 1 - margins.products / (margins.all * margins.all);  // 1 - chance
  const double shares = (margins.categories.at(pair.first).second + margins.categories.at(pair.second).first -
                         2 * margins.products / margins.all) /
                        margins.all;
  return ((pair.first == pair.second) - observed) / other - (1 - observed) / (other * other) * shares;
}

}  // namespace

Agreement agreement(const PairCounts& counts) {
  const Margins margins(counts);
  Agreement result;
  result.units = static_cast<int>(margins.all);
  if (margins.all == 0) return result;
  result.percent = 100 * margins.same / margins.all;
  result.kappa = margins.kappa();
  return result;
}

Agreement agreement(std::span<const int> first, std::span<const int> second) {
  PairCounts counts;
  for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) ++counts[{first[i], second[i]}];
  return agreement(counts);
}

std::optional<KappaInterval> kappa_interval(std::span<const PairCounts> stretches) {
  const Margins margins(sum_of(stretches));
  const std::optional<double> kappa = margins.kappa();
  if (!kappa || margins.same == margins.all) return std::nullopt;
  double squares = 0, count = 0;
  for (const PairCounts& stretch : stretches) {
    if (stretch.empty()) continue;
    double sum = 0;
    for (const auto& [pair, units] : stretch) sum += units * slope(margins, pair);
    squares += sum * sum;
    ++count;
  }
  const double rounding = 1e-20 * margins.all * margins.all;
  if (count < 2 || squares <= rounding) return std::nullopt;  // stretches that are all alike tell no error
  KappaInterval interval;
  interval.se = std::sqrt(squares * count / (count - 1)) / margins.all;
  const double half = students_t_quantile(0.975, count - 1) * interval.se;
  interval.low = std::max(-1.0, *kappa - half);
  interval.high = std::min(1.0, *kappa + half);
  return interval;
}

}  // namespace attune::stats
