#include "behavior/score_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/name_list.hpp"
#include "behavior/raters.hpp"
#include "behavior/score_lines.hpp"
#include "behavior/score_names.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "tables/one_infant.hpp"
#include "tables/same_names.hpp"
#include "tables/summary_line.hpp"
#include "tables/visit_name.hpp"
#include "tables/visit_order.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/scores.hpp"
#include "words/ids/tables.hpp"

namespace attune::behavior {
namespace {

std::optional<std::size_t> column_named(const CsvTable& csv, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (std::size_t i = 0; i < csv.header.cells.size(); ++i)
      if (plain_name(csv.header.cells[i]) == name) return i;
  return std::nullopt;
}

/// What the lines of a table name.
struct Named {
  NameList records, events, names;

  void give_to(ScoreTable& table) {
    table.records = records.take();
    table.events = events.take();
    table.names = names.take();
    table.spelled = table.names;
  }
};

/// REDCap's own columns beside the fields.
struct RedcapColumns {
  std::size_t record = 0;
  std::optional<std::size_t> event, instrument, instance;
};

std::optional<RedcapColumns> redcap_columns(const CsvTable& csv) {
  RedcapColumns columns;
  columns.event = column_named(csv, {"redcap event name", "event name"});
  columns.instrument = column_named(csv, {"redcap repeat instrument", "repeat instrument"});
  columns.instance = column_named(csv, {"redcap repeat instance", "repeat instance"});
  const bool has_own =
      columns.event || columns.instrument || columns.instance ||
      std::any_of(csv.header.cells.begin(), csv.header.cells.end(), [](std::string_view name) {
        return name.starts_with("redcap_") || name.ends_with("_complete");
      });
  if (has_own) return columns;
  return std::nullopt;
}

bool is_redcap_field(std::string_view name) {
  const std::string plain = plain_name(name);
  return !name.starts_with("redcap_") && !name.ends_with("_complete") && !name.ends_with("_timestamp") &&
         plain != "event name" && plain != "repeat instrument" && plain != "repeat instance" &&
         plain != "data access group" && plain != "survey identifier" && !plain.starts_with("complete");
}

/// What a line of REDCap's is called: its event, and the instance where it is not the first.
std::string redcap_event(const CsvRow& row, const RedcapColumns& columns) {
  const std::string event = columns.event ? row.text(*columns.event) : "";
  const std::string instance = columns.instance ? row.text(*columns.instance) : "";
  if (instance.empty() || (instance == "1" && columns.event)) return event;
  return event.empty() ? "instance " + instance : event + ", instance " + instance;
}

constexpr std::size_t most_events =
    1000;  ///< far more than a study has: then the column is of something else

Error too_many_events(const CsvRow& row) {
  return {"E_SCORE_EVENTS", words::say<"scores.most_events">({{"most", most_events}}),
          place_of_line(row.line)};
}

Error unnamed_column(const CsvTable& csv, std::size_t column) {
  return {"E_CSV_COLUMN", words::say<"scores.unnamed_column">(), place_of_field(csv.header.line, column + 1)};
}

/// Puts the events in the order of `order`, places of them; the lines follow.
void reorder_events(ScoreTable& table, const std::vector<std::size_t>& order) {
  std::vector<std::string> ordered;
  std::vector<std::size_t> moved_to(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    ordered.push_back(table.events[order[i]]);
    moved_to[order[i]] = i;
  }
  table.events = std::move(ordered);
  for (ScoreLine& line : table.lines) line.event = moved_to[line.event];
}

/// Puts the events in order of time, as far as their names tell it.
void order_events(ScoreTable& table) {
  reorder_events(table, tables::order_visits(table.events).places);
}

/// Takes every column as a field that `own` does not name; of REDCap's only its fields.
void add_fields(ScoreTable& table, NameList& names, std::initializer_list<std::optional<std::size_t>> own) {
  for (std::size_t i = 0; i < table.csv.header.cells.size(); ++i) {
    const std::string name = table.csv.header.text(i);
    const bool is_own = std::find(own.begin(), own.end(), std::optional(i)) != own.end();
    if (!is_own && !name.empty() && (table.form != "REDCap" || is_redcap_field(name)))
      table.fields.push_back({i, names.place_of(name)});
  }
}

/// One name a column and rater.
void spread(ScoreTable& table, const LineRaters& raters) {
  table.names = raters.spread(table.names);
  table.spelled = table.names;
  raters.say(table.diagnostics);
}

/// Events of REDCap's whose names tell no time stand in their order within each record; one that an earlier record
/// lacks goes after the one before it.
Status read_redcap(ScoreTable& table, const RedcapColumns& columns) {
  table.form = "REDCap";
  Named named;
  LineRaters raters(table.csv, columns.event, columns.instrument);
  add_fields(table, named.names,
             {columns.record, columns.event, columns.instrument, columns.instance, raters.column()});
  const std::size_t fields = named.names.size();
  std::vector<std::size_t> order;  // places of events
  std::optional<std::size_t> before;
  for (std::size_t i = 0; i < table.csv.rows.size(); ++i) {
    const CsvRow& row = table.csv.rows[i];
    const std::size_t record = named.records.place_of(row.text(columns.record));
    if (!table.lines.empty() && record != table.lines.back().record) before.reset();
    const std::size_t known = named.events.size();
    std::string name = redcap_event(row, columns);
    const std::string rater = raters.of(row, name);
    const std::size_t event = named.events.place_of(name);
    if (named.events.size() > most_events) return too_many_events(row);
    if (event == known) {
      const auto at = before ? std::find(order.begin(), order.end(), *before) : order.end();
      order.insert(at == order.end() ? at : at + 1, event);
    }
    before = event;
    table.lines.push_back({i, record, event, raters.names_begin(rater, fields)});
  }
  named.give_to(table);
  spread(table, raters);
  reorder_events(table, order);
  order_events(table);
  return success();
}

std::string text_of(const CsvRow& row, const std::optional<std::size_t>& column) {
  return column ? row.text(*column) : "";
}

/// Whose line it is, and of which visit.
struct WhoseLine {
  std::optional<std::size_t> record, visit;
};

/// Lines that are no one's: without a participant, where others name one (Excel's merged cells), and totals.
class Nameless {
 public:
  explicit Nameless(const WhoseLine& whose) : whose_(whose) {}

