#include "behavior/score_lines.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <optional>
#include <unordered_map>

#include "behavior/scales.hpp"
#include "behavior/score_names.hpp"
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

bool reads_as_number(std::string_view cell) {
  return decimal_number(cell) || with_point(cell);
}

/// Makes one line of names of two, as tables under merged cells have them: "EPDS" over "baseline" and "follow-up". They are
/// two where the second stands under a name that is empty or there before, and each such pair names a scale and a visit.
/// The names; none: there is one line.
std::vector<std::string> two_lines_of_names(const std::deque<CsvRow>& rows) {
  if (rows.size() < 3) return {};
  const auto above = rows[0].cells, below = rows[1].cells;
  if (above.size() != below.size() || std::any_of(below.begin(), below.end(), reads_as_number)) return {};
  std::vector<std::string> names;
  std::size_t together = 0;
  std::string_view over;
  for (std::size_t i = 0; i < above.size(); ++i) {
    if (!above[i].empty()) over = above[i];
    const bool alone = over.empty() || below[i].empty() || plain_name(over) == plain_name(below[i]);
    names.emplace_back(alone ? std::string(over.empty() ? below[i] : above[i])
                             : std::string(over) + " " + std::string(below[i]));
    if (alone) continue;
    const NamedScale named = scale_meant(names.back(), known_scales());
    if (named.scale.empty() || named.visit.empty()) return {};
    ++together;
  }
  return together > 1 ? names : std::vector<std::string>();
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
  else if (const auto two = two_lines_of_names(lines->rows); !two.empty()) {
    std::vector<std::string_view> names;
    words::Value::List joined;
    for (const std::string& name : two) {
      names.push_back(lines->store->keep(std::string(name)));
      joined.emplace_back(words::as_is(name));
    }
    lines->rows.pop_front();
    lines->rows.front().cells = lines->store->keep(names);
    notes.push_back({"N_SCORE_TWO_LINES", Severity::note,
                     words::say<"imports.two_lines_of_names">({{"names", std::move(joined)}}),
                     place_of_line(2), ""});
  }
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
