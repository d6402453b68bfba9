#include "group/table.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "base/csv.hpp"

namespace attune::group {
namespace {

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

/// The place of a name in a list, where it is added if new.
std::size_t place_of(std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  const auto place = static_cast<std::size_t>(found - names.begin());
  if (found == names.end()) names.push_back(name);
  return place;
}

bool means_missing(const std::string& cell) {
  constexpr std::array<std::string_view, 6> words{"", "na", "n/a", "nan", "null", "."};
  return std::find(words.begin(), words.end(), lower(cell)) != words.end();
}

struct Columns {
  std::size_t participant = 0, group = 0, visit = 0, measure = 0, value = 0;
  std::optional<std::size_t> reason;
};

Result<Columns> find_columns(const CsvTable& csv) {
  Columns columns;
  const std::array<std::pair<const char*, std::size_t Columns::*>, 5> wanted{{
      {"participant", &Columns::participant},
      {"group", &Columns::group},
      {"visit", &Columns::visit},
      {"measure", &Columns::measure},
      {"value", &Columns::value},
  }};
  for (const auto& column : wanted) {
    const auto place = csv.require(column.first);
    if (!place) return place.error();
    columns.*column.second = *place;
  }
  columns.reason = csv.find("reason");
  return columns;
}

/// One line of the table, with names as places in the lists below.
struct Line {
  const CsvRow* row = nullptr;
  std::size_t participant = 0, visit = 0, measure = 0;
  Cell cell;
};

struct Lists {
  std::vector<std::string> participants, groups, visits, measures;
  std::vector<std::size_t> group_of;  ///< of each participant
};

Error twice(const CsvTable& csv, const CsvRow& row, std::size_t column, const std::string& message) {
  return {"E_GROUP_TWICE", message, csv.where(row, column)};
}

Result<Line> read_line(const CsvTable& csv, const CsvRow& row, const Columns& columns, Lists& lists) {
  for (const std::size_t column : {columns.participant, columns.group, columns.visit, columns.measure})
    if (row.cells[column].empty()) return Error{"E_CSV_EMPTY", "This cell is empty.", csv.where(row, column)};
  const std::string& name = row.cells[columns.participant];
  Line line;
  line.row = &row;
  line.participant = place_of(lists.participants, name);
  const std::size_t group = place_of(lists.groups, row.cells[columns.group]);
  if (line.participant == lists.group_of.size()) lists.group_of.push_back(group);
  if (lists.group_of[line.participant] != group)
    return twice(csv, row, columns.group,
                 "Participant " + name + " was in group \"" + lists.groups[lists.group_of[line.participant]] +
                     "\" before and is in \"" + lists.groups[group] + "\" here.");
  line.visit = place_of(lists.visits, row.cells[columns.visit]);
  line.measure = place_of(lists.measures, row.cells[columns.measure]);
  const std::string& cell = row.cells[columns.value];
  if (means_missing(cell)) {
    const std::string reason = columns.reason ? row.cells[*columns.reason] : "";
    line.cell.missing = !reason.empty() ? reason : cell.empty() ? "empty cell" : cell;
    return line;
  }
  const auto value = csv.number(row, columns.value);
  if (!value) return value.error();
  line.cell = {*value, ""};
  return line;
}

/// The number at the end of a visit's name, without which it has none.
std::optional<double> trailing_number(const std::string& name) {
  const std::size_t last_other = name.find_last_not_of("0123456789.");
  return decimal_number(last_other == std::string::npos ? name : name.substr(last_other + 1));
}

/// Where a visit's name stands in time, by the words of the field.
std::optional<double> known_place(const std::string& name) {
  static const std::map<std::string, double> places{
      {"baseline", 0},  {"pre", 0},      {"before", 0},    {"intake", 0}, {"after", 1},         {"post", 1},
      {"follow-up", 1}, {"followup", 1}, {"follow_up", 1}, {"fu", 1},     {"3 months later", 2}};
  const auto found = places.find(lower(name));
  if (found == places.end()) return std::nullopt;
  return found->second;
}

/// Keys of all visits by one rule; none where it misses a visit or gives two the same place.
std::optional<std::vector<double>> keys_by(const std::vector<std::string>& visits,
                                           std::optional<double> (*rule)(const std::string&)) {
  std::vector<double> keys;
  for (const std::string& visit : visits) {
    const auto key = rule(visit);
    if (!key || std::find(keys.begin(), keys.end(), *key) != keys.end()) return std::nullopt;
    keys.push_back(*key);
  }
  return keys;
}

/// The visits' places in order of time.
std::vector<std::size_t> order_visits(const std::vector<std::string>& visits,
                                      std::vector<Diagnostic>& notes) {
  std::vector<std::size_t> order(visits.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  auto keys = keys_by(visits, trailing_number);
  if (!keys) keys = keys_by(visits, known_place);
  if (keys) {
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return (*keys)[a] < (*keys)[b]; });
  } else {
    std::string names;
    for (const std::string& visit : visits) names += (names.empty() ? "" : ", ") + visit;
    notes.push_back({"W_VISIT_ORDER", Severity::warning,
                     "The visits' names do not say their order; taken as they first appear: " + names + ".",
                     "column visit", ""});
  }
  return order;
}

/// Which of the two groups is the comparison.
Result<std::size_t> control_of(const std::vector<std::string>& groups, const Settings& settings,
                               std::vector<Diagnostic>& notes) {
  if (groups.size() != 2) {
    std::string names;
    for (const std::string& group : groups) names += (names.empty() ? ": " : ", ") + group;
    return Error{"E_GROUP_COUNT",
                 "Two groups are compared; the table has " + std::to_string(groups.size()) + names + ".",
                 "column group"};
  }
  constexpr std::array<std::string_view, 11> words{
      "control",  "controls",  "comparison", "healthy",           "hc", "con", "ctrl",
      "waitlist", "wait-list", "tau",        "treatment as usual"};
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < 2; ++i) {
    const bool named = settings.control.empty()
                           ? std::find(words.begin(), words.end(), lower(groups[i])) != words.end()
                           : groups[i] == settings.control;
    if (named) found.push_back(i);
  }
  if (found.size() == 1) return found.front();
  if (!settings.control.empty())
    return Error{
        "E_GROUP_NAME",
        "There is no group \"" + settings.control + "\"; there are " + groups[0] + " and " + groups[1] + ".",
        "column group"};
  notes.push_back({"W_GROUP_CONTROL", Severity::warning,
                   "Neither group is named as comparison; \"" + groups[1] +
                       "\" was taken. Name it to be sure of the sign.",
                   "column group", ""});
  return std::size_t{1};
}

