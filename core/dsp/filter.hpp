// Linear-phase FIR filters and rational changes of rate. Filters here have no delay: sample n of the result
// belongs to the time of sample n of the input. At the ends of a stretch the input is continued by its edge
// value. A kernel has an odd number of taps and is symmetric, so it is its own time reversal.
//
// Sources: windowed-sinc design with Kaiser's window (Kaiser 1974; Oppenheim & Schafer, ch. 7).
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace attune::dsp {

/// Windowed-sinc band-pass. `transition_hz` is the width of each edge, centred on the edge frequency. An edge
/// at or below 0 makes a low-pass. Gain 1 in the band, `attenuation_db` outside.
std::vector<double> bandpass_kernel(double sample_rate_hz, double low_hz, double high_hz,
                                    double transition_hz, double attenuation_db = 60);

/// `kernel` applied to `samples`, same length, no delay. None where the kernel has no taps or is longer than
/// the stretch: every value would then be made of what was continued.
std::optional<std::vector<double>> filter_same(std::span<const double> samples,
                                               std::span<const double> kernel);

/// A change of rate by up/down. Whole numbers, so that times stay exact.
struct RateChange {
  int up = 1;
  int down = 1;
};

/// Filters and changes the rate in one step: result sample m belongs to input time m · down / up. `kernel` is
/// designed for the rate sample_rate_hz · up; its gain is compensated for `up`. None as in filter_same, and
/// where the change of rate is none (up or down below 1).
std::optional<std::vector<double>> filter_resample(std::span<const double> samples,
                                                   std::span<const double> kernel, RateChange change);

/// Mean over `half` samples (at least none) on either side of each sample, fewer at the ends.
std::vector<double> moving_mean(std::span<const double> samples, std::ptrdiff_t half);

/// Offset of an extremum from the middle one of three equally spaced values, in samples (−0.5 … 0.5), by the
/// parabola through them. 0 where they lie on a line.
double parabola_offset(double before, double middle, double after);
/// Value of that parabola at its apex.
double parabola_height(double before, double middle, double after);

}  // namespace attune::dsp
