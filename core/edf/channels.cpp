#include "edf/channels.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "edf/channel_words.hpp"
#include "edf/nets.hpp"
#include "edf/text.hpp"
#include "words/ids/recording.hpp"

namespace attune::edf {

namespace {

constexpr std::array<std::string_view, 96> sites{
    "Nz",   "Fpz", "Fp1",  "Fp2", "AFz", "AF1", "AF2", "AF3", "AF4",  "AF5", "AF6", "AF7", "AF8", "AF9",
    "AF10", "Fz",  "F1",   "F2",  "F3",  "F4",  "F5",  "F6",  "F7",   "F8",  "F9",  "F10", "FCz", "FC1",
    "FC2",  "FC3", "FC4",  "FC5", "FC6", "FT7", "FT8", "FT9", "FT10", "Cz",  "C1",  "C2",  "C3",  "C4",
    "C5",   "C6",  "T7",   "T8",  "T9",  "T10", "T3",  "T4",  "T5",   "T6",  "T1",  "T2",  "CPz", "CP1",
    "CP2",  "CP3", "CP4",  "CP5", "CP6", "TP7", "TP8", "TP9", "TP10", "Pz",  "P1",  "P2",  "P3",  "P4",
    "P5",   "P6",  "P7",   "P8",  "P9",  "P10", "POz", "PO1", "PO2",  "PO3", "PO4", "PO5", "PO6", "PO7",
    "PO8",  "PO9", "PO10", "Oz",  "O1",  "O2",  "O9",  "O10", "Iz",   "A1",  "A2",  "M1"};

constexpr std::array<std::string_view, 14> references{"ref", "a1", "a2",  "m1",   "m2",   "avg",    "av",
                                                      "le",  "cz", "fcz", "a1a2", "m1m2", "linked", "gnd"};

bool is_letter(char c) {
  return c >= 'a' && c <= 'z';
}

/// Frontal-plane and chest leads that stand without the word ECG.
bool is_ecg_lead(const LabelWords& parts) {
  constexpr std::array<std::string_view, 14> leads{"i",  "ii", "iii", "avr", "avl", "avf", "mlii",
                                                   "v1", "v2", "v3",  "v4",  "v5",  "v6",  "mcl1"};
  if (parts.empty() || parts.size() > 2) return false;
  if (parts.size() == 2 && parts[0] != "lead") return false;
  return std::find(leads.begin(), leads.end(), parts.back()) != leads.end();
}

bool is_voltage(std::string_view unit) {
  return unit == "uV" || unit == "mV" || unit == "V" || unit == "nV" || unit == "UV" || unit == "MV";
}

/// "f3m2" -> "f3", "m2": a site and the ear or mastoid that it was recorded against, as sleep laboratories
/// write them in one word; any other word as it is.
std::vector<std::string> without_glue(const std::string& word) {
  constexpr std::array<std::string_view, 4> ears{"a1", "a2", "m1", "m2"};
  if (word.size() < 4) return {word};
  const std::string site = word.substr(0, word.size() - 2), ear = word.substr(word.size() - 2);
  const bool glued = !site_name(site).empty() && std::find(ears.begin(), ears.end(), ear) != ears.end();
  return glued ? std::vector<std::string>{site, ear} : std::vector<std::string>{word};
}

/// "1 F3", "Ch01 F3": the channel's number before its site.
bool is_number_of_channel(std::string_view word) {
  if (word.starts_with("ch")) word.remove_prefix(2);
  return !word.empty() && std::all_of(word.begin(), word.end(), is_digit);
}

/// An ear, or the bone behind it.
bool is_behind(const std::string& site) {
  constexpr std::array<std::string_view, 6> sides{"A1", "A2", "M1", "M2", "TP9", "TP10"};
  return std::find(sides.begin(), sides.end(), site) != sides.end();
}

bool is_average(std::string_view word) {
  constexpr std::array<std::string_view, 14> averages{
      "avg", "average", "averaged",   "avgref", "av",       "ave",  "car",
      "moy", "moyenne", "mittelwert", "mittel", "promedio", "prom", "ar"};
  return std::find(averages.begin(), averages.end(), word) != averages.end();
}

/// One name for what programs write in several ways: the average, and both ears or mastoids.
std::string usual_reference(std::string name) {
  const std::string small = lower(name);
  if (is_average(small) || small == "common average") return "AVG";
  if (name == "A1 A2" || name == "A2 A1" || name == "A1A2" || name == "A2A1") return "LE";  // linked ears
  if (name == "M1 M2" || name == "M2 M1" || name == "M2M1" || name == "LM") return "M1M2";
  return name;
}

/// Whether the labels are an amplifier's banks of electrodes (BioSemi A1-A32, B1-B32 …): letter and number
/// combinations that no 10-10 site has, for at least two letters or beyond A2.
bool is_banked(const Header& header) {
  int impossible = 0;
  for (const Signal& signal : header.signals) {
    const LabelWords parts = label_words(signal.label);
    if (parts.size() != 1 || parts[0].size() < 2 || parts[0].size() > 3) continue;
    const std::string& word = parts[0];
    const bool numbered = is_letter(word[0]) && std::all_of(word.begin() + 1, word.end(), is_digit);
    if (numbered && word[0] != 'e' && site_name(word).empty()) ++impossible;
  }
  constexpr int fewest = 6;
  return impossible >= fewest;
}

}  // namespace

std::string site_name(std::string_view text) {
  const std::string key = lower(text);
  for (const std::string_view site : sites)
    if (lower(site) == key) return std::string(site);
  if (key == "m2") return "M2";
  return {};
}

std::string read_reference(std::string_view text) {
  const LabelWords words = label_words(text);
  const auto has = [&](std::initializer_list<std::string_view> any) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
      return std::find(any.begin(), any.end(), word) != any.end();
    });
  };
  std::vector<std::string> named;
  std::string upper;
  for (const std::string& word : words) {
    for (const std::string& part : without_glue(word))
      if (std::string site = site_name(part); !site.empty()) named.push_back(std::move(site));
    upper += upper.empty() ? "" : " ";
    for (const char c : word) upper += is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
  }
  // "Average of A1 and A2" is one of two ears, "average without the mastoids" of all the others.
  const bool ears = has({"ear", "ears", "earlobe", "earlobes", "oreille", "oreilles", "ohr", "ohren"});
  const bool mastoids = has({"mastoid", "mastoids", "mastoide", "mastoides", "mastoiden"});
  const bool but = has({"without", "except", "excluding", "sans", "sauf", "hors", "ohne"});
  const bool behind = named.empty() ? ears || mastoids
                                    : named.size() == 2 && std::all_of(named.begin(), named.end(), is_behind);
  if (std::any_of(words.begin(), words.end(), is_average) && (!behind || but)) return "AVG";
  if (named.size() == 1) return named.front();
  if (named.size() == 2) return usual_reference(named.front() + " " + named.back());
  const bool left = has({"left", "gauche", "links"}), right = has({"right", "droite", "droit", "rechts"});
  const bool one_side = left != right;
  if (mastoids) return !one_side ? "M1M2" : left ? "M1" : "M2";
  if (ears) return !one_side ? "LE" : left ? "A1" : "A2";
  return usual_reference(std::move(upper));
}

