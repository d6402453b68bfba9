// Discrete Fourier transform of real series: X[k] = sum over t of x[t] exp(-2 pi i k t / n), k = 0 … n / 2,
// unscaled (SciPy's `rfft`). A thin plan on KissFFT in double; any n >= 1, fast where n is a product of small
// primes. Two series go side by side in the time of one, each to the digits that it has alone. The plan holds its
// scratch memory: after its first call `forward` allocates nothing, and one plan serves one thread.
#pragma once

#include <complex>
#include <cstddef>
#include <kissfft.hh>
#include <span>
#include <vector>

#include "dsp/two.hpp"

namespace attune::dsp {

class RealFft {
 public:
  explicit RealFft(std::size_t n);

  std::size_t size() const { return n_; }
  std::size_t bins() const { return n_ / 2 + 1; }

  /// `x` holds size() finite values, `spectrum` takes bins() values.
  void forward(std::span<const double> x, std::span<std::complex<double>> spectrum);
  void forward(std::span<const Two> x, std::span<ComplexTwo> spectrum);

 private:
  std::size_t n_;
  kissfft<Two> plan_;
  std::vector<ComplexTwo> in_, out_;  ///< of an odd number of values
  std::vector<Two> twice_;            ///< one series beside itself
  std::vector<ComplexTwo> spectra_;
};

}  // namespace attune::dsp
