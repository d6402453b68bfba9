// Discrete Fourier transform of a real series: X[k] = sum over t of x[t] exp(-2 pi i k t / n), k = 0 … n / 2,
// unscaled (SciPy's `rfft`). A thin plan on KissFFT in double; any n >= 1, fast where n is a product of small
// primes. The plan holds its scratch memory: `forward` allocates nothing, and one plan serves one thread.
#pragma once

#include <complex>
#include <cstddef>
#include <kissfft.hh>
#include <span>
#include <vector>

namespace attune::dsp {

class RealFft {
 public:
  explicit RealFft(std::size_t n);

  std::size_t size() const { return n_; }
  std::size_t bins() const { return n_ / 2 + 1; }

  /// `x` holds size() finite values, `spectrum` takes bins() values.
  void forward(std::span<const double> x, std::span<std::complex<double>> spectrum);

 private:
  std::size_t n_;
  kissfft<double> plan_;
  std::vector<std::complex<double>> in_, out_;
};

}  // namespace attune::dsp