namespace {

/// "F3 ref A2", "F3 vs A2", "F3-(A1+A2)/2": the words of a site and its reference, without those that only join them.
void drop_joining_words(LabelWords& parts) {
  constexpr std::array<std::string_view, 8> joining{"ref", "reference", "vs",     "versus",
                                                    "to",  "against",   "contre", "gegen"};
  const auto joins = [&](const std::string& word) {
    return std::find(joining.begin(), joining.end(), word) != joining.end();
  };
  if (parts.size() > 2 && joins(parts[1])) parts.erase(parts.begin() + 1);
  if (parts.size() == 4 && parts[3] == "2" && !site_name(parts[1]).empty() && !site_name(parts[2]).empty())
    parts.pop_back();
}

/// "E24" beside a site is what the net calls it; "E129" is a net's vertex, its reference.
bool is_net_electrode(const std::string& word) {
  constexpr std::array<int, 4> vertices{33, 65, 129, 257};
  const int number = word.starts_with('e') ? net_number(word) : 0;
  return number > 0 && std::find(vertices.begin(), vertices.end(), number) == vertices.end();
}

/// "infant F3", "Raw-F3", "F3 filtered", "F3-1", "F4 (E124)": the site and its reference alone.
void drop_fillers(LabelWords& parts) {
  const auto is_filler = [](const std::string& word) {
    return is_eeg_filler(word) || is_net_electrode(word);
  };
  const auto site = std::find_if(parts.begin(), parts.end(),
                                 [](const std::string& word) { return !site_name(word).empty(); });
  if (site == parts.end() || !std::all_of(parts.begin(), site, is_filler)) return;
  std::erase_if(parts, is_filler);
}

}  // namespace

