#include "report/reference.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/csv.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

struct Columns {
  std::size_t participant = 0, visit = 0, age = 0, sex = 0, measure = 0, value = 0;
};

Result<Columns> find_columns(const CsvTable& csv) {
  Columns columns;
  const std::pair<const char*, std::size_t Columns::*> wanted[] = {
      {"participant", &Columns::participant}, {"visit", &Columns::visit},
      {"age_months", &Columns::age},          {"sex", &Columns::sex},
      {"measure", &Columns::measure},         {"value", &Columns::value}};
  for (const auto& column : wanted) {
    const auto place = csv.require(column.first);
    if (!place) return place.error();
    columns.*column.second = *place;
  }
  return columns;
}

bool is_missing(std::string_view cell) {
  return cell.empty() || cell == "NA";
}

/// "f" and "m", however the table writes them.
std::string sex_of(std::string_view cell) {
  const std::string word = plain_name(cell);
  if (word == "f" || word == "female" || word == "girl") return "f";
  if (word == "m" || word == "male" || word == "boy") return "m";
  return std::string(cell);
}

Result<ReferenceValue> read_value(const CsvTable& csv, const CsvRow& row, const Columns& columns) {
  ReferenceValue value;
  value.participant = row.cells[columns.participant];
  value.sex = sex_of(row.cells[columns.sex]);
  value.measure = row.cells[columns.measure];
  const auto visit = csv.number(row, columns.visit);
  if (!visit || *visit < 1 || *visit != std::floor(*visit) || *visit > 1000)
    return Error{"E_REFERENCE_VISIT", "A visit is a whole number from 1.", csv.where(row, columns.visit)};
  value.visit = static_cast<int>(*visit) - 1;
  if (!is_missing(row.cells[columns.age])) {
    const auto age = csv.number(row, columns.age);
    if (!age) return age.error();
    value.age_months = *age;
  }
  const auto number = csv.number(row, columns.value);
  if (!number) return number.error();
  value.value = *number;
  return value;
}

bool fits(const ReferenceValue& value, const std::string& measure, const MatchOn& on,
          const ComparisonSettings& settings) {
  if (value.measure != measure) return false;
  return !settings.match_sex || on.sex.empty() || value.sex == on.sex;
}

