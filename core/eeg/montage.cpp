#include "eeg/montage.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "words/ids/brain.hpp"
#include "words/sentence.hpp"

namespace attune::eeg {

namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

words::Value::List as_list(std::span<const std::string> names) {
  words::Value::List list;
  for (const std::string& name : names) list.push_back(words::as_is(name));
  return list;
}

/// "A, B and C"; there is at least one.
words::Value listed(std::span<const std::string> names) {
  if (names.size() == 1) return words::as_is(names.front());
  return words::say<"brain.and">(
      {{"first", as_list(names.first(names.size() - 1))}, {"last", words::as_is(names.back())}});
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
words::Said missing_reason(std::span<const Features> features, const std::vector<std::string>& missing) {
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
  if (sites.empty()) return words::say<"brain.no_channel">({{"sites", listed(missing)}});
  return words::say<"brain.only_reference">(
      {{"sites", listed(sites)}, {"n", sites.size()}, {"channels", listed(bipolar)}});
}

words::Said not_formed(const Pair& pair, words::Said why) {
  return words::say<"brain.not_formed">(
      {{"left", words::as_is(pair.left)}, {"right", words::as_is(pair.right)}, {"why", std::move(why)}});
}

/// Why two channels form no asymmetry.
words::Said mismatch_reason(const Choice& choice, const Pair& pair) {
  const ChannelInfo &left = *choice.left.info, &right = *choice.right.info;
  const auto unit = [](const ChannelInfo& info) -> words::Value {
    if (info.unit.empty()) return words::say<"brain.no_unit">();
    return words::as_is(info.unit);
  };
  switch (choice.match) {
    case Match::units:
      return not_formed(pair, words::say<"brain.units">({{"left", words::as_is(pair.left)},
                                                         {"left_unit", unit(left)},
                                                         {"right", words::as_is(pair.right)},
                                                         {"right_unit", unit(right)}}));
    case Match::two_references:
      return words::say<"brain.two_references">({{"left", words::as_is(pair.left)},
                                                 {"left_reference", words::as_is(left.reference)},
                                                 {"right", words::as_is(pair.right)},
                                                 {"right_reference", words::as_is(right.reference)}});
    default:
      return not_formed(pair, words::say<"brain.rates">());
  }
}

/// What limits an asymmetry that can be formed; empty if nothing does.
words::Text caution(const Choice& choice, const Pair& pair) {
  const ChannelInfo &left = *choice.left.info, &right = *choice.right.info;
  words::Text text;
  if (choice.match == Match::two_ears)
    text = words::say<"brain.two_ears">({{"left", words::as_is(pair.left)},
                                         {"left_reference", words::as_is(left.reference)},
                                         {"right", words::as_is(pair.right)},
                                         {"right_reference", words::as_is(right.reference)}});
  if (choice.match == Match::one_unnamed)
    text = words::say<"brain.one_unnamed">(
        {{"left", words::as_is(pair.left)}, {"right", words::as_is(pair.right)}});
  if (choice.alone) return text;
  return words::joined(text,
                       words::say<"brain.several_channels">({{"left", words::as_is(pair.left)},
                                                             {"right", words::as_is(pair.right)},
                                                             {"left_taken", words::as_is(left.label)},
                                                             {"right_taken", words::as_is(right.label)}}));
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
  if (pair.left.empty() || pair.right.empty() || same_name(pair.left, pair.right)) {
    result.reason = words::say<"brain.one_site">();
    return result;
  }
  const auto lefts = candidates(features, pair.left), rights = candidates(features, pair.right);
  std::vector<std::string> missing;
  if (lefts.empty()) missing.push_back(pair.left);
  if (rights.empty()) missing.push_back(pair.right);
  if (!missing.empty()) {
    result.reason = not_formed(pair, missing_reason(features, missing));
    return result;
  }
  const Choice choice = choose(lefts, rights, usable);
  result.features = choice.left.features;
  result.left = choice.left.channel;
  result.right = choice.right.channel;
  if (choice.forms())
    result.caution = caution(choice, pair);
  else
    result.reason = mismatch_reason(choice, pair);
  return result;
}

std::vector<std::string> recorded_references(std::span<const Features> features) {
  std::set<std::string> names;
  for (const Features& group : features)
    for (const ChannelFeatures& channel : group.channels)
      if (!channel.info().reference.empty()) names.insert(channel.info().reference);
  return {names.begin(), names.end()};
}

words::Text describe_reference(std::span<const std::string> references) {
  if (references.empty()) return words::say<"brain.reference_unnamed">();
  if (references.size() > 3) return words::say<"brain.reference_several">();
  return words::say<"brain.reference_named">({{"names", as_list(references)}});
}

}  // namespace attune::eeg
