// What a visit is measured with: the infant's age as it was entered, else by birth date and start in the header; the
// settings at that age; what is left out by hand, or by a table beside the recording.
#pragma once

#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// Since birth, as entered, else by the header; none if neither says it.
std::optional<double> age_at(const RecordingFeatures& features, const VisitOptions& options);

/// The same as it counts: corrected for weeks born early, where that is told and applies.
std::optional<double> counted_age_at(const RecordingFeatures& features, const VisitOptions& options,
                                     const CheckSettings& settings);

/// The settings at that age.
Settings settings_for(const RecordingFeatures& features, const VisitOptions& options,
                      const Settings& settings);

/// Edits by hand, and the channels that the options leave out.
RecordingEdits edits_for(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings);

/// N_AGE_FROM_HEADER where the header's age is taken, W_AGE_HEADER where the age entered does not fit it; else none.
std::optional<Diagnostic> tell_age(const RecordingFeatures& features, const VisitOptions& options,
                                   const CheckSettings& settings);

/// N_AGE_CORRECTED, N_AGE_NOT_CORRECTED where weeks born early are told, with what becomes of them; else none.
std::optional<Diagnostic> tell_correction(const Visit& visit, const CheckSettings& settings);

}  // namespace attune::visit
