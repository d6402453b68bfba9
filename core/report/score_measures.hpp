// Questionnaire scores as measures of the report: the infant's temperament as rated, the mother's own scales,
// and others.
#pragma once

#include <vector>

#include "behavior/scores.hpp"
#include "report/report.hpp"

namespace attune::report {

/// One measure for every scale with a score at any visit. A score has a value and no standard error of its
/// own: its change is judged by layers 2 and 3. Primary is ORC as the mother rates it, else (where only the
/// partner's can be compared) as the partner does; the mother's own scales never are.
std::vector<Measure> score_measures(const behavior::Scores& scores, std::size_t visits);

}  // namespace attune::report