  /// Whether the line cannot be taken.
  bool takes_out(const CsvRow& row) {
    const auto cell = [&](const std::optional<std::size_t>& place) {
      return place ? row.cells[*place] : std::string_view();
    };
    if (summaries_.takes_out(row.line, cell(whose_.record), cell(whose_.visit))) return true;
    if (!whose_.record || !cell(whose_.record).empty()) return false;
    if (count_++ == 0) first_line_ = row.line;
    return true;
  }

  void say(std::vector<Diagnostic>& notes) const {
    summaries_.say(notes);
    if (count_ > 0)
      notes.push_back({"W_SCORE_NO_RECORD", Severity::warning,
                       words::say<"imports.lines_without_record">({{"count", count_}}),
                       "line " + std::to_string(first_line_), ""});
  }

 private:
  WhoseLine whose_;
  tables::SummaryLines summaries_;
  std::size_t count_ = 0;
  int first_line_ = 0;
};

/// One spelling of each participant and each visit.
class Spellings {
 public:
  std::string record(const std::string& name) { return name.empty() ? name : records_.of(name); }
  std::string event(const std::string& name) { return name.empty() ? name : events_.of(name); }

  void say(std::vector<Diagnostic>& notes) const {
    records_.say(notes, "column participant");
    events_.say(notes, "column visit");
  }

