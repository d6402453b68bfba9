#include "visit/inputs.hpp"

#include <algorithm>
#include <cmath>

#include "edf/person.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {

std::optional<double> age_at(const RecordingFeatures& features, const VisitOptions& options) {
  return options.age_months ? options.age_months : edf::age_months_at_start(features.header);
}

std::optional<double> counted_age_at(const RecordingFeatures& features, const VisitOptions& options,
                                     const CheckSettings& settings) {
  return counted_age(settings, age_at(features, options), options.weeks_early);
}

Settings settings_for(const RecordingFeatures& features, const VisitOptions& options,
                      const Settings& settings) {
  return settings_at(settings, counted_age_at(features, options, settings.check));
}

RecordingEdits edits_for(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings) {
  RecordingEdits edits = settings.edits.of(features.sha256);
  edits.eeg_excluded_channels.insert(edits.eeg_excluded_channels.end(), options.left_out.begin(),
                                     options.left_out.end());
  return edits;
}

std::optional<Diagnostic> tell_age(const RecordingFeatures& features, const VisitOptions& options,
                                   const CheckSettings& settings) {
  const auto by_header = edf::age_months_at_start(features.header);
  if (!by_header) return std::nullopt;
  const words::Value months = words::at_most(*by_header, 1);
  if (!options.age_months)
    return Diagnostic{"N_AGE_FROM_HEADER", Severity::note,
                      words::say<"recording.age_from_header">({{"months", months}}),
                      words::say<"recording.where.age">(), ""};
  const double tolerance = std::max(settings.age_tolerance_months, settings.age_tolerance_share * *by_header);
  if (std::abs(*options.age_months - *by_header) <= tolerance) return std::nullopt;
  return Diagnostic{"W_AGE_HEADER", Severity::warning,
                    words::say<"recording.age_contradicted">(
                        {{"given", words::at_most(*options.age_months, 1)}, {"months", months}}),
                    words::say<"recording.where.age">(), ""};
}

std::optional<Diagnostic> tell_correction(const Visit& visit, const CheckSettings& settings) {
  if (!visit.weeks_early) return std::nullopt;
  const auto note = [](const char* code, words::Said sentence) {
    return Diagnostic{code, Severity::note, std::move(sentence), words::say<"recording.where.age">(), ""};
  };
  const words::Value weeks = words::at_most(*visit.weeks_early, 1);
  if (visit.corrected_age_months)
    return note("N_AGE_CORRECTED", words::say<"recording.age_corrected">(
                                       {{"weeks", weeks},
                                        {"months", words::at_most(*visit.age_months, 1)},
                                        {"corrected", words::at_most(*visit.corrected_age_months, 1)},
                                        {"until", words::at_most(settings.corrected_until_months, 1)}}));
  if (!visit.age_months)
    return note("N_AGE_NOT_CORRECTED", words::say<"recording.age_to_correct">({{"weeks", weeks}}));
  if (*visit.weeks_early <= settings.preterm_weeks_early)
    return note("N_AGE_NOT_CORRECTED",
                words::say<"recording.age_of_term">(
                    {{"weeks", weeks}, {"preterm", words::at_most(settings.preterm_weeks_early, 1)}}));
  return note("N_AGE_NOT_CORRECTED",
              words::say<"recording.age_past_correction">(
                  {{"weeks", weeks}, {"until", words::at_most(settings.corrected_until_months, 1)}}));
}

}  // namespace attune::visit