/// The matched value of each comparison infant.
std::map<std::string, const ReferenceValue*> match(const Reference& reference, const std::string& measure,
                                                   std::size_t visit, const MatchOn& on,
                                                   const ComparisonSettings& settings) {
  std::map<std::string, const ReferenceValue*> chosen;
  for (const ReferenceValue& value : reference.values) {
    if (!fits(value, measure, on, settings)) continue;
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

words::Said how_matched(std::size_t visit, const MatchOn& on, const ComparisonSettings& settings) {
  const words::AsIs sex = words::as_is(settings.match_sex ? on.sex : "");
  if (!on.age_months) return words::say<"finding.matched.visit">({{"visit", visit + 1}, {"sex", sex}});
  const double band = settings.age_band_months;
  return words::say<"finding.matched.age">({{"from", words::number(std::max(0.0, *on.age_months - band), 1)},
                                            {"to", words::number(*on.age_months + band, 1)},
                                            {"sex", sex}});
}

/// The cell of aggregates that fits; none if there is none.
const ReferenceAggregate* matching_cell(const Reference& reference, const std::string& measure,
                                        std::size_t visit, const std::optional<double>& age_months,
                                        bool change) {
  for (const ReferenceAggregate& cell : reference.aggregates) {
    if (cell.measure != measure || cell.change != change) continue;
    const bool fits = cell.visit ? *cell.visit == static_cast<int>(visit)
                                 : age_months && *age_months >= *cell.age_from && *age_months < *cell.age_to;
    if (fits) return &cell;
  }
  return nullptr;
}

Matched match_aggregate(const Reference& reference, const std::string& measure, std::size_t visit,
                        const std::optional<double>& age_months, bool change) {
  Matched matched;
  const ReferenceAggregate* cell = matching_cell(reference, measure, visit, age_months, change);
  const words::AsIs any_sex = words::as_is("");
  if (cell && !cell->visit)
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

}  // namespace

Result<Reference> read_reference(std::string_view text) {
  const auto csv = parse_csv(text);
  if (!csv) return csv.error();
  if (holds_aggregates(*csv)) {
    auto aggregates = read_aggregates(*csv);
    if (!aggregates) return aggregates.error();
    return Reference{{}, std::move(aggregates->cells), std::move(aggregates->source)};
  }
  const auto columns = find_columns(*csv);
  if (!columns) return columns.error();
  const auto source = csv->find("source");
  Reference reference;
  std::unordered_map<std::string, int> seen;
  for (const CsvRow& row : csv->rows) {
    if (is_missing(row.cells[columns->value])) continue;
    auto value = read_value(*csv, row, *columns);
    if (!value) return value.error();
    const std::string key = value->participant + "\n" + std::to_string(value->visit) + "\n" + value->measure;
    const int before = std::exchange(seen[key], row.line);
    if (before != 0)
      return Error{"E_REFERENCE_TWICE",
                   "This value was already given in line " + std::to_string(before) + ".",
                   csv->where(row, columns->value)};
    if (source && reference.source != row.cells[*source]) {
      if (!reference.values.empty())
        return Error{"E_REFERENCE_SOURCE", "All lines need the same source.", csv->where(row, *source)};
      reference.source = row.cells[*source];
    }
    reference.values.push_back(std::move(*value));
  }
  return reference;
}

std::map<std::string, double> matched_values(const Reference& reference, const std::string& measure,
                                             std::size_t visit, const MatchOn& on,
                                             const ComparisonSettings& settings) {
  std::map<std::string, double> values;
  for (const auto& entry : match(reference, measure, visit, on, settings))
    values[entry.first] = entry.second->value;
  return values;
}

Matched match_infants(const Reference& reference, const std::string& measure, std::size_t visit,
                      const MatchOn& on, const ComparisonSettings& settings) {
  if (!reference.aggregates.empty()) return match_aggregate(reference, measure, visit, on.age_months, false);
  Matched matched;
  matched.how = how_matched(visit, on, settings);
  for (const auto& entry : matched_values(reference, measure, visit, on, settings))
    matched.values.push_back(entry.second);
  return matched;
}

MatchedChanges match_changes(const Reference& reference, const std::string& measure, std::size_t earlier,
                             std::size_t later, const MatchOn& on, std::optional<double> months,
                             const ComparisonSettings& settings) {
  if (!reference.aggregates.empty()) {
    if (earlier > 0) return {};
    const Matched cell = match_aggregate(reference, measure, later, on.age_months, true);
    return {{}, words::say<"finding.matched.unknown_interval">({{"how", cell.how}}), cell.summary()};
  }
  MatchedChanges matched;
  std::map<std::string, const ReferenceValue*> first;
  for (const auto& entry : match(reference, measure, earlier, on, settings))
    if (entry.second->visit == static_cast<int>(earlier)) first[entry.first] = entry.second;
  const double tolerance = settings.interval_tolerance;
  bool all_known = months.has_value();
  for (const ReferenceValue& value : reference.values) {
    const auto before = first.find(value.participant);
    if (value.measure != measure || value.visit != static_cast<int>(later) || before == first.end()) continue;
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
    matched.how =
        words::say<"finding.matched.interval">({{"how", matched.how},
                                                {"from", words::number((1 - tolerance) * *months, 1)},
                                                {"to", words::number((1 + tolerance) * *months, 1)}});
  else
    matched.how = words::say<"finding.matched.unknown_interval">({{"how", matched.how}});
  return matched;
}

bool tells_ages(const Reference& reference, const std::string& measure) {
  return std::any_of(
             reference.values.begin(), reference.values.end(),
             [&](const ReferenceValue& value) { return value.measure == measure && value.age_months; }) ||
         std::any_of(reference.aggregates.begin(), reference.aggregates.end(),
                     [&](const ReferenceAggregate& cell) { return cell.measure == measure && !cell.visit; });
}

}  // namespace attune::report
