// Lengths of time that all simulated studies share.
#pragma once

namespace attune::synth {

inline constexpr double days_per_month = 365.25 / 12;

}  // namespace attune::synth
