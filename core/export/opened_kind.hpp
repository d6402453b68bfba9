// What a text file is that somebody opens, told by what is in it, not by its name.
#pragma once

#include <string_view>

#include "base/result.hpp"

namespace attune::exports {

/// Where a text goes.
enum class OpenedKind {
  saved,       ///< JSON or a page: a session or a report, as export/session_file.hpp reads them
  coding,      ///< a table of coded behaviour
  scores,      ///< scores of one infant or many: a table, or the JSON of behavior/scores.hpp
  comparison,  ///< a table of comparison infants
  study        ///< a table of a whole study, with its groups
};
constexpr auto enum_names(OpenedKind) {
  return std::array<std::string_view, 5>{"saved", "coding", "scores", "comparison", "study"};
}

struct Opened {
  OpenedKind kind = OpenedKind::saved;

  static constexpr const char* type_name = "Opened";
  static constexpr auto fields() {
    return std::array{field<&Opened::kind>("kind", "What the text is, and so where it goes.")};
  }
};

/// A table that could be scores or comparison infants is of the latter where it has the lines of several infants, one
/// measure a line; with a column of groups it is a study's. Errors: those of base/csv.hpp (a workbook, a project …);
/// E_SCORE_VISIT (scales, but another's than the mother's, or means); E_OPENED (none of these).
Result<Opened> kind_of_opened(std::string_view text);

}  // namespace attune::exports
