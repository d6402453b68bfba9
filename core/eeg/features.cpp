#include "eeg/features.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "dsp/window.hpp"

namespace attune::eeg {

namespace {

constexpr double highest_bin_hz = 40;    // the top of the muscle band; above it only the mains are looked at
constexpr double beside_line_hz = 3;     // outside the main lobe of a Hann window, 2 bins either side
constexpr double clip_tolerance = 1e-9;  // of the digital range: the limits went through a multiplication

/// Order in which channels are let go when memory is short: pairs last, then references, then known sites.
int rank_of(const ChannelInfo& info, const Settings& settings) {
  for (const Pair& pair : settings.pairs) {
    for (const std::string& name : {pair.left, pair.right})
      if (info.site == name || info.label == name) return 0;
  }
  for (const char* name : {"Cz", "A1", "A2", "M1", "M2", "TP9", "TP10"})
    if (info.site == name) return 1;
  return info.site.empty() ? 3 : 2;
}

// Sums and extremes run in four lanes, so that no step waits for the one before.
constexpr std::size_t lanes = 4;

double mean_of(std::span<const double> x) {
  double sum[lanes] = {};
  std::size_t t = 0;
  for (; t + lanes <= x.size(); t += lanes)
    for (std::size_t i = 0; i < lanes; ++i) sum[i] += x[t + i];
  for (; t < x.size(); ++t) sum[0] += x[t];
  return (sum[0] + sum[1] + sum[2] + sum[3]) / static_cast<double>(x.size());
}

struct Extremes {
  double low, high, step;
};

Extremes extremes_of(std::span<const double> x) {
  double low[lanes], high[lanes], step[lanes] = {};
  std::fill(low, low + lanes, x[0]);
  std::fill(high, high + lanes, x[0]);
  const auto take = [&](std::size_t lane, double before, double value) {
    const double difference = std::abs(value - before);
    low[lane] = value < low[lane] ? value : low[lane];
    high[lane] = value > high[lane] ? value : high[lane];
    step[lane] = difference > step[lane] ? difference : step[lane];
  };
  std::size_t t = 1;
  for (; t + lanes <= x.size(); t += lanes)
    for (std::size_t i = 0; i < lanes; ++i) take(i, x[t + i - 1], x[t + i]);
  for (; t < x.size(); ++t) take(0, x[t - 1], x[t]);
  return {*std::min_element(low, low + lanes), *std::max_element(high, high + lanes),
          *std::max_element(step, step + lanes)};
}

/// The most samples in a row that stay at the highest or at the lowest value.
std::size_t longest_at(const Extremes& extremes, std::span<const double> x) {
  std::size_t longest = 0, run = 0;
  double held = 0;
  for (const double value : x) {
    const bool is_extreme = value == extremes.high || value == extremes.low;
    run = !is_extreme ? 0 : run > 0 && value == held ? run + 1 : 1;
    held = value;
    longest = std::max(longest, run);
  }
  return longest;
}

WindowMeasures measure(std::span<const double> x, double mean, const ChannelInfo& info) {
  WindowMeasures measures;
  const Extremes extremes = extremes_of(x);
  measures.max_abs_uv = static_cast<float>(std::max(extremes.high - mean, mean - extremes.low));
  measures.peak_to_peak_uv = static_cast<float>(extremes.high - extremes.low);
  measures.max_step_uv = static_cast<float>(extremes.step);
  measures.held = static_cast<std::uint16_t>(std::min<std::size_t>(longest_at(extremes, x), 65535));
  const double range = info.clip_high_uv - info.clip_low_uv;
  const double clip_low = info.clip_low_uv + clip_tolerance * range;
  const double clip_high = info.clip_high_uv - clip_tolerance * range;
  if (range > 0 && (extremes.low <= clip_low || extremes.high >= clip_high)) {
    const auto at_limit = [&](double value) { return value <= clip_low || value >= clip_high; };
    measures.clipped = static_cast<std::uint16_t>(
        std::min<std::ptrdiff_t>(std::count_if(x.begin(), x.end(), at_limit), 65535));
  }
  return measures;
}

/// arctan of 0 … 1 (Abramowitz & Stegun 4.4.49, within 2e-8): the same on every machine, and a third of the
/// library's time.
double arctan(double x) {
  const double s = x * x;
  double sum = 0.0028662257;
  for (const double coefficient : {-0.0161657367, 0.0429096138, -0.0752896400, 0.1065626393, -0.1420889944,
                                   0.1999355085, -0.3333314528, 1.0})
    sum = sum * s + coefficient;
  return sum * x;
}

/// Phase in 1 / 65536 of a turn.
std::uint16_t phase_of(std::complex<double> value) {
  const double x = std::abs(value.real()), y = std::abs(value.imag());
  if (!(x > 0 || y > 0)) return 0;
  constexpr double per_radian = 65536 / (2 * std::numbers::pi), quarter = 16384;
  double angle = per_radian * (y <= x ? arctan(y / x) : -arctan(x / y)) + (y <= x ? 0 : quarter);
  if (value.real() < 0) angle = 2 * quarter - angle;
  if (value.imag() < 0) angle = -angle;
  return static_cast<std::uint16_t>(static_cast<std::int32_t>(angle + 65536.5) & 0xffff);
}

}  // namespace

ChannelFeatures::Slot ChannelFeatures::append() {
  const std::size_t at = windows_ % chunk_windows;
  if (at == 0) {
    Chunk chunk;
    chunk.power.resize(chunk_windows * bins_);
    chunk.phase.resize(chunk_windows * bins_);
    chunk.measures.resize(chunk_windows);
    chunks_.push_back(std::move(chunk));
  }
  ++windows_;
  Chunk& chunk = chunks_.back();
  return {
      {chunk.power.data() + at * bins_, bins_}, {chunk.phase.data() + at * bins_, bins_}, chunk.measures[at]};
}

FeatureStream::FeatureStream(std::vector<ChannelInfo> channels, double sample_rate_hz,
                             const Settings& settings)
    : taper_(dsp::hann(static_cast<std::size_t>(std::max(1L, std::lround(sample_rate_hz))))),
      fft_(taper_.size()),
      max_bytes_(settings.max_feature_mb * 1e6),
      tapered_(taper_.size()),
      spectrum_(fft_.bins()) {
  const std::size_t n = taper_.size();
  features_.sample_rate_hz = sample_rate_hz;
  features_.window_samples = n;
  features_.hop_samples = n - n / 2;
  features_.bin_hz = sample_rate_hz / static_cast<double>(n);
  // The bin at the Nyquist frequency is left out: it alone would not be doubled.
  features_.bins = std::min(static_cast<std::size_t>(highest_bin_hz), (n - 1) / 2);
  double taper_power = 0;
  for (const double w : taper_) taper_power += w * w;
  density_scale_ = taper_power > 0 ? 2 / (sample_rate_hz * taper_power) : 0;
  for (ChannelInfo& info : channels) {
    rank_.push_back(rank_of(info, settings));
    features_.channels.emplace_back(std::move(info), features_.bins);
  }
  kept_.assign(channels.size(), true);
  buffers_.assign(channels.size(), std::vector<double>(n));
}

void FeatureStream::begin_segment(double start_s) {
  segment_start_s_ = start_s;
  segment_windows_ = 0;
  filled_ = 0;
}

void FeatureStream::push(std::span<const std::span<const double>> block) {
  const std::size_t n = features_.window_samples;
  const std::size_t hop = features_.hop_samples;
  const std::size_t samples = block.empty() ? 0 : block[0].size();
  for (std::size_t from = 0; from < samples;) {
    const std::size_t count = std::min(n - filled_, samples - from);
    for (std::size_t c = 0; c < buffers_.size(); ++c) {
      const double to_uv = features_.channels[c].info().to_uv;
      const double* in = block[c].data() + from;
      double* out = buffers_[c].data() + filled_;
      for (std::size_t t = 0; t < count; ++t) out[t] = in[t] * to_uv;
    }
    from += count;
    filled_ += count;
    if (filled_ < n) continue;

    if (features_.start_s.size() % ChannelFeatures::chunk_windows == 0) make_room();
    if (features_.stopped_at_s) return;
    features_.start_s.push_back(segment_start_s_ + static_cast<double>(segment_windows_++) *
                                                       static_cast<double>(hop) / features_.sample_rate_hz);
    for (std::size_t c = 0; c < buffers_.size(); ++c) {
      if (kept_[c]) take_window(c);
      std::copy(buffers_[c].begin() + static_cast<std::ptrdiff_t>(hop), buffers_[c].end(),
                buffers_[c].begin());
    }
    filled_ = n - hop;
  }
}

/// Lets channels go, or ends the keeping of windows, before one more chunk would pass the memory limit.
void FeatureStream::make_room() {
  const double chunks = static_cast<double>(features_.start_s.size() / ChannelFeatures::chunk_windows + 1);
  const double bytes = chunks * static_cast<double>(ChannelFeatures::chunk_bytes(features_.bins));
  auto kept = static_cast<double>(std::count(kept_.begin(), kept_.end(), true));
  for (int rank = 3; rank >= 1; --rank) {
    for (std::size_t c = kept_.size(); c-- > 0 && kept * bytes > max_bytes_;) {
      if (!kept_[c] || rank_[c] != rank) continue;
      kept_[c] = false;
      features_.channels[c].clear();
      --kept;
    }
  }
  if (kept * bytes > max_bytes_ && !features_.start_s.empty() && !features_.stopped_at_s)
    features_.stopped_at_s = features_.start_s.back() + features_.window_s();
}

void FeatureStream::take_window(std::size_t channel) {
  const std::vector<double>& x = buffers_[channel];
  const double mean = mean_of(x);

  const ChannelFeatures::Slot slot = features_.channels[channel].append();
  if (!std::isfinite(mean)) {
    slot.measures.max_abs_uv = std::numeric_limits<float>::infinity();
    return;
  }
  slot.measures = measure(x, mean, features_.channels[channel].info());

  for (std::size_t t = 0; t < x.size(); ++t) tapered_[t] = taper_[t] * (x[t] - mean);
  fft_.forward(tapered_, spectrum_);
  for (std::size_t k = 1; k <= features_.bins; ++k) {
    slot.power[k - 1] = density_scale_ * std::norm(spectrum_[k]);
    slot.phase[k - 1] = phase_of(spectrum_[k]);
  }
  const auto density_at = [&](double frequency_hz) {
    const auto k = static_cast<std::size_t>(std::lround(frequency_hz / features_.bin_hz));
    return 2 * k < x.size() ? density_scale_ * std::norm(spectrum_[k]) : 0.0;
  };
  const auto beside = [&](double frequency_hz) {
    return (density_at(frequency_hz - beside_line_hz) + density_at(frequency_hz + beside_line_hz)) / 2;
  };
  slot.measures.line_50 = static_cast<float>(density_at(50));
  slot.measures.beside_50 = static_cast<float>(beside(50));
  slot.measures.line_60 = static_cast<float>(density_at(60));
  slot.measures.beside_60 = static_cast<float>(beside(60));
}

Features FeatureStream::finish() {
  std::vector<ChannelFeatures> kept;
  for (std::size_t c = 0; c < features_.channels.size(); ++c) {
    if (kept_[c]) {
      kept.push_back(std::move(features_.channels[c]));
    } else {
      features_.left_out.push_back(features_.channels[c].info().label);
    }
  }
  features_.channels = std::move(kept);
  return std::move(features_);
}

}  // namespace attune::eeg
