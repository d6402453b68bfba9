#include "hrv/rsa.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "dsp/filter.hpp"
#include "dsp/spline.hpp"
#include "hrv/nn_spectrum.hpp"
#include "stats/t_test.hpp"

namespace attune::hrv {

namespace {

/// Power that integral pulse frequency modulation leaves of a wave: sinc²(frequency · interval).
double ipfm_gain(double frequency_hz, double interval_s) {
  const double x = std::numbers::pi * frequency_hz * interval_s;
  const double sinc = x == 0 ? 1 : std::sin(x) / x;
  return sinc * sinc;
}

/// Gain of a symmetric kernel.
double gain_at(std::span<const double> kernel, double cycles_per_sample) {
  const std::size_t half = kernel.size() / 2;
  double sum = 0;
  for (std::size_t i = 0; i < kernel.size(); ++i)
    sum += kernel[i] * std::cos(2 * std::numbers::pi * cycles_per_sample *
                                (static_cast<double>(i) - static_cast<double>(half)));
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

std::optional<RsaPower> rsa_power(std::span<const NnInterval> series, double start_s, double end_s,
                                  const Settings& settings) {
  const NnSpectrum spectrum(series, start_s, end_s, settings);
  if (!spectrum.exists()) return {};
  const double mean_nn_s = spectrum.mean_nn_s();
  const double top_hz = std::min(settings.rsa_high_hz, 1 / (2 * mean_nn_s));
  const int steps = static_cast<int>(
      std::ceil((top_hz - settings.rsa_low_hz) * (end_s - start_s) * settings.rsa_steps_per_bin));
  if (steps < 1) return {};
  const double step_hz = (top_hz - settings.rsa_low_hz) / steps;
  const FrequencyGrid grid{settings.rsa_low_hz + step_hz / 2, step_hz, static_cast<std::size_t>(steps)};
  const PowerDensity density = spectrum.density(grid);
  RsaPower band;
  for (std::size_t i = 0; i < grid.count; ++i) {
    const double power = density.power[i], noise = density.noise[i];
    const double differencing = 2 * std::sin(std::numbers::pi * grid.at(i) * mean_nn_s);
    const double kept = ipfm_gain(grid.at(i), mean_nn_s);
    band.recursive.power_ms2 += step_hz * power;
    band.recursive.noise_ms2 += step_hz * noise;
    band.recursive.difference_ms2 += step_hz * power * differencing * differencing;
    band.ipfm.power_ms2 += step_hz * power / kept;
    band.ipfm.noise_ms2 += step_hz * noise / kept;
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
  if (are_too_few(time_s.size(), settings)) return {};
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
