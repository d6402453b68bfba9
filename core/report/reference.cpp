#include "report/reference.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_map>

#include "base/csv.hpp"
#include "base/name_list.hpp"
#include "base/sort_by.hpp"
#include "base/words.hpp"
#include "behavior/scales.hpp"
#include "behavior/score_names.hpp"
#include "report/reference_doubts.hpp"
#include "report/reference_method.hpp"
#include "tables/ages.hpp"
#include "tables/columns.hpp"
#include "tables/marked_lines.hpp"
#include "tables/missing.hpp"
#include "tables/one_infant.hpp"
#include "tables/same_names.hpp"
#include "tables/sex.hpp"
#include "tables/summary_line.hpp"
#include "tables/units.hpp"
#include "tables/visit_name.hpp"
#include "tables/visit_order.hpp"
#include "tables/visit_times.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/reference.hpp"
#include "words/ids/tables.hpp"
#include "words/named.hpp"

namespace attune::report {
namespace {

struct Columns {
  std::size_t participant = 0, visit = 0, measure = 0, value = 0;
  std::optional<std::size_t> rater, part;
};

Result<Columns> find_columns(const CsvTable& csv) {
  using tables::Column;
  Columns columns;
  const Status placed = tables::place_columns(csv, {{Column::participant, columns.participant},
                                                    {Column::visit, columns.visit},
                                                    {Column::measure, columns.measure},
                                                    {Column::value, columns.value}});
  if (!placed) return placed.error();
  columns.rater = tables::find_column(csv, Column::rater);
  columns.part = tables::find_part(csv);
  if (columns.part == columns.measure) columns.part.reset();
  return columns;
}

/// All lines are of one group: a treated infant is none to compare with.
Status check_groups(const CsvTable& csv) {
  const auto column = tables::find_column(csv, tables::Column::group);
  if (!column) return success();
  NameList groups;
  tables::SameNames same;
  for (const CsvRow& row : csv.rows)
    if (!tables::says_missing(row.cells[*column])) groups.place_of(same.of(row.cells[*column]));
  if (groups.size() < 2) return success();
  words::Value::List names;
  for (const std::string& name : groups.names()) names.emplace_back(words::as_is(name));
  return Error{"E_REFERENCE_GROUP", words::say<"imports.several_groups">({{"groups", std::move(names)}}),
               place_of_column(csv.header.text(*column))};
}

/// The ids of measures by their names, each looked up once.
class MeasureIds {
 public:
  const std::string& of(std::string_view name) {
    const auto [known, is_new] = ids_.try_emplace(std::string(name));
    if (is_new) {
      known->second = measure_id(known->first);
    }
    return known->second;
  }

