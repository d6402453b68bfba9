#include "hrv/breathing.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <vector>

#include "dsp/spline.hpp"

namespace attune::hrv {

namespace {

/// Mean removed, line removed, Hann taper, unit variance. False if it is flat.
bool prepare(std::vector<double>& x) {
  const auto n = static_cast<double>(x.size());
  double mean = 0, slope = 0, squares = 0;
  for (std::size_t i = 0; i < x.size(); ++i) mean += x[i] / n;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double t = static_cast<double>(i) - (n - 1) / 2;
    slope += t * x[i];
    squares += t * t;
  }
  slope /= squares;
  double variance = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] -= mean + slope * (static_cast<double>(i) - (n - 1) / 2);
    variance += x[i] * x[i] / n;
  }
  if (!(variance > 0)) return false;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double taper = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * (static_cast<double>(i) + 0.5) / n);
    x[i] *= taper / std::sqrt(variance);
  }
  return true;
}

std::complex<double> transform(const std::vector<double>& x, double cycles_per_sample) {
  const std::complex<double> step = std::polar(1.0, -2 * std::numbers::pi * cycles_per_sample);
  std::complex<double> sum = 0, turned = 1;
  for (const double value : x) {
    sum += value * turned;
    turned *= step;
  }
  return sum;
}

/// Sums over segments, one an examined frequency.
struct Spectra {
  std::vector<double> frequency_hz, breath, breath_with_heart, heart;
  std::vector<std::complex<double>> cross;
  int segments = 0;
  int with_heart = 0;
};

/// NN intervals at the times of a segment's samples; none where the beats do not cover it.
std::optional<std::vector<double>> nn_at(std::span<const NnInterval> series, double start_s, double rate_hz,
                                         std::size_t count) {
  const double end_s = start_s + static_cast<double>(count) / rate_hz;
  std::vector<double> time_s, nn_ms, grid;
  double covered_s = 0;
  for (const NnInterval& nn : series) {
    const double middle_s = (nn.start_s + nn.end_s) / 2;
    if (middle_s < start_s - 1 || middle_s > end_s + 1) continue;
    time_s.push_back(middle_s);
    nn_ms.push_back(nn.nn_ms);
    covered_s += std::max(0.0, std::min(nn.end_s, end_s) - std::max(nn.start_s, start_s));
  }
  if (time_s.size() < 4 || covered_s < 0.95 * (end_s - start_s)) return {};
  for (std::size_t i = 0; i < count; ++i) grid.push_back(start_s + (static_cast<double>(i) + 0.5) / rate_hz);
  return dsp::cubic_spline(time_s, nn_ms, grid);
}

void add_segment(Spectra& spectra, std::vector<double> breath, std::optional<std::vector<double>> heart,
                 double rate_hz) {
  if (!prepare(breath)) return;
  const bool has_heart = heart && prepare(*heart);
  ++spectra.segments;
  spectra.with_heart += has_heart ? 1 : 0;
  for (std::size_t k = 0; k < spectra.frequency_hz.size(); ++k) {
    const double cycles = spectra.frequency_hz[k] / rate_hz;
    const auto x = transform(breath, cycles);
    spectra.breath[k] += std::norm(x);
    if (!has_heart) continue;
    const auto y = transform(*heart, cycles);
    spectra.breath_with_heart[k] += std::norm(x);
    spectra.heart[k] += std::norm(y);
    spectra.cross[k] += std::conj(x) * y;
  }
}

}  // namespace

std::optional<Breathing> breathing(const Respiration& respiration, std::span<const NnInterval> series,
                                   const Settings& settings) {
  const double rate_hz = respiration.rate_hz;
  const auto count = static_cast<std::size_t>(settings.breathing_segment_s * rate_hz);
  if (count < 8) return {};
  Spectra spectra;
  const double step_hz = 1 / (2 * settings.breathing_segment_s);
  const double top_hz = std::min(settings.breathing_high_hz, 0.45 * rate_hz);
  for (double f = settings.breathing_low_hz; f <= top_hz; f += step_hz) spectra.frequency_hz.push_back(f);
  const std::size_t bins = spectra.frequency_hz.size();
  if (bins < 3) return {};
  spectra.breath.assign(bins, 0);
  spectra.breath_with_heart.assign(bins, 0);
  spectra.heart.assign(bins, 0);
  spectra.cross.assign(bins, 0);
  for (std::size_t s = 0; s < respiration.segments.size(); ++s) {
    const std::size_t first = respiration.first[s];
    const std::size_t end =
        s + 1 < respiration.first.size() ? respiration.first[s + 1] : respiration.samples.size();
    for (std::size_t at = first; at + count <= end; at += count / 2) {
      const double start_s = respiration.segments[s].start_s + static_cast<double>(at - first) / rate_hz;
      const auto from = respiration.samples.begin() + static_cast<std::ptrdiff_t>(at);
      add_segment(spectra, {from, from + static_cast<std::ptrdiff_t>(count)},
                  nn_at(series, start_s, rate_hz, count), rate_hz);
    }
  }
  if (spectra.segments == 0) return {};
  const auto peak = static_cast<std::size_t>(std::max_element(spectra.breath.begin(), spectra.breath.end()) -
                                             spectra.breath.begin());
  Breathing result;
  result.rate_hz = spectra.frequency_hz[peak];
  if (spectra.with_heart >= settings.min_breathing_segments)
    result.coherence =
        std::norm(spectra.cross[peak]) / (spectra.breath_with_heart[peak] * spectra.heart[peak]);
  return result;
}

}  // namespace attune::hrv
