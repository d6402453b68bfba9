// WindowPass for a number of channels side by side: a template, to be compiled for each kind of processor. What is compiled
// here for a wide one must not be what others link to: nothing but templates over `n` may become code of its own
// (scripts/cmake/avx2_apart.cmake).
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>

#include "dsp/fft.hpp"
#include "eeg/window_pass.hpp"

namespace attune::eeg {

template <std::size_t n>
class WindowPassOf final : public WindowPass {
  using Numbers = dsp::Lanes<n>;
  using Which = typename Numbers::Which;
  using Samples = std::span<const Numbers>;

  /// What one look at a stretch of samples tells.
  struct Look {
    Numbers sum, low, high;
    Numbers step;               ///< largest, between neighbours
    Which at_low{}, at_high{};  ///< how many samples are the lowest, the highest
  };

  struct Mains {
    Numbers line, beside;
  };

  /// Channels that go together; where they are fewer than n, the last goes beside itself.
  struct Group {
    std::array<std::size_t, n> channels;
    Numbers to_uv;
    std::vector<Numbers> samples;  ///< uV
    Look half;                     ///< of the last half of the last window
  };

 public:
  WindowPassOf(const WindowShape& shape, std::span<const WindowScale> scales)
      : shape_(shape),
        scales_(scales),
        fft_(shape.samples(), shape.looked_at()),
        tapered_(shape.samples()),
        spectrum_(shape.looked_at()) {
    for (std::size_t first = 0; first < scales.size(); first += n) {
      Group& group = groups_.emplace_back();
      for (std::size_t i = 0; i < n; ++i) {
        group.channels[i] = std::min(first + i, scales.size() - 1);
        group.to_uv.all[i] = scales[group.channels[i]].to_uv;
      }
      group.samples.resize(buffered_windows * shape.samples());
    }
  }

  void put(std::span<const std::span<const double>> block, std::size_t from, std::size_t count,
           std::size_t at) override {
    for (Group& group : groups_) {
      std::array<const double*, n> in;
      for (std::size_t i = 0; i < n; ++i) in[i] = block[group.channels[i]].data() + from;
      const Numbers to_uv = group.to_uv;
      double* const out = reinterpret_cast<double*>(group.samples.data() + at);
      for (std::size_t t = 0; t < count; ++t)
        for (std::size_t i = 0; i < n; ++i) out[t * n + i] = in[i][t] * to_uv[i];
    }
  }

  void move_to_front(std::size_t from, std::size_t count) override {
    for (Group& group : groups_)
      std::copy_n(group.samples.data() + from, count, group.samples.data());  // NOLINT: onto what lies before
  }

  void take(std::size_t begin, bool follows, std::span<const WindowSlot> slots) override {
    for (Group& group : groups_) {
      const bool wanted = std::any_of(group.channels.begin(), group.channels.end(), [&](std::size_t channel) {
        return slots[channel].measures != nullptr;
      });
      if (wanted) take(group, Samples(group.samples).subspan(begin, shape_.samples()), follows, slots);
    }
  }

 private:
  void take(Group& group, Samples x, bool follows, std::span<const WindowSlot> slots) {
    const Look look = look_at_window(x, follows, group.half);
    const Numbers mean = look.sum / Numbers(static_cast<double>(x.size()));
    const Which finite = magnitude(mean) <= Numbers(std::numeric_limits<double>::max());
    const double* const taper = shape_.taper().data();
    for (std::size_t t = 0; t < x.size(); ++t)
      tapered_[t] = chosen(finite, Numbers(taper[t]) * (x[t] - mean), 0.0);
    fft_.forward(tapered_, spectrum_);
    const Mains at_50 = mains(bins_at_50_), at_60 = mains(bins_at_60_);
    std::array<WindowBin*, n> bins{};
    std::size_t count = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t channel = group.channels[i];
      const WindowSlot& slot = slots[channel];
      if (!slot.measures || (i > 0 && channel == group.channels[i - 1])) continue;
      if (!finite[i]) {
        slot.measures->max_abs_uv = std::numeric_limits<float>::infinity();
        continue;
      }
      WindowMeasures& measures = *slot.measures = measures_of(x, i, mean[i], look, scales_[channel]);
      measures.line_50 = static_cast<float>(at_50.line[i]);
      measures.beside_50 = static_cast<float>(at_50.beside[i]);
      measures.line_60 = static_cast<float>(at_60.line[i]);
      measures.beside_60 = static_cast<float>(at_60.beside[i]);
      bins[i] = slot.bins.data();
      count = slot.bins.size();
    }
    fill(bins, count);
  }

