// Quantiles of a window that moves along a series, kept in order as values enter and leave it: what stats::quantile
// gives for each window, to the last digit, without sorting it anew.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace attune::stats {

class MovingQuantile {
 public:
  /// `series` holds finite values (a NaN would never leave the sorted ones) and outlives this.
  explicit MovingQuantile(std::span<const double> series) : series_(series) {}

  /// The q-quantile of the values [from, to) of the series; of none, 0. Neither end ever moves back.
  double at(std::size_t from, std::size_t to, double q);

 private:
  std::span<const double> series_;
  std::size_t from_ = 0, to_ = 0;
  std::vector<double> sorted_;  ///< of [from_, to_)
};

}  // namespace attune::stats
