// How comparison infants were measured, so that a table of another band, method or set reference is not compared with (which
// reference "as recorded" was, it does not tell). A pack of a cohort (cohort/results.hpp) tells it for each measure in a
// column `measured_as`; a table that tells none is taken at its word.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "report/reference.hpp"
#include "visit/settings.hpp"

namespace attune::report {

/// What of the settings makes values of this measure comparable: bands, EEG reference, epochs. Empty: nothing that can be set
/// (scores, heart rate).
std::string method_of(const std::string& measure, const visit::Settings& settings);

/// What a cell of the column says; empty where it says that there is nothing.
std::string method_told(std::string_view cell);

/// The table without what was measured otherwise than these settings do, measure by measure, which it says
/// (W_REFERENCE_METHOD); none where nothing was, as the table is long.
std::optional<Reference> without_other_methods(const Reference& reference, const visit::Settings& settings);

}  // namespace attune::report
