#include "ecg/beat_shape.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "dsp/filter.hpp"
#include "dsp/toeplitz.hpp"
#include "stats/moving_quantile.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

/// Products a lag are taken at every third sample: thousands are enough, and no mains period is a multiple.
constexpr std::size_t covariance_step = 3;

/// A value between samples, from the one before, the two beside it and the one after (Catmull-Rom): their weights at a
/// place 0 … 1 between the two.
struct Between {
  double before, left, right, after;

  explicit Between(double u)
      : before(0.5 * u * (u * (2 - u) - 1)),
        left(1 + 0.5 * u * u * (3 * u - 5)),
        right(0.5 * u * (1 + u * (4 - 3 * u))),
        after(0.5 * u * u * (u - 1)) {}
  /// `x` stands at the sample on the left.
  double operator()(const double* x) const {
    return before * x[-1] + left * x[0] + right * x[1] + after * x[2];
  }
};

/// Every `step`th value: enough of a slow curve to take a median of.
std::vector<double> every(std::size_t step, std::span<const double> x) {
  std::vector<double> some;
  for (std::size_t i = 0; i < x.size(); i += step) some.push_back(x[i]);
  return some;
}

/// Weight of each beat in the average: little where the signal around it is far stronger than usual.
std::vector<double> beat_weights(std::span<const double> wide, std::span<const double> beats, double rate_hz,
                                 const Settings& s) {
  std::vector<double> power;
  const auto reach = static_cast<std::ptrdiff_t>(s.evidence.weight_window_s / 2 * rate_hz);
  for (const double beat : beats) {
    const auto centre = static_cast<std::ptrdiff_t>(beat);
    const auto from = std::max<std::ptrdiff_t>(0, centre - reach);
    const auto to = std::min(std::ssize(wide), centre + reach);
    double sum = 0;
    for (auto i = from; i < to; ++i)
      sum += wide[static_cast<std::size_t>(i)] * wide[static_cast<std::size_t>(i)];
    power.push_back(to > from ? sum / static_cast<double>(to - from) : 0);
  }
  const double usual = stats::median(power);
  for (double& p : power) p = p > usual ? (usual / p) * (usual / p) : 1;
  return power;
}

double median_interval(std::span<const double> beats) {
  std::vector<double> intervals;
  for (std::size_t i = 1; i < beats.size(); ++i) intervals.push_back(beats[i] - beats[i - 1]);
  return stats::median(intervals);
}

/// Signal without the beats; `inside_qrs` tells where it is not to be trusted as noise.
struct Residual {
  std::vector<double> value;
  std::vector<char> inside_qrs;
  std::vector<char> near_qrs;  ///< a filter of the template's length still reaches into the QRS
};

Residual subtract_beats(std::span<const double> wide, const BeatShape& shape, std::span<const double> beats,
                        const Settings& s) {
  Residual r{
      {wide.begin(), wide.end()}, std::vector<char>(wide.size(), 0), std::vector<char>(wide.size(), 0)};
  const auto length = std::ssize(shape.whole);
  const double most_near = s.evidence.most_near_share * static_cast<double>(length);
  const auto near_half = std::min(2 * shape.qrs_half, static_cast<std::ptrdiff_t>(most_near));
  for (const double beat : beats) {
    const auto first = static_cast<std::ptrdiff_t>(std::ceil(beat)) - shape.r_index;
    const double offset = static_cast<double>(first + shape.r_index) - beat;  // grid ahead of the beat, 0 … 1
    const auto inside = [&](std::ptrdiff_t i) { return std::clamp<std::ptrdiff_t>(i, 0, std::ssize(wide)); };
    const Between shape_at(offset);
    const std::ptrdiff_t end = inside(first + length - 2);
    for (std::ptrdiff_t i = inside(first + 1); i < end; ++i)
      r.value[static_cast<std::size_t>(i)] -= shape_at(shape.whole.data() + (i - first));
    const auto mark = [&](std::vector<char>& mask, std::ptrdiff_t half) {
      const std::ptrdiff_t from = inside(first + std::max<std::ptrdiff_t>(0, shape.r_index - half));
      const std::ptrdiff_t to = inside(first + std::min(length, shape.r_index + half + 1));
      if (from < to) std::fill(mask.begin() + from, mask.begin() + to, char{1});
    };
    mark(r.inside_qrs, shape.qrs_half);
    mark(r.near_qrs, near_half);
  }
  return r;
}

/// Mean square of the values that are not masked, within noise_window_s. Where all are masked, what it was
/// before.
std::vector<double> local_power(std::span<const double> value, std::span<const char> masked, double rate_hz,
                                const Settings& s) {
  std::vector<double> squared(value.size()), counted(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    squared[i] = masked[i] ? 0 : value[i] * value[i];
    counted[i] = masked[i] ? 0 : 1;
  }
  const auto reach = static_cast<std::ptrdiff_t>(s.evidence.noise_window_s / 2 * rate_hz);
  auto power = dsp::moving_mean(squared, reach);
  const auto counts = dsp::moving_mean(counted, reach);
  for (std::size_t i = 0; i < power.size(); ++i)
    power[i] = counts[i] > 0 ? std::max(0.0, power[i]) / counts[i] : i > 0 ? power[i - 1] : 0;
  return power;
}