Status fill(Table& table, const CsvTable& csv, const std::vector<Line>& lines, const Columns& columns,
            const std::vector<std::size_t>& order) {
  std::map<std::array<std::size_t, 3>, int> seen;
  for (const Line& line : lines) {
    const int before = std::exchange(seen[{line.participant, line.visit, line.measure}], line.row->line);
    if (before != 0)
      return twice(csv, *line.row, columns.value,
                   "This value was already given in line " + std::to_string(before) + ".");
    const auto place = std::find(order.begin(), order.end(), line.visit) - order.begin();
    table.measures[line.measure].cells[line.participant][static_cast<std::size_t>(place)] = line.cell;
  }
  return success();
}

}  // namespace

Result<Table> read_table(std::string_view text, const Settings& settings) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  const auto columns = find_columns(*csv);
  if (!columns) return columns.error();
  Lists lists;
  std::vector<Line> lines;
  for (const CsvRow& row : csv->rows) {
    auto line = read_line(*csv, row, *columns, lists);
    if (!line) return line.error();
    lines.push_back(std::move(*line));
  }
  Table table;
  const auto control = control_of(lists.groups, settings, table.diagnostics);
  if (!control) return control.error();
  if (lists.visits.size() < 2)
    return Error{"E_GROUP_VISITS", "At least two visits are compared; the table has one.", "column visit"};
  table.control_group = lists.groups[*control];
  table.treated_group = lists.groups[1 - *control];
  for (std::size_t i = 0; i < lists.participants.size(); ++i)
    table.participants.push_back(
        {lists.participants[i], lists.group_of[i] == *control ? Side::control : Side::treated});
  const auto order = order_visits(lists.visits, table.diagnostics);
  for (const std::size_t visit : order) table.visits.push_back(lists.visits[visit]);
  for (const std::string& name : lists.measures)
    table.measures.push_back({name, {lists.participants.size(), std::vector<Cell>(lists.visits.size())}});
  if (const Status status = fill(table, *csv, lines, *columns, order); !status) return status.error();
  return table;
}

}  // namespace attune::group