ChannelGuess guess_channel(std::string_view label, std::string_view unit) {
  ChannelGuess guess;
  LabelWords parts = label_words(label);
  if (const Keyword* keyword = keyword_of(parts)) {
    const bool ecg = keyword->kind == ChannelKind::ecg, breath = keyword->kind == ChannelKind::respiration;
    if (ecg && (!is_waveform_unit(unit) || is_about_ecg(parts))) return guess;
    if (breath && (is_rate_unit(unit) || is_about_breathing(parts))) return guess;
    guess.kind = (ecg || breath) && names_parent(parts) ? ChannelKind::other : keyword->kind;
    guess.certainty = keyword->certainty;
    return guess;
  }
  const bool says_eeg = !parts.empty() && parts.front() == "eeg";
  if (says_eeg || (parts.size() > 1 && parts.front() == "pol")) parts.erase(parts.begin());
  if (parts.size() > 1 && is_number_of_channel(parts[0]) && !site_name(parts[1]).empty())
    parts.erase(parts.begin());
  const bool no_signal = is_about_electrode(parts) || is_about_eeg(parts) || is_derived_unit(unit);
  const bool of_a_parent = names_parent(parts);
  const std::size_t named = parts.size();
  drop_fillers(parts);
  const bool has_fillers = parts.size() < named;
  if (parts.size() == 1) parts = without_glue(parts[0]);
  if (!parts.empty()) guess.site = site_name(parts[0]);
  if (!guess.site.empty()) drop_joining_words(parts);
  const bool is_site = !guess.site.empty() && parts.size() <= 3;
  if ((is_site || says_eeg) && (no_signal || of_a_parent)) return {};
  if (is_site) {
    guess.kind = ChannelKind::eeg;
    guess.certainty = has_fillers ? Certainty::likely : Certainty::sure;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::string site = site_name(parts[i]);
      const bool known = std::find(references.begin(), references.end(), parts[i]) != references.end();
      if (site.empty() && !known) guess.certainty = Certainty::likely;
      std::string upper;
      for (const char c : parts[i]) upper += is_letter(c) ? static_cast<char>(c - 'a' + 'A') : c;
      guess.reference += (guess.reference.empty() ? "" : " ") + (site.empty() ? upper : site);
    }
    guess.reference = usual_reference(std::move(guess.reference));
    if (!says_eeg && !unit.empty() && !is_voltage(unit)) guess.certainty = Certainty::likely;
    return guess;
  }
  guess.site.clear();
  if (says_eeg) {
    guess.kind = ChannelKind::eeg;
    guess.certainty = Certainty::sure;
  } else if (is_ecg_lead(parts)) {
    guess.kind = ChannelKind::ecg;
    guess.certainty = Certainty::likely;
  }
  return guess;
}

namespace {

/// Whether the words are those of an ECG, not of a track about one.
bool is_ecg(const LabelWords& parts) {
  const Keyword* keyword = keyword_of(parts);
  return keyword && keyword->kind == ChannelKind::ecg && !is_about_ecg(parts);
}

}  // namespace

bool is_parents_ecg(std::string_view label) {
  const LabelWords parts = label_words(label);
  return is_ecg(parts) && names_parent(parts);
}

bool is_infants_ecg(std::string_view label) {
  const LabelWords parts = label_words(label);
  return is_ecg(parts) && names_infant(parts);
}

