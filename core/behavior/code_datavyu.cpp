// Datavyu: the spreadsheet exported by cell or by frame, and its native CSV.
#include <algorithm>
#include <array>
#include <numeric>

#include "base/name_list.hpp"
#include "behavior/code_readers.hpp"

namespace attune::behavior {
namespace {

constexpr double millisecond_s = 0.001;

/// One of Datavyu's columns: its times, and its codes with their names.
struct Column {
  std::string name;
  std::size_t onset = 0, offset = 0;
  std::vector<std::pair<std::string, std::size_t>> codes;
};

bool is_code(std::string_view part) {
  return part != "onset" && part != "offset" && part != "ordinal" && part != "duration";
}

/// Places of the cells that begin with `start`, in their order; `sorted` are all places by what stands there.
std::vector<std::size_t> beginning_with(const std::string& start, const CsvRow& header,
                                        const std::vector<std::size_t>& sorted) {
  std::vector<std::size_t> places;
  for (auto at =
           std::lower_bound(sorted.begin(), sorted.end(), start,
                            [&](std::size_t i, const std::string&text) { return header.cells[i] < text; });
       at != sorted.end() && header.cells[*at].starts_with(start); ++at)
    if (!header.cells[*at].empty()) places.push_back(*at);
  std::sort(places.begin(), places.end());
  return places;
}

/// Columns by the onsets they have. One column alone may be exported without its name, told by its ordinals.
std::vector<Column> find_code_columns(const CsvRow& header) {
  std::vector<Column> columns;
  std::vector<std::size_t> sorted(header.cells.size());
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::sort(sorted.begin(), sorted.end(),
            [&](std::size_t a, std::size_t b) { return header.cells[a] < header.cells[b]; });
  bool may_be_unnamed = std::find(header.cells.begin(), header.cells.end(), "ordinal") != header.cells.end();
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string_view cell = header.cells[i];
    constexpr std::string_view ending = ".onset";
    const bool unnamed = may_be_unnamed && cell == "onset";
    if (!unnamed && !cell.ends_with(ending)) continue;
    if (unnamed) may_be_unnamed = false;
    Column column{unnamed ? "" : std::string(cell.substr(0, cell.size() - ending.size())), i, 0, {}};
    const std::string start = unnamed ? "" : column.name + ".";
    bool has_offset = false;
    for (const std::size_t k : beginning_with(start, header, sorted)) {
      const std::string_view part = header.cells[k].substr(start.size());
      if (part == "offset") {
        column.offset = k;
        has_offset = true;
      }
      if (is_code(part)) column.codes.emplace_back(part, k);
    }
    if (has_offset && !column.codes.empty()) columns.push_back(std::move(column));
  }
  return columns;
}

/// The cell of one column in one line; none where the column has run out of cells.
Result<std::optional<CodeEvent>> read_cell(const CsvTable& csv, const CsvRow& row, const Column& column,
                                           std::size_t code) {
  if (row.cells[column.onset].empty()) return std::optional<CodeEvent>();
  auto event = span_event(csv, row, column.onset, column.offset, millisecond_s);
  if (!event) return event.error();
  // A cell without an end has the offset 0.
  if (event->problem && event->start_s > 0 && row.cells[column.offset] == "0")
    event->problem = Error{"E_CODE_UNFINISHED", "This cell starts and has no end.",
                           csv.where(row, column.offset) + ", " + seconds_text(event->start_s)};
  event->tier = column.name;
  event->code = row.cells[code];
  return std::optional<CodeEvent>(std::move(*event));
}

bool same_cell(const CodeEvent& a, const CodeEvent& b) {
  return a.tier == b.tier && a.code == b.code && a.start_s == b.start_s && a.end_s == b.end_s;
}

/// Reads all cells of one column. By frame, a cell stands in every line that it lasts through.
Status read_column(const CsvTable& csv, const Column& column, std::size_t code, bool by_frame,
                   CodeTable& table) {
  const std::size_t first = table.events.size();
  for (const CsvRow& row : csv.rows) {
    auto event = read_cell(csv, row, column, code);
    if (!event) return event.error();
    if (!*event) continue;
    const bool again = by_frame && table.events.size() > first && same_cell(table.events.back(), **event);
    if (!again) table.events.push_back(std::move(**event));
  }
  return success();
}

/// Where the code of this name stands in a column; its first code if the name is empty.
std::optional<std::size_t> code_named(const Column& column, const std::string& name) {
  for (const auto& code : column.codes)
    if (name.empty() || code.first == name) return code.second;
  return std::nullopt;
}

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// "onset,offset,value", where a matrix's value is "(first,second)".
std::optional<CodeEvent> native_cell(std::string_view line) {
  const std::size_t first = line.find(','), second = line.find(',', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const auto onset = clock_time(line.substr(0, first));
  const auto offset = clock_time(line.substr(first + 1, second - first - 1));
  if (!onset || !offset || *onset > longest_time_s || *offset > longest_time_s) return std::nullopt;
  CodeEvent event;
  event.start_s = *onset;
  if (*offset > *onset) event.end_s = *offset;
  if (*offset < *onset)
    event.problem = Error{*offset == 0 ? "E_CODE_UNFINISHED" : "E_CODE_ORDER",
                          "This cell ends at " + seconds_text(*offset) + ", before it starts.", ""};
  std::string_view value = line.substr(second + 1);
  if (value.starts_with('(') && value.ends_with(')')) {
    value = value.substr(1, value.size() - 2);
    value = value.substr(0, value.find(','));
  }
  event.code = std::string(value);
  return event;
}

}  // namespace

MaybeTable read_datavyu(CodeLines& lines, const std::string& code_column) {
  const auto header = header_line(lines, [](const CsvRow& row) { return !find_code_columns(row).empty(); });
  if (!header) return std::nullopt;
  const auto csv = csv_table(std::move(lines), *header, lines.separator);
  if (!csv) return csv.error();
  const bool by_frame = column_of(csv->header, {"nframe", "framenum", "frame"}).has_value();
  CodeTable table{by_frame ? "Datavyu, by frame" : "Datavyu", {}, {}};
  if (!by_frame) table.events.reserve(csv->rows.size());
  bool found = false;
  NameList codes;
  for (const Column& column : find_code_columns(csv->header)) {
    for (const auto& code : column.codes) codes.place_of(code.first);
    const auto code = code_named(column, code_column);
    if (!code) continue;
    found = true;
    if (const Status status = read_column(*csv, column, *code, by_frame, table); !status)
      return status.error();
  }
  table.code_columns = codes.names();
  if (!found)
    return Error{"E_CODE_COLUMN", "No column has a code \"" + code_column + "\".",
                 "line " + std::to_string(csv->header.line)};
  return table;
}

MaybeTable read_datavyu_native(std::string_view text) {
  const std::string_view first = next_line(text);
  const bool native = first.size() == 2 && first[0] == '#' && first[1] >= '1' && first[1] <= '9';
  if (!native) return std::nullopt;
  constexpr std::array<std::string_view, 6> types{" (MATRIX", " (TEXT",    " (NOMINAL",
                                                  " (FLOAT",  " (INTEGER", " (PREDICATE"};
  CodeTable table{"Datavyu, native CSV", {}, {}};
  std::string column;
  for (int line = 2; !text.empty(); ++line) {
    const std::string_view content = next_line(text);
    if (content.empty()) continue;
    std::size_t named = std::string_view::npos;
    for (const std::string_view type : types) named = std::min(named, content.find(type));
    if (named != std::string_view::npos) {
      column = std::string(content.substr(0, named));
      continue;
    }
    auto event = native_cell(content);
    if (!event && column.empty()) continue;  // predicates come before the first column
    const std::string where = "line " + std::to_string(line);
    if (!event) return Error{"E_CODE_TABLE", "This is no cell of the form onset,offset,value.", where};
    if (event->problem) event->problem->where = where + ", " + seconds_text(event->start_s);
    event->tier = column;
    event->line = line;
    table.events.push_back(std::move(*event));
  }
  return table;
}

}  // namespace attune::behavior
