// Which channels form a pair, and whether their asymmetry means anything: ln P(right) - ln P(left) needs two
// sites measured against one and the same reference.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eeg/features.hpp"
#include "words/said.hpp"

namespace attune::eeg {

/// The two channels of a pair, or the reason why there is none.
struct PairChannels {
  std::size_t features = 0;  ///< index of the Features both channels are in
  std::size_t left = 0;      ///< channel indices there
  std::size_t right = 0;
  words::Text reason;   ///< why the asymmetry cannot be formed; empty if it can
  words::Text caution;  ///< what limits it if it can; empty if nothing
};

/// For each Features, whether each of its channels can be used; empty: all can.
using UsableChannels = std::vector<std::vector<bool>>;

/// Looks for the pair's sites, or else labels. Where a site has several channels, two that can be used and
/// have one reference are taken, and that there was a choice is a caution.
PairChannels find_pair(std::span<const Features> features, const Pair& pair,
                       const UsableChannels& usable = {});

/// What the labels say the channels were recorded against, each once and in order; empty if nothing.
std::vector<std::string> recorded_references(std::span<const Features> features);

/// "as recorded", with what the labels say of it.
words::Text describe_reference(std::span<const std::string> references);

/// Whether the channel's label or site is this, but for upper and lower case.
bool is_called(const ChannelInfo& info, const std::string& name);

/// Equal but for upper and lower case.
bool same_name(const std::string& a, const std::string& b);

/// The site on the other side of the head ("F3" → "F4"); empty for the midline and unknown names.
std::string mirror_site(const std::string& site);

/// A1, A2, M1, M2, TP9, TP10: sites that serve as reference.
bool is_ear_or_mastoid(const std::string& site);

}  // namespace attune::eeg
