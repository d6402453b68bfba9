#include "group/table.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <set>
#include <utility>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "behavior/scales.hpp"
#include "behavior/score_names.hpp"
#include "group/roles.hpp"
#include "tables/columns.hpp"
#include "tables/marked_lines.hpp"
#include "tables/missing.hpp"
#include "tables/one_infant.hpp"
#include "tables/same_names.hpp"
#include "tables/summary_line.hpp"
#include "tables/units.hpp"
#include "tables/value_doubts.hpp"
#include "tables/visit_order.hpp"
#include "tables/visit_times.hpp"
#include "words/ids/group.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"
#include "words/named.hpp"

namespace attune::group {
namespace {

struct Columns {
  std::size_t participant = 0, group = 0, visit = 0, measure = 0, value = 0;
  std::optional<std::size_t> reason, pair, rater, part;
};

Result<Columns> find_columns(const CsvTable& csv) {
  using tables::Column;
  Columns columns;
  const Status placed = tables::place_columns(csv, {{Column::participant, columns.participant},
                                                    {Column::group, columns.group},
                                                    {Column::visit, columns.visit},
                                                    {Column::measure, columns.measure},
                                                    {Column::value, columns.value}});
  if (!placed) return placed.error();
  columns.reason = tables::find_column(csv, Column::reason);
  columns.pair = tables::find_column(csv, Column::pair);
  columns.rater = tables::find_column(csv, Column::rater);
  columns.part = tables::find_part(csv);
  if (columns.part == columns.measure) columns.part.reset();
  return columns;
}

/// That its lines are of one infant a name, its values of one column, and each measure in one unit.
Status check_lines(const CsvTable& csv, const Columns& columns) {
  if (const Status status = tables::check_one_infant(csv, columns.participant); !status) return status;
  if (const Status status = tables::check_alone(csv, tables::Column::value, columns.value); !status)
    return status;
  return tables::check_units(csv, columns.measure);
}

std::string text_or_nothing(const CsvRow& row, std::optional<std::size_t> column) {
  if (!column || tables::says_missing(row.cells[*column])) return "";
  return row.text(*column);
}

Result<TableRow> read_row(const CsvTable& csv, const CsvRow& csv_row, const Columns& columns,
                          const Settings& settings) {
  for (const std::size_t column : {columns.participant, columns.visit, columns.measure})
    if (csv_row.cells[column].empty())
      return Error{"E_CSV_EMPTY", words::say<"tables.cell_empty">(), csv.where(csv_row, column)};
  if (tables::says_missing(csv_row.cells[columns.visit]))
    return Error{"E_CSV_EMPTY", words::say<"imports.line_without_visit">(),
                 csv.where(csv_row, columns.visit)};
  TableRow row;
  row.participant = csv_row.cells[columns.participant];
  row.group = text_or_nothing(csv_row, columns.group);
  row.visit = csv_row.cells[columns.visit];
  row.pair = text_or_nothing(csv_row, columns.pair);
  row.measure = behavior::with_rater(
      behavior::with_part(csv_row.text(columns.measure),
                          columns.part ? csv_row.cells[*columns.part] : std::string_view()),
      columns.rater ? behavior::parent_in(csv_row.cells[*columns.rater]) : std::string_view());
  row.line = csv_row.line;
  const std::string_view cell = csv_row.cells[columns.value];
  if (tables::says_no_number(cell) || tables::among_codes(cell, settings.missing_codes)) {
    const std::string reason = text_or_nothing(csv_row, columns.reason);
    row.cell.missing = !reason.empty() ? words::named(reason)
                       : cell.empty()  ? words::Text(words::say<"group.empty_cell">())
                                       : words::named(cell);
    return row;
  }
  const auto value = csv.number(csv_row, columns.value);
  if (!value) return value.error();
  row.cell = {*value, ""};
  return row;
}

/// One spelling of each name.
class Spellings {
 public:
  void unify(TableRow& row) {
    row.participant = participants_.of(row.participant);
    row.group = groups_.of(row.group);
    row.visit = visits_.of(row.visit);
    row.measure = measures_.of(of_scale(row.measure));
  }
  void say(std::vector<Diagnostic>& notes) const {
    participants_.say(notes, "column participant");
    groups_.say(notes, "column group");
    visits_.say(notes, "column visit");
    measures_.say(notes, "column measure");
  }

 private:
  /// The first name of the same scale: "EPDS total" and "epds" are one measure.
  const std::string& of_scale(const std::string& measure) {
    const auto [known, is_new] = scales_.try_emplace(measure, measure);
    if (!is_new) return known->second;
    const auto meant = behavior::scale_meant(measure, behavior::known_scales());
    if (!meant.scale.empty() && meant.visit.empty())
      known->second = first_of_scale_.try_emplace(meant.scale, measure).first->second;
    return known->second;
  }

