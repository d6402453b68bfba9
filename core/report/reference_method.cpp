#include "report/reference_method.hpp"

#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "base/measure_table.hpp"
#include "report/measures.hpp"
#include "report/reference.hpp"
#include "tables/missing.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/reference.hpp"

namespace attune::report {
namespace {

std::string band_text(double low_hz, double high_hz) {
  return dump(Json(low_hz)) + "-" + dump(Json(high_hz)) + " Hz";
}

std::string band_text(const eeg::Band& band) {
  return band_text(band.low_hz, band.high_hz);
}

/// Which values have another method than the settings ask for.
class OtherMethods {
 public:
  explicit OtherMethods(const visit::Settings& settings) : settings_(settings) {}

  template <class Value>
  bool operator()(const Value& value) {
    if (value.method.empty()) return false;
    const auto [place, is_new] = asked_.try_emplace(value.measure);
    if (is_new) place->second = method_of(value.measure, settings_);
    return !place->second.empty() && place->second != value.method;
  }

 private:
  const visit::Settings& settings_;
  std::map<std::string, std::string> asked_;  // by measure
};

}  // namespace

std::string method_of(const std::string& measure, const visit::Settings& settings) {
  const std::string against = "; reference " + std::string(name_of(settings.eeg.reference));
  const MeasureRow* row = measure_info(measure);
  if (!row) return "";
  if (row == measure_row(measures::relative_asymmetry))
    return band_text(settings.eeg.alpha) + " of " + band_text(settings.eeg.total) + against;
  if (row == measure_row(measures::oscillatory_asymmetry))
    return band_text(settings.eeg.alpha) + " over " + band_text(settings.eeg.background) + against;
  if (row->family == Family::asymmetry) return band_text(settings.eeg.alpha) + against;
  if (row->family == Family::background) return band_text(settings.eeg.background) + against;
  if (row->family == Family::rsa)
    return band_text(settings.hrv.rsa_low_hz, settings.hrv.rsa_high_hz) + "; epochs of " +
           dump(Json(settings.hrv.epoch_s)) + " s";
  return "";
}

std::string method_told(std::string_view cell) {
  return tables::says_no_number(cell) ? "" : std::string(cell);
}

std::optional<Reference> without_other_methods(const Reference& reference, const visit::Settings& settings) {
  OtherMethods is_other(settings);
  std::map<std::string, std::string> others;  // by measure, the method
  const auto note = [&](const auto& value) {
    if (is_other(value)) others.try_emplace(value.measure, value.method);
  };
  std::for_each(reference.values.begin(), reference.values.end(), note);
  std::for_each(reference.aggregates.begin(), reference.aggregates.end(), note);
  if (others.empty()) return std::nullopt;
  Reference rest = reference;
  const auto is_out = [&](const auto& value) { return is_other(value); };
  std::erase_if(rest.values, is_out);
  std::erase_if(rest.aggregates, is_out);
  for (const auto& [measure, theirs] : others)
    rest.diagnostics.push_back(
        {"W_REFERENCE_METHOD", Severity::warning,
         words::say<"reference.method">({{"measure", title_of_measure(measure)},
                                         {"theirs", words::as_is(theirs)},
                                         {"ours", words::as_is(method_of(measure, settings))}}),
         words::say<"finding.reference.where">(), ""});
  return rest;
}

}  // namespace attune::report
