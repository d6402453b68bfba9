// What is kept of one window of one channel: what the artifact rules look at, and a word of 64 bits for each bin. An hour of
// 32 channels holds nine million of those, which is most of the memory that a recording takes.
//
//   power   48 bits: 7 of exponent, no sign, 41 after the point, to the nearest: relative error at most 2^-42, 2.3e-13, from
//           2^-74 (waves of 1e-11 uV) to 2^53 (100 V), which is the largest; below, as a double below its smallest, to 2^-115.
//   phase   16 bits: in 1 / 65536 of a turn.
#pragma once

#include <cstdint>
#include <cstring>
#include <span>

namespace attune::eeg {

class WindowBin {
 public:
  WindowBin() = default;
  /// `power` >= 0.
  WindowBin(double power, std::uint16_t phase) {
    const double scaled = (power < largest ? power : largest) * to_low_exponents;
    std::uint64_t bits;
    std::memcpy(&bits, &scaled, sizeof bits);
    word_ = ((bits + half_of_last) << spare_bits & ~phase_bits) | phase;
  }

  double power() const {
    const std::uint64_t bits = (word_ & ~phase_bits) >> spare_bits;
    double scaled;
    std::memcpy(&scaled, &bits, sizeof scaled);
    return scaled * from_low_exponents;
  }
  std::uint16_t phase() const { return static_cast<std::uint16_t>(word_ & phase_bits); }

  bool operator==(const WindowBin&) const = default;

 private:
  // Of a double so small, sign and four highest bits of the exponent are 0: the word has room for them below.
  static constexpr double to_low_exponents = 0x1p-948, from_low_exponents = 0x1p+948;
  static constexpr double largest = 0x1.ffffffffff8p+52;
  static constexpr int spare_bits = 5;
  static constexpr std::uint64_t phase_bits = 0xffff;
  static constexpr std::uint64_t half_of_last = (phase_bits + 1) >> (spare_bits + 1);

  std::uint64_t word_ = 0;
};

/// What the artifact rules look at in one window of one channel.
struct WindowMeasures {
  float max_abs_uv = 0;  ///< after removing the mean
  float peak_to_peak_uv = 0;
  float max_step_uv = 0;             ///< between neighbouring samples
  std::uint16_t clipped = 0;         ///< samples at a digital limit
  std::uint16_t held = 0;            ///< most samples in a row at its highest or lowest value
  float line_50 = 0, beside_50 = 0;  ///< density at 50 Hz, and mean of 47 and 53 Hz; 0 above Nyquist
  float line_60 = 0, beside_60 = 0;
};

/// Where the values of one window of one channel go; without `measures` nobody asks for them.
struct WindowSlot {
  std::span<WindowBin> bins;
  WindowMeasures* measures = nullptr;
};

}  // namespace attune::eeg
