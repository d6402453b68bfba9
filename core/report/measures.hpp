// Which numbers of the visits are compared, and what they are called.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// Every measure that at least one visit could have, with its estimate (or the reason why there is none) at
/// each visit. The primary measure of the heart is RSA at rest where every recording has a rest phase, else
/// over the whole recording; that of the brain is the absolute asymmetry of the settings' first pair.
/// `changes` is left empty.
std::vector<Measure> collect_measures(const std::vector<visit::Visit>& visits,
                                      const visit::Settings& settings);

/// Why this visit's value of the measure is compared with no other, such as RSA that does not hold the infant's breathing;
/// empty if it may be.
words::Text doubt_of(const Measure& measure, const visit::Visit& visit);

}  // namespace attune::report
