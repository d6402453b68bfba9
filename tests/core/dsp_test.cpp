#include <cmath>
#include <numbers>

#include "dsp/fft.hpp"
#include "dsp/window.hpp"
#include "support.hpp"

using namespace attune;
using std::numbers::pi;

static std::vector<double> made_series(std::size_t n) {
  std::vector<double> x(n);
  for (std::size_t t = 0; t < n; ++t)
    x[t] = std::cos(0.9 * static_cast<double>(t)) + 0.25 * static_cast<double>(t % 3);
  return x;
}

TEST_CASE("the FFT is the sum that defines it, for even, odd, prime and smallest lengths") {
  for (const std::size_t n : {1, 2, 3, 4, 5, 8, 15, 16, 17, 49, 77, 98, 100, 125, 143, 250, 251, 512, 1000}) {
    CAPTURE(n);
    const auto x = made_series(n);
    dsp::RealFft fft(n);
    std::vector<std::complex<double>> spectrum(fft.bins());
    fft.forward(x, spectrum);
    double worst = 0;
    for (std::size_t k = 0; k < fft.bins(); ++k) {
      std::complex<double> sum = 0;
      for (std::size_t t = 0; t < n; ++t) {
        // k t mod n keeps the argument small, so that the reference itself is exact to rounding
        const double angle = -2 * pi * static_cast<double>(k * t % n) / static_cast<double>(n);
        sum += x[t] * std::complex<double>(std::cos(angle), std::sin(angle));
      }
      worst = std::max(worst, std::abs(sum - spectrum[k]));
    }
    CHECK(worst < 1e-12 * static_cast<double>(n));
  }
}

TEST_CASE("two series side by side are transformed to the digits that each has alone") {
  for (const std::size_t n : {1, 2, 15, 16, 125, 250, 251, 500, 512}) {
    CAPTURE(n);
    const auto first = made_series(n);
    std::vector<double> second(first.rbegin(), first.rend());
    second[0] = 1e6;
    std::vector<dsp::Two> both;
    for (std::size_t t = 0; t < n; ++t) both.push_back({first[t], second[t]});
    dsp::RealFft fft(n);
    std::vector<std::complex<double>> spectrum(fft.bins());
    std::vector<dsp::ComplexTwo> spectra(fft.bins());
    dsp::LanesFft<2>(n, fft.bins()).forward(both, spectra);
    for (std::size_t which = 0; which < 2; ++which) {
      fft.forward(which == 0 ? first : second, spectrum);
      for (std::size_t k = 0; k < fft.bins(); ++k) {
        CAPTURE(k);
        CHECK(spectra[k].real()[which] == spectrum[k].real());
        CHECK(spectra[k].imag()[which] == spectrum[k].imag());
      }
    }
  }
}

TEST_CASE("the Hann window is periodic: its mean square is 3/8 and its mean 1/2") {
  for (const std::size_t n : {125, 256}) {
    double sum = 0, squares = 0;
    for (const double w : dsp::hann(n)) {
      sum += w;
      squares += w * w;
    }
    CHECK(sum / static_cast<double>(n) == doctest::Approx(0.5).epsilon(1e-14));
    CHECK(squares / static_cast<double>(n) == doctest::Approx(0.375).epsilon(1e-14));
  }
}
