#include "hrv/rsa.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <cstddef>
#include <numbers>
#include <utility>

#include "dsp/filter.hpp"
#include "dsp/spline.hpp"
#include "stats/t_test.hpp"

namespace attune::hrv {

namespace {

/// Intervals of one epoch, detrended, with their weights.
struct Epoch4Fourier {
  std::vector<double> time_s;    ///< from the epoch's middle
  std::vector<double> value_ms;  ///< detrended
  std::vector<double> weight_s;  ///< taper × own length
  double energy_s = 0;           ///< Σ taper² × own length
  double mean_nn_s = 0;
  std::vector<bool> real;              ///< an interval of the series, no bridge
  std::vector<bool> follows;           ///< begins with the beat that the interval before ends with
  std::vector<double> start_variance;  ///< of the time of its first beat, ms²
  std::vector<double> end_variance;    ///< and of its second
};

struct Density {
  double power = 0;  ///< ms²/Hz
  double noise = 0;  ///< of it what the noise of the beats' times is expected to bring
};

/// The used intervals of [start_s, end_s) with their breaks bridged.
Epoch4Fourier prepare(std::span<const NnInterval> series, double start_s, double end_s,
                      const Settings& settings) {
  Epoch4Fourier e;
  const double centre_s = (start_s + end_s) / 2;
  double last_end_s = 0;
  double sum_w = 0, sum_t = 0, sum_x = 0, sum_tt = 0, sum_tx = 0;
  for (const NnInterval& nn : bridged(intervals_in(series, start_s, end_s), settings)) {
    const double t = middle_s(nn) - centre_s;
    const double w = nn.nn_ms / 1000;
    e.time_s.push_back(t);
    e.value_ms.push_back(nn.nn_ms);
    e.weight_s.push_back(w);
    const bool real = nn.fault == NnFault::none;
    e.real.push_back(real);
    e.follows.push_back(real && e.time_s.size() > 1 && nn.start_s == last_end_s);
    last_end_s = real ? nn.end_s : -1;
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
    const double taper = epoch_taper(e.time_s[i], end_s - start_s);
    if (e.real[i]) e.energy_s += taper * taper * e.weight_s[i];
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

bool too_few(std::size_t intervals, const Settings& settings) {
  constexpr int of_a_line = 2;  // two points leave nothing beside their line
  return std::cmp_less(intervals, std::max(settings.fewest_intervals, of_a_line + 1));
}

/// Power that integral pulse frequency modulation leaves of a wave: sinc²(frequency · interval).
double ipfm_gain(double frequency_hz, double interval_s) {
  const double x = std::numbers::pi * frequency_hz * interval_s;
  const double sinc = x == 0 ? 1 : std::sin(x) / x;
  return sinc * sinc;
}

/// Gain of a symmetric kernel.
double gain_at(std::span<const double> kernel, double cycles_per_sample) {
  const auto half = static_cast<double>(kernel.size() / 2);
  double sum = 0;
  for (std::size_t i = 0; i < kernel.size(); ++i)
    sum += kernel[i] * std::cos(2 * std::numbers::pi * cycles_per_sample * (static_cast<double>(i) - half));
  return sum;
}

std::vector<double> porges_bandpass(const Settings& settings) {
  return dsp::bandpass_kernel(settings.porges_rate_hz, settings.rsa_low_hz, settings.rsa_high_hz,
                              settings.porges_transition_hz);
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

double epoch_taper(double from_middle_s, double length_s) {
  return 0.54 + 0.46 * std::cos(2 * std::numbers::pi * from_middle_s / length_s);
}

PowerDensity nn_power_density(std::span<const NnInterval> series, double start_s, double end_s,
                              std::span<const double> frequencies_hz, const Settings& settings) {
  const Epoch4Fourier e = prepare(series, start_s, end_s, settings);
  const std::vector<double> zeros(frequencies_hz.size(), 0.0);
  PowerDensity result{zeros, zeros};
  if (too_few(e.time_s.size(), settings)) return result;
  for (std::size_t i = 0; i < frequencies_hz.size(); ++i) {
    const Density density = density_at(e, frequencies_hz[i]);
    result.power[i] = density.power;
    result.noise[i] = density.noise;
  }
  return result;
}

std::optional<RsaPower> rsa_power(std::span<const NnInterval> series, double start_s, double end_s,
                                  const Settings& settings) {
  const Epoch4Fourier e = prepare(series, start_s, end_s, settings);
  if (too_few(e.time_s.size(), settings)) return {};
  const double top_hz = std::min(settings.rsa_high_hz, 1 / (2 * e.mean_nn_s));
  const int steps = static_cast<int>(
      std::ceil((top_hz - settings.rsa_low_hz) * (end_s - start_s) * settings.rsa_steps_per_bin));
  if (steps < 1) return {};
  const double step_hz = (top_hz - settings.rsa_low_hz) / steps;
  RsaPower band;
  for (int i = 0; i < steps; ++i) {
    const double frequency_hz = settings.rsa_low_hz + (i + 0.5) * step_hz;
    const Density density = density_at(e, frequency_hz);
    const double differencing = 2 * std::sin(std::numbers::pi * frequency_hz * e.mean_nn_s);
    const double kept = ipfm_gain(frequency_hz, e.mean_nn_s);
    band.recursive.power_ms2 += step_hz * density.power;
    band.recursive.noise_ms2 += step_hz * density.noise;
    band.recursive.difference_ms2 += step_hz * density.power * differencing * differencing;
    band.ipfm.power_ms2 += step_hz * density.power / kept;
    band.ipfm.noise_ms2 += step_hz * density.noise / kept;
    band.ipfm.difference_ms2 = band.recursive.difference_ms2;
  }
  if (!(band.recursive.power_ms2 > 0)) return {};
  return band;
}

std::optional<double> rsa_porges(std::span<const NnInterval> series, double start_s, double end_s,
                                 const Settings& settings) {
  const double rate_hz = settings.porges_rate_hz;
  if (!(rate_hz > 0) || !(settings.porges_transition_hz > 0)) return {};
  std::vector<double> time_s, nn_ms;
  const NnSeries whole = bridged(series, settings);
  for (const NnInterval& nn : whole) {
    const double at_s = middle_s(nn);
    if (at_s < start_s - settings.porges_margin_s || at_s > end_s + settings.porges_margin_s) continue;
    if (!time_s.empty() && at_s <= time_s.back()) continue;
    time_s.push_back(at_s);
    nn_ms.push_back(nn.nn_ms);
  }
  if (too_few(time_s.size(), settings)) return {};
  // The grid is tied to time 0, so that epochs see the same resampled series.
  const auto first = static_cast<long long>(std::ceil(time_s.front() * rate_hz));
  const auto last = static_cast<long long>(std::floor(time_s.back() * rate_hz));
  std::vector<double> grid;
  for (long long k = first; k <= last; ++k) grid.push_back(static_cast<double>(k) / rate_hz);
  const auto resampled = dsp::cubic_spline(time_s, nn_ms, grid);
  const auto detrended = dsp::filter_same(resampled, moving_cubic_residual_kernel());
  if (!detrended) return {};
  const auto band = dsp::filter_same(*detrended, porges_bandpass(settings));
  if (!band) return {};
  std::vector<double> inside;
  std::size_t at = 0;
  for (std::size_t i = 0; i < grid.size(); ++i) {
    if (grid[i] < start_s || grid[i] >= end_s) continue;
    while (at + 1 < whole.size() && whole[at].end_s <= grid[i]) ++at;
    if (whole[at].fault != NnFault::bridge) inside.push_back((*band)[i]);
  }
  const double sd = stats::summarize(inside).sd;
  if (!(sd > 0)) return {};
  return 2 * std::log(sd);
}

PorgesGain porges_gain(const Settings& settings, double step_hz) {
  PorgesGain gain;
  const auto polynomial = moving_cubic_residual_kernel();
  const auto bandpass = porges_bandpass(settings);
  gain.frequency_hz.push_back(settings.rsa_low_hz);
  constexpr double same = 1e-9;  // an edge that is a multiple itself stands once
  for (double k = std::floor(settings.rsa_low_hz / step_hz + same) + 1;
       k * step_hz < settings.rsa_high_hz - same; ++k)
    gain.frequency_hz.push_back(k * step_hz);
  gain.frequency_hz.push_back(settings.rsa_high_hz);
  for (const double frequency_hz : gain.frequency_hz) {
    const double cycles = frequency_hz / settings.porges_rate_hz;
    const double alone = std::log(std::abs(gain_at(polynomial, cycles)));
    gain.polynomial_ln.push_back(2 * alone);
    gain.filtered_ln.push_back(2 * (alone + std::log(std::abs(gain_at(bandpass, cycles)))));
  }
  return gain;
}

}  // namespace attune::hrv
