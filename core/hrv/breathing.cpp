#include "hrv/breathing.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

#include "dsp/spline.hpp"
#include "hrv/nn_spectrum.hpp"
#include "stats/quantile.hpp"
#include "stats/t_test.hpp"
#include "words/ids/heart.hpp"

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
  FrequencyGrid grid;
  std::vector<double> breath, breath_with_heart, heart;
  std::vector<std::complex<double>> cross;
  std::vector<double> own_peak_hz;  ///< of each segment
  int with_heart = 0;

  explicit Spectra(const FrequencyGrid& frequencies)
      : grid(frequencies),
        breath(grid.count, 0),
        breath_with_heart(breath),
        heart(breath),
        cross(breath.size()) {}
};

/// Frequencies as far apart as half a segment's resolution.
FrequencyGrid frequencies(double low_hz, double high_hz, const Settings& settings) {
  FrequencyGrid grid{low_hz, 1 / (2 * settings.breathing_segment_s), 0};
  while (grid.step_hz > 0 && grid.at(grid.count) <= high_hz) ++grid.count;
  return grid;
}

/// Place of the highest value that is higher than its neighbours; none if there is none. The last one, at the
/// Nyquist frequency, has its own mirror image as its other neighbour.
std::optional<std::size_t> highest_hill(std::span<const double> values) {
  std::optional<std::size_t> best;
  for (std::size_t i = 1; i < values.size(); ++i) {
    const bool falls = i + 1 == values.size() || values[i] > values[i + 1];
    if (values[i] >= values[i - 1] && falls && (!best || values[i] > values[*best])) best = i;
  }
  return best;
}

double agreement(std::span<const double> own_peak_hz, std::size_t segments, double rate_hz,
                 const Settings& settings) {
  const auto same = std::count_if(own_peak_hz.begin(), own_peak_hz.end(), [&](double own_hz) {
    return std::abs(own_hz - rate_hz) <= settings.breathing_same_hz;
  });
  return static_cast<double>(same) / static_cast<double>(segments);
}

/// The intervals of a segment and its margins; none where they do not cover it.
std::optional<std::span<const NnInterval>> intervals_of(std::span<const NnInterval> series, double start_s,
                                                        double end_s, const Settings& settings) {
  const double margin_s = settings.breathing_margin_s;
  const auto from = std::lower_bound(series.begin(), series.end(), start_s - margin_s,
                                     [](const NnInterval& nn, double t) { return middle_s(nn) < t; });
  const auto to = std::upper_bound(from, series.end(), end_s + margin_s,
                                   [](double t, const NnInterval& nn) { return t < middle_s(nn); });
  double covered_s = 0;
  for (auto nn = from; nn != to; ++nn)
    covered_s += std::max(0.0, std::min(nn->end_s, end_s) - std::max(nn->start_s, start_s));
  if (to - from < settings.fewest_intervals || covered_s < settings.breathing_covered * (end_s - start_s))
    return {};
  return series.subspan(static_cast<std::size_t>(from - series.begin()), static_cast<std::size_t>(to - from));
}

/// NN intervals at the times of a segment's samples; none where the beats do not cover it.
std::optional<std::vector<double>> nn_at(std::span<const NnInterval> series, double start_s, double rate_hz,
                                         std::size_t count, const Settings& settings) {
  const auto inside = intervals_of(series, start_s, start_s + static_cast<double>(count) / rate_hz, settings);
  if (!inside) return {};
  std::vector<double> time_s, nn_ms, grid;
  for (const NnInterval& nn : *inside) {
    time_s.push_back(middle_s(nn));
    nn_ms.push_back(nn.nn_ms);
  }
  for (std::size_t i = 0; i < count; ++i) grid.push_back(start_s + (static_cast<double>(i) + 0.5) / rate_hz);
  return dsp::cubic_spline(time_s, nn_ms, grid);
}

void add_segment(Spectra& spectra, std::vector<double> breath, std::optional<std::vector<double>> heart,
                 double rate_hz) {
  if (!prepare(breath)) return;
  const bool has_heart = heart && prepare(*heart);
  spectra.with_heart += has_heart ? 1 : 0;
  double highest = -1, own_peak_hz = 0;
  for (std::size_t k = 0; k < spectra.grid.count; ++k) {
    const double cycles = spectra.grid.at(k) / rate_hz;
    const auto x = transform(breath, cycles);
    spectra.breath[k] += std::norm(x);
    if (std::norm(x) > highest) {
      highest = std::norm(x);
      own_peak_hz = spectra.grid.at(k);
    }
    if (!has_heart) continue;
    const auto y = transform(*heart, cycles);
    spectra.breath_with_heart[k] += std::norm(x);
    spectra.heart[k] += std::norm(y);
    spectra.cross[k] += std::conj(x) * y;
  }
  spectra.own_peak_hz.push_back(own_peak_hz);
}

words::Number hertz(double hz) {
  return words::number(hz, 2);
}

/// `say(first)` says it, at the beginning of a sentence or not.
BreathingDoubt doubted(const char* code, const auto& say) {
  return {code, say(false), say(true)};
}

}  // namespace

