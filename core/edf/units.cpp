#include "edf/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "base/words.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 28> spellings{{
    {"uv", "uV"},       {"\u00B5v", "uV"},   {"\u03BCv", "uV"},    {"uvolt", "uV"},
    {"microv", "uV"},   {"microvolt", "uV"}, {"microvolts", "uV"}, {"uvolts", "uV"},
    {"mv", "mV"},       {"millivolt", "mV"}, {"millivolts", "mV"}, {"mvolt", "mV"},
    {"v", "V"},         {"volt", "V"},       {"volts", "V"},       {"nv", "nV"},
    {"nanovolt", "nV"}, {"nanovolts", "nV"}, {"\u00B5volt", "uV"}, {"\u03BCvolt", "uV"},
    {"mvolts", "mV"},   {"10^-6v", "uV"},    {"1e-6v", "uV"},      {"e-6v", "uV"},
    {"microvol", "uV"},                                          // cut to the field's 8 characters
    {"millivol", "mV"}, {"10^-3v", "mV"},    {"\u00E6v", "uV"},  // the byte that is µ on DOS
}};

/// Without brackets round it, a full stop behind it and blanks in it.
std::string bare_unit(std::string_view field) {
  std::string bare;
  for (const char c : field)
    if (c != ' ' && c != '[' && c != ']' && c != '(' && c != ')') bare += c;
  if (bare.ends_with('.')) bare.pop_back();
  return bare;
}

}  // namespace

Unit read_unit(std::string_view field) {
  // Capital prefixes are other units (mega-; ultraviolet is none), so they are not read as micro or milli.
  const std::string bare = bare_unit(field);
  if (bare == "UV" || bare == "MV") return {bare, true};
  const std::string key = lower(bare);
  for (const auto& [spelling, canonical] : spellings)
    if (key == spelling) return {std::string(canonical), false};
  return {std::string(field), false};
}

std::optional<double> microvolts_per(std::string_view unit) {
  if (unit == "uV") return 1;
  if (unit == "mV") return 1e3;
  if (unit == "V") return 1e6;
  if (unit == "nV") return 1e-3;
  return std::nullopt;
}

namespace {

/// Takes the frequency that follows a filter's name and colon; none if it is not one for certain.
std::optional<double> take_frequency(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  if (lower(text.substr(0, 2)) == "dc") return 0.0;
  std::size_t length = 0;
  while (length < text.size() && ((text[length] >= '0' && text[length] <= '9') || text[length] == '.' ||
                                  (text[length] == ',' && length + 1 < text.size() &&
                                   text[length + 1] >= '0' && text[length + 1] <= '9')))
    ++length;
  const auto number = parse_number(text.substr(0, length));
  if (!number || length > 12) return std::nullopt;
  text.remove_prefix(length);
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  const std::string unit = lower(text.substr(0, 3));
  if (unit.starts_with("hz") || unit.empty()) return number->value();
  if (unit == "khz") return number->value() * 1000;
  if (unit == "mhz") return std::nullopt;  // milli or mega: not for certain
  const char next = unit.front();
  // "HP:0.1 LP:75" leaves the unit out; "HP:0.1s" is a time constant and no frequency.
  const bool separated = next == ';' || next == ',' || next == 'h' || next == 'l' || next == 'n';
  return separated ? std::optional(number->value()) : std::nullopt;
}

constexpr std::array<std::string_view, 12> highpass_names{"hp",        "hpf",      "highpass",   "high-pass",
                                                          "high pass", "hochpass", "passe-haut", "passe haut",
                                                          "lff",       "low cut",  "lowcut",     "low-cut"};
constexpr std::array<std::string_view, 12> lowpass_names{"lp",       "lpf",      "lowpass",   "low-pass",
                                                         "low pass", "tiefpass", "passe-bas", "passe bas",
                                                         "hff",      "high cut", "highcut",   "high-cut"};

/// What stands behind a filter's name: behind its colon, or, of a number, behind a blank; none where it is not named.
std::optional<std::string_view> behind_name(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    const bool word_start = at == 0 || !(text[at - 1] >= 'a' && text[at - 1] <= 'z');
    std::string_view rest = text.substr(at + name.size());
    const bool blank = rest.starts_with(' ');
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    if (rest.starts_with("(hz)")) rest.remove_prefix(4);
    if (!word_start || rest.empty()) continue;
    if (rest.front() == ':' || rest.front() == '=') return rest.substr(1);
    if (blank && is_digit(rest.front())) return rest;
  }
  return std::nullopt;
}

