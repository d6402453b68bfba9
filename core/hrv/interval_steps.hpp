// Whether intervals go in steps: R times on a coarse clock (1/64 s, 10 ms), or intervals that were rounded. The rounding adds
// to RMSSD and RSA what no heart did.
#pragma once

#include <vector>

namespace attune::hrv {

/// The smallest distance of two intervals that differ, ms; 0 of fewer than 100, or of fewer than 4 values, whose
/// distances tell nothing.
double interval_step_ms(std::vector<double> intervals_ms);

}  // namespace attune::hrv
