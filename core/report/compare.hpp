// Baseline and later visits of one infant, compared in three layers that are never mixed: is a change beyond
// measurement error (here), is it reliable, and where does the infant stand among comparison infants
// (report/layers.hpp)? Without a reliability or comparison infants the report says that those cannot be
// judged.
#pragma once

#include <vector>

#include "report/report.hpp"
#include "report/supplement.hpp"

namespace attune::report {

/// The Report of one or more visits in their order. Visits without a label become "baseline", "follow-up",
/// "visit 3", … Errors: E_NO_VISIT where there is none, E_SCORE_VISITS where scores are given for more
/// visits.
Result<Report> compare(std::vector<visit::Visit> visits, const visit::Settings& settings,
                       const Supplement& supplement = {});

}  // namespace attune::report