  /// Powers and phases of those channels that have a place for them.
  void fill(const std::array<WindowBin*, n>& bins, std::size_t count) {
    for (std::size_t k = 1; k <= count; ++k) {
      const Numbers power = density(k), angle = angles_of(spectrum_[k]);
      for (std::size_t i = 0; i < n; ++i) {
        if (!bins[i]) continue;
        const auto rounded = static_cast<std::int32_t>(angle[i] + 65536.5) & 0xffff;
        bins[i][k - 1] = {power[i], static_cast<std::uint16_t>(rounded)};
      }
    }
  }

  static Look look_at(Samples x) {
    constexpr std::size_t sums = 4;  // so that no step waits for the one before
    if (x.empty()) return {};
    Numbers sum[sums], before = x[0];
    Look found{0.0, before, before, 0.0, {}, {}};
    const auto look = [&](Numbers value, Numbers& sum_of) {
      const Numbers difference = magnitude(value - before);
      found.low = chosen(value < found.low, value, found.low);
      found.high = chosen(value > found.high, value, found.high);
      found.step = chosen(difference > found.step, difference, found.step);
      sum_of += value;
      before = value;
    };
    std::size_t t = 0;
    for (; t + sums <= x.size(); t += sums)
      for (std::size_t i = 0; i < sums; ++i) look(x[t + i], sum[i]);
    for (; t < x.size(); ++t) look(x[t], sum[0]);
    found.sum = sum[0] + sum[1] + sum[2] + sum[3];
    const Numbers low = found.low, high = found.high;
    for (const Numbers& value : x) {
      found.at_low -= value == low;
      found.at_high -= value == high;
    }
    return found;
  }

  /// What is known of two stretches, one after the other, of which the last and the first value are given.
  static Look together(const Look& a, const Look& b, Numbers last, Numbers first) {
    Look both;
    const Numbers step = magnitude(first - last);
    both.sum = a.sum + b.sum;
    both.low = chosen(b.low < a.low, b.low, a.low);
    both.high = chosen(b.high > a.high, b.high, a.high);
    both.step = chosen(b.step > a.step, b.step, a.step);
    both.step = chosen(step > both.step, step, both.step);
    both.at_low = ((a.low == both.low) & a.at_low) + ((b.low == both.low) & b.at_low);
    both.at_high = ((a.high == both.high) & a.at_high) + ((b.high == both.high) & b.at_high);
    return both;
  }

  /// An even number of samples is looked at by halves, of which the first is the last of the window before.
  Look look_at_window(Samples x, bool follows, Look& half) const {
    const std::size_t hop = shape_.hop();
    const Look front = follows && 2 * hop == x.size() ? half : look_at(x.first(hop));
    half = look_at(x.subspan(hop));
    return hop == x.size() ? front : together(front, half, x[hop - 1], x[hop]);
  }

  /// The most samples in a row that stay at the highest or at the lowest value of a channel.
  static std::size_t longest_at(double low, double high, Samples x, std::size_t which) {
    std::size_t longest = 0, run = 0;
    double held = 0;
    for (const Numbers& all : x) {
      const double value = all[which];
      const bool is_extreme = value == high || value == low;
      run = !is_extreme ? 0 : run > 0 && value == held ? run + 1 : 1;
      held = value;
      longest = std::max(longest, run);
    }
    return longest;
  }

