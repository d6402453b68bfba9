// Solves R h = s where R is the symmetric Toeplitz matrix of an autocovariance: the equation of the matched
// filter in coloured noise. Levinson's recursion (1947), no matrix is formed.
#pragma once

#include <span>
#include <vector>

namespace attune::dsp {

/// `autocovariance` holds lags 0 … n−1 and must be positive definite; `target` has n values.
std::vector<double> solve_toeplitz(std::span<const double> autocovariance, std::span<const double> target);

}  // namespace attune::dsp
