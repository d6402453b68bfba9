// What looks wrong in a table of comparison infants: one outlier makes their spread, and so every limit, as wide as itself.
#pragma once

#include <optional>
#include <vector>

#include "base/result.hpp"
#include "report/reference.hpp"
#include "report/report.hpp"

namespace attune::report {

/// Of the report's measures: W_REFERENCE_OUTLIER (a value further from the median than the settings' number of robust SDs,
/// 1.4826 times the median absolute deviation), W_REFERENCE_MISSING_CODE (such a value that is written as tables write
/// what is missing, tables/missing.hpp), W_REFERENCE_UNIT (the infant's values and theirs differ by a factor as units do).
/// Aggregates cannot be checked.
std::vector<Diagnostic> check_reference(const Reference& reference, const std::vector<Measure>& measures,
                                        const visit::ComparisonSettings& settings);

/// W_REFERENCE_AGE: that no comparison infant has an age of the infant's visits, and in which unit theirs would fit.
std::optional<Diagnostic> check_reference_ages(const Reference& reference,
                                               const std::vector<visit::Visit>& visits,
                                               const visit::ComparisonSettings& settings);

}  // namespace attune::report
