// Plain tables: one code a line with its onset and its offset or duration, as anyone can write them. ChronoViz writes such
// a table too, with the code in the first of its categories.
#include <array>

#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"

namespace attune::behavior {
namespace {

struct PlainColumns {
  std::optional<std::size_t> code, start, end, duration, subject, tier, observation;
  double unit_s = 1;
  words::Said format = words::say<"codings.format.plain">();
  std::vector<std::string> codes{};  ///< names of the columns that may hold the code
};

/// ChronoViz's own names.
PlainColumns chronoviz_columns(const CsvRow& header, const std::string& code_column) {
  PlainColumns columns;
  columns.format = format_of("ChronoViz");
  columns.start = column_of(header, {"starttime"});
  columns.end = column_of(header, {"endtime"});
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = plain_name(header.cells[i]);
    const bool category = name == "maincategory" || name.starts_with("category");
    if (!category && name != "title" && name != "annotation") continue;
    columns.codes.push_back(header.text(i));
    const bool first = code_column.empty() ? name == "maincategory" : header.cells[i] == code_column;
    if (first) columns.code = i;
  }
  if (!column_of(header, {"maincategory"})) columns = {};
  return columns;
}

PlainColumns find_plain_columns(const CsvRow& header, const std::string& code_column = "") {
  PlainColumns columns = chronoviz_columns(header, code_column);
  if (columns.start && columns.end) return columns;
  columns = {};
  columns.code = column_of(
      header, {"code", "state", "behavior", "behaviour", "annotation", "trial type", "label", "value"});
  columns.start = column_of(header, {"onset", "onset s", "start", "start s", "begin", "begin s", "start time",
                                     "begin time", "from"});
  columns.end = column_of(
      header, {"offset", "offset s", "end", "end s", "stop", "stop s", "end time", "stop time", "to"});
  columns.duration = column_of(header, {"duration", "duration s"});
  if (!columns.start) {
    columns.start = column_of(header, {"onset ms", "start ms", "begin ms"});
    columns.end = column_of(header, {"offset ms", "end ms", "stop ms"});
    columns.duration = column_of(header, {"duration ms"});
    columns.unit_s = 0.001;
  }
  columns.subject = column_of(header, {"subject", "participant", "who"});
  columns.tier = column_of(header, {"tier", "column"});
  columns.observation =
      column_of(header, {"observation", "observation id", "session", "visit", "coder", "rater"});
  return columns;
}

bool is_header(const CsvRow& row) {
  const PlainColumns columns = find_plain_columns(row);
  return columns.code && columns.start && (columns.end || columns.duration);
}

/// The event of a line that gives its length in place of its end.
Result<CodeEvent> lasting_event(const CsvTable& csv, const CsvRow& row, const PlainColumns& columns) {
  CodeEvent event;
  event.line = row.line;
  const auto start_s = time_in(csv, row, *columns.start, columns.unit_s);
  if (!start_s) return start_s.error();
  event.start_s = *start_s;
  if (is_blank(row.cells[*columns.duration])) return event;
  const auto duration_s = time_in(csv, row, *columns.duration, columns.unit_s);
  if (!duration_s) return duration_s.error();
  if (*duration_s > 0) event.end_s = *start_s + *duration_s;
  if (*duration_s < 0)
    event.problem = Error{"E_CODE_ORDER", words::say<"codings.negative">(),
                          place_at(csv.where(row, *columns.duration), *start_s)};
  return event;
}

}  // namespace

MaybeTable read_plain_codes(CodeLines& lines, const std::string& code_column) {
  const auto header = header_line(lines, is_header);
  if (!header) return std::nullopt;
  const auto csv = csv_table(std::move(lines), *header, lines.separator);
  if (!csv) return csv.error();
  const PlainColumns columns = find_plain_columns(csv->header, code_column);
  CodeTable table{columns.format, columns.codes, {}};
  if (!columns.code)
    return Error{"E_CODE_COLUMN", words::say<"codings.no_code_column">({{"code", words::as_is(code_column)}}),
                 place_of_line(csv->header.line)};
  table.events.reserve(csv->rows.size());
  for (const CsvRow& row : csv->rows) {
    auto event = columns.end ? span_event(*csv, row, *columns.start, *columns.end, columns.unit_s)
                             : lasting_event(*csv, row, columns);
    if (!event) return event.error();
    event->code = row.cells[*columns.code];
    event->subject = text_in(row, columns.subject);
    event->tier = text_in(row, columns.tier);
    event->observation = text_in(row, columns.observation);
    table.events.push_back(std::move(*event));
  }
  return table;
}

}  // namespace attune::behavior
