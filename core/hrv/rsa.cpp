#include "hrv/rsa.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>

#include "dsp/filter.hpp"
#include "dsp/spline.hpp"

namespace attune::hrv {

namespace {

constexpr std::size_t fewest_intervals = 8;

/// Intervals of one epoch, detrended, with their weights.
struct Epoch4Fourier {
  std::vector<double> time_s;    ///< from the epoch's middle
  std::vector<double> value_ms;  ///< detrended
  std::vector<double> weight_s;  ///< taper × own length
  double energy_s = 0;           ///< Σ taper² × own length
  double mean_nn_s = 0;
  std::vector<bool> follows;           ///< begins with the beat that the interval before ends with
  std::vector<double> start_variance;  ///< of the time of its first beat, ms²
  std::vector<double> end_variance;    ///< and of its second
};

struct Density {
  double power = 0;  ///< ms²/Hz
  double noise = 0;  ///< of it what the noise of the beats' times is expected to bring
};

Epoch4Fourier prepare(std::span<const NnInterval> series, double start_s, double end_s) {
  Epoch4Fourier e;
  const double middle_s = (start_s + end_s) / 2;
  double last_end_s = 0;
  double sum_w = 0, sum_t = 0, sum_x = 0, sum_tt = 0, sum_tx = 0;
  for (const NnInterval& nn : series) {
    const double at_s = (nn.start_s + nn.end_s) / 2;
    if (at_s < start_s || at_s >= end_s) continue;
    const double t = at_s - middle_s;
    const double w = nn.nn_ms / 1000;
    e.time_s.push_back(t);
    e.value_ms.push_back(nn.nn_ms);
    e.weight_s.push_back(w);
    e.follows.push_back(e.time_s.size() > 1 && nn.start_s == last_end_s);
    last_end_s = nn.end_s;
    e.start_variance.push_back(nn.start_noise_ms * nn.start_noise_ms);
    e.end_variance.push_back(nn.end_noise_ms * nn.end_noise_ms);
    sum_w += w;
    sum_t += w * t;
    sum_x += w * nn.nn_ms;
    sum_tt += w * t * t;
    sum_tx += w * t * nn.nn_ms;
  }
  if (e.time_s.size() < 2) return e;
  const double slope = (sum_w * sum_tx - sum_t * sum_x) / (sum_w * sum_tt - sum_t * sum_t);
  const double level = (sum_x - slope * sum_t) / sum_w;
  for (std::size_t i = 0; i < e.time_s.size(); ++i) {
    e.value_ms[i] -= level + slope * e.time_s[i];
    const double taper = 0.54 + 0.46 * std::cos(2 * std::numbers::pi * e.time_s[i] / (end_s - start_s));
    e.energy_s += taper * taper * e.weight_s[i];
    e.weight_s[i] *= taper;
  }
  e.mean_nn_s = sum_w / static_cast<double>(e.time_s.size());
  return e;
}

Density density_at(const Epoch4Fourier& e, double frequency_hz) {
  double real = 0, imaginary = 0, noise = 0;
  double before_cos = 0, before_sin = 0;  // weighted, of the interval before
  for (std::size_t i = 0; i < e.time_s.size(); ++i) {
    const double angle = 2 * std::numbers::pi * frequency_hz * e.time_s[i];
    const double cosine = e.weight_s[i] * std::cos(angle), sine = e.weight_s[i] * std::sin(angle);
    real += e.value_ms[i] * cosine;
    imaginary += e.value_ms[i] * sine;
    // A beat that is late makes the interval before it longer and its own shorter.
    if (!e.follows[i]) {
      if (i > 0) noise += e.end_variance[i - 1] * (before_cos * before_cos + before_sin * before_sin);
      before_cos = before_sin = 0;
    }
    const double change_cos = cosine - before_cos, change_sin = sine - before_sin;
    noise += e.start_variance[i] * (change_cos * change_cos + change_sin * change_sin);
    before_cos = cosine;
    before_sin = sine;
  }
  if (!e.time_s.empty()) noise += e.end_variance.back() * (before_cos * before_cos + before_sin * before_sin);
  return {2 * (real * real + imaginary * imaginary) / e.energy_s, 2 * noise / e.energy_s};
}

/// Residual of the moving cubic: weights × 3059 of Savitzky & Golay's 21-point smoother, taken from 1 at the
/// middle.
std::vector<double> moving_cubic_residual_kernel() {
  constexpr int half[] = {329, 324, 309, 284, 249, 204, 149, 84, 9, -76, -171};
  std::vector<double> kernel(21);
  for (int k = -10; k <= 10; ++k) kernel[static_cast<std::size_t>(k + 10)] = -half[std::abs(k)] / 3059.0;
  kernel[10] += 1;
  return kernel;
}

}  // namespace

std::vector<double> nn_power_density(std::span<const NnInterval> series, double start_s, double end_s,
                                     std::span<const double> frequencies_hz) {
  const Epoch4Fourier e = prepare(series, start_s, end_s);
  std::vector<double> density(frequencies_hz.size(), 0.0);
  if (e.time_s.size() < fewest_intervals) return density;
  for (std::size_t i = 0; i < density.size(); ++i) density[i] = density_at(e, frequencies_hz[i]).power;
  return density;
}

std::optional<BandPower> rsa_power(std::span<const NnInterval> series, double start_s, double end_s,
                                   const Settings& settings) {
  const Epoch4Fourier e = prepare(series, start_s, end_s);
  if (e.time_s.size() < fewest_intervals) return {};
  const double top_hz = std::min(settings.rsa_high_hz, 1 / (2 * e.mean_nn_s));
  const int steps = static_cast<int>(
      std::ceil((top_hz - settings.rsa_low_hz) * (end_s - start_s) * settings.rsa_steps_per_bin));
  if (steps < 1) return {};
  const double step_hz = (top_hz - settings.rsa_low_hz) / steps;
  BandPower band;
  for (int i = 0; i < steps; ++i) {
    const Density density = density_at(e, settings.rsa_low_hz + (i + 0.5) * step_hz);
    band.power_ms2 += step_hz * density.power;
    band.noise_ms2 += step_hz * density.noise;
  }
  if (!(band.power_ms2 > 0)) return {};
  return band;
}

std::optional<double> rsa_porges(std::span<const NnInterval> series, double start_s, double end_s,
                                 const Settings& settings) {
  const double rate_hz = settings.porges_rate_hz;
  std::vector<double> time_s, nn_ms;
  for (const NnInterval& nn : series) {
    const double at_s = (nn.start_s + nn.end_s) / 2;
    if (at_s < start_s - settings.porges_margin_s || at_s > end_s + settings.porges_margin_s) continue;
    if (!time_s.empty() && at_s <= time_s.back()) continue;
    time_s.push_back(at_s);
    nn_ms.push_back(nn.nn_ms);
  }
  if (time_s.size() < fewest_intervals) return {};
  // The grid is tied to time 0, so that epochs see the same resampled series.
  const auto first = static_cast<long long>(std::ceil(time_s.front() * rate_hz));
  const auto last = static_cast<long long>(std::floor(time_s.back() * rate_hz));
  std::vector<double> grid;
  for (long long k = first; k <= last; ++k) grid.push_back(static_cast<double>(k) / rate_hz);
  const auto resampled = dsp::cubic_spline(time_s, nn_ms, grid);
  const auto detrended = dsp::filter_same(resampled, moving_cubic_residual_kernel());
  if (!detrended) return {};
  const auto band =
      dsp::filter_same(*detrended, dsp::bandpass_kernel(rate_hz, settings.rsa_low_hz, settings.rsa_high_hz,
                                                        settings.porges_transition_hz));
  if (!band) return {};
  double sum = 0, sum_squares = 0;
  int n = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    if (grid[i] < start_s || grid[i] >= end_s) continue;
    sum += (*band)[i];
    sum_squares += (*band)[i] * (*band)[i];
    ++n;
  }
  if (n < 2) return {};
  const double variance = (sum_squares - sum * sum / n) / (n - 1);
  if (!(variance > 0)) return {};
  return std::log(variance);
}

}  // namespace attune::hrv
