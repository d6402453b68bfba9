#include "edf/channel_words.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/words.hpp"
#include "edf/channels.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr auto certain = Certainty::sure;
constexpr auto guessed = Certainty::likely;

/// In order of precedence.
constexpr std::array keywords{
    Keyword{"ecg", ChannelKind::ecg, false, certain},
    Keyword{"ekg", ChannelKind::ecg, false, certain},
    Keyword{"electrocardio", ChannelKind::ecg, false, certain},
    Keyword{"elektrokardio", ChannelKind::ecg, false, certain},
    Keyword{"eog", ChannelKind::eog, false, certain},
    Keyword{"heog", ChannelKind::eog, false, certain},
    Keyword{"veog", ChannelKind::eog, false, certain},
    Keyword{"reog", ChannelKind::eog, false, certain},
    Keyword{"leog", ChannelKind::eog, false, certain},
    Keyword{"ieog", ChannelKind::eog, false, certain},
    Keyword{"loc", ChannelKind::eog, true, guessed},
    Keyword{"roc", ChannelKind::eog, true, guessed},
    Keyword{"emg", ChannelKind::emg, false, certain},
    Keyword{"chin", ChannelKind::emg, false, guessed},
    Keyword{"kinn", ChannelKind::emg, true, guessed},
    Keyword{"submental", ChannelKind::emg, true, guessed},
    Keyword{"tibialis", ChannelKind::emg, true, guessed},
    Keyword{"resp", ChannelKind::respiration, false, certain},
    Keyword{"respiration", ChannelKind::respiration, false, certain},
    Keyword{"breath", ChannelKind::respiration, false, certain},
    Keyword{"atem", ChannelKind::respiration, false, certain},
    Keyword{"atmung", ChannelKind::respiration, false, certain},
    Keyword{"thor", ChannelKind::respiration, false, guessed},
    Keyword{"tho", ChannelKind::respiration, true, guessed},
    Keyword{"abdo", ChannelKind::respiration, false, guessed},
    Keyword{"abd", ChannelKind::respiration, true, guessed},
    Keyword{"chest", ChannelKind::respiration, true, guessed},
    Keyword{"brust", ChannelKind::respiration, true, guessed},
    Keyword{"bauch", ChannelKind::respiration, true, guessed},
    Keyword{"airflow", ChannelKind::respiration, false, certain},
    Keyword{"flow", ChannelKind::respiration, true, guessed},
    Keyword{"nasal", ChannelKind::respiration, true, guessed},
    Keyword{"thermistor", ChannelKind::respiration, true, guessed},
    Keyword{"cannula", ChannelKind::respiration, true, guessed},
    Keyword{"rip", ChannelKind::respiration, true, guessed},
    Keyword{"status", ChannelKind::trigger, true, certain},
    Keyword{"trig", ChannelKind::trigger, false, certain},
    Keyword{"trigger", ChannelKind::trigger, false, certain},
    Keyword{"stim", ChannelKind::trigger, false, guessed},
    Keyword{"marker", ChannelKind::trigger, false, guessed},
    Keyword{"markers", ChannelKind::trigger, true, guessed},
    Keyword{"event", ChannelKind::trigger, false, guessed},
    Keyword{"events", ChannelKind::trigger, true, guessed},
    Keyword{"sti", ChannelKind::trigger, true, guessed},
    Keyword{"din", ChannelKind::trigger, false, guessed},
};

constexpr std::array<std::string_view, 44> parents{
    "mother", "mothers", "mom", "moms", "mommy", "mum", "mums", "mummy", "mama", "maman", "mami", "mutti",
    "maternal", "maternel", "mere", "madre", "mutter", "moeder", "father", "dad", "daddy", "papa", "pere",
    "padre", "vater", "parent", "parents", "eltern", "caregiver", "caretaker", "adult", "adulte", "adulto",
    "erwachsener", "erwachsene", "maternelle",
    // as labels of 16 characters cut them
    "mat", "mam", "matern", "materno", "materna", "parental", "maternels", "fathers"};

constexpr std::array<std::string_view, 36> infants{
    "infant",     "baby",     "child",     "neonate",  "newborn", "kind",         "enfant",       "bebe",
    "nourrisson", "saugling", "fetal",     "lactante", "nino",    "nina",         "neugeborenes", "inf",
    "bb",         "neo",      "neonatal",  "fetus",    "foetus",  "fotus",        "foetal",       "foetale",
    "toddler",    "kid",      "saeugling", "hijo",     "hija",    "neugeborenen", "neugeb",       "nourr",
    "sgl",        "babys",    "infants",   "nouveau"};