/// Local RMS of the values that are not masked: part of it (local_share, in power) is that of the place
/// itself, the rest the usual one around, so that a burst counts where it is and not for seconds about it.
std::vector<double> local_rms(std::span<const double> value, std::span<const char> masked, double rate_hz,
                              const Settings& s) {
  std::vector<double> rms = local_power(value, masked, rate_hz, s);  // still squared
  const auto reach = static_cast<std::ptrdiff_t>(s.evidence.noise_window_s / 2 * rate_hz);
  const auto step = std::max<std::ptrdiff_t>(1, reach);
  std::vector<double> coarse;
  for (std::ptrdiff_t i = 0; i < std::ssize(rms); i += step)
    coarse.push_back(std::sqrt(rms[static_cast<std::size_t>(i)]));
  const auto coarse_reach = static_cast<std::ptrdiff_t>(s.evidence.noise_level_s / 2 * rate_hz) / step;
  stats::MovingQuantile around(coarse);
  for (std::ptrdiff_t c = 0; c < std::ssize(coarse); ++c) {
    const auto from = std::max<std::ptrdiff_t>(0, c - coarse_reach);
    const auto to = std::min(std::ssize(coarse), c + coarse_reach + 1);
    const double usual = around.at(static_cast<std::size_t>(from), static_cast<std::size_t>(to), 0.5);
    for (std::ptrdiff_t i = c * step; i < std::min((c + 1) * step, std::ssize(rms)); ++i) {
      double& r = rms[static_cast<std::size_t>(i)];
      r = std::sqrt(s.evidence.local_share * r + (1 - s.evidence.local_share) * usual * usual);
    }
  }
  return rms;
}

/// Autocovariance of the noise, every stretch counted with the same strength so that a burst does not stand
/// for the whole; plus a floor for what no template describes: beats differ from each other.
std::vector<double> noise_autocovariance(const Residual& r, const BeatShape& shape, double rate_hz,
                                         const Settings& s) {
  const auto lags = static_cast<std::size_t>(2 * shape.qrs_half + 1);
  const auto rms = local_rms(r.value, r.inside_qrs, rate_hz, s);
  std::vector<double> known;
  for (std::size_t i = 0; i < rms.size(); i += 16) {
    if (!r.inside_qrs[i]) known.push_back(rms[i]);
  }
  const double usual = stats::median(known);
  std::vector<double> even(r.value.size());
  for (std::size_t i = 0; i < even.size(); ++i)
    even[i] = r.inside_qrs[i] || rms[i] <= 0
                  ? 0
                  : r.value[i] * usual / std::max(rms[i], s.evidence.evening_floor * usual);
  std::vector<double> covariance(lags, 0.0);
  for (std::size_t lag = 0; lag < lags; ++lag) {
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i + lag < even.size(); i += covariance_step) {
      sum += even[i] * even[i + lag];
      count += (r.inside_qrs[i] | r.inside_qrs[i + lag]) ^ 1;
    }
    const double taper = 1 - static_cast<double>(lag) / static_cast<double>(lags);
    covariance[lag] = count > 0 ? taper * sum / count : 0;
  }
  double strongest = 0;
  for (const double value : shape.whole) strongest = std::max(strongest, std::abs(value));
  covariance[0] =
      covariance[0] * (1 + s.evidence.noise_loading) + std::pow(s.evidence.shape_spread * strongest, 2);
  return covariance;
}

/// How far the peak of `beat_output` at `r` is moved by adding noise to it, in samples; none where it is
/// moved out of reach.
std::optional<double> moved_peak(std::span<const double> beat_output, std::size_t r, const double* noise) {
  constexpr std::ptrdiff_t reach = 6;  // samples; beyond it another peak was taken, not this one moved
  const auto at = [&](std::ptrdiff_t k) { return beat_output[r + static_cast<std::size_t>(k)] + noise[k]; };
  std::ptrdiff_t best = 0;
  for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
    if (at(k) > at(best)) best = k;
  }
  if (std::abs(best) == reach) return {};
  return static_cast<double>(best) + dsp::parabola_offset(at(best - 1), at(best), at(best + 1));
}

}  // namespace