  tables::SameNames participants_{tables::NamesOf::participants}, groups_, visits_,
      measures_{tables::NamesOf::measures};
  std::map<std::string, std::string> scales_, first_of_scale_;
};

/// Who has a group in one line has it in those that leave it empty, as merged cells do.
void fill_groups(std::vector<TableRow>& rows) {
  std::map<std::string_view, std::string_view> groups;
  for (const TableRow& row : rows)
    if (!row.group.empty()) groups.try_emplace(row.participant, row.group);
  for (TableRow& row : rows)
    if (const auto known = groups.find(row.participant); row.group.empty() && known != groups.end())
      row.group = known->second;
}

constexpr std::size_t most_empty_cells = 500'000, most_cells_per_value = 4;

words::Text in_line(int line, const char* column) {
  return place_of_cell(line, column);
}

/// Matched pairs with one infant in each group; the others are named.
void find_pairs(Table& table) {
  std::map<std::string, std::array<std::vector<std::size_t>, 2>> members;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const Participant& participant = table.participants[i];
    if (!participant.pair.empty())
      members[participant.pair][participant.side == Side::treated ? 0 : 1].push_back(i);
  }
  words::Value::List others;
  for (const auto& [pair, infants] : members) {
    if (infants[0].size() == 1 && infants[1].size() == 1)
      table.pairs.push_back({infants[0].front(), infants[1].front()});
    else
      others.push_back(words::as_is(pair));
  }
  if (!others.empty())
    table.diagnostics.push_back({"W_GROUP_PAIR", Severity::warning,
                                 words::say<"group.pairs_left_out">({{"pairs", std::move(others)}}),
                                 place_of_column("pair"), ""});
}

std::string in_digits(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.10g", value);
  return text;
}

/// Warns of a measure whose groups or visits are in different units.
void doubt_units(const std::vector<TableRow*>& given, std::vector<Diagnostic>& notes) {
  for (const auto name : {&TableRow::group, &TableRow::visit}) {
    std::map<std::string, std::vector<double>> by_name;
    for (const TableRow* row : given)
      if (row->cell.value) by_name[row->*name].push_back(*row->cell.value);
    std::vector<tables::NamedNumbers> parts;
    for (auto& [part, numbers] : by_name) parts.push_back({part, std::move(numbers)});
    if (auto doubt = tables::parts_doubt(parts, given.front()->measure, "column value")) {
      notes.push_back(std::move(*doubt));
      return;
    }
  }
}

/// Takes codes for missing among the values of one measure as missing, and names what it can hardly be.
void leave_out_codes(const std::vector<TableRow*>& given, std::vector<Diagnostic>& notes) {
  std::vector<double> numbers;
  for (const TableRow* row : given) numbers.push_back(*row->cell.value);
  const std::string& measure = given.front()->measure;
  const auto& scales = behavior::known_scales();
  const behavior::Scale* scale = behavior::scale_named(scales, behavior::scale_meant(measure, scales).scale);
  const auto range = behavior::range_of(scale);
  const auto codes = tables::missing_codes(numbers, range);
  std::map<double, std::vector<TableRow*>> by_code;
  std::vector<const TableRow*> outside;
  for (TableRow* row : given) {
    const double value = *row->cell.value;
    if (codes.names(value))
      by_code[value].push_back(row);
    else if (range && (value < range->lowest || value > range->highest))
      outside.push_back(row);
  }
  for (const auto& [code, rows] : by_code) {
    const bool missing = codes.holds(code);
    notes.push_back(
        tables::code_note(code, rows.size(), measure, missing, in_line(rows.front()->line, "value")));
    for (TableRow* row : rows)
      if (missing)
        row->cell = {std::nullopt,
                     words::say<"group.code_missing">({{"code", words::as_is(decimal_text(code, 0))}})};
  }
  std::erase_if(numbers, [&](double value) { return codes.holds(value); });
  const auto doubt = scale ? behavior::fraction_note(numbers, *scale, "W_GROUP_FRACTION", "column value")
                           : tables::value_doubt(numbers, measure, "column value");
  if (doubt) notes.push_back(*doubt);
  if (!scale) doubt_units(given, notes);
  if (!outside.empty())
    notes.push_back(
        {"W_GROUP_RANGE", Severity::warning,
         words::say<"tables.outside_range">({{"count", outside.size()},
                                             {"measure", words::as_is(measure)},
                                             {"value", words::as_is(in_digits(*outside.front()->cell.value))},
                                             {"lowest", words::at_most(range->lowest, 2)},
                                             {"highest", words::at_most(range->highest, 2)}}),
         in_line(outside.front()->line, "value"), ""});
}

/// The same of all measures.
void leave_out_codes(std::vector<TableRow>& rows, std::vector<Diagnostic>& notes) {
  std::map<std::string, std::vector<TableRow*>> by_measure;
  for (TableRow& row : rows)
    if (row.cell.value) by_measure[row.measure].push_back(&row);
  for (const auto& entry : by_measure) leave_out_codes(entry.second, notes);
}

}  // namespace