bool is_parents_eeg(std::string_view label) {
  LabelWords parts = label_words(label);
  if (keyword_of(parts) || !names_parent(parts)) return false;
  const bool has_site = std::any_of(parts.begin(), parts.end(),
                                    [](const std::string& word) { return !site_name(word).empty(); });
  return has_site || parts.front() == "eeg";
}

bool is_parents_breath(std::string_view label) {
  const LabelWords parts = label_words(label);
  const Keyword* keyword = keyword_of(parts);
  return keyword && keyword->kind == ChannelKind::respiration && !is_about_breathing(parts) &&
         names_parent(parts);
}

namespace {

/// "ECG L" -> "l", "EKG1-REF" -> "1", "ECG (+)" -> "+": the electrode that a label names beside ECG; empty: none, or more.
std::string ecg_electrode(std::string_view label) {
  std::string rest;
  LabelWords parts = label_words(label);
  const auto is_beside = [&](const std::string& word) {
    return word == "pol" || word == "eeg" || word == "lead" || word == "bip" ||
           std::find(references.begin(), references.end(), word) != references.end();
  };
  for (const std::string& word : parts) {
    const bool prefix = word.starts_with("ecg") || word.starts_with("ekg") || word.starts_with("exg");
    const std::string own = prefix ? word.substr(3) : word;
    if (own.empty() || is_beside(own)) continue;
    if (!rest.empty()) return "";
    rest = own;
  }
  if (!rest.empty()) return rest;
  while (label.ends_with(')') || label.ends_with(']') || label.ends_with(' ')) label.remove_suffix(1);
  if (label.ends_with('+')) return "+";
  return label.ends_with('-') || label.ends_with("\u2212") ? "-" : "";
}

}  // namespace

std::vector<EcgPair> find_ecg_pairs(const Header& header) {
  constexpr std::array<std::string_view, 28> electrodes{
      "l",   "r",   "left",   "right",  "la",        "ra",      "1", "2", "+",     "-",
      "pos", "neg", "gauche", "droite", "gauche",    "droit",   "g", "d", "links", "rechts",
      "li",  "re",  "izq",    "der",    "izquierda", "derecha", "a", "b"};
  const auto& signals = header.signals;
  const auto is_alike = [](const Signal& a, const Signal& b) {
    return a.samples_per_record == b.samples_per_record && a.unit == b.unit;
  };
  const auto find = [&](std::string_view electrode) -> std::optional<std::size_t> {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < signals.size(); ++i) {
      if (signals[i].kind != ChannelKind::ecg || !signals[i].calibrated) continue;
      if (ecg_electrode(signals[i].label) != electrode) continue;
      if (found) return std::nullopt;  // not known which
      found = i;
    }
    return found;
  };
  std::vector<EcgPair> pairs;
  for (std::size_t i = 0; i < electrodes.size(); i += 2) {
    const auto first = find(electrodes[i]), second = find(electrodes[i + 1]);
    if (!first || !second) continue;
    const Signal &a = signals[*first], &b = signals[*second];
    if (is_alike(a, b)) pairs.push_back({*first, *second});
  }
  std::vector<std::size_t> all;
  for (std::size_t i = 0; i < signals.size(); ++i)
    if (signals[i].kind == ChannelKind::ecg && signals[i].calibrated) all.push_back(i);
  const bool are_electrodes = std::all_of(all.begin(), all.end(), [&](std::size_t i) {
    const std::string electrode = ecg_electrode(signals[i].label);
    return !electrode.empty() && !names_infant({electrode});
  });
  if (pairs.empty() && all.size() == 2 && are_electrodes && is_alike(signals[all[0]], signals[all[1]]))
    pairs.push_back({all[0], all[1]});
  return pairs;
}

