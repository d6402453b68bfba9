#include "behavior/code_tables.hpp"

#include <array>

#include "base/csv.hpp"

namespace attune::behavior {
namespace {

/// The first of several names that the table has.
std::optional<std::size_t> any_of(const CsvTable& csv, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    if (const auto found = csv.find(name)) return found;
  return std::nullopt;
}

/// One code a line, with start and end.
struct SpanColumns {
  std::size_t state = 0, start = 0, end = 0;
  double unit_s = 1;
};

Result<std::vector<Code>> read_spans(const CsvTable& csv, const SpanColumns& columns) {
  std::vector<Code> codes;
  for (const CsvRow& row : csv.rows) {
    if (row.cells[columns.state].empty() && row.cells[columns.start].empty())
      continue;  // Datavyu pads its columns
    const auto start = csv.number(row, columns.start);
    if (!start) return start.error();
    if (row.cells[columns.end].empty() || row.cells[columns.end] == "NA")
      return Error{"E_CODE_UNFINISHED", "\"" + row.cells[columns.state] + "\" starts and has no end.",
                   csv.where(row, columns.end)};
    const auto end = csv.number(row, columns.end);
    if (!end) return end.error();
    if (*start == *end) continue;
    codes.push_back({row.cells[columns.state], *start * columns.unit_s, *end * columns.unit_s, row.line});
  }
  return ordered_codes(std::move(codes));
}

/// One line for a start and one for a stop.
struct EventColumns {
  std::size_t state = 0, time = 0, status = 0;
};

Result<std::vector<Code>> read_events(const CsvTable& csv, const EventColumns& columns) {
  std::vector<Code> codes;
  std::map<std::string, Code> open;
  for (const CsvRow& row : csv.rows) {
    const std::string &state = row.cells[columns.state], &status = row.cells[columns.status];
    if (status == "POINT") continue;
    const auto time = csv.number(row, columns.time);
    if (!time) return time.error();
    const auto started = open.find(state);
    if (status == "START" && started == open.end()) {
      open[state] = {state, *time, *time, row.line};
    } else if (status == "STOP" && started != open.end()) {
      started->second.end_s = *time;
      codes.push_back(started->second);
      open.erase(started);
    } else {
      const std::string message = status == "STOP"    ? "\"" + state + "\" stops here and had not started."
                                  : status == "START" ? "\"" + state + "\" starts here and had not stopped."
                                                      : "\"" + status + "\" is neither START nor STOP.";
      return Error{"E_CODE_UNFINISHED", message,
                   csv.where(row, columns.time) + ", " + row.cells[columns.time] + " s"};
    }
  }
  if (!open.empty()) {
    const Code& left = open.begin()->second;
    return Error{"E_CODE_UNFINISHED", "\"" + left.state + "\" starts and never stops.",
                 "line " + std::to_string(left.line)};
  }
  return ordered_codes(std::move(codes));
}

/// Datavyu names its columns after the coding pass: "infant.onset", "infant.offset", "infant.code01".
std::optional<SpanColumns> datavyu_columns(const CsvTable& csv) {
  constexpr std::string_view onset = ".onset";
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    const std::string& name = csv.header.cells[i];
    if (!name.ends_with(onset)) continue;
    const std::string pass = name.substr(0, name.size() - onset.size());
    const auto end = csv.find(pass + ".offset");
    if (!end) continue;
    for (std::size_t state = 0; state < csv.header.cells.size(); ++state) {
      const std::string& other = csv.header.cells[state];
      if (other.starts_with(pass + ".") && state != i && state != *end && other != pass + ".ordinal")
        return SpanColumns{state, i, *end, 0.001};
    }
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<Code>> read_codes(std::string_view text) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  const auto state = any_of(*csv, {"Behavior", "behavior", "code", "state"});
  const auto start = any_of(*csv, {"Start (s)", "onset", "onset_s", "start_s"});
  const auto end = any_of(*csv, {"Stop (s)", "offset", "offset_s", "end_s"});
  if (state && start && end) return read_spans(*csv, {*state, *start, *end, 1});
  const auto time = any_of(*csv, {"Time", "Start (s)"});
  const auto status = any_of(*csv, {"Behavior type", "Status"});
  if (state && time && status) return read_events(*csv, {*state, *time, *status});
  if (const auto columns = datavyu_columns(*csv)) return read_spans(*csv, *columns);
  return Error{
      "E_CODE_TABLE",
      "These columns are none that coding programs export; a plain table has onset, offset and code.",
      "line " + std::to_string(csv->header.line)};
}

}  // namespace attune::behavior
