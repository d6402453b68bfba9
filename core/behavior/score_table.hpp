// A table of scores taken apart: whose, at which event, under which name, in which cell. What the forms of
// behavior/score_import.hpp have in common. Records, events and names are places in lists, so that a large
// export stays small.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"

namespace attune::behavior {

/// One line of the table; in a long table it has one cell and names it itself.
struct ScoreLine {
  std::size_t row = 0, record = 0, event = 0;
  std::size_t name = 0;  ///< of a long table; of others where the names of its rater begin
};

/// A column that may hold scores, under a name.
struct ScoreField {
  std::size_t column = 0, name = 0;
};

/// One cell that may hold a score or an answer.
struct ScoreCell {
  std::size_t record = 0, event = 0, name = 0;
  const CsvRow* row = nullptr;
  std::size_t column = 0;

  std::string_view text() const { return row->cells[column]; }
};

/// What tells the visits of a table apart.
enum class VisitsFrom { column, dates, nothing };

struct ScoreTable {
  std::string form;                     ///< "REDCap", "long", "wide"
  std::vector<std::string> records;     ///< in the table's order
  std::vector<std::string> events;      ///< in order of time, as far as the table tells
  std::vector<std::string> names;       ///< of columns; in a long table of scales, with the rater
  std::vector<std::string> spelled;     ///< the same as they are written: two columns may have one name
  std::vector<Diagnostic> diagnostics;  ///< of the reading
  CsvTable csv;
  VisitsFrom visits_from = VisitsFrom::column;
  std::vector<ScoreLine> lines;
  std::vector<ScoreField> fields;  ///< in a long table the one with the scores

  /// Calls `visit` with every cell, in the order of the file.
  template <class Visit>
  void each_cell(Visit visit) const {
    for (const ScoreLine& line : lines)
      for (const ScoreField& field : fields)
        visit(ScoreCell{line.record, line.event, form == "long" ? line.name : line.name + field.name,
                        &csv.rows[line.row], field.column});
  }

  /// "line 4, column epds".
  words::Text where(const ScoreCell& cell) const { return csv.where(*cell.row, cell.column); }
};

/// Errors: those of base/csv.hpp; E_SCORE_TABLE.
Result<ScoreTable> read_score_table(std::string_view csv);

}  // namespace attune::behavior
