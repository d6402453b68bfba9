#include "eeg/channel.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "eeg/asymmetry.hpp"
#include "eeg/background.hpp"

namespace attune::eeg {

namespace {

/// Sums over windows of one channel, chunk by chunk: a window that is left out changes those of its own chunk.
class ChunkedSums {
 public:
  /// `block`: windows a block holds; 0: blocks are not wanted.
  ChunkedSums(const ChannelFeatures& data, std::size_t bins, std::span<const std::size_t> windows,
              std::size_t block, std::array<std::size_t, 2> place, bool quiet, Memory& memory)
      : bins_(bins), windows_(windows.size()), block_(block) {
    for (std::size_t first = 0; first < windows.size();) {
      const std::size_t chunk = windows[first] / ChannelFeatures::chunk_windows;
      std::size_t end = first;
      while (end < windows.size() && windows[end] / ChannelFeatures::chunk_windows == chunk) ++end;
      const std::size_t before = std::min(first, std::max<std::size_t>(block, 1) - 1);
      const std::vector<std::uint32_t> own(windows.begin() + static_cast<std::ptrdiff_t>(first - before),
                                           windows.begin() + static_cast<std::ptrdiff_t>(end));
      chunks_.push_back(memory.chunks.of({place[0], place[1], chunk, quiet}, {block, own},
                                         [&] { return sum_up(data, bins, own, before, block); }));
      first = end;
    }
  }

  std::vector<double> mean() const {
    std::vector<double> mean(bins_, 0.0);
    for (const ChunkSums& chunk : chunks_)
      for (std::size_t k = 0; k < bins_; ++k) mean[k] += chunk.power[k];
    for (double& value : mean) value /= static_cast<double>(std::max<std::size_t>(windows_, 1));
    return mean;
  }

  /// Standard error of the mean of each bin from overlapping block means; empty if there are fewer than two
  /// blocks. A chunk's blocks scatter about its own mean, and that about the whole's.
  std::vector<double> standard_errors(std::span<const double> mean) const {
    if (windows_ < 2 * block_) return {};
    const auto length = static_cast<double>(block_), n = static_cast<double>(windows_);
    const double blocks = n - length + 1;
    std::vector<double> errors(bins_, 0.0);
    for (const ChunkSums& chunk : chunks_)
      for (std::size_t k = 0; k < bins_; ++k) {
        const double apart = length * (chunk.mean[k] - mean[k]);
        errors[k] += chunk.square[k] + 2 * apart * chunk.deviation[k] +
                     static_cast<double>(chunk.blocks) * apart * apart;
      }
    for (double& value : errors)
      // variance of a block's mean × block / n, corrected for scattering about the blocks' own mean
      value = std::sqrt(std::max(0.0, value) / (blocks * length * length) * length / n * n / (n - length));
    return errors;
  }

 private:
  std::size_t bins_, windows_, block_;
  std::vector<std::reference_wrapper<const ChunkSums>> chunks_;
};

void add_spectrum(const ChannelFeatures& data, const Features& features, std::span<const std::size_t> used,
                  std::array<std::size_t, 2> place, const Settings& settings, Memory& memory,
                  ChannelMetrics& metrics) {
  const std::size_t block = block_windows(features.hop_s(), used.size(), settings);
  const ChunkedSums sums(data, features.bins, used, block, place, false, memory);
  std::vector<double> mean = sums.mean();
  const auto errors = sums.standard_errors(mean);
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
                    std::array<std::size_t, 2> place, const Settings& settings, Memory& memory,
                    ChannelMetrics& metrics) {
  const auto& all_slow = memory.slow_uv2.of({place[0], place[1]}, settings.slow,
                                            [&] { return band_powers(data, settings.slow, features); });
  std::vector<double> slow;
  slow.reserve(used.size());
  for (const std::size_t w : used) slow.push_back(all_slow[w]);
  const std::vector<bool> quiet = quiet_windows(slow, settings);
  std::vector<std::size_t> windows;
  windows.reserve(used.size());
  for (std::size_t i = 0; i < used.size(); ++i)
    if (quiet[i]) windows.push_back(used[i]);
  const auto mean = ChunkedSums(data, features.bins, windows, 0, place, true, memory).mean();
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

/// Power at a frequency over that 2 and 3 Hz beside it; 0 where the spectrum does not reach it.
double over_neighbours(const ChannelMetrics& channel, double line_hz) {
  double line = 0, beside = 0, bins = 0;
  for (std::size_t i = 0; i < channel.frequency_hz.size(); ++i) {
    const double away_hz = std::abs(channel.frequency_hz[i] - line_hz);
    if (away_hz < 0.5) line = channel.psd_uv2_per_hz[i];
    if (away_hz < 1.5 || away_hz > 3.5) continue;
    beside += channel.psd_uv2_per_hz[i];
    ++bins;
  }
  return beside > 0 ? line * bins / beside : 0;
}

}  // namespace

std::optional<Diagnostic> doubt_speed(std::span<const ChannelMetrics> channels) {
  // Over two minutes the ratio is known to a tenth, so that 1.4 is four errors away from a spectrum without a line.
  constexpr double least_ratio = 1.4, least_share = 0.75;
  constexpr int fewest_windows = 240;
  for (const int mains_hz : {50, 60}) {
    double looked_at = 0, with_line = 0;
    for (const ChannelMetrics& channel : channels) {
      if (channel.windows_used < fewest_windows || channel.psd_uv2_per_hz.empty()) continue;
      ++looked_at;
      const bool has_mains = channel.line_noise_ratio.value_or(0) > least_ratio;
      with_line += !has_mains && over_neighbours(channel, mains_hz / 2.0) > least_ratio ? 1 : 0;
    }
    if (with_line > 0 && with_line >= least_share * looked_at)
      return Diagnostic{"W_EEG_SPEED", Severity::warning,
                        words::say<"brain.half_speed">({{"line", mains_hz / 2}, {"mains", mains_hz}}), "",
                        ""};
  }
  return std::nullopt;
}

ChannelMetrics describe_channel(const Features& features, std::size_t group, std::size_t channel,
                                const ChannelQuality& quality, const Settings& settings, Memory& memory) {
  const ChannelFeatures& data = features.channels[channel];
  ChannelMetrics metrics;
  metrics.label = data.info().label;
  metrics.site = data.info().site;
  metrics.sample_rate_hz = features.sample_rate_hz;
  metrics.bad_reason = quality.bad_reason;
  metrics.windows_total = static_cast<int>(data.windows());
  std::vector<std::size_t> used;
  std::vector<double> start_s;
  used.reserve(data.windows());
  start_s.reserve(data.windows());
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
  add_spectrum(data, features, used, {group, channel}, settings, memory, metrics);
  add_background(data, features, used, {group, channel}, settings, memory, metrics);
  metrics.line_noise_ratio = line_noise_ratio(data, used);
  return metrics;
}

}  // namespace attune::eeg