Status TableBuilder::place_infant(const TableRow& row, std::size_t group, std::size_t participant) {
  if (participant == infants_.size()) {
    infants_.push_back({group, row.pair});
    return success();
  }
  Infant& infant = infants_[participant];
  const auto twice = [&](const char* what, const std::string& before, const std::string& here) {
    return Error{"E_GROUP_TWICE",
                 words::say<"group.two_places">({{"participant", words::as_is(row.participant)},
                                                 {"what", words::as_is(what)},
                                                 {"before", words::as_is(before)},
                                                 {"here", words::as_is(here)}}),
                 in_line(row.line, what)};
  };
  if (infant.group != group) return twice("group", groups_.names()[infant.group], row.group);
  if (infant.pair.empty()) infant.pair = row.pair;
  if (!row.pair.empty() && infant.pair != row.pair) return twice("pair", infant.pair, row.pair);
  return success();
}

Status TableBuilder::add(const TableRow& row) {
  if (row.group.empty()) {
    without_group_.place_of(row.participant);
    return success();
  }
  const std::size_t group = groups_.place_of(row.group);
  const std::size_t participant = participants_.place_of(row.participant);
  if (const Status status = place_infant(row, group, participant); !status) return status;
  if (participants_.size() > most_infants)
    return Error{"E_GROUP_INFANTS", words::say<"group.many_infants">({{"most", most_infants}}),
                 in_line(row.line, "participant")};
  const auto place = [](std::size_t where) { return static_cast<std::uint32_t>(where); };
  values_.push_back({place(participant), place(visits_.place_of(row.visit)),
                     place(measures_.place_of(row.measure)),
                     row.cell.value ? 0 : place_of_reason(row.cell.missing), row.cell.value, row.line});
  if (visits_.size() > most_visits)
    return Error{"E_GROUP_VISITS", words::say<"group.many_visits">({{"most", most_visits}}),
                 in_line(row.line, "visit")};
  return success();
}

std::uint32_t TableBuilder::place_of_reason(const words::Text& reason) {
  const std::size_t place = reasons_.place_of(reason.english());
  if (place == reason_texts_.size()) reason_texts_.push_back(reason);
  return static_cast<std::uint32_t>(place);
}

void TableBuilder::take_infants(Table& table, const Roles& roles) {
  for (std::size_t i = 0; i < infants_.size(); ++i) {
    Infant& infant = infants_[i];
    if (infant.group != roles.treated && infant.group != roles.control) continue;
    infant.place = table.participants.size();
    table.participants.push_back({participants_.names()[i],
                                  infant.group == roles.control ? Side::control : Side::treated,
                                  infant.pair});
  }
  if (without_group_.size() > 0)
    table.diagnostics.push_back(
        {"W_GROUP_NONE", Severity::warning,
         words::say<"group.left_out">(
             {{"n", without_group_.size()}, {"first", words::as_is(without_group_.names().front())}}),
         place_of_column("group"), ""});
}

void TableBuilder::say_visits_of_one(Table& table, const std::vector<std::size_t>& place_in_time) const {
  std::vector<std::array<bool, 2>> seen(table.visits.size());  // treated, control
  for (const Value& value : values_)
    if (const auto& place = infants_[value.participant].place; place && value.value)
      seen[place_in_time[value.visit]][table.participants[*place].side == Side::treated ? 0 : 1] = true;
  const auto alone = [&](std::size_t side) {
    return std::find_if(seen.begin(), seen.end(),
                        [&](const auto& visit) { return visit[side] && !visit[1 - side]; });
  };
  const auto of_treated = alone(0), of_control = alone(1);
  if (of_treated == seen.end() || of_control == seen.end()) return;
  const auto name = [&](auto visit) {
    return words::as_is(table.visits[static_cast<std::size_t>(visit - seen.begin())]);
  };
  table.diagnostics.push_back(
      {"W_GROUP_VISIT_OF_ONE", Severity::warning,
       words::say<"group.visits_of_one">({{"first", name(of_treated)},
                                          {"treated", words::as_is(table.treated_group)},
                                          {"other", name(of_control)},
                                          {"control", words::as_is(table.control_group)}}),
       place_of_column("visit"), ""});
}

void TableBuilder::say_visits(Table& table, const std::vector<std::size_t>& place_in_time) const {
  say_visits_of_one(table, place_in_time);
  std::vector<std::set<std::size_t>> of_infants(infants_.size());
  for (const Value& value : values_) of_infants[value.participant].insert(place_in_time[value.visit]);
  tables::say_visits_apart(table.visits, of_infants, table.diagnostics);
  tables::say_own_dates(table.visits, of_infants, table.diagnostics);
}