 private:
  std::unordered_map<std::string, std::string> ids_;
};

/// A value, its visit still a place in `visits`.
Result<ReferenceValue> read_value(const CsvTable& csv, const CsvRow& row, const Columns& columns,
                                  NameList& visits, MeasureIds& measures, tables::SameNames& participants) {
  ReferenceValue value;
  if (row.cells[columns.participant].empty())
    return Error{"E_CSV_EMPTY", words::say<"tables.cell_empty">(), csv.where(row, columns.participant)};
  value.participant = participants.of(row.cells[columns.participant]);
  value.measure = measures.of(behavior::with_rater(
      behavior::with_part(row.text(columns.measure),
                          columns.part ? row.cells[*columns.part] : std::string_view()),
      columns.rater ? behavior::parent_in(row.cells[*columns.rater]) : std::string_view()));
  if (tables::says_missing(row.cells[columns.visit]))
    return Error{"E_REFERENCE_VISIT", words::say<"tables.reference_visit">(), csv.where(row, columns.visit)};
  value.visit = static_cast<int>(visits.place_of(row.text(columns.visit)));
  const auto number = csv.number(row, columns.value);
  if (!number) return number.error();
  value.value = *number;
  return value;
}

/// Which visit, from 0, each name is. Error: E_REFERENCE_VISIT, where the names do not tell it.
Status number_visits(Reference& reference, const std::vector<std::string>& visits) {
  const bool one = visits.size() == 1;
  const tables::VisitName first = tables::read_visit_name(one ? visits.front() : "");
  if (!tables::order_visits(visits).told || (one && !first.bare && !first.says_beginning()))
    return Error{"E_REFERENCE_VISIT", words::say<"tables.reference_visit">(), place_of_column("visit")};
  const std::vector<int> numbers = tables::visit_numbers(visits, reference.diagnostics);
  for (ReferenceValue& value : reference.values)
    value.visit = numbers[static_cast<std::size_t>(value.visit)] - 1;
  return success();
}

/// Puts the values of each measure together, as they stand in the table.
void sort_by_measure(std::vector<ReferenceValue>& values) {
  std::map<std::string_view, std::size_t> places;
  for (const ReferenceValue& value : values) places.try_emplace(value.measure);
  std::size_t count = 0;
  for (auto& place : places) place.second = count++;
  sort_by(values, [&](const ReferenceValue& value) { return places.find(value.measure)->second; });
}

/// The values of one measure, in order.
std::span<const ReferenceValue> of_measure(const Reference& reference, const std::string& measure) {
  const std::span<const ReferenceValue> all = reference.values;
  const auto end_of = [&](auto stands_before) {
    return static_cast<std::size_t>(std::partition_point(all.begin(), all.end(), stands_before) -
                                    all.begin());
  };
  const std::size_t first = end_of([&](const ReferenceValue& value) { return value.measure < measure; });
  const std::size_t last = end_of([&](const ReferenceValue& value) { return value.measure <= measure; });
  return all.subspan(first, last - first);
}

bool fits(const ReferenceValue& value, const MatchOn& on, const visit::ComparisonSettings& settings) {
  return !settings.match_sex || on.sex.empty() || value.sex == on.sex;
}

/// The matched value of each comparison infant.
std::map<std::string, const ReferenceValue*> match(const Reference& reference, const std::string& measure,
                                                   std::size_t visit, const MatchOn& on,
                                                   const visit::ComparisonSettings& settings) {
  std::map<std::string, const ReferenceValue*> chosen;
  for (const ReferenceValue& value : of_measure(reference, measure)) {
    if (!fits(value, on, settings)) continue;
    if (!on.age_months) {
      if (value.visit == static_cast<int>(visit)) chosen[value.participant] = &value;
      continue;
    }
    if (!value.age_months) continue;
    const double distance = std::abs(*value.age_months - *on.age_months);
    if (distance > settings.age_band_months) continue;
    const auto before = chosen.find(value.participant);
    if (before == chosen.end() || distance < std::abs(*before->second->age_months - *on.age_months))
      chosen[value.participant] = &value;
  }
  return chosen;
}

words::Said how_matched(std::size_t visit, const MatchOn& on, const visit::ComparisonSettings& settings) {
  const words::AsIs sex = words::as_is(settings.match_sex ? on.sex : "");
  if (!on.age_months) return words::say<"finding.matched.visit">({{"visit", visit + 1}, {"sex", sex}});
  const double band = settings.age_band_months;
  return words::say<"finding.matched.age">({{"from", words::number(std::max(0.0, *on.age_months - band), 1)},
                                            {"to", words::number(*on.age_months + band, 1)},
                                            {"sex", sex}});
}

/// The cell of aggregates that fits: that of the infant's age before one of all ages; none if there is none, or if there are
/// several ages and the infant's is not known.
const ReferenceAggregate* matching_cell(const Reference& reference, const std::string& measure,
                                        std::size_t visit, const std::optional<double>& age_months,
                                        bool change) {
  const ReferenceAggregate *of_age = nullptr, *of_all = nullptr;
  int ages = 0;
  for (const ReferenceAggregate& cell : reference.aggregates) {
    if (cell.measure != measure || cell.change != change) continue;
    if (cell.visit && *cell.visit != static_cast<int>(visit)) continue;
    const bool aged = cell.age_from && cell.age_to && (change || !cell.visit);
    if (aged && age_months && (*age_months < *cell.age_from || *age_months >= *cell.age_to)) continue;
    if (!cell.visit && !age_months) continue;
    const ReferenceAggregate*& first = aged ? of_age : of_all;
    if (!first) first = &cell;
    ages += aged ? 1 : 0;
  }
  if (of_age && (age_months || (ages == 1 && !of_all))) return of_age;
  return of_all;
}

Matched match_aggregate(const Reference& reference, const std::string& measure, std::size_t visit,
                        const std::optional<double>& age_months, bool change) {
  Matched matched;
  const ReferenceAggregate* cell = matching_cell(reference, measure, visit, age_months, change);
  const words::AsIs any_sex = words::as_is("");
  if (cell && (!cell->visit || (change && cell->age_from && age_months)))
    matched.how = words::say<"finding.matched.age">({{"from", words::number(*cell->age_from, 1)},
                                                     {"to", words::number(*cell->age_to, 1)},
                                                     {"sex", any_sex}});
  else if (change)
    matched.how = words::say<"finding.matched.to_visit">({{"visit", visit + 1}});
  else if (cell)
    matched.how = words::say<"finding.matched.visit">({{"visit", visit + 1}, {"sex", any_sex}});
  else if (age_months)
    matched.how = words::say<"finding.matched.no_cell">();
  else
    matched.how = words::say<"finding.matched.by_age_only">({{"visit", visit + 1}});
  if (!cell) return matched;
  matched.aggregate = cell->comparison;
  matched.withheld = !cell->comparison;
  return matched;
}

words::Said after_interval(const words::Text& how, double months, double tolerance) {
  return words::say<"finding.matched.interval">({{"how", how},
                                                 {"from", words::number((1 - tolerance) * months, 1)},
                                                 {"to", words::number((1 + tolerance) * months, 1)}});
}

/// The changes that an aggregate tells from the first visit to `later`; none if it is of another time between them.
MatchedChanges match_aggregate_changes(const Reference& reference, const OwnChange& own, double tolerance) {
  const std::optional<double>&age_months = own.on.age_months, &months = own.months;
  const ReferenceAggregate* cell = matching_cell(reference, own.measure, own.later, age_months, true);
  const Matched found = match_aggregate(reference, own.measure, own.later, age_months, true);
  MatchedChanges matched;
  matched.interval_known = cell && cell->interval_months && months;
  if (matched.interval_known && std::abs(*cell->interval_months - *months) > tolerance * *months) {
    matched.of_other_interval = found.summary().n;
    matched.how = found.how;
    return matched;
  }
  matched.aggregate = found.aggregate;
  matched.withheld = found.withheld;
  matched.how = matched.interval_known ? after_interval(found.how, *months, tolerance)
                                       : words::say<"finding.matched.unknown_interval">({{"how", found.how}});
  return matched;
}

/// All lines of the same source.
Status take_source(Reference& reference, const CsvTable& csv, const CsvRow& row,
                   const std::optional<std::size_t>& source) {
  if (!source || reference.source == row.cells[*source]) return success();
  if (!reference.values.empty())
    return Error{"E_REFERENCE_SOURCE", words::say<"reference.source">(), csv.where(row, *source)};
  reference.source = row.cells[*source];
  return success();
}

void finish(Reference& reference, std::size_t left_out) {
  sort_by_measure(reference.values);
  doubt_values(reference);
  if (left_out > 0)
    reference.diagnostics.push_back({"N_REFERENCE_LEFT_OUT", Severity::note,
                                     words::say<"imports.reference_left_out">({{"count", left_out}}),
                                     words::say<"finding.reference.where">(), ""});
}

/// A line an infant's value.
Result<Reference> read_infants(const CsvTable& csv, const std::vector<std::string>& missing_codes) {
  const auto columns = find_columns(csv);
  if (!columns) return columns.error();
  const auto source = tables::find_column(csv, tables::Column::source);
  const tables::Ages ages(csv, missing_codes);
  Reference reference;
  const auto method = csv.find("measured_as");
  NameList visits;
  tables::Sexes sexes(csv);
  MeasureIds measures;
  tables::SameNames participants(tables::NamesOf::participants);
  tables::SummaryLines summaries;
  for (const Status& status : {check_groups(csv), tables::check_units(csv, columns->measure),
                               tables::check_one_infant(csv, columns->participant),
                               tables::check_alone(csv, tables::Column::value, columns->value)})
    if (!status) return status.error();
  std::size_t left_out = 0;
  NameList infants;
  std::vector<tables::VisitLine> lines;  // of each value
  std::unordered_map<std::string, int> seen;
  for (const CsvRow& row : csv.rows) {
    if (summaries.takes_out(row.line, row.cells[columns->participant], row.cells[columns->visit])) continue;
    const std::string_view cell = row.cells[columns->value];
    if (tables::says_no_number(cell) || tables::among_codes(cell, missing_codes)) {
      ++left_out;
      continue;
    }
    auto value = read_value(csv, row, *columns, visits, measures, participants);
    if (!value) return value.error();
    value->sex = sexes.of(row);
    value->age_months = ages.months(row);
    if (method) value->method = method_told(row.cells[*method]);
    const std::string key = value->participant + "\n" + std::to_string(value->visit) + "\n" + value->measure;
    const int before = std::exchange(seen[key], row.line);
    if (before != 0)
      return Error{"E_REFERENCE_TWICE", words::say<"tables.given_before">({{"line", before}}),
                   csv.where(row, columns->value)};
    if (const Status status = take_source(reference, csv, row, source); !status) return status.error();
    lines.push_back({infants.place_of(value->participant), 0, &row});
    reference.values.push_back(std::move(*value));
  }
  ages.say(reference.diagnostics, "");
  sexes.say(reference.diagnostics, "");
  participants.say(reference.diagnostics, place_of_column("participant"));
  summaries.say(reference.diagnostics);
  if (auto note = tables::marked_lines(csv)) reference.diagnostics.push_back(std::move(*note));
  if (visits.size() > 0)
    if (const Status status = number_visits(reference, visits.names()); !status) return status.error();
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].visit = reference.values[i].visit;
  tables::say_against_times(csv, lines, "W_REFERENCE_TIME_ORDER", missing_codes, reference.diagnostics);
  finish(reference, left_out);
  return reference;
}

}  // namespace

