// The ECG of one block at the rate and in the bands that detection works with. No filter has a delay.
//
//   wide  high-pass against baseline wander only (signal minus its triangular moving average), up to
//         settings.wide_high_hz: what the matched filter sees; it weighs the frequencies itself
//   qrs   band-passed to the QRS band: first look, polarity, apex of the R wave
//
// The rate is between 250 and 500 Hz: high rates are decimated, low ones interpolated without loss.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ecg/settings.hpp"

namespace attune::ecg {

struct WorkingSignal {
  double rate_hz = 0;
  std::vector<double> wide;
  std::vector<double> qrs;
};

/// None where the stretch is shorter than the filters, or its rate cannot hold a QRS
/// (settings.least_sample_rate_hz).
std::optional<WorkingSignal> working_signal(std::span<const double> samples, double sample_rate_hz,
                                            const Settings& settings);

}  // namespace attune::ecg
