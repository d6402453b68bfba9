#include "eeg/features.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "dsp/window.hpp"

namespace attune::eeg {

namespace {

constexpr double highest_bin_hz = 40;  // the top of the muscle band; above it only the mains are looked at
constexpr std::size_t buffered_windows = 2;  // the overlap is moved to the front now and then, not for each
constexpr double beside_line_hz = 3;         // outside the main lobe of a Hann window, 2 bins either side
constexpr double clip_tolerance = 1e-9;      // of the digital range: the limits went through a multiplication

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

// Two channels go through a window together (dsp/two.hpp).
using dsp::ComplexTwo;
using dsp::Two;

FirstLook look_at(std::span<const Two> x) {
  constexpr std::size_t sums = 4;  // so that no step waits for the one before
  if (x.empty()) return {};
  Two sum[sums], before = x[0];
  FirstLook found{0.0, before, before, 0.0, {}, {}};
  const auto take = [&](Two value, Two& sum_of) {
    const Two difference = magnitude(value - before);
    found.low = chosen(value < found.low, value, found.low);
    found.high = chosen(value > found.high, value, found.high);
    found.step = chosen(difference > found.step, difference, found.step);
    sum_of += value;
    before = value;
  };
  std::size_t t = 0;
  for (; t + sums <= x.size(); t += sums)
    for (std::size_t i = 0; i < sums; ++i) take(x[t + i], sum[i]);
  for (; t < x.size(); ++t) take(x[t], sum[0]);
  found.sum = sum[0] + sum[1] + sum[2] + sum[3];
  const Two low = found.low, high = found.high;
  for (const Two value : x) {
    found.at_low -= value == low;
    found.at_high -= value == high;
  }
  return found;
}

/// What is known of two stretches, one after the other, of which the last and the first value are given.
FirstLook together(const FirstLook& a, const FirstLook& b, Two last, Two first) {
  FirstLook both;
  const Two step = magnitude(first - last);
  both.sum = a.sum + b.sum;
  both.low = chosen(b.low < a.low, b.low, a.low);
  both.high = chosen(b.high > a.high, b.high, a.high);
  both.step = chosen(b.step > a.step, b.step, a.step);
  both.step = chosen(step > both.step, step, both.step);
  both.at_low = ((a.low == both.low) & a.at_low) + ((b.low == both.low) & b.at_low);
  both.at_high = ((a.high == both.high) & a.at_high) + ((b.high == both.high) & b.at_high);
  return both;
}

/// Writes the samples without their mean, tapered, 0 where they are not finite.
void taper_into(std::span<Two> tapered, std::span<const double> taper, std::span<const Two> x, Two mean,
                Two::Which finite) {
  for (std::size_t t = 0; t < x.size(); ++t) tapered[t] = chosen(finite, Two(taper[t]) * (x[t] - mean), 0.0);
}

/// The most samples in a row that stay at the highest or at the lowest value of a channel.
std::size_t longest_at(double low, double high, std::span<const Two> x, std::size_t which) {
  std::size_t longest = 0, run = 0;
  double held = 0;
  for (const Two both : x) {
    const double value = both[which];
    const bool is_extreme = value == high || value == low;
    run = !is_extreme ? 0 : run > 0 && value == held ? run + 1 : 1;
    held = value;
    longest = std::max(longest, run);
  }
  return longest;
}

WindowMeasures measure(std::span<const Two> x, double mean, const FirstLook& look, const ChannelInfo& info,
                       std::size_t which) {
  const double low = look.low[which], high = look.high[which];
  WindowMeasures measures;
  measures.max_abs_uv = static_cast<float>(std::max(high - mean, mean - low));
  measures.peak_to_peak_uv = static_cast<float>(high - low);
  measures.max_step_uv = static_cast<float>(look.step[which]);
  const bool once_each = look.at_low[which] == 1 && look.at_high[which] == 1 && low < high;
  const std::size_t held = once_each ? 1 : longest_at(low, high, x, which);
  measures.held = static_cast<std::uint16_t>(std::min<std::size_t>(held, 65535));
  const double range = info.clip_high_uv - info.clip_low_uv;
  const double clip_low = info.clip_low_uv + clip_tolerance * range;
  const double clip_high = info.clip_high_uv - clip_tolerance * range;
  if (range > 0 && (low <= clip_low || high >= clip_high)) {
    const auto at_limit = [&](Two value) { return value[which] <= clip_low || value[which] >= clip_high; };
    measures.clipped = static_cast<std::uint16_t>(
        std::min<std::ptrdiff_t>(std::count_if(x.begin(), x.end(), at_limit), 65535));
  }
  return measures;
}

/// arctan of 0 … 1 (Abramowitz & Stegun 4.4.49, within 2e-8): the same on every machine, and a third of the
/// library's time.
Two arctan(Two x) {
  const Two s = x * x;
  Two sum = 0.0028662257;
  for (const double coefficient : {-0.0161657367, 0.0429096138, -0.0752896400, 0.1065626393, -0.1420889944,
                                   0.1999355085, -0.3333314528, 1.0})
    sum = sum * s + Two(coefficient);
  return sum * x;
}

/// Phases in 1 / 65536 of a turn; that of 0 is 0.
std::array<std::uint16_t, 2> phases_of(const ComplexTwo& value) {
  const Two x = magnitude(value.real()), y = magnitude(value.imag());
  constexpr double per_radian = 65536 / (2 * std::numbers::pi), quarter = 16384;
  const auto flat = y <= x;
  const Two turned = Two(per_radian) * arctan(chosen(y < x, y, x) / chosen(x < y, y, x));
  Two angle = chosen(flat, turned, Two(quarter) - turned);
  angle = chosen(value.real() < Two(0.0), Two(2 * quarter) - angle, angle);
  angle = chosen(value.imag() < Two(0.0), -angle, angle);
  angle = chosen(x + y > Two(0.0), angle, 0.0);
  const auto rounded = [&](std::size_t which) {
    return static_cast<std::uint16_t>(static_cast<std::int32_t>(angle[which] + 65536.5) & 0xffff);
  };
  return {rounded(0), rounded(1)};
}

}  // namespace

WindowSlot ChannelFeatures::append() {
  const std::size_t at = windows_ % chunk_windows;
  if (at == 0) {
    Chunk& begun = chunks_.emplace_back();
    begun.bins.reserve(chunk_windows * bins_);
    begun.measures.reserve(chunk_windows);
  }
  ++windows_;
  Chunk& chunk = chunks_.back();
  chunk.bins.resize((at + 1) * bins_);
  return {{chunk.bins.data() + at * bins_, bins_}, &chunk.measures.emplace_back()};
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
  buffers_.assign((channels.size() + 1) / 2, std::vector<Two>(buffered_windows * n));
  halves_.resize(buffers_.size());
}

void FeatureStream::begin_segment(double start_s) {
  segment_start_s_ = start_s;
  segment_windows_ = 0;
  begin_ = 0;
  filled_ = 0;
}

void FeatureStream::push(std::span<const std::span<const double>> block) {
  const std::size_t n = features_.window_samples;
  const std::size_t hop = features_.hop_samples;
  const std::size_t samples = block.empty() ? 0 : block[0].size();
  for (std::size_t from = 0; from < samples;) {
    const std::size_t count = std::min(n - filled_, samples - from);
    for (std::size_t first = 0; first < block.size(); first += 2) {
      const std::size_t second = beside(first);
      const Two to_uv{features_.channels[first].info().to_uv, features_.channels[second].info().to_uv};
      const double* const in_first = block[first].data() + from;
      const double* const in_second = block[second].data() + from;
      Two* const out = buffers_[first / 2].data() + begin_ + filled_;
      for (std::size_t t = 0; t < count; ++t) out[t] = Two{in_first[t], in_second[t]} * to_uv;
    }
    from += count;
    filled_ += count;
    if (filled_ < n) continue;

    if (features_.start_s.size() % ChannelFeatures::chunk_windows == 0) make_room();
    if (features_.stopped_at_s) return;
    features_.start_s.push_back(segment_start_s_ + static_cast<double>(segment_windows_++) *
                                                       static_cast<double>(hop) / features_.sample_rate_hz);
    for (std::size_t c = 0; c < kept_.size(); c += 2)
      if (kept_[c] || kept_[beside(c)]) take_windows(c);
    begin_ += hop;
    filled_ = n - hop;
    if (begin_ + n > buffered_windows * n) move_to_front();
  }
}

void FeatureStream::move_to_front() {
  for (std::vector<Two>& buffer : buffers_) {
    const auto from = buffer.begin() + static_cast<std::ptrdiff_t>(begin_);
    std::copy(from, from + static_cast<std::ptrdiff_t>(filled_), buffer.begin());
  }
  begin_ = 0;
}

/// Lets channels go, or ends the keeping of windows, before one more chunk would pass the memory limit.
void FeatureStream::make_room() {
  const std::size_t chunks = features_.start_s.size() / ChannelFeatures::chunk_windows + 1;
  const double bytes =
      static_cast<double>(chunks) * static_cast<double>(ChannelFeatures::chunk_bytes(features_.bins));
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

/// An even number of samples is looked at by halves, of which the first is the last of the window before.
FirstLook FeatureStream::look_at_window(std::span<const Two> x, FirstLook& half) const {
  const std::size_t hop = features_.hop_samples;
  const bool known = 2 * hop == x.size() && segment_windows_ > 1;
  const FirstLook front = known ? half : look_at(x.first(hop));
  half = look_at(x.subspan(hop));
  return hop == x.size() ? front : together(front, half, x[hop - 1], x[hop]);
}

/// The window of a channel and of the one beside it.
void FeatureStream::take_windows(std::size_t first) {
  const std::span<const Two> x(buffers_[first / 2].data() + begin_, taper_.size());
  const FirstLook look = look_at_window(x, halves_[first / 2]);
  const Two mean = look.sum / Two(static_cast<double>(x.size()));
  const Two::Which finite = magnitude(mean) <= Two(std::numeric_limits<double>::max());
  taper_into(tapered_, taper_, x, mean, finite);
  fft_.forward(tapered_, spectrum_);
  std::array<std::span<WindowBin>, 2> bins;
  for (std::size_t which = 0; which < 2; ++which) {
    const std::size_t channel = first + which;
    if (channel >= kept_.size() || !kept_[channel]) continue;
    const WindowSlot slot = features_.channels[channel].append();
    if (!finite[which]) {
      slot.measures->max_abs_uv = std::numeric_limits<float>::infinity();
      continue;
    }
    *slot.measures = measure(x, mean[which], look, features_.channels[channel].info(), which);
    measure_mains(*slot.measures, which);
    bins[which] = slot.bins;
  }
  for (std::size_t k = 1; k <= features_.bins; ++k) {
    const Two power = density(k);
    const auto phases = phases_of(spectrum_[k]);
    for (std::size_t which = 0; which < 2; ++which) {
      if (!bins[which].empty()) bins[which][k - 1] = {power[which], phases[which]};
    }
  }
}

/// 0 where the spectrum holds no such bin, or the one at the Nyquist frequency, which alone would not be doubled.
Two FeatureStream::density(std::size_t bin) const {
  if (2 * bin >= taper_.size()) return 0.0;
  const Two real = spectrum_[bin].real(), imaginary = spectrum_[bin].imag();
  return Two(density_scale_) * (real * real + imaginary * imaginary);
}

void FeatureStream::measure_mains(WindowMeasures& measures, std::size_t which) const {
  const auto at = [&](double frequency_hz) {
    return density(static_cast<std::size_t>(std::lround(frequency_hz / features_.bin_hz)))[which];
  };
  const auto beside = [&](double frequency_hz) {
    return (at(frequency_hz - beside_line_hz) + at(frequency_hz + beside_line_hz)) / 2;
  };
  measures.line_50 = static_cast<float>(at(50));
  measures.beside_50 = static_cast<float>(beside(50));
  measures.line_60 = static_cast<float>(at(60));
  measures.beside_60 = static_cast<float>(beside(60));
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
