// The readers behind behavior/code_table.hpp, one a program, and what they share. Each takes the table's
// lines out of `lines`; it gives nothing, and takes none, where the table is none of its program's.
#pragma once

#include <initializer_list>

#include "base/csv.hpp"
#include "behavior/code_table.hpp"

namespace attune::behavior {

/// The lines of a table under one separator.
struct CodeLines : CsvLines {
  char separator = ',';
};

/// The table whose column names stand in this line; the lines are taken.
Result<CsvTable> table_below(CodeLines& lines, std::size_t header);

using MaybeTable = std::optional<Result<CodeTable>>;

MaybeTable read_boris(CodeLines& lines);
MaybeTable read_datavyu(CodeLines& lines, const std::string& code_column, const KnownCode& is_known);
MaybeTable read_elan_named(CodeLines& lines);
MaybeTable read_elan_unnamed(CodeLines& lines);
MaybeTable read_interact(CodeLines& lines);
MaybeTable read_plain_codes(CodeLines& lines, const std::string& code_column);

/// Datavyu's native CSV, which is no table.
MaybeTable read_datavyu_native(std::string_view text);

/// The first column whose plain name is one of these.
std::optional<std::size_t> column_of(const CsvRow& header, std::initializer_list<std::string_view> names);

/// The first of the table's beginning lines that fits; none if none does.
template <class Fits>
std::optional<std::size_t> header_line(const CodeLines& lines, Fits fits) {
  constexpr std::size_t longest_block = 200;  // lines about the observation, one a variable
  constexpr std::size_t most_cells = 20'000;  // a line of names is looked at for every name that it may hold
  std::size_t cells = 0;
  for (std::size_t i = 0; i < lines.rows.size() && i < longest_block && cells < most_cells; ++i) {
    if (fits(lines.rows[i])) return i;
    cells += lines.rows[i].cells.size();
  }
  return std::nullopt;
}

/// "1:02.5", "00:01:02.500", "00:01:02,500" and Datavyu's "00:01:02:500" in seconds; none if it is no such
/// time.
std::optional<double> clock_time(std::string_view text);

/// The cell as a time: with colons as a clock's, else a number of units. `start_s`: what the table's clock shows at its
/// beginning. Errors: E_CSV_NUMBER, E_CODE_TIME.
Result<double> time_in(const CsvTable& csv, const CsvRow& row, std::size_t column, double unit_s,
                       double start_s = 0);

/// No time of a visit lies beyond this many seconds: about eleven days.
inline constexpr double longest_time_s = 1e6;

/// The cell's text; empty where there is no such column.
std::string text_in(const CsvRow& row, const std::optional<std::size_t>& column);

/// True where a cell says that there is nothing (tables/missing.hpp); of an end or a length also by a code (-99).
bool is_blank(std::string_view cell);
bool is_no_end(std::string_view cell);

/// Which observation each line is of, where several columns tell it (session, coder): what differs among their cells,
/// joined by " / ".
class ObservationNames {
 public:
  ObservationNames(const CsvTable& csv, std::vector<std::size_t> columns);
  std::string of(const CsvRow& row) const;

 private:
  std::vector<std::size_t> telling_;
};

/// Ends an event; an end before the start becomes its problem.
void end_event(CodeEvent& event, double end_s, words::Text where);

/// An event from its start and end cells; an end before the start becomes its problem.
Result<CodeEvent> span_event(const CsvTable& csv, const CsvRow& row, std::size_t start, std::size_t end,
                             double unit_s, double start_s = 0);

/// "12.500 s"; a time behind a place ("line 7, 12.500 s").
words::Said said_seconds(double time_s);
words::Said place_at(const words::Text& place, double time_s);

/// A format that is called after its program.
words::Said format_of(std::string_view program);

}  // namespace attune::behavior
