// Calibration signals, recorded before the infant is or after: one constant signal (a sine, a square wave) of one
// size in every channel, which no EEG is.
#pragma once

#include <vector>

#include "eeg/features.hpp"

namespace attune::eeg {

/// Stretches, by start, in which all EEG channels that are not flat hold one signal that does not change: shape and
/// range of all channels and of windows that follow each other differ by no more than
/// Settings::calibration_difference, for Settings::calibration_min_s or longer. A window before and after goes with
/// them. Of a single channel nothing is known.
std::vector<Interval> calibration_stretches(const Features& features, const Settings& settings);

}  // namespace attune::eeg
