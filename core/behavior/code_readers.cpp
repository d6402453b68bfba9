#include "behavior/code_readers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "tables/missing.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/number.hpp"

namespace attune::behavior {

std::optional<std::size_t> column_of(const CsvRow& header, std::initializer_list<std::string_view> names) {
  std::vector<std::string> plain;
  for (const std::string_view cell : header.cells) plain.push_back(plain_name(cell));
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < plain.size(); ++i)
      if (plain[i] == name) return i;
  return std::nullopt;
}

std::optional<double> clock_time(std::string_view text) {
  double sign = 1;
  if (text.starts_with('-')) {
    sign = -1;
    text.remove_prefix(1);
  }
  std::vector<double> parts;
  for (;;) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    std::string part(text.substr(0, colon));
    std::replace(part.begin(), part.end(), ',', '.');
    const bool last = colon == text.size();
    const bool digits =
        !part.empty() && part.find_first_not_of(last ? "0123456789." : "0123456789") == std::string::npos;
    const auto value = digits ? decimal_number(part) : std::nullopt;
    if (!value) return std::nullopt;
    parts.push_back(*value);
    if (last) break;
    text.remove_prefix(colon + 1);
  }
  if (parts.size() == 4) {  // hours:minutes:seconds:milliseconds, of three digits; two are frames
    if (text.size() != 3 || text.find_first_of(".,") != std::string_view::npos) return std::nullopt;
    parts[2] += parts[3] / 1000;
    parts.pop_back();
  }
  if (parts.size() < 2 || parts.size() > 3 || parts.back() >= 60) return std::nullopt;
  if (parts.size() == 3 && parts[1] >= 60) return std::nullopt;
  double seconds = 0;
  for (const double part : parts) seconds = seconds * 60 + part;
  return sign * seconds;
}

Result<double> time_in(const CsvTable& csv, const CsvRow& row, std::size_t column, double unit_s,
                       double start_s) {
  const std::string cell = row.text(column);
  double time_s = 0;
  if (cell.find(':') != std::string::npos) {
    const auto clock = clock_time(cell);
    if (!clock)
      return Error{"E_CSV_NUMBER", words::say<"codings.not_a_time">({{"cell", words::as_is(cell)}}),
                   csv.where(row, column)};
    time_s = *clock;
  } else {
    const auto value = csv.number(row, column);
    if (!value) return value.error();
    time_s = *value * unit_s;
  }
  time_s -= start_s;
  if (!(std::abs(time_s) <= longest_time_s))
    return Error{"E_CODE_TIME", words::say<"codings.not_in_visit">({{"cell", words::as_is(cell)}}),
                 csv.where(row, column)};
  return time_s;
}

std::string text_in(const CsvRow& row, const std::optional<std::size_t>& column) {
  return column ? row.text(*column) : "";
}

bool is_blank(std::string_view cell) {
  return plain_name(cell).empty() || tables::says_missing(cell);
}

bool is_no_end(std::string_view cell) {
  if (is_blank(cell)) return true;
  const auto value = decimal_number(cell);
  return value && *value < 0 && tables::is_missing_code(*value);
}

ObservationNames::ObservationNames(const CsvTable& csv, std::vector<std::size_t> columns) {
  // Numbers that rise from line to line number the lines, as a database does whose lines were filtered.
  const auto numbers_lines = [&](std::size_t column) {
    std::optional<double> before;
    for (const CsvRow& row : csv.rows) {
      const auto number = decimal_number(row.cells[column]);
      if (!number || (before && *number <= *before)) return false;
      before = number;
    }
    return csv.rows.size() > 2;
  };
  std::erase_if(columns, numbers_lines);
  for (const std::size_t column : columns)
    if (std::any_of(csv.rows.begin(), csv.rows.end(),
                    [&](const CsvRow& row) { return row.cells[column] != csv.rows.front().cells[column]; }))
      telling_.push_back(column);
  if (telling_.empty() && !columns.empty()) telling_ = {columns.front()};
}

std::string ObservationNames::of(const CsvRow& row) const {
  std::string name;
  for (const std::size_t column : telling_) name.append(name.empty() ? "" : " / ").append(row.cells[column]);
  return name;
}

words::Said said_seconds(double time_s) {
  return words::say<"number.s">({{"s", words::number(time_s, 3)}});
}

Result<CsvTable> table_below(CodeLines& lines, std::size_t header) {
  const char separator = lines.separator;
  return csv_table(std::move(lines), header, separator);
}

words::Said place_at(const words::Text& place, double time_s) {
  return words::say<"codings.where.time">({{"place", place}, {"time", said_seconds(time_s)}});
}

words::Said format_of(std::string_view program) {
  return words::say<"codings.format.program">({{"name", words::as_is(program)}});
}

void end_event(CodeEvent& event, double end_s, words::Text where) {
  if (end_s > event.start_s) event.end_s = end_s;
  if (end_s < event.start_s)
    event.problem = Error{"E_CODE_ORDER",
                          words::say<"codings.code_ends_early">(
                              {{"end", said_seconds(end_s)}, {"start", said_seconds(event.start_s)}}),
                          std::move(where)};
}

Result<CodeEvent> span_event(const CsvTable& csv, const CsvRow& row, std::size_t start, std::size_t end,
                             double unit_s, double clock_start_s) {
  CodeEvent event;
  event.line = row.line;
  const auto start_s = time_in(csv, row, start, unit_s, clock_start_s);
  if (!start_s) return start_s.error();
  event.start_s = *start_s;
  if (is_no_end(row.cells[end])) {
    event.problem = Error{"E_CODE_UNFINISHED", words::say<"codings.code_unfinished">(),
                          place_at(csv.where(row, end), *start_s)};
    return event;
  }
  const auto end_s = time_in(csv, row, end, unit_s, clock_start_s);
  if (!end_s) return end_s.error();
  end_event(event, *end_s, csv.where(row, end));
  return event;
}

}  // namespace attune::behavior
