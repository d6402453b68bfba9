// Whether what is recorded can be an EEG by its size: the standard deviation of 1 to 30 Hz in the middle channel, and
// the steps that its values go in. Nothing is converted here; what does not fit is said once for all channels, with the
// likely cause: a unit that the header gives wrongly or not at all, a gain that is not the amplifier's.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "eeg/features.hpp"
#include "eeg/settings.hpp"

namespace attune::eeg {

/// What the rules of this file read of the settings, all else as by default.
Settings size_rules(const Settings& settings);

/// The doubt, of all channels of one sampling rate together: W_EEG_SIZE or W_EEG_STEPS; none where the values may be
/// those of an EEG, or there are too few windows to tell.
std::optional<Diagnostic> doubt_size(const Features& features, const Settings& settings);

/// A channel to which the header gives another range than to nearly all others, while its values are larger or smaller than
/// theirs by about as much: within their own range they are alike, so that its gain is wrong, not its electrode.
struct OtherGain {
  std::size_t channel = 0;
  double range_factor = 1;  ///< of its range to theirs
  double size_factor = 1;   ///< of its SD to theirs
};

/// Of four channels or more of one sampling rate; none where more than a quarter have ranges of their own, as programs write
/// that scale each channel to itself.
std::vector<OtherGain> find_other_gains(const Features& features, const Settings& settings);

}  // namespace attune::eeg
