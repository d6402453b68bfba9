// Scores looked at while they are entered: what follows from them at once, before there is a report.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "behavior/scores.hpp"

namespace attune::behavior {

struct CheckedVisit {
  std::map<std::string, double> from_parts;

  static constexpr const char* type_name = "CheckedVisit";
  static constexpr auto fields() {
    return std::array{field<&CheckedVisit::from_parts>(
        "from_parts",
        "What a scale is by its parts, where all of them are there; an entered score goes before it.")};
  }
};

struct CheckedScores {
  std::vector<CheckedVisit> visits;
  std::vector<Diagnostic> notes;

  static constexpr const char* type_name = "CheckedScores";
  static constexpr auto fields() {
    return std::array{
        field<&CheckedScores::visits>("visits", "Each visit, in the order of the scores."),
        field<&CheckedScores::notes>("notes", "The safety note and cut-offs reached, as in the report.")};
  }
};

/// Errors: those of complete_scores.
Result<CheckedScores> checked_scores(const Scores& scores);

}  // namespace attune::behavior