words::Text name_of_source(const std::string& source) {
  return source == "simulated" ? words::say<"finding.simulated">() : words::named(source);
}

Result<Reference> read_reference(std::string_view text, const std::vector<std::string>& missing_codes) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  if (holds_aggregates(*csv)) {
    auto aggregates = read_aggregates(*csv, missing_codes);
    if (!aggregates) return aggregates.error();
    return Reference{{}, std::move(aggregates->cells), std::move(aggregates->source)};
  }
  return read_infants(*csv, missing_codes);
}

std::map<std::string, double> matched_values(const Reference& reference, const std::string& measure,
                                             std::size_t visit, const MatchOn& on,
                                             const visit::ComparisonSettings& settings) {
  std::map<std::string, double> values;
  for (const auto& entry : match(reference, measure, visit, on, settings))
    values[entry.first] = entry.second->value;
  return values;
}

Matched match_infants(const Reference& reference, const std::string& measure, std::size_t visit,
                      const MatchOn& on, const visit::ComparisonSettings& settings) {
  if (!reference.aggregates.empty()) return match_aggregate(reference, measure, visit, on.age_months, false);
  Matched matched;
  matched.how = how_matched(visit, on, settings);
  for (const auto& entry : matched_values(reference, measure, visit, on, settings))
    matched.values.push_back(entry.second);
  return matched;
}

