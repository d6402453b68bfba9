// A tidy table of many infants: one line a value, with columns participant, group, visit, measure, value and,
// if there is one, reason (why a value is missing). Nothing is dropped in silence: a value that is not there
// keeps its reason.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "group/settings.hpp"

namespace attune::group {

enum class Side { treated, control };

struct Participant {
  std::string name;
  Side side = Side::treated;
};

struct Cell {
  std::optional<double> value;
  std::string missing = "no line in the table";  ///< why there is no value
};

/// One measure: a cell for each participant at each visit.
struct MeasureTable {
  std::string name;
  std::vector<std::vector<Cell>> cells;  ///< [participant][visit]
};

struct Table {
  std::string treated_group, control_group;
  std::vector<std::string> visits;  ///< in their order in time
  std::vector<Participant> participants;
  std::vector<MeasureTable> measures;
  std::vector<Diagnostic> diagnostics;  ///< what had to be assumed
};

/// Reads the table. Visits are ordered by the number in their names (1, ses-02), else by known words
/// (baseline, post …), else as they appear, which is said. Missing: an empty cell, NA, N/A, NaN, null or a
/// point. Errors: those of base/csv.hpp; E_GROUP_COUNT (not two groups), E_GROUP_NAME (no group of that
/// name), E_GROUP_TWICE (a value given twice, or a participant in two groups), E_GROUP_VISITS (fewer than two
/// visits).
Result<Table> read_table(std::string_view csv, const Settings& settings);

}  // namespace attune::group
