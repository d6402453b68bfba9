#include "cohort/sidecar.hpp"

#include <algorithm>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "edf/text.hpp"
#include "tables/missing.hpp"

namespace attune::cohort {
namespace {

/// Small letters alone: "High-pass filter" is "highpassfilter".
std::string letters_of(const std::string& name) {
  std::string letters;
  for (const char c : lower(name))
    if (c >= 'a' && c <= 'z') letters += c;
  return letters;
}

enum class Pass { high, low, other };

Pass pass_of(const std::string& name) {
  const std::string letters = letters_of(name);
  const auto has = [&](const char* part) { return letters.find(part) != std::string::npos; };
  if (has("highpass") || has("lowcut") || letters == "hp" || letters == "hpf") return Pass::high;
  if (has("lowpass") || has("highcut") || has("antialias") || letters == "lp" || letters == "lpf")
    return Pass::low;
  return Pass::other;
}

std::optional<double> hz_of(const Json& value) {
  if (value.is_string()) return cutoff_of(value.get<std::string>());
  if (!value.is_number()) return std::nullopt;
  const double hz = value.get<double>();
  return hz >= 0 ? std::optional(hz) : std::nullopt;
}

/// Its frequency: the number itself, or the one member that is named as a cutoff.
std::optional<double> cutoff_in(const Json& filter) {
  if (!filter.is_object()) return hz_of(filter);
  std::optional<double> found;
  for (const auto& [name, value] : filter.items()) {
    const std::string letters = letters_of(name);
    const bool named = letters.find("cutoff") != std::string::npos || letters.starts_with("freq") ||
                       letters == "hz" || letters == "value";
    if (!named) continue;
    if (found) return std::nullopt;
    found = hz_of(value);
  }
  return found;
}

bool says_nothing(const Json& value) {
  return value.is_null() || ((value.is_object() || value.is_array()) && value.empty()) ||
         (value.is_string() &&
          (tables::says_missing(value.get<std::string>()) || lower(value.get<std::string>()) == "none"));
}

/// Of the amplifier and of the program the narrower one is what is left.
void add_filters(const Json& filters, const std::string& member, Sidecar& sidecar) {
  if (says_nothing(filters)) return;
  if (!filters.is_object()) {
    sidecar.not_read.push_back(member);
    return;
  }
  for (const auto& [name, filter] : filters.items()) {
    if (says_nothing(filter)) continue;
    const Pass pass = pass_of(name);
    const auto hz = pass == Pass::other ? std::nullopt : cutoff_in(filter);
    if (!hz)
      sidecar.not_read.push_back(name);
    else if (*hz > 0 && pass == Pass::high)
      sidecar.highpass_hz = std::max(sidecar.highpass_hz.value_or(0), *hz);
    else if (*hz > 0)
      sidecar.lowpass_hz = std::min(sidecar.lowpass_hz.value_or(*hz), *hz);
  }
}

}  // namespace

std::optional<double> cutoff_of(std::string text) {
  text = lower(text);
  if (text == "dc") return 0;
  if (text.ends_with("hz")) text = std::string(edf::trim(text.substr(0, text.size() - 2)));
  const auto hz = decimal_number(text);
  return hz && *hz >= 0 ? hz : std::nullopt;
}

Sidecar read_sidecar(const Json& merged) {
  Sidecar sidecar;
  if (!merged.is_object()) return sidecar;
  const Json reference = merged.value("EEGReference", Json());
  if (reference.is_string() && !says_nothing(reference)) sidecar.reference = reference.get<std::string>();
  for (const auto& [name, value] : merged.items())
    if (name != "EEGReference" && name != "HardwareFilters" && name != "SoftwareFilters")
      sidecar.other_members.push_back(name);
  for (const char* member : {"HardwareFilters", "SoftwareFilters"})
    add_filters(merged.value(member, Json()), member, sidecar);
  return sidecar;
}

}  // namespace attune::cohort
