// The arithmetic of EEG windows (eeg/features.hpp), several channels side by side: samples are scaled to uV and kept until
// they fill a window, of which measures, powers and phases come out. Each channel has the digits that it has alone, however
// many go together: two anywhere, four where the processor has AVX2.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "eeg/window_values.hpp"

namespace attune::eeg {

/// What a channel's samples are multiplied by, and the digital limits in uV; equal: unknown.
struct WindowScale {
  double to_uv = 1, clip_low_uv = 0, clip_high_uv = 0;
};

/// What all windows of one sampling rate share.
class WindowShape {
 public:
  explicit WindowShape(double sample_rate_hz);

  std::size_t samples() const { return taper_.size(); }
  std::size_t hop() const { return samples() - samples() / 2; }
  double bin_hz() const { return bin_hz_; }
  double density_scale() const { return density_scale_; }
  std::span<const double> taper() const { return taper_; }
  /// Where the mains stand in a spectrum, and what lies beside them.
  struct MainsBins {
    std::size_t line, below, above;
  };
  MainsBins mains(double frequency_hz) const;
  /// How many bins of a spectrum are looked at, bin 0 among them.
  std::size_t looked_at() const;

 private:
  std::size_t bin_at(double frequency_hz) const;

  std::vector<double> taper_;
  double bin_hz_, density_scale_;
};

class WindowPass {
 public:
  /// The overlap is moved to the front now and then, not for each window.
  static constexpr std::size_t buffered_windows = 2;

  virtual ~WindowPass();
  /// `count` samples of each channel from `from` on become those from `at` on in the buffers, which hold `buffered_windows`.
  virtual void put(std::span<const std::span<const double>> block, std::size_t from, std::size_t count,
                   std::size_t at) = 0;
  /// The `count` samples from `from` on move to the front of the buffers.
  virtual void move_to_front(std::size_t from, std::size_t count) = 0;
  /// The window that begins at `begin`. `follows`: it follows the one taken last, half of which it shares. A slot a channel.
  virtual void take(std::size_t begin, bool follows, std::span<const WindowSlot> slots) = 0;
};

/// `shape` and `scales`, one a channel, must outlive it. As wide as the processor allows, or two channels side by side.
std::unique_ptr<WindowPass> window_pass(const WindowShape& shape, std::span<const WindowScale> scales);
std::unique_ptr<WindowPass> narrow_window_pass(const WindowShape& shape, std::span<const WindowScale> scales);

}  // namespace attune::eeg
