// Discrete Fourier transform of real series: X[k] = sum over t of x[t] exp(-2 pi i k t / n), k = 0 … n / 2,
// unscaled (SciPy's `rfft`). A thin plan on KissFFT in double; any n >= 1, fast where n is a product of small
// primes. Several series go side by side, each to the digits that it has alone. The plan holds its scratch memory:
// after its first call `forward` allocates nothing, and one plan serves one thread.
#pragma once

#include <cmath>
#include <complex>
#include <cstddef>
#include <kissfft.hh>
#include <numbers>
#include <span>
#include <vector>

#include "dsp/lanes.hpp"

namespace attune::dsp {

/// Of series side by side: a template, to be compiled for each kind of processor.
template <std::size_t lanes>
class LanesFft {
  using Number = Lanes<lanes>;
  using Complex = std::complex<Number>;

 public:
  /// Of each spectrum the first `bins` are formed, n / 2 + 1 at most.
  LanesFft(std::size_t n, std::size_t bins)
      : packed_(n % 2 == 0),
        plan_(packed_ ? n / 2 : n, false),
        in_(packed_ ? 0 : n),
        out_(packed_ ? n / 2 : n) {
    for (std::size_t k = 0; k < bins && packed_; ++k) {
      const double angle = -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
      turns_.push_back(Complex(std::cos(angle), std::sin(angle)));
    }
    bins_ = bins;
  }

  /// `x` holds n finite values, `spectrum` takes `bins`.
  void forward(std::span<const Number> x, std::span<Complex> spectrum) {
    if (out_.empty()) return;
    if (packed_) {  // n real values as n / 2 complex ones, a pair of which a std::complex is in memory
      plan_.transform(reinterpret_cast<const Complex*>(x.data()), out_.data());
      unpack(spectrum);
      return;
    }
    for (std::size_t t = 0; t < in_.size(); ++t) in_[t] = x[t];
    plan_.transform(in_.data(), out_.data());
    for (std::size_t k = 0; k < bins_; ++k) spectrum[k] = out_[k];
  }

 private:
  /// The even values' spectrum and, turned, the odd ones', together.
  void unpack(std::span<Complex> spectrum) const {
    const std::size_t points = out_.size();
    const Number half = 0.5, first = out_[0].real(), second = out_[0].imag();
    spectrum[0] = first + second;
    for (std::size_t k = 1; k < bins_ && k < points; ++k) {
      const Complex &a = out_[k], &b = out_[points - k];
      const Complex even(half * (a.real() + b.real()), half * (a.imag() - b.imag()));
      const Complex odd(half * (a.imag() + b.imag()), half * (b.real() - a.real()));
      spectrum[k] = even + turns_[k] * odd;
    }
    if (bins_ > points) spectrum[points] = first - second;
  }

  bool packed_;
  kissfft<Number> plan_;
  std::vector<Complex> in_, out_;
  std::vector<Complex> turns_;  ///< exp(-2 pi i k / n)
  std::size_t bins_;
};

class RealFft {
 public:
  explicit RealFft(std::size_t n) : n_(n), fft_(n, bins()), twice_(n), spectra_(bins()) {}

  std::size_t size() const { return n_; }
  std::size_t bins() const { return n_ / 2 + 1; }

  /// `x` holds size() finite values, `spectrum` takes bins() values.
  void forward(std::span<const double> x, std::span<std::complex<double>> spectrum);

 private:
  std::size_t n_;
  LanesFft<2> fft_;
  std::vector<Two> twice_;  ///< the series beside itself
  std::vector<ComplexTwo> spectra_;
};

}  // namespace attune::dsp
