// Values that were read off a curve at even times (an interpolated tachogram, numbers of lines): they are no beats, nor
// intervals between them.
#pragma once

#include <span>

namespace attune::hrv {

/// Whether 100 values or more rise by one step throughout, as no heart beats; a step of `but_step` does not count.
bool are_even(std::span<const double> times, double but_step = 0);

/// Whether many stand twice in a row and few differ by the scale’s step, as where an interval is written
/// until the next beat. Intervals that are rounded stand twice no oftener than they differ by a step.
bool are_held(std::span<const double> intervals);

}  // namespace attune::hrv
