// Scores as the command line takes them: JSON, or a table of REDCap or of one's own, told apart by their
// content.
#pragma once

#include <string>

#include "behavior/score_import.hpp"
#include "cli/options.hpp"

namespace attune::cli {

struct ScoreInput {
  std::string path;
  behavior::ScoreImport choices;
};

/// --scores, --record, --sex, --items, --missing, --not-applicable, --mapping.
void add_score_options(Options& options, ScoreInput& input);

/// The scores, completed; none given: none. The error is of the file at `input.path`.
Result<behavior::ImportedScores> read_score_input(const ScoreInput& input);

}  // namespace attune::cli
