// Scores as the command line takes them: JSON, or a table of REDCap or of one's own, told apart by their
// content.
#pragma once

#include <optional>
#include <string>

#include "behavior/score_import.hpp"
#include "cli/commands.hpp"

namespace attune::cli {

struct ScoreInput {
  std::string path;
  behavior::ScoreImport choices;
};

/// Takes the option at `place` and its value, if it is one of scores (--scores, --record, --sex, --items,
/// --missing,
/// --not-applicable, --mapping); none if it is not. The status says whether the file it names could be used.
std::optional<int> take_score_option(Arguments args, std::size_t& place, ScoreInput& input);

/// The scores, completed; none given: none. The error is of the file at `input.path`.
Result<behavior::ImportedScores> read_score_input(const ScoreInput& input);

}  // namespace attune::cli