/// Rates and intervals, with their abbreviations.
constexpr std::array<std::string_view, 20> rates{
    "hr",   "rate",       "bpm", "rr",  "rri",   "ibi",  "freq",  "frequence", "frequency", "frequenz",
    "frec", "frecuencia", "fc",  "hrv", "trend", "puls", "pulse", "pouls",     "pulso",     "beats"};

constexpr std::array<std::string_view, 11> electrode_tracks{
    "imp",     "impedance", "impedances", "impedanz", "impedancia", "sqi",
    "quality", "qualite",   "qualitat",   "temp",     "temperature"};

constexpr std::array<std::string_view, 21> ecg_tracks{
    "edr",    "z0",      "off",     "leadoff", "leadsoff", "st",      "qrs",
    "rpeak",  "rpeaks",  "peaks",   "status",  "marker",   "markers", "event",
    "events", "trigger", "derived", "accel",   "acc",      "temp",    "calidad"};

/// What is computed of an EEG: bands, envelopes, oxygenation; no signal of the electrode.
constexpr std::array<std::string_view, 42> eeg_tracks{
    "alpha",     "beta",      "theta",     "delta",     "gamma",     "sigma",    "mu",
    "power",     "pow",       "psd",       "band",      "env",       "envelope", "hilbert",
    "wavelet",   "rms",       "aeeg",      "csa",       "dsa",       "sef",      "trend",
    "amplitude", "ratio",     "index",     "asym",      "hbo",       "hbr",      "hbt",
    "hhb",       "o2hb",      "oxy",       "deoxy",     "leistung",  "band1",    "entropy",
    "coherence", "asymmetry", "asymetrie", "puissance", "enveloppe", "potencia", "huellkurve"};

/// What was done to an EEG, or what every channel is: says nothing of where it was, nor against what.
constexpr std::array<std::string_view, 24> eeg_fillers{
    "raw",     "filt",      "filtered", "filtre", "filtriert", "filtrado",  "unfiltered", "clean",
    "cleaned", "corrected", "ica",      "asr",    "notch",     "bp",        "orig",       "original",
    "ch",      "chan",      "channel",  "sig",    "signal",    "electrode", "elektrode",  "interp"};

template <std::size_t n>
bool is_one_of(std::string_view word, const std::array<std::string_view, n>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

template <std::size_t n>
bool has_word(const LabelWords& words, const std::array<std::string_view, n>& list) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return is_one_of(word, list); });
}

bool has_rate(const LabelWords& words) {
  return has_word(words, rates) || std::any_of(words.begin(), words.end(), [](const std::string& word) {
           return word.ends_with("rate") || word.ends_with("frequenz");
         });
}

bool is_known(std::string_view word) {
  return is_one_of(word, parents) || is_one_of(word, infants) || is_one_of(word, rates) ||
         is_one_of(word, electrode_tracks) || is_one_of(word, ecg_tracks) || word.ends_with("frequenz");
}

/// A word, taken apart where it is written in one with ECG or EEG. "mECG" is the mother's, "fECG", "iECG" and "bECG" a child's.
LabelWords taken_apart(const std::string& word) {
  constexpr std::size_t sign = 3;
  const auto is_sign = [](std::string_view text) { return text == "ecg" || text == "ekg"; };
  if (word.size() <= sign) return {word};
  const std::string front = word.substr(0, sign), behind = word.substr(sign);
  if (is_sign(front) && is_known(behind)) return {front, behind};
  if (front == "eeg" && (is_digit(behind[0]) || !site_name(behind).empty())) return {front, behind};
  const std::string start = word.substr(0, word.size() - sign), end = word.substr(word.size() - sign);
  if (!is_sign(end)) return {word};
  if (start == "m") return {"maternal", end};
  if (start == "f" || start == "i" || start == "b") return {"infant", end};
  return is_known(start) ? LabelWords{start, end} : LabelWords{word};
}

/// "E.K.G." comes as three letters.
void join_letters(LabelWords& words) {
  if (words.size() < 3 || words[0].size() != 1 || words[1].size() != 1) return;
  const std::string sign = words[0] + words[1] + words[2];
  if (sign != "ecg" && sign != "ekg") return;
  words[0] = sign;
  words.erase(words.begin() + 1, words.begin() + 3);
}