 private:
  tables::SameNames records_{tables::NamesOf::participants}, events_;
};

bool is_date(std::string_view cell) {
  const tables::VisitName name = tables::read_visit_name(cell);
  return name.date_days || name.date_days_month_first;
}

/// The first column, where no column is known to name the participant and this one is known as nothing else.
std::optional<std::size_t> likely_participant(const CsvTable& csv) {
  constexpr std::array<std::string_view, 12> numbers_of_lines{
      "", "nr", "no", "row", "x", "index", "unnamed 0", "line", "zeile", "ligne", "lfd nr", "response id"};
  const std::string name = plain_name(csv.header.cells.front());
  const auto is = [&](tables::Column column) { return tables::find_column(csv, column) == 0; };
  if (std::find(numbers_of_lines.begin(), numbers_of_lines.end(), name) != numbers_of_lines.end() ||
      (tables::is_key_column(name) && !tables::names_origin(name)) || is(tables::Column::date) ||
      is(tables::Column::rater) || is(tables::Column::scale) || is(tables::Column::score) ||
      !scale_meant(name, known_scales()).near.empty())
    return std::nullopt;
  const auto& rows = csv.rows;
  const bool differ = std::any_of(rows.begin(), rows.end(), [&](const CsvRow& row) {
    return row.cells.front() != rows.front().cells.front();
  });
  const bool is_other = std::any_of(rows.begin(), rows.end(), [](const CsvRow& row) {
    return row.cells.front().empty() || is_date(row.cells.front());
  });
  return differ && !is_other ? std::optional<std::size_t>(0) : std::nullopt;
}

/// The column of participants; where none is known, the first may be, which is said.
std::optional<std::size_t> participant_column(ScoreTable& table) {
  if (const auto known = tables::find_column(table.csv, tables::Column::participant)) return known;
  const auto likely = likely_participant(table.csv);
  if (likely)
    table.diagnostics.push_back({"W_SCORE_PARTICIPANT", Severity::warning,
                                 words::say<"imports.first_is_participant">(
                                     {{"column", words::as_is(table.csv.header.cells[*likely])}}),
                                 "line " + std::to_string(table.csv.header.line), ""});
  return likely;
}

/// A line of an unknown visit is not guessed at.
Status check_visit(const CsvRow& row, const std::optional<std::size_t>& visit) {
  if (!visit || !tables::says_missing(row.cells[*visit])) return success();
  return Error{"E_SCORE_VISIT", words::say<"imports.line_without_visit">(),
               "line " + std::to_string(row.line)};
}

bool is_numbers(const CsvTable& csv, std::size_t column) {
  return std::all_of(csv.rows.begin(), csv.rows.end(),
                     [&](const CsvRow& row) { return csv.number(row, column) || row.cells[column].empty(); });
}

/// The column of visits; where there is none and a record has several lines, that of their dates.
WhoseLine whose_line(ScoreTable& table) {
  const auto filled = [&](tables::Column column) {
    const auto place = tables::find_column(table.csv, column);
    const bool any = place && std::any_of(table.csv.rows.begin(), table.csv.rows.end(),
                                          [&](const CsvRow& row) { return !row.cells[*place].empty(); });
    return any ? place : std::nullopt;
  };
  WhoseLine columns{participant_column(table), filled(tables::Column::visit)};
  if (columns.record && std::all_of(table.csv.rows.begin(), table.csv.rows.end(),
                                    [&](const CsvRow& row) { return row.cells[*columns.record].empty(); }))
    columns.record.reset();
  if (!columns.visit && !tables::find_column(table.csv, tables::Column::date))
    if (const auto time =
            column_named(table.csv, {"week", "weeks", "month", "months", "day", "days", "weeks pp",
                                     "months pp", "weeks postpartum", "months postpartum", "semaine",
                                     "semaines", "mois", "woche", "wochen", "monat", "monate"});
        time && is_numbers(table.csv, *time))
      columns.visit = time;
  if (columns.visit) return columns;
  table.visits_from = VisitsFrom::nothing;
  std::unordered_set<std::string_view> records;
  const bool once = std::all_of(table.csv.rows.begin(), table.csv.rows.end(), [&](const CsvRow& row) {
    return records.insert(columns.record ? row.cells[*columns.record] : "").second;
  });
  const auto date = tables::find_column(table.csv, tables::Column::date);
  const auto has_date = [&](const CsvRow& row) { return is_date(row.cells[*date]); };
  if (once || !date || !std::all_of(table.csv.rows.begin(), table.csv.rows.end(), has_date)) return columns;
  columns.visit = date;
  table.visits_from = VisitsFrom::dates;
  table.diagnostics.push_back(
      {"N_SCORE_DATES", Severity::note,
       words::say<"imports.dates_are_visits">({{"column", words::as_is(table.csv.header.cells[*date])}}),
       "column " + table.csv.header.text(*date), ""});
  return columns;
}

struct LongColumns {
  std::optional<std::size_t> record, part;
  std::size_t visit = 0, scale = 0, score = 0;
};

std::optional<LongColumns> long_columns(const CsvTable& csv) {
  using tables::Column;
  const auto visit = tables::find_column(csv, Column::visit), scale = tables::find_column(csv, Column::scale),
             score = tables::find_column(csv, Column::score);
  if (!visit || !scale || !score) return std::nullopt;
  auto part = tables::find_part(csv);
  if (part == scale || part == score || part == visit) part.reset();
  return LongColumns{std::nullopt, part, *visit, *scale, *score};
}

Status read_long(ScoreTable& table, LongColumns columns) {
  Named named;
  table.form = "long";
  table.fields = {{columns.score, 0}};
  columns.record = participant_column(table);
  if (const Status status = tables::check_one_infant(table.csv, columns.record); !status) return status;
  if (const Status status = tables::check_alone(table.csv, tables::Column::score, columns.score); !status)
    return status;
  const LineRaters raters(table.csv, columns.visit);
  Nameless nameless({columns.record, columns.visit});
  Spellings spellings;
  for (std::size_t i = 0; i < table.csv.rows.size(); ++i) {
    const CsvRow& row = table.csv.rows[i];
    if (nameless.takes_out(row)) continue;
    if (const Status status = check_visit(row, columns.visit); !status) return status;
    std::string visit = row.text(columns.visit);
    const std::string rater = raters.of(row, visit);
    const std::string scale = with_part(row.text(columns.scale), text_of(row, columns.part));
    table.lines.push_back({i, named.records.place_of(spellings.record(text_of(row, columns.record))),
                           named.events.place_of(spellings.event(visit)),
                           named.names.place_of(scale + (rater.empty() ? "" : " " + rater))});
    if (named.events.size() > most_events) return too_many_events(row);
  }
  nameless.say(table.diagnostics);
  spellings.say(table.diagnostics);
  named.give_to(table);
  order_events(table);
  return success();
}

/// A line a visit, a column a scale; without a column that names the visit, each record has one line.
Status read_wide(ScoreTable& table) {
  Named named;
  table.form = "wide";
  const WhoseLine keys = whose_line(table);
  if (const Status status = tables::check_one_infant(table.csv, keys.record); !status) return status;
  LineRaters raters(table.csv, keys.visit);
  add_fields(table, named.names, {keys.visit, keys.record, raters.column()});
  Nameless nameless(keys);
  Spellings spellings;
  const std::size_t fields = named.names.size();
  for (std::size_t i = 0; i < table.csv.rows.size(); ++i) {
    const CsvRow& row = table.csv.rows[i];
    if (nameless.takes_out(row)) continue;
    if (const Status status = check_visit(row, keys.visit); !status) return status;
    std::string visit = text_of(row, keys.visit);
    const std::string rater = raters.of(row, visit);
    table.lines.push_back({i, named.records.place_of(spellings.record(text_of(row, keys.record))),
                           named.events.place_of(spellings.event(visit)), raters.names_begin(rater, fields)});
    if (named.events.size() > most_events) return too_many_events(row);
  }
  nameless.say(table.diagnostics);
  spellings.say(table.diagnostics);
  named.give_to(table);
  spread(table, raters);
  order_events(table);
  return success();
}

/// A column behind the first with numbers and no name: of two lines of names, or merged cells. Row numbers stand first.
Status check_unnamed(const CsvTable& csv) {
  for (std::size_t i = 1; i < csv.header.cells.size(); ++i) {
    if (!csv.header.cells[i].empty()) continue;
    for (const CsvRow& row : csv.rows)
      if (csv.number(row, i))
        return Error{"E_CSV_COLUMN", words::say<"imports.unnamed_numbers">(),
                     place_of_field(row.line, i + 1)};
  }
  return success();
}

/// The name of which pandas made this one, "epds_t1.1", because another column has it; empty if there is none. "epds.1" may be
/// an item.
std::string doubled_name(const ScoreTable& table, const std::string& name) {
  const std::size_t point = name.rfind('.');
  if (point == std::string::npos || point + 1 == name.size() ||
      name.find_first_not_of("0123456789", point + 1) != std::string::npos)
    return "";
  const std::string before = name.substr(0, point);
  const bool is_there = std::find(table.names.begin(), table.names.end(), before) != table.names.end();
  return is_there && !scale_meant(before, known_scales()).visit.empty() ? before : "";
}

/// The names without the numbers that tell columns of one name apart.
void spell(ScoreTable& table) {
  for (std::string& name : table.spelled)
    if (std::string before = doubled_name(table, name); !before.empty()) name = std::move(before);
  for (std::string& name : table.spelled)
    for (int time = 2; name.ends_with(')') && time < 100; ++time)
      if (const std::string behind = numbered_name("", time); name.ends_with(behind)) {
        const std::string before = name.substr(0, name.size() - behind.size());
        if (std::find(table.names.begin(), table.names.end(), before) != table.names.end()) name = before;
        break;
      }
}

}  // namespace

Result<ScoreTable> read_score_table(std::string_view bytes) {
  ScoreTable table;
  auto csv = parse_score_lines(bytes, table.diagnostics);
  if (!csv) return csv.error();
  table.csv = std::move(*csv);
  Status status = check_unnamed(table.csv);
  if (!status) return status.error();
  const bool is_flat = column_named(table.csv, {"field name"}) && column_named(table.csv, {"value"});
  if (const auto columns = redcap_columns(table.csv); columns && !is_flat) {
    if (table.csv.header.cells.front().empty()) return unnamed_column(table.csv, 0);
    status = read_redcap(table, *columns);
  } else if (const auto plain = long_columns(table.csv)) {
    status = read_long(table, *plain);
  } else {
    status = read_wide(table);
  }
  if (!status) return status.error();
  spell(table);
  if (table.names.empty())
    return Error{"E_SCORE_TABLE", words::say<"scores.no_columns">(), place_of_line(table.csv.header.line)};
  return table;
}

}  // namespace attune::behavior
