#include "edf/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/words.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// "u", "micro" and the byte that is \u00B5 on DOS: what stands before "V", "volt", "volts", also cut to the field's 8 letters.
struct UnitPrefix {
  std::string_view spelled, unit;
};
constexpr std::array unit_prefixes{
    UnitPrefix{"u", "uV"},      UnitPrefix{"\u00B5", "uV"}, UnitPrefix{"\u03BC", "uV"},
    UnitPrefix{"\u00E6", "uV"}, UnitPrefix{"micro", "uV"},  UnitPrefix{"mikro", "uV"},
    UnitPrefix{"mc", "uV"},     UnitPrefix{"10^-6", "uV"},  UnitPrefix{"1e-6", "uV"},
    UnitPrefix{"e-6", "uV"},    UnitPrefix{"m", "mV"},      UnitPrefix{"milli", "mV"},
    UnitPrefix{"10^-3", "mV"},  UnitPrefix{"1e-3", "mV"},   UnitPrefix{"", "V"},
    UnitPrefix{"n", "nV"},      UnitPrefix{"nano", "nV"},   UnitPrefix{"10^-9", "nV"},
    UnitPrefix{"1e-9", "nV"},
};
constexpr std::array<std::string_view, 4> volt_words{"v", "vol", "volt", "volts"};

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
  for (const UnitPrefix& prefix : unit_prefixes) {
    if (!key.starts_with(prefix.spelled)) continue;
    if (std::find(volt_words.begin(), volt_words.end(), key.substr(prefix.spelled.size())) !=
        volt_words.end())
      return {std::string(prefix.unit), false};
  }
  return {std::string(field), false};
}

std::optional<double> microvolts_per(std::string_view unit) {
  if (unit == "uV") return 1;
  if (unit == "mV") return 1e3;
  if (unit == "V") return 1e6;
  if (unit == "nV") return 1e-3;
  return std::nullopt;
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
