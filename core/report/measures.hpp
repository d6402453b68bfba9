// Which numbers of the visits are compared, and what they are called.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// Every measure that at least one visit could have, with its estimate (or the reason why there is none) at
/// each visit. The primary measure of the heart is RSA at rest where every recording has a rest phase, else
/// over the whole recording; that of the brain is the absolute asymmetry of the settings' first pair.
/// `changes` is left empty.
std::vector<Measure> collect_measures(const std::vector<visit::Visit>& visits,
                                      const visit::Settings& settings);

/// What the measure of this id is called, whether a report has it or not; a code or a scale of the user's own is called by
/// its id.
words::Text title_of_measure(std::string_view id);

/// Why this visit's value of the measure is compared with no other, such as RSA that does not hold the infant's breathing;
/// empty if it may be.
words::Text doubt_of(const Measure& measure, const visit::Visit& visit);

}  // namespace attune::report
