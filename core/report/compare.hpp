// Baseline and later visits of one infant, compared: layer 1 of three (is a change beyond measurement
// error?). Layers 2 and 3 need a reliability or comparison infants; without them the report says that they
// cannot be judged.
#pragma once

#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// The Report of one or more visits in their order. Visits without a label become "baseline", "follow-up",
/// "visit 3", … Error: E_NO_VISIT where there is none.
Result<Report> compare(std::vector<Visit> visits, const Settings& settings);

}  // namespace attune::report
