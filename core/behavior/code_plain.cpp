// Plain tables: one code a line with its onset and its offset or duration, as anyone can write them. ChronoViz writes such
// a table too, with the code in the first of its categories.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/words.hpp"
#include "behavior/code_readers.hpp"
#include "edf/phases.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

struct PlainColumns {
  std::optional<std::size_t> code, start, end, duration, subject, tier, phase;
  std::vector<std::size_t> observation{};  ///< whose, which visit's and whose coder's a line is
  double unit_s = 1;
  words::Said format = words::say<"codings.format.plain">();
  std::vector<std::string> codes{};  ///< names of the columns that may hold the code
};

using Names = std::initializer_list<std::string_view>;

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
  columns.code =
      column_of(header, {"code", "state", "behavior", "behaviour", "annotation", "trial type", "label",
                         "value", "verhalten", "zustand", "comportement", "état", "text"});
  columns.start = column_of(header, {"onset", "onset s", "start", "start s", "begin", "begin s", "start time",
                                     "begin time", "from", "beginn", "anfang", "début", "debut", "tmin"});
  columns.end = column_of(header, {"offset", "offset s", "end", "end s", "stop", "stop s", "end time",
                                   "stop time", "to", "ende", "fin", "tmax"});
  columns.duration = column_of(header, {"duration", "duration s", "dauer", "durée"});
  if (!columns.start) {
    columns.start = column_of(header, {"onset ms", "start ms", "begin ms"});
    columns.end = column_of(header, {"offset ms", "end ms", "stop ms"});
    columns.duration = column_of(header, {"duration ms"});
    columns.unit_s = 0.001;
  }
  columns.subject =
      column_of(header, {"subject", "who", "person", "actor", "agent", "personne", "participant"});
  columns.tier = column_of(header, {"tier", "column"});
  columns.phase =
      column_of(header, {"phase", "phases", "episode", "condition", "épisode", "étape", "abschnitt"});
  for (const auto& names :
       {Names{"participant", "participant id", "dyad", "dyad id", "infant id", "id", "subject id", "child id",
              "baby id", "patient", "patient id", "family", "family id", "case id", "vpn", "teilnehmer",
              "proband", "identifiant", "sujet"},
        Names{"observation", "observation id"},
        Names{"video", "video file", "tape", "file", "file name", "filename", "media", "media file",
              "media file name", "recording", "clip", "datei", "fichier"},
        Names{"session", "session id"}, Names{"date", "visit date", "session date", "datum"},
        Names{"day", "week", "month", "age", "age months", "age weeks"},
        Names{"site", "center", "centre", "clinic"},
        Names{"visit", "timepoint", "time point", "wave", "visite", "zeitpunkt", "messzeitpunkt", "mzp"},
        Names{"coder", "coder id", "rater", "annotator", "observer", "codeur", "kodierer", "codierer",
              "observateur", "beobachter"}})
    if (const auto place = column_of(header, names); place && place != columns.subject)
      columns.observation.push_back(*place);
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
  if (is_no_end(row.cells[*columns.duration])) return event;
  const auto duration_s = time_in(csv, row, *columns.duration, columns.unit_s);
  if (!duration_s) return duration_s.error();
  if (*duration_s > 0) event.end_s = *start_s + *duration_s;
  if (*duration_s < 0)
    event.problem = Error{"E_CODE_ORDER", words::say<"codings.negative">(),
                          place_at(csv.where(row, *columns.duration), *start_s)};
  return event;
}

/// What the durations prove, where a table has them beside beginnings and ends: how many lines have them in the same unit,
/// a thousandth of it, or neither.
struct Proof {
  int same = 0, thousandth = 0, neither = 0;
};

