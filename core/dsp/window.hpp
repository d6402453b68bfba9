// Taper window. Periodic form (SciPy's `get_window(…, fftbins=True)`), the one spectra are made with.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace attune::dsp {

/// w[t] = 0.5 - 0.5 cos(2 pi t / n).
inline std::vector<double> hann(std::size_t n) {
  std::vector<double> w(n);
  for (std::size_t t = 0; t < n; ++t)
    w[t] = 0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(t) / static_cast<double>(n));
  return w;
}

}  // namespace attune::dsp
