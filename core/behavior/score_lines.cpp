#include "behavior/score_lines.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::behavior {
namespace {

/// Takes out Qualtrics' second and third line, the questions' wording and its own marks; false: there are none.
bool take_out_marks(std::deque<CsvRow>& rows) {
  if (rows.size() < 3) return false;
  for (const std::string_view cell : rows[2].cells)
    if (!cell.empty() && !cell.starts_with("{\"ImportId\"")) return false;
  rows.erase(rows.begin() + 1, rows.begin() + 3);
  return true;
}

/// Takes out the wording of the questions alone, where an export has it without Qualtrics' marks; false: there is none.
bool take_out_wording(std::deque<CsvRow>& rows) {
  if (rows.size() < 3) return false;
  for (std::size_t i = 0; i < std::min(rows[0].cells.size(), rows[1].cells.size()); ++i) {
    const std::string name = plain_name(rows[0].cells[i]), wording = plain_name(rows[1].cells[i]);
    if ((name == "responseid" && wording == "response id") ||
        (name == "startdate" && wording == "start date")) {
      rows.erase(rows.begin() + 1);
      return true;
    }
  }
  return false;
}

/// Qualtrics' own columns that say what a response is.
struct ResponseMarks {
  std::optional<std::size_t> status, finished;

  explicit ResponseMarks(const CsvRow& header) {
    bool is_qualtrics = false, starts = false, ends = false;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
      const std::string name = plain_name(header.cells[i]);
      is_qualtrics = is_qualtrics || name == "responseid" || name == "response id";
      starts = starts || name == "startdate" || name == "start date";
      ends = ends || name == "enddate" || name == "end date" || name == "recordeddate";
      if (name == "status" || name == "response type") status = i;
      if (name == "finished") finished = i;
    }
    if (!is_qualtrics && !(starts && ends)) status = finished = std::nullopt;
  }

  /// Exported in words or in Qualtrics' numbers.
  bool is_preview(const CsvRow& row) const {
    constexpr std::array<std::string_view, 5> previews{"survey preview", "survey test", "spam", "1", "2"};
    return status && *status < row.cells.size() &&
           std::find(previews.begin(), previews.end(), plain_name(row.cells[*status])) != previews.end();
  }
  bool is_unfinished(const CsvRow& row) const {
    const std::string cell = finished && *finished < row.cells.size() ? plain_name(row.cells[*finished]) : "";
    return cell == "false" || cell == "0";
  }
};

/// Leaves previews and tests of Qualtrics out, and says that, and which responses were not finished.
void take_out_previews(std::deque<CsvRow>& rows, std::vector<Diagnostic>& notes) {
  if (rows.empty()) return;
  const ResponseMarks marks(rows.front());
  if (!marks.status && !marks.finished) return;
  const auto count = [&](auto is) { return std::count_if(rows.begin() + 1, rows.end(), is); };
  const auto previews = count([&](const CsvRow& row) { return marks.is_preview(row); });
  if (previews > 0)
    notes.push_back({"W_SCORE_PREVIEW", Severity::warning,
                     words::say<"imports.previews">({{"count", previews}}),
                     place_of_column(rows.front().cells[*marks.status]), ""});
  rows.erase(
      std::remove_if(rows.begin() + 1, rows.end(), [&](const CsvRow& row) { return marks.is_preview(row); }),
      rows.end());
  if (const auto unfinished = count([&](const CsvRow& row) { return marks.is_unfinished(row); });
      unfinished > 0)
    notes.push_back({"W_SCORE_UNFINISHED", Severity::warning,
                     words::say<"imports.unfinished">({{"count", unfinished}}),
                     place_of_column(rows.front().cells[*marks.finished]), ""});
}

}  // namespace

std::string numbered_name(std::string_view name, int time) {
  return std::string(name) + " (" + std::to_string(time) + ")";
}

Result<CsvTable> parse_score_lines(std::string_view bytes, std::vector<Diagnostic>& notes) {
  auto text = csv_text(bytes);
  if (!text) return text.error();
  const char separator = csv_separator(*text);
  auto lines = csv_lines(std::move(*text), separator);
  if (!lines) return lines.error();
  if (take_out_marks(lines->rows))
    notes.push_back(
        {"N_SCORE_QUALTRICS", Severity::note, words::say<"tables.qualtrics">(), place_of_line(2), ""});
  else if (take_out_wording(lines->rows))
    notes.push_back(
        {"N_SCORE_QUALTRICS", Severity::note, words::say<"imports.wording_line">(), place_of_line(2), ""});
  take_out_previews(lines->rows, notes);
  if (!lines->rows.empty()) {
    CsvRow& header = lines->rows.front();
    std::vector<std::string_view> names(header.cells.begin(), header.cells.end());
    std::unordered_map<std::string_view, int> times;
    for (std::string_view& name : names) {
      const int before = times[name]++;
      if (before > 0 && !name.empty()) name = lines->store->keep(numbered_name(name, before + 1));
    }
    header.cells = lines->store->keep(names);
  }
  return csv_table(std::move(*lines), 0, separator);
}

}  // namespace attune::behavior
