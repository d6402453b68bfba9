#include "stats/moving_quantile.hpp"

#include <algorithm>

#include "stats/quantile.hpp"

namespace attune::stats {

double MovingQuantile::at(std::size_t from, std::size_t to, double q) {
  for (; to_ < to; ++to_) {
    const double value = series_[to_];
    sorted_.insert(std::upper_bound(sorted_.begin(), sorted_.end(), value), value);
  }
  for (; from_ < from; ++from_) {
    const auto leaving = std::lower_bound(sorted_.begin(), sorted_.end(), series_[from_]);
    if (leaving != sorted_.end()) sorted_.erase(leaving);
  }
  return quantile_of_sorted(sorted_, q);
}

}  // namespace attune::stats