words::Text unusable_rate(const Signal& signal) {
  // The R wave's power reaches to 20 Hz (Thakor, Webster & Tompkins 1984), infants' alpha to 9 Hz, their breathing to
  // 1 Hz; a rate must be more than twice that (Nyquist). No amplifier of this field samples at 200 kHz.
  constexpr double lowest_ecg_hz = 40, lowest_eeg_hz = 18, lowest_breathing_hz = 2, highest_hz = 200'000;
  const bool ecg = signal.kind == ChannelKind::ecg, eeg = signal.kind == ChannelKind::eeg;
  if (!ecg && !eeg && signal.kind != ChannelKind::respiration) return {};
  const double lowest_hz = ecg ? lowest_ecg_hz : eeg ? lowest_eeg_hz : lowest_breathing_hz;
  if (signal.sample_rate_hz < lowest_hz)
    return words::say<"recording.rate_low">({{"label", words::as_is(signal.label)},
                                             {"lowest", words::number(lowest_hz, 0)},
                                             {"what", words::as_is(ecg   ? "ecg"
                                                                   : eeg ? "eeg"
                                                                         : "breathing")}});
  if (signal.sample_rate_hz > highest_hz)
    return words::say<"recording.rate_high">(
        {{"label", words::as_is(signal.label)}, {"highest", words::number(highest_hz, 0)}});
  return {};
}

namespace {

/// "Ref: Cz", "reference=A2" in the fields beside the label; empty where none says it.
std::string stated_reference(const Signal& signal) {
  for (const std::string* field : {&signal.transducer, &signal.prefilter, &signal.reserved}) {
    const std::string text = lower(*field);
    for (const std::string_view name : {"reference", "ref"}) {
      const std::size_t at = text.find(name);
      if (at == std::string::npos || (at > 0 && is_letter(text[at - 1]))) continue;
      std::size_t after = at + name.size();
      if (after >= text.size() || (text[after] != ':' && text[after] != '=')) continue;
      while (after < text.size() && (text[after] == ':' || text[after] == '=' || text[after] == ' ')) ++after;
      std::size_t end = after;
      while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]))) ++end;
      if (end == after) continue;
      std::string word = text.substr(after, end - after);
      for (const std::string_view both : {"linked", "common"})
        if (word == both) word = text.substr(after, text.find_first_of(";/|", after) - after);
      return read_reference(word);
    }
  }
  return "";
}

}  // namespace

namespace {

/// A channel that a number names may be an EEG's where it says so, or its unit is that of one and its rate a waveform's.
bool may_be_eeg(const Signal& signal) {
  constexpr double lowest_hz = 50;
  const bool slow = signal.sample_rate_hz > 0 && signal.sample_rate_hz < lowest_hz;
  return lower(signal.label).starts_with("eeg") ? !is_derived_unit(signal.unit)
                                                : signal.unit == "uV" && !slow;
}

}  // namespace

void classify_channels(Header& header) {
  const bool banked = is_banked(header);
  const Net net = banked ? Net() : find_net(labels_of(header));
  for (Signal& signal : header.signals) {
    if (signal.kind == ChannelKind::annotation) {
      signal.certainty = Certainty::sure;
      continue;
    }
    ChannelGuess guess = guess_channel(signal.label, signal.unit);
    const int electrode = net_number(signal.label);
    const LabelWords parts = label_words(signal.label);
    const bool bank_label = banked && parts.size() == 1 && parts[0].size() <= 3 && is_letter(parts[0][0]) &&
                            parts[0].size() >= 2 &&
                            std::all_of(parts[0].begin() + 1, parts[0].end(), is_digit);
    const int numbered = net.numbered > 0 && may_be_eeg(signal) ? channel_number(signal.label) : 0;
    if (net.electrodes > 0 && electrode > 0) {
      guess = {ChannelKind::eeg, std::string(net_site(net, electrode)), "", Certainty::likely};
    } else if (numbered > 0) {
      guess = {ChannelKind::eeg, std::string(net_site(net, numbered)), guess.reference, Certainty::likely};
    } else if (net.size > 0 && is_vertex(signal.label)) {
      guess = {ChannelKind::eeg, "Cz", "", Certainty::likely};
    } else if (electrode > 0 && electrode <= 2 && !banked) {
      guess = {ChannelKind::eog, "", "", Certainty::likely};
    } else if (bank_label) {
      guess = {ChannelKind::eeg, "", "", Certainty::likely};
    }
    signal.kind = guess.kind;
    signal.site = std::move(guess.site);
    signal.reference = std::move(guess.reference);
    if (signal.kind == ChannelKind::eeg && signal.reference.empty())
      signal.reference = stated_reference(signal);
    signal.certainty = guess.certainty;
  }
}

}  // namespace attune::edf
