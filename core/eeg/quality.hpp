// Channels that are not to be used at all: flat, noisy, disconnected; and electrodes bridged by gel.
//
//   flat          most windows are flat
//   disconnected  mains far above the EEG, or no correlation with any other channel in 1-20 Hz (after the
//                 correlation criterion of Bigdely-Shamlo et al. 2015, over the whole recording) where most
//                 channels have one
//   clipped       most windows are at the amplifier's limit
//   noisy         most windows are rejected
//   crossed       a left site that goes along with the right side of the head more than with its own, and its mirror image
//                 the other way round: their electrodes or labels were exchanged
//   bridged       the difference of two channels has next to no power (electrical distance, Tenke & Kayser
//                 2001)
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eeg/features.hpp"
#include "eeg/memory.hpp"
#include "eeg/metrics.hpp"
#include "eeg/spectra.hpp"

namespace attune::eeg {

struct ChannelQuality {
  std::vector<Rejection> rejections;  ///< one a window
  words::Text bad_reason;             ///< a sentence; empty if the channel is used
  double clipped_share = 0;           ///< of its windows, at the amplifier's limit
};

struct ChannelPair {
  std::size_t a = 0, b = 0;
};

struct GroupQuality {
  std::vector<ChannelQuality> channels;
  std::vector<ChannelPair> bridged, crossed;

  bool are_bridged(std::size_t a, std::size_t b) const;
};

/// Judges the channels of one sampling rate, the `group`th. `excluded_channels`: labels or sites not to be used.
GroupQuality judge_channels(const Features& features, std::size_t group, std::span<const Interval> excluded,
                            std::span<const std::string> excluded_channels, const Settings& settings,
                            const PhaseTable& phases, Memory& memory);

/// Channels that carry one signal, in order, each set once however many pairs it makes: a net that is soaked joins many.
std::vector<std::vector<std::size_t>> bridged_sets(std::span<const ChannelPair> bridged);

/// Said once for all channels that an amplifier's limit cut off.
std::optional<Diagnostic> tell_clipped(const GroupQuality& quality, const Features& features,
                                       const Settings& settings);

/// Said once where no channel is quiet enough: a cause that they share.
std::optional<Diagnostic> tell_all_noisy(const GroupQuality& quality, const Features& features);

}  // namespace attune::eeg
