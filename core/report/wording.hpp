// The finding of a domain in words. One rule per situation (domain × verdict), tested word for word; what the
// second and third layer add stands in report/layer_wording.hpp. Never a cause, never a diagnosis.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/reference.hpp"
#include "report/report.hpp"

namespace attune::report {

/// "−0.12", "+0.71" (with `sign`), with the report's minus sign.
std::string number(double value, int decimals, bool sign = false);

/// Why visits lack a number or its error: "baseline and follow-up: no EEG; visit 3: …", without a full stop.
std::string missing_reasons(std::span<const Estimate> estimates, std::span<const std::string> labels);

/// The statement of one domain, from its primary measure over the visits.
Statement state_finding(const Measure& primary, const std::vector<Visit>& visits, const Settings& settings);

/// What this report cannot say, in fixed wording. `reference`: none if no comparison infants were given.
std::vector<std::string> cautions_for(const std::vector<Visit>& visits, const Reference* reference);

}  // namespace attune::report
