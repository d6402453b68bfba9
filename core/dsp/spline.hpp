// Natural cubic spline through points at rising, unequally spaced places.
#pragma once

#include <span>
#include <vector>

namespace attune::dsp {

/// Values at `at` (rising) of the natural cubic spline through (x, y). x is strictly rising and has as many
/// members as y. Outside x the end values are held; with one point its value; with none, zeros.
std::vector<double> cubic_spline(std::span<const double> x, std::span<const double> y,
                                 std::span<const double> at);

}  // namespace attune::dsp
