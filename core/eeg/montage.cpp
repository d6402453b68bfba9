#include "eeg/montage.hpp"

#include <algorithm>
#include <cctype>
#include <set>

namespace attune::eeg {

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

struct Candidate {
  std::size_t features, channel;
  const ChannelInfo* info;
};

std::vector<Candidate> candidates(std::span<const Features> features, const std::string& name) {
  std::vector<Candidate> found;
  for (std::size_t f = 0; f < features.size(); ++f) {
    for (std::size_t c = 0; c < features[f].channels.size(); ++c) {
      const ChannelInfo& info = features[f].channels[c].info();
      if (is_called(info, name)) found.push_back({f, c, &info});
    }
  }
  return found;
}

/// Label of a channel that was recorded against the site; empty if there is none.
std::string channel_against(std::span<const Features> features, const std::string& site) {
  for (const Features& group : features)
    for (const ChannelFeatures& channel : group.channels)
      if (!site.empty() && same_name(channel.info().reference, site)) return channel.info().label;
  return "";
}

/// 0: one reference; 1: one ear or mastoid each; 2: one label names a reference, the other none;
/// 3: two different sites; 4: different rates.
int mismatch(const Candidate& left, const Candidate& right) {
  if (left.features != right.features) return 4;
  const std::string& a = left.info->reference;
  const std::string& b = right.info->reference;
  if (same_name(a, b)) return 0;
  if (is_ear_or_mastoid(a) && is_ear_or_mastoid(b)) return 1;
  return a.empty() || b.empty() ? 2 : 3;
}

}  // namespace

bool same_name(const std::string& a, const std::string& b) {
  return lower(a) == lower(b);
}

bool is_called(const ChannelInfo& info, const std::string& name) {
  return !name.empty() && (same_name(info.site, name) || same_name(info.label, name));
}

std::string mirror_site(const std::string& site) {
  const std::size_t digits = site.find_first_of("0123456789");
  if (digits == std::string::npos || digits == 0 ||
      site.find_first_not_of("0123456789", digits) != std::string::npos || site.size() - digits > 2)
    return "";
  int number = 0;
  for (std::size_t i = digits; i < site.size(); ++i) number = 10 * number + (site[i] - '0');
  return site.substr(0, digits) + std::to_string(number % 2 == 1 ? number + 1 : number - 1);
}

bool is_ear_or_mastoid(const std::string& site) {
  for (const char* name : {"A1", "A2", "M1", "M2", "TP9", "TP10"})
    if (same_name(site, name)) return true;
  return false;
}

PairChannels find_pair(std::span<const Features> features, const Pair& pair) {
  PairChannels result;
  const std::string name = pair.left + "/" + pair.right;
  const auto lefts = candidates(features, pair.left), rights = candidates(features, pair.right);
  if (lefts.empty() || rights.empty()) {
    const std::string missing = lefts.empty() && rights.empty() ? pair.left + " and " + pair.right
                                : lefts.empty()                 ? pair.left
                                                                : pair.right;
    result.reason = "The asymmetry " + name + " cannot be formed: ";
    const std::string bipolar = channel_against(features, lefts.empty() ? pair.left : pair.right);
    result.reason +=
        bipolar.empty() ? "there is no channel for " + missing + " in this recording."
                        : missing + " is there only as the reference of the bipolar channel " + bipolar + ".";
    return result;
  }
  int best = 5;
  Candidate left = lefts[0], right = rights[0];
  for (const Candidate& l : lefts) {
    for (const Candidate& r : rights) {
      if (mismatch(l, r) >= best) continue;
      best = mismatch(l, r);
      left = l;
      right = r;
    }
  }
  result.features = left.features;
  result.left = left.channel;
  result.right = right.channel;
  const std::string &a = left.info->reference, &b = right.info->reference;
  if (best == 4)
    result.reason =
        "The asymmetry " + name + " cannot be formed: the two channels have different sampling rates.";
  if (best == 3)
    result.reason =
        "The asymmetry " + name + " cannot be formed from these bipolar channels: " + pair.left +
        " was recorded against " + a + " and " + pair.right + " against " + b +
        ", so their difference would mix the activity of four places. It needs both sites against "
        "one common reference.";
  if (best == 1)
    result.caution = pair.left + " was recorded against " + a + " and " + pair.right + " against " + b +
                     ": a difference between the two ears enters the asymmetry.";
  if (best == 2)
    result.caution = "Only one of " + pair.left + " and " + pair.right +
                     " names its reference; they are taken to share one.";
  return result;
}

std::string describe_reference(std::span<const Features> features) {
  std::set<std::string> names;
  for (const Features& group : features)
    for (const ChannelFeatures& channel : group.channels)
      if (!channel.info().reference.empty()) names.insert(channel.info().reference);
  if (names.empty()) return "as recorded; the labels do not name it";
  if (names.size() > 3) return "as recorded; the labels name several";
  std::string text = "as recorded, against ";
  for (const std::string& name : names) text += (name == *names.begin() ? "" : ", ") + name;
  return text;
}

}  // namespace attune::eeg
