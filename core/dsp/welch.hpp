// Power spectral density by averaged, overlapping, tapered segments (Welch 1967), as scipy.signal.welch
// defines it with its defaults: periodic Hann taper, the segment's mean removed, one-sided density
// (unit^2 / Hz), mean over the segments; samples that fill no whole segment are left out.
//
//   x                samples
//   sample_rate_hz   > 0
//   segment          samples a segment
//   overlap          samples shared by neighbours, < segment
//
// A series shorter than one segment has no spectrum: `density` is then empty.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace attune::dsp {

struct Spectrum {
  std::vector<double> frequency_hz;  ///< segment / 2 + 1 bins from 0
  std::vector<double> density;       ///< unit^2 / Hz
  std::size_t segments = 0;          ///< how many were averaged
};

Spectrum welch(std::span<const double> x, double sample_rate_hz, std::size_t segment, std::size_t overlap);

}  // namespace attune::dsp
