#include "behavior/score_check.hpp"

namespace attune::behavior {

Result<CheckedScores> checked_scores(const Scores& scores) {
  const auto completed = complete_scores(scores);
  if (!completed) return completed.error();
  CheckedScores checked;
  for (const VisitScores& visit : scores.visits) {
    CheckedVisit& found = checked.visits.emplace_back();
    for (const Composite& composite : composites())
      if (const auto value = from_parts(visit, composite)) found.from_parts[composite.id] = *value;
  }
  checked.notes = score_notes(*completed);
  return checked;
}

}  // namespace attune::behavior