/// The label without "[uV]", "(mV)" at its end.
std::string_view without_unit(std::string_view label) {
  label = trim(label);
  if (label.empty() || (label.back() != ']' && label.back() != ')')) return label;
  const std::size_t open = label.find_last_of("[(");
  if (open == std::string_view::npos) return label;
  const std::string unit = folded(label.substr(open + 1, label.size() - open - 2));
  const bool voltage = unit == "v" || (unit.size() <= 3 && unit.ends_with("v"));
  return voltage ? trim(label.substr(0, open)) : label;
}

/// A word matches a keyword if it is the keyword, goes on with digits ("ECG1"), or (not whole_word) with letters.
bool matches(std::string_view word, const Keyword& keyword) {
  if (!word.starts_with(keyword.text)) return false;
  const std::string_view rest = word.substr(keyword.text.size());
  return !keyword.whole_word || std::all_of(rest.begin(), rest.end(), is_digit);
}

}  // namespace

LabelWords label_words(std::string_view label) {
  LabelWords runs;
  bool open = false;
  for (const char c : folded(without_unit(label))) {
    const bool part = (c >= 'a' && c <= 'z') || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (part && !open) runs.emplace_back();
    if (part) runs.back() += c;
    open = part;
  }
  LabelWords words;
  for (const std::string& run : runs)
    for (std::string& word : taken_apart(run)) words.push_back(std::move(word));
  join_letters(words);
  return words;
}

const Keyword* keyword_of(const LabelWords& words) {
  const auto found = std::find_if(keywords.begin(), keywords.end(), [&](const Keyword& keyword) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return matches(word, keyword); });
  });
  return found == keywords.end() ? nullptr : &*found;
}

bool is_about_ecg(const LabelWords& words) {
  const bool breath = std::any_of(words.begin(), words.end(), [](const std::string& word) {
    return word.starts_with("resp") || word.starts_with("breath") || word.starts_with("atem");
  });
  return breath || has_rate(words) || has_word(words, electrode_tracks) || has_word(words, ecg_tracks);
}

bool is_about_breathing(const LabelWords& words) {
  return has_rate(words) ||
         has_word(words, std::array<std::string_view, 4>{"sqi", "quality", "qualite", "fr"});
}

bool is_about_electrode(const LabelWords& words) {
  return has_word(words, electrode_tracks);
}

bool is_about_eeg(const LabelWords& words) {
  return has_word(words, eeg_tracks);
}

bool is_eeg_filler(std::string_view word) {
  return is_one_of(word, eeg_fillers) || is_one_of(word, infants) ||
         std::all_of(word.begin(), word.end(), is_digit);
}

bool is_waveform_unit(std::string_view unit) {
  constexpr std::array<std::string_view, 21> own_numbers{
      "",   "counts", "count",  "cnt",     "adu",  "adc",   "au",   "a.u.", "raw", "lsb",    "n/a",
      "na", "digit",  "digits", "digital", "unit", "units", "none", "-",    "nu",  "unknown"};
  const std::string key = lower(unit);
  return is_one_of(key, own_numbers) || unit.find('V') != std::string_view::npos || key.ends_with("v") ||
         key.find("volt") != std::string::npos || key.starts_with("micro") || key.starts_with("milli");
}

bool is_rate_unit(std::string_view unit) {
  constexpr std::array<std::string_view, 9> units{"bpm", "brpm", "rpm",   "ms",    "s",
                                                  "sec", "hz",   "min-1", "min^-1"};
  const std::string key = lower(unit);
  return is_one_of(key, units) || key.find("/m") != std::string::npos;
}

bool is_derived_unit(std::string_view unit) {
  const std::string key = lower(unit);
  constexpr std::array<std::string_view, 19> others{
      "degc", "\u00B0c", "c",    "celsius", "mmhg",  "pa",   "hpa",   "kpa", "cmh2o", "g",
      "mg",   "l/s",     "ml/s", "db",      "deg/s", "m/s2", "m/s^2", "us",  "ns"};
  return is_rate_unit(unit) || unit == "%" || key.find("ohm") != std::string::npos ||
         key.ends_with("\u03A9") || key.ends_with("\u2126") || is_one_of(key, others);
}

bool names_parent(const LabelWords& words) {
  return has_word(words, parents);
}

bool names_infant(const LabelWords& words) {
  return has_word(words, infants);
}

}  // namespace attune::edf
