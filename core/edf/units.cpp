#include "edf/units.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "edf/text.hpp"

namespace attune::edf {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 22> spellings{{
    {"uv", "uV"},         {"\u00B5v", "uV"},     {"\u03BCv", "uV"},    {"uvolt", "uV"},
    {"microv", "uV"},     {"microvolt", "uV"},   {"microvolts", "uV"}, {"uvolts", "uV"},
    {"mv", "mV"},         {"millivolt", "mV"},   {"millivolts", "mV"}, {"mvolt", "mV"},
    {"v", "V"},           {"volt", "V"},         {"volts", "V"},       {"nv", "nV"},
    {"nanovolt", "nV"},   {"nanovolts", "nV"},   {"\u00B5volt", "uV"}, {"\u03BCvolt", "uV"},
    {"micro volt", "uV"}, {"micro volts", "uV"},
}};

}  // namespace

Unit read_unit(std::string_view field) {
  // Capital prefixes are other units (mega-; ultraviolet is none), so they are not read as micro or milli.
  if (field.size() == 2 && field[1] == 'V' && (field[0] == 'U' || field[0] == 'M'))
    return {std::string(field), true};
  const std::string key = lower(field);
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

}  // namespace

Filters read_filters(std::string_view prefilter) {
  Filters filters;
  const std::string text = lower(prefilter);
  const auto find = [&](std::string_view name) -> std::optional<double> {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const bool word_start = at == 0 || !(text[at - 1] >= 'a' && text[at - 1] <= 'z');
      std::size_t after = at + name.size();
      while (after < text.size() && text[after] == ' ') ++after;
      if (!word_start || after >= text.size() || (text[after] != ':' && text[after] != '=')) continue;
      return take_frequency(std::string_view(text).substr(after + 1));
    }
    return std::nullopt;
  };
  filters.highpass_hz = find("hp");
  filters.lowpass_hz = find("lp");
  filters.notch_hz = find("notch");
  if (!filters.notch_hz) filters.notch_hz = find("n");
  return filters;
}

bool plausible(const Filters& filters) {
  if (!filters.highpass_hz || !filters.lowpass_hz || *filters.lowpass_hz == 0) return true;
  return *filters.highpass_hz < *filters.lowpass_hz;
}

}  // namespace attune::edf
