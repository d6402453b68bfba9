#include "eeg/montage.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <tuple>

namespace attune::eeg {

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// "A, B and C".
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
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

/// What two channels are to each other, from best to worst; from `units` on they form no asymmetry.
enum class Match { one_reference, two_ears, one_unnamed, units, two_references, rates };

Match match(const Candidate& left, const Candidate& right) {
  if (left.features != right.features) return Match::rates;
  const std::string& a = left.info->reference;
  const std::string& b = right.info->reference;
  const bool ears = is_ear_or_mastoid(a) && is_ear_or_mastoid(b);
  if (!same_name(a, b) && !ears && !a.empty() && !b.empty()) return Match::two_references;
  if (left.info->unit != right.info->unit) return Match::units;
  if (same_name(a, b)) return Match::one_reference;
  return ears ? Match::two_ears : Match::one_unnamed;
}

struct Choice {
  Candidate left, right;
  Match match;
  int unusable = 0;   ///< of the two channels
  bool alone = true;  ///< whether no other two are as good

  bool forms() const { return match < Match::units; }
  std::tuple<bool, int, Match> rank() const { return {!forms(), unusable, match}; }
};

/// The best two of the channels; neither list is empty.
Choice choose(std::span<const Candidate> lefts, std::span<const Candidate> rights,
              const UsableChannels& usable) {
  const auto is_unusable = [&](const Candidate& candidate) {
    return !usable.empty() && !usable[candidate.features][candidate.channel];
  };
  std::optional<Choice> best;
  for (const Candidate& left : lefts) {
    for (const Candidate& right : rights) {
      const Choice choice{left, right, match(left, right), is_unusable(left) + is_unusable(right)};
      if (!best || choice.rank() < best->rank())
        best = choice;
      else if (choice.rank() == best->rank())
        best->alone = false;
    }
  }
  return *best;
}

/// Why a pair has no channels at all; `missing` is one site or two.
std::string missing_reason(std::span<const Features> features, const std::vector<std::string>& missing) {
  std::vector<std::string> sites, bipolar;
  for (const std::string& site : missing) {
    for (const Features& group : features) {
      for (const ChannelFeatures& channel : group.channels) {
        if (!same_name(channel.info().reference, site)) continue;
        if (sites.empty() || sites.back() != site) sites.push_back(site);
        bipolar.push_back(channel.info().label);
      }
    }
  }
  if (sites.empty()) return "there is no channel for " + listed(missing) + " in this recording.";
  return listed(sites) + (sites.size() > 1 ? " are" : " is") + " there only as the reference of " +
         listed(bipolar) + ". It needs both sites against one common reference, not bipolar channels.";
}

/// Why two channels form no asymmetry.
std::string mismatch_reason(const Choice& choice, const Pair& pair) {
  const ChannelInfo &left = *choice.left.info, &right = *choice.right.info;
  const auto unit = [](const ChannelInfo& info) { return info.unit.empty() ? "no unit" : info.unit; };
  switch (choice.match) {
    case Match::units:
      return "cannot be formed: " + pair.left + " is recorded in " + unit(left) + " and " + pair.right +
             " in " + unit(right) + ", so their powers cannot be compared.";
    case Match::two_references:
      return "cannot be formed from these bipolar channels: " + pair.left + " was recorded against " +
             left.reference + " and " + pair.right + " against " + right.reference +
             ", so their difference would mix the activity of four places. It needs both sites against one "
             "common reference.";
    default:
      return "cannot be formed: the two channels have different sampling rates.";
  }
}

/// What limits an asymmetry that can be formed; empty if nothing does.
std::string caution(const Choice& choice, const Pair& pair) {
  const ChannelInfo &left = *choice.left.info, &right = *choice.right.info;
  std::string text;
  if (choice.match == Match::two_ears)
    text = pair.left + " was recorded against " + left.reference + " and " + pair.right + " against " +
           right.reference + ": a difference between the two ears enters the asymmetry.";
  if (choice.match == Match::one_unnamed)
    text = "Only one of " + pair.left + " and " + pair.right +
           " names its reference; they are taken to share one.";
  if (!choice.alone)
    text += (text.empty() ? "" : " ") + std::string("Several channels stand for ") + pair.left + " or " +
            pair.right + "; the first that can be used were taken: " + left.label + " and " + right.label +
            ".";
  return text;
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

PairChannels find_pair(std::span<const Features> features, const Pair& pair, const UsableChannels& usable) {
  PairChannels result;
  const std::string subject = "The asymmetry " + pair.left + "/" + pair.right + " ";
  if (pair.left.empty() || pair.right.empty() || same_name(pair.left, pair.right)) {
    result.reason = "An asymmetry needs the names of two different sites.";
    return result;
  }
  const auto lefts = candidates(features, pair.left), rights = candidates(features, pair.right);
  std::vector<std::string> missing;
  if (lefts.empty()) missing.push_back(pair.left);
  if (rights.empty()) missing.push_back(pair.right);
  if (!missing.empty()) {
    result.reason = subject + "cannot be formed: " + missing_reason(features, missing);
    return result;
  }
  const Choice choice = choose(lefts, rights, usable);
  result.features = choice.left.features;
  result.left = choice.left.channel;
  result.right = choice.right.channel;
  if (choice.forms())
    result.caution = caution(choice, pair);
  else
    result.reason = subject + mismatch_reason(choice, pair);
  return result;
}

std::vector<std::string> recorded_references(std::span<const Features> features) {
  std::set<std::string> names;
  for (const Features& group : features)
    for (const ChannelFeatures& channel : group.channels)
      if (!channel.info().reference.empty()) names.insert(channel.info().reference);
  return {names.begin(), names.end()};
}

std::string describe_reference(std::span<const std::string> references) {
  if (references.empty()) return "as recorded; the labels do not name it";
  if (references.size() > 3) return "as recorded; the labels name several";
  std::string text = "as recorded, against ";
  for (const std::string& name : references) text += (name == references.front() ? "" : ", ") + name;
  return text;
}

}  // namespace attune::eeg