template <std::size_t n>
std::optional<double> named_frequency(std::string_view text, const std::array<std::string_view, n>& names) {
  for (const std::string_view name : names)
    if (const auto rest = behind_name(text, name)) return take_frequency(*rest);
  return std::nullopt;
}

/// "TC:0.3 s": the high-pass of this time constant, 1 / (2 pi tau).
std::optional<double> highpass_of_time_constant(std::string_view text) {
  const auto rest = behind_name(text, "tc");
  if (!rest) return std::nullopt;
  const std::string_view value = trim(*rest);
  const std::size_t length = std::min(value.find_first_not_of("0123456789.,"), value.size());
  const auto seconds = parse_number(value.substr(0, length));
  const std::string_view unit = trim(value.substr(length)).substr(0, 2);
  const bool is_seconds = unit.starts_with('s') && unit != "sa";
  if (!seconds || !(seconds->value() > 0) || !is_seconds) return std::nullopt;
  return 1 / (2 * std::numbers::pi * seconds->value());
}

/// "0.5-35 Hz", "Bandpass 1 Hz - 8 Hz": both limits of a band that no other name tells apart.
void take_band(std::string_view text, Filters& filters) {
  for (const std::string_view other : {"notch", "stop", "sperr"})
    if (text.find(other) != std::string::npos) return;
  constexpr std::string_view number = "0123456789.,";
  for (std::size_t dash = text.find('-'); dash != std::string::npos; dash = text.find('-', dash + 1)) {
    std::string_view left = trim(text.substr(0, dash)), right = trim(text.substr(dash + 1));
    if (left.ends_with("hz")) left = trim(left.substr(0, left.size() - 2));
    const std::size_t before = left.find_last_not_of(number),
                      after = std::min(right.find_first_not_of(number), right.size());
    const auto low = parse_number(before == std::string::npos ? left : left.substr(before + 1));
    const auto high = parse_number(right.substr(0, after));
    if (!low || !high || !trim(right.substr(after)).starts_with("hz")) continue;
    filters.highpass_hz = low->value();
    filters.lowpass_hz = high->value();
    return;
  }
}

}  // namespace

Filters read_filters(std::string_view prefilter) {
  Filters filters;
  const std::string text = lower(prefilter);
  filters.highpass_hz = named_frequency(text, highpass_names);
  filters.lowpass_hz = named_frequency(text, lowpass_names);
  filters.notch_hz = named_frequency(text, std::array<std::string_view, 2>{"notch", "n"});
  if (!filters.highpass_hz) filters.highpass_hz = highpass_of_time_constant(text);
  if (!filters.highpass_hz && !filters.lowpass_hz) take_band(text, filters);
  return filters;
}

bool plausible(const Filters& filters) {
  if (!filters.highpass_hz || !filters.lowpass_hz || *filters.lowpass_hz == 0) return true;
  return *filters.highpass_hz < *filters.lowpass_hz;
}

bool highpass_differs(std::optional<double> one_hz, std::optional<double> other_hz) {
  // 0.53 Hz is the filter of a time constant of 0.3 s, and is written as 0.5 too.
  constexpr double rounding = 0.1;
  return one_hz && other_hz && std::abs(*one_hz - *other_hz) > rounding * std::max(*one_hz, *other_hz);
}

bool lowpass_differs(std::optional<double> one_hz, std::optional<double> other_hz) {
  constexpr double rounding = 0.02, least_hz = 0.05;
  return one_hz && other_hz && *one_hz > 0 && *other_hz > 0 &&
         std::abs(*one_hz - *other_hz) > rounding * *one_hz + least_hz;
}

}  // namespace attune::edf
