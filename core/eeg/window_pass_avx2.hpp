// WindowPass with four channels side by side, on x86-64 processors that have AVX2 alone. Its file is compiled for them,
// all else for every x86-64.
#pragma once

#include "eeg/window_pass.hpp"

namespace attune::eeg {

inline bool has_avx2() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("avx2") != 0;
#else
  return false;
#endif
}

std::unique_ptr<WindowPass> avx2_window_pass(const WindowShape& shape, std::span<const WindowScale> scales);

}  // namespace attune::eeg
