// Artifact rules on the features of one channel: which windows are not used, and why. Every limit is a member
// of Settings.
#pragma once

#include <span>
#include <vector>

#include "eeg/features.hpp"
#include "eeg/metrics.hpp"

namespace attune::eeg {

/// One reason a window, `none` if it is usable. A window that several rules reject bears the first of them in
/// the order of Rejection.
std::vector<Rejection> classify(const Features& features, std::size_t channel, const Settings& settings);
/// The same, the power in Settings::muscle of every window being at hand.
std::vector<Rejection> classify(const Features& features, std::size_t channel, std::span<const double> muscle,
                                const Settings& settings);

/// What `classify` reads of the settings, all else as by default: two that agree in it classify alike.
Settings window_rules(const Settings& settings);

/// Marks the windows that touch an excluded stretch as `manual`, whatever else they are.
void exclude(const Features& features, std::span<const Interval> excluded, std::vector<Rejection>& reasons);

/// What rejects a window in one channel or the other, for both: the first in the order of Rejection.
std::vector<Rejection> combine(std::vector<Rejection> a, std::span<const Rejection> b);

}  // namespace attune::eeg
