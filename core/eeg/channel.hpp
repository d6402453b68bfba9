// What is told of one channel: its clean time and rejections, mean spectrum with interval, band powers,
// aperiodic exponent, alpha peak, mains.
#pragma once

#include <optional>
#include <span>

#include "base/result.hpp"
#include "eeg/metrics.hpp"
#include "eeg/quality.hpp"

namespace attune::eeg {

/// The channel as recorded, over its own clean windows. Interval of the spectrum: ln scale, from the scatter
/// of the means of overlapping blocks of Settings::block_s, which is the moving-block bootstrap's in closed
/// form (Künsch 1989).
ChannelMetrics describe_channel(const Features& features, std::size_t group, std::size_t channel,
                                const ChannelQuality& quality, const Settings& settings, Memory& memory);

/// W_EEG_SPEED: nearly all channels have a line at half of the mains’ frequency and none at the mains’ own, as where records
/// are said to last twice as long as they do.
std::optional<Diagnostic> doubt_speed(std::span<const ChannelMetrics> channels);

}  // namespace attune::eeg
