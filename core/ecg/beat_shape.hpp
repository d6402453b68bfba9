// The shape of the beats of one block, the noise between them, and the filter that tells the two apart.
//
// The average beat is subtracted from the signal at every beat; what remains outside the QRS is the noise.
// With its autocovariance R and the average QRS s, the filter h = R⁻¹ s is the best linear detector of s and,
// by the peak of its output, the best estimator of its time (matched filter in coloured noise; Kay 1998,
// Fundamentals of Statistical Signal Processing II, ch. 4): mains hum and muscle noise, wherever they lie,
// are weighed down by themselves.
//
// Timing noise: the output's derivative is zero at the beat but for the noise's derivative, so the SD of the
// R time is SD(noise derivative) / curvature of the output at the beat.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "ecg/settings.hpp"

namespace attune::ecg {

/// Average beat on the working grid.
struct BeatShape {
  std::vector<double> whole;    ///< one cycle, value by sample
  std::ptrdiff_t r_index = 0;   ///< where in it the R peak is
  std::ptrdiff_t qrs_half = 0;  ///< samples on either side of R that make up the QRS template
};

/// Filter output and its noise, in units of the noise's usual SD.
struct MatchedOutput {
  std::vector<double> output;       ///< one value a sample
  std::vector<double> noise;        ///< local SD of the noise in it
  std::vector<double> slope_noise;  ///< local SD of the noise in its central difference
  double beat_height = 0;           ///< output at an average beat
  double beat_curvature = 0;        ///< −second difference there
};

/// Beats are given by their R times in samples (fractional).
BeatShape average_beat(std::span<const double> wide, std::span<const double> beats, double rate_hz,
                       const Settings& settings);

MatchedOutput matched_output(std::span<const double> wide, const BeatShape& shape,
                             std::span<const double> beats, double rate_hz, const Settings& settings);

}  // namespace attune::ecg