std::optional<BeatShape> average_beat(std::span<const double> wide, std::span<const double> beats,
                                      double rate_hz, const Settings& s) {
  BeatShape shape;
  const double cycle =
      std::clamp(median_interval(beats), s.rr_min_ms / 1000 * rate_hz, s.rr_max_ms / 1000 * rate_hz);
  shape.r_index = static_cast<std::ptrdiff_t>(s.evidence.cycle_before_r * cycle);
  shape.qrs_half = std::min({static_cast<std::ptrdiff_t>(s.template_ms / 2000 * rate_hz), shape.r_index - 2,
                             static_cast<std::ptrdiff_t>(cycle) - shape.r_index - 2});
  if (shape.qrs_half < 1) return {};
  shape.whole.assign(static_cast<std::size_t>(cycle), 0.0);
  const auto weights = beat_weights(wide, beats, rate_hz, s);
  double total = 0;
  for (std::size_t b = 0; b < beats.size(); ++b) {
    const double first = beats[b] - static_cast<double>(shape.r_index);
    if (first < 1 || first + static_cast<double>(shape.whole.size()) + 2 >= static_cast<double>(wide.size()))
      continue;
    total += weights[b];
    const double whole = std::floor(first);
    const Between wide_at(first - whole);
    const double* const from = wide.data() + static_cast<std::ptrdiff_t>(whole);
    for (std::size_t k = 0; k < shape.whole.size(); ++k) shape.whole[k] += weights[b] * wide_at(from + k);
  }
  if (!(total > 0)) return {};
  for (double& value : shape.whole) value /= total;
  return shape;
}

std::optional<MatchedOutput> matched_output(std::span<const double> wide, const BeatShape& shape,
                                            std::span<const double> beats, double rate_hz,
                                            const Settings& s) {
  MatchedOutput m;
  Residual residual = subtract_beats(wide, shape, beats, s);
  const auto covariance = noise_autocovariance(residual, shape, rate_hz, s);
  const std::size_t taps = covariance.size();
  std::vector<double> qrs(taps);
  for (std::size_t k = 0; k < taps; ++k) {
    // The template has no step at its ends.
    const double place = (static_cast<double>(k) - static_cast<double>(shape.qrs_half)) /
                         (static_cast<double>(shape.qrs_half) + 1);
    const double flank = std::min(1.0, (1 - std::abs(place)) / s.evidence.flank_share);
    qrs[k] = flank * shape.whole[static_cast<std::size_t>(shape.r_index - shape.qrs_half) + k];
  }
  auto h = dsp::solve_toeplitz(covariance, qrs);
  if (!h) return {};
  std::reverse(h->begin(), h->end());  // filter_same convolves; a matched filter correlates
  auto output = dsp::filter_same(wide, *h);
  auto noise_output = dsp::filter_same(residual.value, *h);
  auto beat_output = dsp::filter_same(shape.whole, *h);
  if (!output || !noise_output || !beat_output) return {};
  m.output = std::move(*output);
  m.noise = local_rms(*noise_output, residual.near_qrs, rate_hz, s);
  m.beat = std::move(*beat_output);
  m.beat_r = static_cast<std::size_t>(shape.r_index);
  const double height = m.beat[m.beat_r];
  // Without any noise, beats still differ from their average.
  const double usual = std::max(stats::median(every(16, m.noise)), s.evidence.shape_spread * height);
  if (!(usual > 0) || !(height > 0)) return {};
  m.beat_height = height / usual;
  for (double& value : m.output) value /= usual;
  for (double& value : m.noise) value = std::max(value / usual, s.evidence.least_relative_noise);
  m.residual = std::move(*noise_output);
  m.near_a_beat = std::move(residual.near_qrs);
  return m;
}

/// The filtered noise from between the beats is added to the filtered average beat, and the peak is timed
/// again. By how much that is more than the first-order answer is then applied to the local noise.
std::vector<double> timing_noise(const MatchedOutput& m, double rate_hz, const Settings& s) {
  std::vector<double> first_order(m.residual.size(), 0.0);
  if (m.beat.size() < 3) return first_order;
  const double curvature = 2 * m.beat[m.beat_r] - m.beat[m.beat_r - 1] - m.beat[m.beat_r + 1];
  if (!(curvature > 0)) return first_order;
  for (std::size_t i = 1; i + 1 < first_order.size(); ++i)
    first_order[i] = (m.residual[i + 1] - m.residual[i - 1]) / 2 / curvature;
  constexpr std::size_t margin = 8, step = 5;
  double moved = 0, expected = 0;
  for (std::size_t i = margin; m.beat_r >= margin && i + margin < m.residual.size(); i += step) {
    if (m.near_a_beat[i]) continue;
    const auto shift = moved_peak(m.beat, m.beat_r, m.residual.data() + i);
    if (!shift) continue;
    moved += *shift * *shift;
    expected += first_order[i] * first_order[i];
  }
  const double excess = expected > 0 ? moved / expected : 1;
  auto sd = local_power(first_order, m.near_a_beat, rate_hz, s);
  for (double& value : sd) value = std::sqrt(value * excess);
  return sd;
}

}  // namespace attune::ecg
