#include "dsp/fft.hpp"

namespace attune::dsp {

RealFft::RealFft(std::size_t n)
    : n_(n), plan_(n % 2 == 0 ? n / 2 : n, false), in_(n % 2 == 0 ? 0 : n), out_(in_.size()) {}

void RealFft::forward(std::span<const Two> x, std::span<ComplexTwo> spectrum) {
  if (n_ == 0) return;
  if (n_ % 2 == 0) {  // n real values as n / 2 complex ones; bin n / 2 comes packed beside bin 0
    plan_.transform_real(x.data(), spectrum.data());
    spectrum[n_ / 2] = spectrum[0].imag();
    spectrum[0] = spectrum[0].real();
    return;
  }
  for (std::size_t t = 0; t < n_; ++t) in_[t] = x[t];
  plan_.transform(in_.data(), out_.data());
  for (std::size_t k = 0; k < bins(); ++k) spectrum[k] = out_[k];
}

void RealFft::forward(std::span<const double> x, std::span<std::complex<double>> spectrum) {
  twice_.assign(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(n_));
  spectra_.resize(bins());
  forward(twice_, spectra_);
  for (std::size_t k = 0; k < bins(); ++k) spectrum[k] = {spectra_[k].real()[0], spectra_[k].imag()[0]};
}

}  // namespace attune::dsp
