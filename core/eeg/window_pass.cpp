#include "eeg/window_pass.hpp"

#include <algorithm>
#include <cmath>

#include "dsp/window.hpp"
#include "eeg/window_pass_avx2.hpp"
#include "eeg/window_pass_lanes.hpp"

namespace attune::eeg {

WindowShape::WindowShape(double sample_rate_hz)
    : taper_(dsp::hann(static_cast<std::size_t>(std::max(1L, std::lround(sample_rate_hz))))),
      bin_hz_(sample_rate_hz / static_cast<double>(taper_.size())) {
  double taper_power = 0;
  for (const double w : taper_) taper_power += w * w;
  density_scale_ = taper_power > 0 ? 2 / (sample_rate_hz * taper_power) : 0;
}

std::size_t WindowShape::bin_at(double frequency_hz) const {
  return static_cast<std::size_t>(std::lround(frequency_hz / bin_hz_));
}

WindowShape::MainsBins WindowShape::mains(double frequency_hz) const {
  constexpr double beside_hz = 3;  // outside the main lobe of a Hann window, 2 bins either side
  return {bin_at(frequency_hz), bin_at(frequency_hz - beside_hz), bin_at(frequency_hz + beside_hz)};
}

std::size_t WindowShape::looked_at() const {
  return std::min(samples() / 2 + 1, mains(60).above + 1);
}

WindowPass::~WindowPass() = default;

std::unique_ptr<WindowPass> narrow_window_pass(const WindowShape& shape,
                                               std::span<const WindowScale> scales) {
  return std::make_unique<WindowPassOf<2>>(shape, scales);
}

std::unique_ptr<WindowPass> window_pass(const WindowShape& shape, std::span<const WindowScale> scales) {
#if defined(__x86_64__)
  if (has_avx2()) return avx2_window_pass(shape, scales);
#endif
  return narrow_window_pass(shape, scales);
}

}  // namespace attune::eeg