  static WindowMeasures measures_of(Samples x, std::size_t which, double mean, const Look& look,
                                    const WindowScale& scale) {
    constexpr double clip_tolerance = 1e-9;  // of the digital range: the limits went through a multiplication
    constexpr std::size_t most = 65535;
    const double low = look.low[which], high = look.high[which];
    WindowMeasures measures;
    measures.max_abs_uv = static_cast<float>(std::max(high - mean, mean - low));
    measures.peak_to_peak_uv = static_cast<float>(high - low);
    measures.max_step_uv = static_cast<float>(look.step[which]);
    const bool once_each = look.at_low[which] == 1 && look.at_high[which] == 1 && low < high;
    const std::size_t held = once_each ? 1 : longest_at(low, high, x, which);
    measures.held = static_cast<std::uint16_t>(std::min(held, most));
    const double range = scale.clip_high_uv - scale.clip_low_uv;
    const double clip_low = scale.clip_low_uv + clip_tolerance * range;
    const double clip_high = scale.clip_high_uv - clip_tolerance * range;
    if (range > 0 && (low <= clip_low || high >= clip_high)) {
      std::size_t clipped = 0;
      for (const Numbers& value : x) clipped += value[which] <= clip_low || value[which] >= clip_high;
      measures.clipped = static_cast<std::uint16_t>(std::min(clipped, most));
    }
    return measures;
  }

  Mains mains(const WindowShape::MainsBins& bins) const {
    return {density(bins.line), (density(bins.below) + density(bins.above)) / Numbers(2)};
  }

  /// 0 where the spectrum holds no such bin, or the one at the Nyquist frequency, which alone would not be doubled.
  Numbers density(std::size_t bin) const {
    if (2 * bin >= shape_.samples()) return 0.0;
    const Numbers real = spectrum_[bin].real(), imaginary = spectrum_[bin].imag();
    return Numbers(shape_.density_scale()) * (real * real + imaginary * imaginary);
  }

  /// arctan of 0 … 1 (Abramowitz & Stegun 4.4.49, within 2e-8): the same on every machine, and a third of the
  /// library's time.
  static Numbers arctan(Numbers x) {
    const Numbers s = x * x;
    Numbers sum = 0.0028662257;
    for (const double coefficient : {-0.0161657367, 0.0429096138, -0.0752896400, 0.1065626393, -0.1420889944,
                                     0.1999355085, -0.3333314528, 1.0})
      sum = sum * s + Numbers(coefficient);
    return sum * x;
  }

  /// Phases in 1 / 65536 of a turn, -32768 … 32768; that of 0 is 0.
  static Numbers angles_of(const std::complex<Numbers>& value) {
    const Numbers x = magnitude(value.real()), y = magnitude(value.imag());
    constexpr double per_radian = 65536 / (2 * std::numbers::pi), quarter = 16384;
    const Which flat = y <= x;
    const Numbers turned = Numbers(per_radian) * arctan(chosen(y < x, y, x) / chosen(x < y, y, x));
    Numbers angle = chosen(flat, turned, Numbers(quarter) - turned);
    angle = chosen(value.real() < Numbers(0.0), Numbers(2 * quarter) - angle, angle);
    angle = chosen(value.imag() < Numbers(0.0), -angle, angle);
    return chosen(x + y > Numbers(0.0), angle, 0.0);
  }

  const WindowShape& shape_;
  std::span<const WindowScale> scales_;
  WindowShape::MainsBins bins_at_50_ = shape_.mains(50), bins_at_60_ = shape_.mains(60);
  dsp::LanesFft<n> fft_;
  std::vector<Numbers> tapered_;
  std::vector<std::complex<Numbers>> spectrum_;
  std::vector<Group> groups_;
};

}  // namespace attune::eeg