MatchedChanges match_changes(const Reference& reference, const OwnChange& own,
                             const visit::ComparisonSettings& settings) {
  const auto& [measure, earlier, later, on, months] = own;
  if (!reference.aggregates.empty())
    return earlier > 0 ? MatchedChanges{}
                       : match_aggregate_changes(reference, own, settings.interval_tolerance);
  MatchedChanges matched;
  std::map<std::string, const ReferenceValue*> first;
  for (const auto& entry : match(reference, measure, earlier, on, settings))
    if (entry.second->visit == static_cast<int>(earlier)) first[entry.first] = entry.second;
  const double tolerance = settings.interval_tolerance;
  bool all_known = months.has_value();
  for (const ReferenceValue& value : of_measure(reference, measure)) {
    const auto before = first.find(value.participant);
    if (value.visit != static_cast<int>(later) || before == first.end()) continue;
    if (months && value.age_months && before->second->age_months) {
      const double apart = *value.age_months - *before->second->age_months;
      if (std::abs(apart - *months) > tolerance * *months) {
        ++matched.of_other_interval;
        continue;
      }
    } else {
      all_known = false;
    }
    matched.infants.push_back({before->second->value, value.value});
  }
  matched.interval_known = all_known;
  matched.how = how_matched(earlier, on, settings);
  if (all_known)
    matched.how = after_interval(matched.how, *months, tolerance);
  else
    matched.how = words::say<"finding.matched.unknown_interval">({{"how", matched.how}});
  return matched;
}

bool tells_ages(const Reference& reference, const std::string& measure) {
  const auto values = of_measure(reference, measure);
  return std::any_of(values.begin(), values.end(),
                     [](const ReferenceValue& value) { return value.age_months.has_value(); }) ||
         std::any_of(reference.aggregates.begin(), reference.aggregates.end(),
                     [&](const ReferenceAggregate& cell) { return cell.measure == measure && !cell.visit; });
}

bool lacks_ages(const Reference& reference, const std::string& measure, const MatchOn& on) {
  return on.age_months && !tells_ages(reference, measure) && !of_measure(reference, measure).empty();
}

}  // namespace attune::report
