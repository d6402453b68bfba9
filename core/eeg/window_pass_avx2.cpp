#if defined(__AVX2__)

#include "eeg/window_pass_avx2.hpp"

#include "eeg/window_pass_lanes.hpp"

template <>
inline std::complex<attune::dsp::Lanes<4>> std::exp(const std::complex<attune::dsp::Lanes<4>>& z) {
  return attune::dsp::exponential(z);
}

namespace attune::eeg {

std::unique_ptr<WindowPass> avx2_window_pass(const WindowShape& shape, std::span<const WindowScale> scales) {
  return std::unique_ptr<WindowPass>(new WindowPassOf<4>(shape, scales));
}

}  // namespace attune::eeg

#endif
