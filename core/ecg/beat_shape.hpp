// The shape of the beats of one block, the noise between them, and the filter that tells the two apart.
//
// The average beat is subtracted from the signal at every beat; what remains outside the QRS is the noise.
// With its autocovariance R and the average QRS s, the filter h = R⁻¹ s is the best linear detector of s and,
// by the peak of its output, the best estimator of its time (matched filter in coloured noise; Kay 1998,
// Fundamentals of Statistical Signal Processing II, ch. 4): mains hum and muscle noise, wherever they lie,
// are weighed down by themselves.
//
// Timing noise: the output's derivative is zero at the beat but for the noise's derivative, so to first order
// the SD of the R time is SD(noise derivative) / curvature of the output at the beat. Strong noise moves the
// peak further than that: by how much is found by adding the noise to the average beat and timing it again.
#pragma once

#include <cstddef>
#include <optional>
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
  std::vector<double> output;     ///< one value a sample
  std::vector<double> noise;      ///< local SD of the noise in it
  double beat_height = 0;         ///< output at an average beat
  std::vector<double> beat;       ///< the average beat filtered, any unit
  std::size_t beat_r = 0;         ///< its R peak
  std::vector<double> residual;   ///< what is left without the beats, filtered, same unit
  std::vector<char> near_a_beat;  ///< where the filter reaches into a QRS
};

/// Beats are given by their R times in samples (fractional, rising). None where no whole beat lies in the
/// signal, or the beats follow so closely that no QRS template fits between them.
std::optional<BeatShape> average_beat(std::span<const double> wide, std::span<const double> beats,
                                      double rate_hz, const Settings& settings);

/// None where no filter can be made: the average beat is flat.
std::optional<MatchedOutput> matched_output(std::span<const double> wide, const BeatShape& shape,
                                            std::span<const double> beats, double rate_hz,
                                            const Settings& settings);

/// SD of a beat's time, one value a sample, in samples.
std::vector<double> timing_noise(const MatchedOutput& matched, double rate_hz, const Settings& settings);

}  // namespace attune::ecg
