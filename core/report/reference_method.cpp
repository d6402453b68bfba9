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

/// Takes out what has another method than `settings` ask for; `others`: by measure, what it has.
template <class Values>
void take_out(Values& values, const visit::Settings& settings, std::map<std::string, std::string>& others) {
  std::map<std::string, std::string> methods;
  const auto is_other = [&](const auto& value) {
    if (value.method.empty()) return false;
    const auto [place, is_new] = methods.try_emplace(value.measure);
    if (is_new) place->second = method_of(value.measure, settings);
    if (place->second.empty() || place->second == value.method) return false;
    others.try_emplace(value.measure, value.method);
    return true;
  };
  values.erase(std::remove_if(values.begin(), values.end(), is_other), values.end());
}

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

void leave_out_other_methods(Reference& reference, const visit::Settings& settings) {
  std::map<std::string, std::string> others;
  take_out(reference.values, settings, others);
  take_out(reference.aggregates, settings, others);
  for (const auto& [measure, theirs] : others)
    reference.diagnostics.push_back(
        {"W_REFERENCE_METHOD", Severity::warning,
         words::say<"reference.method">({{"measure", title_of_measure(measure)},
                                         {"theirs", words::as_is(theirs)},
                                         {"ours", words::as_is(method_of(measure, settings))}}),
         words::say<"finding.reference.where">(), ""});
}

}  // namespace attune::report
