#include "eeg/channel.hpp"

#include <algorithm>
#include <cmath>

#include "eeg/asymmetry.hpp"
#include "eeg/background.hpp"

namespace attune::eeg {

namespace {

std::vector<double> mean_spectrum(const ChannelFeatures& data, std::size_t bins,
                                  std::span<const std::size_t> windows) {
  std::vector<double> mean(bins, 0.0);
  for (const std::size_t w : windows) {
    const auto power = data.power(w);
    for (std::size_t k = 0; k < bins; ++k) mean[k] += power[k];
  }
  for (double& value : mean) value /= static_cast<double>(std::max<std::size_t>(windows.size(), 1));
  return mean;
}

/// Standard error of the mean of each bin from overlapping block means; empty if there are fewer than two
/// blocks.
std::vector<double> standard_errors(const ChannelFeatures& data, std::span<const double> mean,
                                    std::span<const std::size_t> windows, std::size_t block) {
  const std::size_t n = windows.size(), bins = mean.size();
  if (n < 2 * block) return {};
  std::vector<double> sum(bins, 0.0), squares(bins, 0.0);
  for (std::size_t w = 0; w < n; ++w) {
    const auto in = data.power(windows[w]);
    for (std::size_t k = 0; k < bins; ++k) sum[k] += in[k] - mean[k];
    if (w >= block) {
      const auto out = data.power(windows[w - block]);
      for (std::size_t k = 0; k < bins; ++k) sum[k] -= out[k] - mean[k];
    }
    if (w + 1 < block) continue;
    for (std::size_t k = 0; k < bins; ++k) squares[k] += sum[k] * sum[k];
  }
  const auto length = static_cast<double>(block), windows_n = static_cast<double>(n);
  const double blocks = windows_n - length + 1;
  for (double& value : squares)
    // variance of a block's mean × block / n, corrected for scattering about the blocks' own mean
    value =
        std::sqrt(value / (blocks * length * length) * length / windows_n * windows_n / (windows_n - length));
  return squares;
}

void add_spectrum(const ChannelFeatures& data, const Features& features, std::span<const std::size_t> used,
                  const Settings& settings, ChannelMetrics& metrics) {
  const std::size_t block = block_windows(features.hop_s(), used.size(), settings);
  std::vector<double> mean = mean_spectrum(data, features.bins, used);
  const auto errors = standard_errors(data, mean, used, block);
  const double t =
      t_quantile_975(std::max(1.0, static_cast<double>(used.size()) / static_cast<double>(block) - 1));
  for (std::size_t k = 0; k < features.bins; ++k) {
    metrics.frequency_hz.push_back(static_cast<double>(k + 1) * features.bin_hz);
    if (errors.empty()) continue;
    const double factor = mean[k] > 0 ? std::exp(t * errors[k] / mean[k]) : 1;
    metrics.psd_ci_low.push_back(mean[k] / factor);
    metrics.psd_ci_high.push_back(mean[k] * factor);
  }
  metrics.theta_uv2 = band_power(mean, settings.theta, features.bin_hz);
  metrics.alpha_uv2 = band_power(mean, settings.alpha, features.bin_hz);
  metrics.high_alpha_uv2 = band_power(mean, settings.high_alpha, features.bin_hz);
  metrics.beta_uv2 = band_power(mean, settings.beta, features.bin_hz);
  metrics.total_uv2 = band_power(mean, settings.total, features.bin_hz);
  metrics.psd_uv2_per_hz = std::move(mean);
}

void add_background(const ChannelFeatures& data, const Features& features, std::span<const std::size_t> used,
                    const Settings& settings, ChannelMetrics& metrics) {
  std::vector<double> slow;
  for (const std::size_t w : used) slow.push_back(band_power(data.power(w), settings.slow, features.bin_hz));
  const std::vector<bool> quiet = quiet_windows(slow, settings);
  std::vector<std::size_t> windows;
  for (std::size_t i = 0; i < used.size(); ++i)
    if (quiet[i]) windows.push_back(used[i]);
  const std::vector<double> mean = mean_spectrum(data, features.bins, windows);
  const BackgroundFit fit(features.bins, features.bin_hz, settings);
  std::vector<double> fitted;
  for (const std::size_t bin : fit.bins()) fitted.push_back(mean[bin - 1]);
  const auto background = fit(fitted);
  if (!background) return;
  metrics.aperiodic_exponent = background->exponent;
  metrics.alpha_peak_hz = alpha_peak_hz(mean, fit, *background, features.bin_hz, settings);
}

/// Mains: the larger of the 50-Hz and the 60-Hz bin, each over the bins 3 Hz beside it.
std::optional<double> line_noise_ratio(const ChannelFeatures& data, std::span<const std::size_t> used) {
  double line_50 = 0, beside_50 = 0, line_60 = 0, beside_60 = 0;
  for (const std::size_t w : used) {
    const WindowMeasures& m = data.measures(w);
    line_50 += static_cast<double>(m.line_50);
    beside_50 += static_cast<double>(m.beside_50);
    line_60 += static_cast<double>(m.line_60);
    beside_60 += static_cast<double>(m.beside_60);
  }
  std::optional<double> ratio;
  if (beside_50 > 0) ratio = line_50 / beside_50;
  if (beside_60 > 0) ratio = std::max(ratio.value_or(0), line_60 / beside_60);
  return ratio;
}

}  // namespace

ChannelMetrics describe_channel(const Features& features, std::size_t channel, const ChannelQuality& quality,
                                const Settings& settings) {
  const ChannelFeatures& data = features.channels[channel];
  ChannelMetrics metrics;
  metrics.label = data.info().label;
  metrics.site = data.info().site;
  metrics.sample_rate_hz = features.sample_rate_hz;
  metrics.bad_reason = quality.bad_reason;
  metrics.windows_total = static_cast<int>(data.windows());
  std::vector<std::size_t> used;
  std::vector<double> start_s;
  for (std::size_t w = 0; w < data.windows(); ++w) {
    if (quality.rejections[w] != Rejection::none) {
      ++metrics.rejected[std::string(name_of(quality.rejections[w]))];
      continue;
    }
    used.push_back(w);
    start_s.push_back(features.start_s[w]);
  }
  metrics.windows_used = static_cast<int>(used.size());
  metrics.clean_s = covered_s(start_s, features.window_s());
  if (used.empty()) return metrics;
  add_spectrum(data, features, used, settings, metrics);
  add_background(data, features, used, settings, metrics);
  metrics.line_noise_ratio = line_noise_ratio(data, used);
  return metrics;
}

}  // namespace attune::eeg
