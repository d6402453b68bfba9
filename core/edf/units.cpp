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
struct Prefix {
  std::string_view spelled, unit;
};
constexpr std::array prefixes{
    Prefix{"u", "uV"},     Prefix{"\u00B5", "uV"}, Prefix{"\u03BC", "uV"}, Prefix{"\u00E6", "uV"},
    Prefix{"micro", "uV"}, Prefix{"mikro", "uV"},  Prefix{"mc", "uV"},     Prefix{"10^-6", "uV"},
    Prefix{"1e-6", "uV"},  Prefix{"e-6", "uV"},    Prefix{"m", "mV"},      Prefix{"milli", "mV"},
    Prefix{"10^-3", "mV"}, Prefix{"1e-3", "mV"},   Prefix{"", "V"},        Prefix{"n", "nV"},
    Prefix{"nano", "nV"},  Prefix{"10^-9", "nV"},  Prefix{"1e-9", "nV"},
};
constexpr std::array<std::string_view, 4> volts{"v", "vol", "volt", "volts"};

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
  for (const Prefix& prefix : prefixes) {
    if (!key.starts_with(prefix.spelled)) continue;
    if (std::find(volts.begin(), volts.end(), key.substr(prefix.spelled.size())) != volts.end())
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
