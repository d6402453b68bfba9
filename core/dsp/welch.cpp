#include "dsp/welch.hpp"

#include <numeric>

#include "dsp/fft.hpp"
#include "dsp/window.hpp"

namespace attune::dsp {

Spectrum welch(std::span<const double> x, double sample_rate_hz, std::size_t segment, std::size_t overlap) {
  Spectrum result;
  if (segment == 0 || overlap >= segment || x.size() < segment) return result;

  RealFft fft(segment);
  const std::vector<double> taper = hann(segment);
  std::vector<double> tapered(segment);
  std::vector<std::complex<double>> spectrum(fft.bins());
  result.density.assign(fft.bins(), 0.0);
  for (std::size_t start = 0; start + segment <= x.size(); start += segment - overlap) {
    const auto part = x.subspan(start, segment);
    const double mean = std::accumulate(part.begin(), part.end(), 0.0) / static_cast<double>(segment);
    for (std::size_t t = 0; t < segment; ++t) tapered[t] = taper[t] * (part[t] - mean);
    fft.forward(tapered, spectrum);
    for (std::size_t k = 0; k < fft.bins(); ++k) result.density[k] += std::norm(spectrum[k]);
    ++result.segments;
  }

  double taper_power = 0;
  for (const double w : taper) taper_power += w * w;
  const double scale = 1 / (sample_rate_hz * taper_power * static_cast<double>(result.segments));
  for (std::size_t k = 0; k < fft.bins(); ++k) {
    // Both halves of the two-sided spectrum, but 0 Hz and the Nyquist frequency have no other half.
    const bool doubled = k > 0 && 2 * k < segment;
    result.density[k] *= doubled ? 2 * scale : scale;
    result.frequency_hz.push_back(static_cast<double>(k) * sample_rate_hz / static_cast<double>(segment));
  }
  return result;
}

}  // namespace attune::dsp
