// The finding of a domain in words. One rule per situation (domain × verdict), tested word for word; never a
// cause, never a diagnosis.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// "−0.12", "+0.71" (with `sign`), with the report's minus sign.
std::string number(double value, int decimals, bool sign = false);

/// The statement of one domain, from its primary measure over the visits.
Statement state_finding(const Measure& primary, const std::vector<Visit>& visits, const Settings& settings);

/// What this report cannot say, in fixed wording.
std::vector<std::string> cautions_for(const std::vector<Visit>& visits);

}  // namespace attune::report
