// The lines of a table of scores before its columns are told apart: Qualtrics' wording of the questions, its own marks and
// its previews taken out, and columns of one name numbered.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"

namespace attune::behavior {

/// What a column is called whose name others before it have: under REDCap's labels every form has a "Complete?".
std::string numbered_name(std::string_view name, int time);

/// The table, with a number after the names of columns that several have. What was taken out is said in `notes`. Errors:
/// those of base/csv.hpp.
Result<CsvTable> parse_score_lines(std::string_view bytes, std::vector<Diagnostic>& notes);

}  // namespace attune::behavior
