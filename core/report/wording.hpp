// The findings in words, and what they cannot say. The sentence of a situation stands in
// report/sentences.hpp, what the domains say together in report/pattern.hpp. Never a cause, never a
// diagnosis.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "report/reference.hpp"
#include "report/report.hpp"

namespace attune::report {

/// Why there is no change where one file was given twice.
words::Said same_file();

/// Why visits lack a number (or, with `own_error`, its error): "baseline and follow-up: no EEG; visit 3: …",
/// without a full stop; empty if none does. `places`: of the estimates among the visits.
words::Text missing_reasons(std::span<const Estimate> estimates, const std::vector<visit::Visit>& visits,
                            std::span<const std::size_t> places, bool own_error);

/// The statement of one domain, from its primary measure over the visits; its strengths are decided.
Statement state_finding(const Measure& primary, const std::vector<Measure>& measures,
                        const std::vector<visit::Visit>& visits, const visit::Settings& settings);

/// What this report cannot say. `reference`: none if no comparison infants were given.
std::vector<words::Text> cautions_for(const std::vector<Measure>& measures,
                                      const std::vector<visit::Visit>& visits, const Reference* reference);

}  // namespace attune::report