Status TableBuilder::fill(Table& table, const std::vector<std::size_t>& place_in_time) {
  const std::size_t visits = table.visits.size();
  std::vector<std::vector<int>> lines(measures_.size(), std::vector<int>(infants_.size() * visits));
  for (const Value& value : values_) {
    const auto& place = infants_[value.participant].place;
    if (!place) continue;
    const std::size_t visit = place_in_time[value.visit];
    const int before = std::exchange(lines[value.measure][*place * visits + visit], value.line);
    if (before != 0)
      return Error{"E_GROUP_TWICE", words::say<"tables.given_before">({{"line", before}}),
                   in_line(value.line, "value")};
    table.measures[value.measure].cells[*place][visit] = {
        value.value, value.value ? words::Text() : reason_texts_[value.reason]};
  }
  for (std::size_t m = 0; m < lines.size(); ++m)
    for (std::size_t i = 0; i < table.participants.size(); ++i)
      for (std::size_t visit = 0; visit < visits; ++visit)
        if (lines[m][i * visits + visit] == 0)
          table.measures[m].cells[i][visit].missing = words::say<"group.no_line">();
  return success();
}

Result<Table> TableBuilder::finish(const Settings& settings) {
  Table table;
  const auto roles = roles_of(groups_.names(), settings, table.diagnostics);
  if (!roles) return roles.error();
  if (visits_.size() < 2)
    return Error{"E_GROUP_VISITS", words::say<"group.one_visit">(), place_of_column("visit")};
  // A grid, which a table of few lines with many names would blow up.
  const auto cells = static_cast<std::uint64_t>(measures_.size()) * infants_.size() * visits_.size();
  if (cells > most_empty_cells + most_cells_per_value * values_.size())
    return Error{"E_GROUP_SIZE", words::say<"group.sparse">({{"cells", cells}, {"values", values_.size()}}),
                 place_of_column("measure")};
  table.treated_group = groups_.names()[roles->treated];
  table.control_group = groups_.names()[roles->control];
  take_infants(table, *roles);
  find_pairs(table);
  std::vector<std::size_t> place_in_time(visits_.size());
  for (const std::size_t visit : tables::visit_order(visits_.names(), table.diagnostics)) {
    place_in_time[visit] = table.visits.size();
    table.visits.push_back(visits_.names()[visit]);
  }
  say_visits(table, place_in_time);
  for (const std::string& name : measures_.names())
    table.measures.push_back({name, {table.participants.size(), std::vector<Cell>(visits_.size())}});
  if (const Status status = fill(table, place_in_time); !status) return status.error();
  return table;
}

namespace {

/// Dates and ages against the order in which the visits were taken. `rows`: of the lines, in their order.
void say_times(const CsvTable& csv, const std::vector<TableRow>& rows, const Settings& settings,
               Table& table) {
  NameList participants, visits;
  for (const std::string& visit : table.visits) visits.place_of(visit);
  std::vector<tables::VisitLine> lines;
  auto row = rows.begin();
  for (const CsvRow& csv_row : csv.rows) {
    if (row == rows.end() || row->line != csv_row.line) continue;
    lines.push_back(
        {participants.place_of(row->participant), static_cast<int>(visits.place_of(row->visit)), &csv_row});
    ++row;
  }
  tables::say_against_times(csv, lines, "W_GROUP_TIME_ORDER", settings.missing_codes, table.diagnostics);
}

}  // namespace

Result<Table> read_table(std::string_view text, const Settings& settings) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  const auto columns = find_columns(*csv);
  if (!columns) return columns.error();
  std::vector<TableRow> rows;
  std::vector<Diagnostic> notes;
  Spellings spellings;
  tables::SummaryLines summaries;
  if (const Status status = check_lines(*csv, *columns); !status) return status.error();
  for (const CsvRow& csv_row : csv->rows) {
    if (summaries.takes_out(csv_row.line, csv_row.cells[columns->participant], csv_row.cells[columns->visit]))
      continue;
    auto row = read_row(*csv, csv_row, *columns, settings);
    if (!row) return row.error();
    spellings.unify(*row);
    rows.push_back(std::move(*row));
  }
  spellings.say(notes);
  summaries.say(notes);
  if (auto note = tables::marked_lines(*csv)) notes.push_back(std::move(*note));
  fill_groups(rows);
  leave_out_codes(rows, notes);
  TableBuilder builder;
  for (const TableRow& row : rows)
    if (const Status status = builder.add(row); !status) return status.error();
  auto table = builder.finish(settings);
  if (!table) return table;
  table->diagnostics.insert(table->diagnostics.begin(), notes.begin(), notes.end());
  say_times(*csv, rows, settings, *table);
  return table;
}

}  // namespace attune::group
