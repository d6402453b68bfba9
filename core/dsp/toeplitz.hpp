// Solves R h = s where R is the symmetric Toeplitz matrix of an autocovariance: the equation of the matched
// filter in coloured noise. Levinson's recursion (1947), no matrix is formed.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace attune::dsp {

/// `autocovariance` holds lags 0 … n−1, `target` has n values. None where there is nothing to solve: no
/// values, fewer lags than values, or no power at lag 0. Where the matrix is not positive definite, the
/// solution of the order that still was stands.
std::optional<std::vector<double>> solve_toeplitz(std::span<const double> autocovariance,
                                                  std::span<const double> target);

}  // namespace attune::dsp