Proof proof_of(const CsvTable& csv, const PlainColumns& columns) {
  Proof proof;
  for (const CsvRow& row : csv.rows) {
    const auto time = [&](std::size_t column) {
      const bool clock = row.cells[column].find(':') != std::string_view::npos;
      const auto value = csv.number(row, column);
      return value && !clock ? std::optional(*value) : std::nullopt;
    };
    const auto start = time(*columns.start), end = time(*columns.end), lasts = time(*columns.duration);
    if (!start || !end || !lasts || !(*lasts > 0)) continue;
    const double between = *end - *start, off = 0.01 * std::abs(between) + 0.001;
    if (std::abs(between - *lasts) <= off || std::abs(1000 * between - *lasts) <= 1000 * off)
      ++proof.same;
    else
      ++(std::abs(between - 1000 * *lasts) <= off + 1 ? proof.thousandth : proof.neither);
  }
  return proof;
}

/// Takes the unit of beginnings and ends from their durations; says so, and where these disagree.
void prove_unit(const CsvTable& csv, PlainColumns& columns, CodeTable& table) {
  if (!columns.end || !columns.duration || columns.unit_s != 1) return;
  const Proof proof = proof_of(csv, columns);
  if (proof.thousandth > 0 && proof.same == 0) {
    columns.unit_s = 0.001;
    table.diagnostics.push_back(
        {"N_CODE_UNIT", Severity::note, words::say<"imports.unit_proved">(), "codes", ""});
  }
  const int disagree = proof.neither + (proof.same > 0 ? proof.thousandth : 0);
  if (disagree > 0)
    table.diagnostics.push_back({"W_CODE_DURATION", Severity::warning,
                                 words::say<"imports.duration_disagrees">({{"count", disagree}}), "codes",
                                 ""});
}

/// Whether the phases stand in a column "condition" of one word alone that names none: it is rather the group's.
bool is_group(const CsvTable& csv, std::size_t phase) {
  return plain_name(csv.header.cells[phase]) == "condition" && !csv.rows.empty() &&
         !edf::read_phase_mark(csv.rows.front().cells[phase]).recognised &&
         std::all_of(csv.rows.begin(), csv.rows.end(),
                     [&](const CsvRow& row) { return row.cells[phase] == csv.rows.front().cells[phase]; });
}

/// Phases that a column names beside every code: from the first code of each to the end of its last.
void add_phases(const CsvTable& csv, const PlainColumns& columns, CodeTable& table) {
  const auto is_code = [&](std::size_t i) {
    return plain_name(csv.rows[i].cells[*columns.phase]) == plain_name(table.events[i].code);
  };
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < table.events.size() && columns.phase; ++i) {
    if (is_code(i)) return;  // phases have lines of their own
    if (!is_blank(csv.rows[i].cells[*columns.phase])) order.push_back(i);
  }
  if (order.empty()) return;
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    const CodeEvent &one = table.events[a], &other = table.events[b];
    return std::pair(one.observation, one.start_s) < std::pair(other.observation, other.start_s);
  });
  std::vector<CodeEvent> phases;
  for (const std::size_t i : order) {
    const CodeEvent& event = table.events[i];
    const std::string name = csv.rows[i].text(*columns.phase);
    const double end_s = event.end_s.value_or(event.start_s);
    if (phases.empty() || phases.back().code != name || phases.back().observation != event.observation) {
      CodeEvent& phase = phases.emplace_back();
      phase.code = name;
      phase.tier = "phase";
      phase.observation = event.observation;
      phase.line = event.line;
      phase.start_s = event.start_s;
      phase.end_s = end_s;
    }
    phases.back().end_s = std::max(*phases.back().end_s, end_s);
  }
  for (CodeEvent& phase : phases) table.events.push_back(std::move(phase));
  table.diagnostics.push_back(
      {"N_CODE_PHASE_COLUMN", Severity::note,
       words::say<"imports.phases_of_column">({{"column", words::as_is(csv.header.cells[*columns.phase])}}),
       "codes", ""});
}

