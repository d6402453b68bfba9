#include "hrv/breathing.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <utility>
#include <vector>

#include "dsp/spline.hpp"
#include "hrv/memory.hpp"
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

/// Written out: the standard's product of complex numbers also looks for NaN, at each step.
std::complex<double> transform(const std::vector<double>& x, double cycles_per_sample) {
  const double angle = -2 * std::numbers::pi * cycles_per_sample;
  const double step_re = std::cos(angle), step_im = std::sin(angle);
  double re = 0, im = 0, turned_re = 1, turned_im = 0;
  for (const double value : x) {
    re += value * turned_re;
    im += value * turned_im;
    const double next_re = turned_re * step_re - turned_im * step_im;
    turned_im = turned_re * step_im + turned_im * step_re;
    turned_re = next_re;
  }
  return {re, im};
}

/// One stretch of respiration, prepared.
struct Segment {
  double start_s = 0;
  std::vector<double> breath;
  double peak_hz = 0;  ///< its own
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

/// The segments of respiration that are not flat, without their own peaks.
std::vector<Segment> segments_of(const Respiration& respiration, std::size_t count) {
  std::vector<Segment> segments;
  for (std::size_t s = 0; s < respiration.segments.size(); ++s) {
    const std::size_t first = respiration.first[s];
    const std::size_t end =
        s + 1 < respiration.first.size() ? respiration.first[s + 1] : respiration.samples.size();
    for (std::size_t at = first; at + count <= end; at += count / 2) {
      const auto from = respiration.samples.begin() + static_cast<std::ptrdiff_t>(at);
      Segment segment{respiration.segments[s].start_s + static_cast<double>(at - first) / respiration.rate_hz,
                      {from, from + static_cast<std::ptrdiff_t>(count)}};
      if (prepare(segment.breath)) segments.push_back(std::move(segment));
    }
  }
  return segments;
}

/// The frequency with the highest power over all segments; each is told its own.
double common_peak_hz(std::vector<Segment>& segments, const FrequencyGrid& grid, double rate_hz) {
  std::vector<double> power(grid.count, 0);
  for (Segment& segment : segments) {
    double highest = -1;
    for (std::size_t k = 0; k < grid.count; ++k) {
      const double own = std::norm(transform(segment.breath, grid.at(k) / rate_hz));
      power[k] += own;
      if (own <= highest) continue;
      highest = own;
      segment.peak_hz = grid.at(k);
    }
  }
  return grid.at(static_cast<std::size_t>(std::max_element(power.begin(), power.end()) - power.begin()));
}

/// How closely the heart period follows respiration at `peak_hz`; none where the beats cover too few segments.
std::optional<double> coherence_at(double peak_hz, std::span<const Segment> segments,
                                   std::span<const NnInterval> series, double rate_hz,
                                   const Settings& settings) {
  double breath = 0, heart = 0;
  std::complex<double> cross = 0;
  int with_heart = 0;
  for (const Segment& segment : segments) {
    auto nn_ms = nn_at(series, segment.start_s, rate_hz, segment.breath.size(), settings);
    if (!nn_ms || !prepare(*nn_ms)) continue;
    const auto x = transform(segment.breath, peak_hz / rate_hz), y = transform(*nn_ms, peak_hz / rate_hz);
    breath += std::norm(x);
    heart += std::norm(y);
    cross += std::conj(x) * y;
    ++with_heart;
  }
  if (with_heart < std::max(1, settings.min_breathing_segments)) return {};
  return std::norm(cross) / (breath * heart);
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
  const FrequencyGrid grid = frequencies(
      settings.breathing_low_hz,
      std::min(settings.breathing_high_hz, settings.breathing_nyquist_share * rate_hz / 2), settings);
  if (grid.count == 0) return {};
  std::vector<Segment> segments = segments_of(respiration, static_cast<std::size_t>(samples));
  if (segments.empty()) return {};
  Breathing result;
  result.rate_hz = common_peak_hz(segments, grid, rate_hz);
  std::vector<double> own_peak_hz;
  for (const Segment& segment : segments) own_peak_hz.push_back(segment.peak_hz);
  result.certainty = agreement(own_peak_hz, own_peak_hz.size(), result.rate_hz, settings);
  result.coherence = coherence_at(result.rate_hz, segments, series, rate_hz, settings);
  return result;
}

std::optional<Breathing> breathing_from_beats(std::span<const NnInterval> series,
                                              std::span<const double> joins_s, const Settings& settings) {
  Memory empty;
  empty.begin(settings);
  return breathing_from_beats(series, joins_s, settings, empty);
}

std::optional<Breathing> breathing_from_beats(std::span<const NnInterval> series,
                                              std::span<const double> joins_s, const Settings& settings,
                                              Memory& memory) {
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
    PowerDensity density = memory.density(memory.breathing, *inside, start_s, end_s, grid);
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
