// Two groups of infants over two or more visits, measure by measure: group × time by the mixed model,
// standardised effects, equivalence with the comparison infants, matched pairs where they are given, Bayes
// factor, and what is missing. Nothing is pooled from fewer infants than Settings::fewest_infants.
#pragma once

#include "group/report.hpp"
#include "group/table.hpp"

namespace attune::group {

/// Whether a measure is one of mother and infant together (cohort/pairs.hpp): exploratory, and primary only where the settings
/// name it.
bool is_of_pair(std::string_view measure);

GroupReport analyze(const Table& table, const Settings& settings);

}  // namespace attune::group