/// Names the columns that are not read, but for remarks.
void say_not_read(const CsvTable& csv, const PlainColumns& columns, CodeTable& table) {
  constexpr std::array<std::string_view, 12> remarks{
      "comment",   "comments",    "note",      "notes",       "remark",       "remarks",
      "bemerkung", "bemerkungen", "kommentar", "commentaire", "commentaires", "remarque"};
  words::Value::List names;
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    const std::string name = plain_name(csv.header.cells[i]);
    const auto is = [&](const std::optional<std::size_t>& place) { return place == i; };
    const bool read =
        is(columns.code) || is(columns.start) || is(columns.end) || is(columns.duration) ||
        is(columns.subject) || is(columns.tier) || is(columns.phase) ||
        std::find(columns.observation.begin(), columns.observation.end(), i) != columns.observation.end();
    const bool known =
        std::find(remarks.begin(), remarks.end(), name) != remarks.end() ||
        std::find(columns.codes.begin(), columns.codes.end(), csv.header.cells[i]) != columns.codes.end();
    const bool empty = std::all_of(csv.rows.begin(), csv.rows.end(),
                                   [&](const CsvRow& row) { return is_blank(row.cells[i]); });
    if (!read && !known && !empty && !name.empty()) names.emplace_back(words::as_is(csv.header.cells[i]));
  }
  if (names.empty()) return;
  const std::size_t count = names.size();
  table.diagnostics.push_back(
      {"N_CODE_COLUMNS", Severity::note,
       words::say<"imports.columns_not_read">({{"count", count}, {"columns", std::move(names)}}), "codes",
       ""});
}

/// Warns of seconds with two digits behind the point, none of which is 30 or more: frames, of which a second has 24 to 30.
void doubt_frames(const CsvTable& csv, const PlainColumns& columns, CodeTable& table) {
  // Hundredths of which each is below 30 by chance 3 times in 10: all of 20 once in 10^10. More different ones than the 7 that
  // moments of whole frames, 25 a second, have there.
  constexpr int fewest = 20, fewest_different = 8;
  int count = 0;
  std::array<bool, 30> seen{};
  for (const CsvRow& row : csv.rows)
    for (const auto& column : {columns.start, columns.end}) {
      if (!column) continue;
      const std::string cell = row.text(*column);
      const std::size_t mark = cell.find_last_of(".,");
      if (mark == std::string::npos) continue;
      const std::string behind = cell.substr(mark + 1);
      if (behind.size() > 2 || behind.empty() || !is_digit(behind[0]) || behind[0] > '2') {
        if (behind.find_first_not_of('0') == std::string::npos) continue;
        return;
      }
      if (behind.size() < 2 || !is_digit(behind[1])) return;  // tenths
      if (behind == "00") continue;
      ++count;
      seen[static_cast<std::size_t>(10 * (behind[0] - '0') + behind[1] - '0')] = true;
    }
  if (count < fewest || std::count(seen.begin(), seen.end(), true) < fewest_different) return;
  table.diagnostics.push_back({"W_CODE_FRAMES", Severity::warning, words::say<"codings.frames_likely">(),
                               words::say<"codings.where.codes">(), ""});
}

}  // namespace

MaybeTable read_plain_codes(CodeLines& lines, const std::string& code_column) {
  const auto header = header_line(lines, is_header);
  if (!header) return std::nullopt;
  const auto csv = table_below(lines, *header);
  if (!csv) return csv.error();
  PlainColumns columns = find_plain_columns(csv->header, code_column);
  CodeTable table{columns.format, columns.codes, {}};
  if (!columns.code)
    return Error{"E_CODE_COLUMN", words::say<"codings.no_code_column">({{"code", words::as_is(code_column)}}),
                 place_of_line(csv->header.line)};
  table.events.reserve(csv->rows.size());
  if (columns.phase && is_group(*csv, *columns.phase)) columns.phase.reset();
  prove_unit(*csv, columns, table);
  const ObservationNames observation(*csv, columns.observation);
  for (const CsvRow& row : csv->rows) {
    auto event = columns.end ? span_event(*csv, row, *columns.start, *columns.end, columns.unit_s)
                             : lasting_event(*csv, row, columns);
    if (!event) return event.error();
    event->code = row.cells[*columns.code];
    event->subject = text_in(row, columns.subject);
    event->tier = text_in(row, columns.tier);
    event->observation = observation.of(row);
    table.events.push_back(std::move(*event));
  }
  add_phases(*csv, columns, table);
  say_not_read(*csv, columns, table);
  doubt_frames(*csv, columns, table);
  return table;
}

}  // namespace attune::behavior
