#include "dsp/fft.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace attune::dsp {

RealFft::RealFft(std::size_t n)
    : n_(n), plan_(n % 2 == 0 ? n / 2 : n, false), in_(n % 2 == 0 ? 0 : n), out_(n % 2 == 0 ? n / 2 : n) {
  for (std::size_t k = 0; n % 2 == 0 && k < n / 2; ++k) {
    const double angle = -2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(n);
    turns_.emplace_back(std::cos(angle), std::sin(angle));
  }
}

void RealFft::forward(std::span<const Two> x, std::span<ComplexTwo> spectrum) {
  if (n_ == 0) return;
  if (n_ % 2 == 0) {
    plan_.transform(reinterpret_cast<const ComplexTwo*>(x.data()), out_.data());
    return unpack(spectrum);
  }
  for (std::size_t t = 0; t < n_; ++t) in_[t] = x[t];
  plan_.transform(in_.data(), out_.data());
  std::copy_n(out_.begin(), std::min(bins(), spectrum.size()), spectrum.begin());
}

/// From n / 2 complex values, even ones beside odd ones of n real values, to the bins of these: half the sum of a bin and
/// of its mirror image is of the even values, half their difference of the odd ones, which are one turn later.
void RealFft::unpack(std::span<ComplexTwo> spectrum) const {
  const std::size_t half = n_ / 2;
  if (!spectrum.empty()) spectrum[0] = out_[0].real() + out_[0].imag();
  if (spectrum.size() > half) spectrum[half] = out_[0].real() - out_[0].imag();
  for (std::size_t k = 1; k < std::min(half, spectrum.size()); ++k) {
    const ComplexTwo &bin = out_[k], &mirror = out_[half - k];
    const ComplexTwo even{bin.real() + mirror.real(), bin.imag() - mirror.imag()};
    const ComplexTwo odd{bin.imag() + mirror.imag(), mirror.real() - bin.real()};
    const ComplexTwo turned = turns_[k] * odd;
    spectrum[k] =
        ComplexTwo(Two(0.5) * (even.real() + turned.real()), Two(0.5) * (even.imag() + turned.imag()));
  }
}

void RealFft::forward(std::span<const double> x, std::span<std::complex<double>> spectrum) {
  twice_.assign(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(n_));
  spectra_.resize(std::min(bins(), spectrum.size()));
  forward(twice_, spectra_);
  for (std::size_t k = 0; k < spectra_.size(); ++k)
    spectrum[k] = {spectra_[k].real()[0], spectra_[k].imag()[0]};
}

}  // namespace attune::dsp