std::optional<Breathing> breathing(const Respiration& respiration, std::span<const NnInterval> series,
                                   const Settings& settings) {
  const double rate_hz = respiration.rate_hz;
  const double samples = settings.breathing_segment_s * rate_hz;
  if (!(samples >= 2) || samples > static_cast<double>(respiration.samples.size())) return {};
  Spectra spectra(frequencies(
      settings.breathing_low_hz,
      std::min(settings.breathing_high_hz, settings.breathing_nyquist_share * rate_hz / 2), settings));
  if (spectra.grid.count == 0) return {};
  const auto count = static_cast<std::size_t>(samples);
  for (std::size_t s = 0; s < respiration.segments.size(); ++s) {
    const std::size_t first = respiration.first[s];
    const std::size_t end =
        s + 1 < respiration.first.size() ? respiration.first[s + 1] : respiration.samples.size();
    for (std::size_t at = first; at + count <= end; at += count / 2) {
      const double start_s = respiration.segments[s].start_s + static_cast<double>(at - first) / rate_hz;
      const auto from = respiration.samples.begin() + static_cast<std::ptrdiff_t>(at);
      add_segment(spectra, {from, from + static_cast<std::ptrdiff_t>(count)},
                  nn_at(series, start_s, rate_hz, count, settings), rate_hz);
    }
  }
  if (spectra.own_peak_hz.empty()) return {};
  const auto peak = static_cast<std::size_t>(std::max_element(spectra.breath.begin(), spectra.breath.end()) -
                                             spectra.breath.begin());
  Breathing result;
  result.rate_hz = spectra.grid.at(peak);
  result.certainty = agreement(spectra.own_peak_hz, spectra.own_peak_hz.size(), result.rate_hz, settings);
  if (spectra.with_heart >= settings.min_breathing_segments)
    result.coherence =
        std::norm(spectra.cross[peak]) / (spectra.breath_with_heart[peak] * spectra.heart[peak]);
  return result;
}

std::optional<Breathing> breathing_from_beats(std::span<const NnInterval> series,
                                              std::span<const double> joins_s, const Settings& settings) {
  if (series.empty()) return {};
  std::vector<double> nn_ms;
  for (const NnInterval& nn : series) nn_ms.push_back(nn.nn_ms);
  const double usual_s = stats::median(nn_ms) / 1000, half_s = settings.breathing_segment_s / 2;
  if (!(stats::summarize(nn_ms).sd > 0)) return {};
  const bool fits = 2 * half_s > settings.fewest_intervals * usual_s &&
                    2 * half_s <= series.back().end_s - series.front().start_s;
  if (!fits) return {};
  const FrequencyGrid grid = frequencies(settings.rsa_low_hz, 1 / (2 * usual_s), settings);
  std::vector<double> mean(grid.count, 0.0), own_peak_hz;
  std::size_t segments = 0;
  for (double start_s = series.front().start_s; start_s + 2 * half_s <= series.back().end_s;
       start_s += half_s) {
    const double end_s = start_s + 2 * half_s;
    const auto join = std::upper_bound(joins_s.begin(), joins_s.end(), start_s);
    if (join != joins_s.end() && *join < end_s) continue;
    const auto inside = intervals_of(series, start_s, end_s, settings);
    if (!inside) continue;
    auto density = nn_power_density(*inside, start_s, end_s, grid, settings);
    double sum = 0;
    for (std::size_t k = 0; k < grid.count; ++k) {
      density.power[k] = grid.at(k) * std::max(0.0, density.power[k] - density.noise[k]);
      sum += density.power[k];
    }
    if (!(sum > 0)) continue;
    ++segments;
    for (std::size_t k = 0; k < grid.count; ++k) mean[k] += density.power[k] / sum;
    if (const auto own = highest_hill(density.power)) own_peak_hz.push_back(grid.at(*own));
  }
  const auto peak = highest_hill(mean);
  if (std::cmp_less(segments, std::max(1, settings.min_breathing_segments)) || !peak) return {};
  Breathing result;
  result.source = BreathingSource::beats;
  result.rate_hz = grid.at(*peak);
  result.certainty = agreement(own_peak_hz, segments, result.rate_hz, settings);
  return result;
}

std::vector<BreathingDoubt> breathing_doubts(const Breathing& breathing, double nyquist_hz,
                                             const Settings& settings) {
  const double rate_hz = breathing.rate_hz, low_hz = settings.rsa_low_hz, high_hz = settings.rsa_high_hz;
  const bool from_beats = breathing.source == BreathingSource::beats;
  if (from_beats && breathing.certainty < settings.breathing_least_agreement) return {};
  const double mirrored_hz = 2 * nyquist_hz - rate_hz;
  const bool may_be_mirrored =
      rate_hz > nyquist_hz - settings.breathing_edge_hz || mirrored_hz <= settings.breathing_fastest_hz;
  if (from_beats && (may_be_mirrored || rate_hz > high_hz - settings.breathing_edge_hz))
    return {doubted("W_BREATHING_UNSURE", [&](bool first) {
      return words::say<"heart.breathing_unsure">({{"first", first},
                                                   {"rate", hertz(rate_hz)},
                                                   {"mirrored", hertz(mirrored_hz)},
                                                   {"low", hertz(low_hz)},
                                                   {"high", hertz(high_hz)}});
    })};
  std::vector<BreathingDoubt> doubts;
  if (rate_hz < low_hz || rate_hz > high_hz)
    doubts.push_back(doubted("W_BREATHING_BAND", [&](bool first) {
      return words::say<"heart.breathing_outside">({{"first", first},
                                                    {"rate", hertz(rate_hz)},
                                                    {"per_minute", words::number(60 * rate_hz, 0)},
                                                    {"low", hertz(low_hz)},
                                                    {"high", hertz(high_hz)}});
    }));
  if (rate_hz > nyquist_hz)
    doubts.push_back(doubted("W_BREATHING_NYQUIST", [&](bool first) {
      return words::say<"heart.breathing_fast">(
          {{"first", first}, {"rate", hertz(rate_hz)}, {"half", hertz(nyquist_hz)}});
    }));
  return doubts;
}

}  // namespace attune::hrv
