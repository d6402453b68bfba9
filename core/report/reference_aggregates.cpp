#include "report/reference_aggregates.hpp"

#include <array>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "base/words.hpp"
#include "behavior/scales.hpp"
#include "behavior/score_names.hpp"
#include "report/reference_method.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/reference.hpp"
#include "words/ids/tables.hpp"

namespace attune::report {
namespace {

struct AggregateColumns {
  std::size_t kind = 0, measure = 0, visit = 0, age_from = 0, age_to = 0, n = 0, mean = 0, sd = 0;
  std::optional<std::size_t> interval, method;
};

Result<AggregateColumns> find_aggregate_columns(const CsvTable& csv) {
  AggregateColumns columns;
  const std::array<std::pair<const char*, std::size_t AggregateColumns::*>, 8> wanted{{
      {"kind", &AggregateColumns::kind},
      {"measure", &AggregateColumns::measure},
      {"visit", &AggregateColumns::visit},
      {"age_from_months", &AggregateColumns::age_from},
      {"age_to_months", &AggregateColumns::age_to},
      {"n", &AggregateColumns::n},
      {"mean", &AggregateColumns::mean},
      {"sd", &AggregateColumns::sd},
  }};
  for (const auto& column : wanted) {
    const auto place = csv.require(column.first);
    if (!place) return place.error();
    columns.*column.second = *place;
  }
  columns.interval = csv.find("interval_months");
  columns.method = csv.find("measured_as");
  return columns;
}

using Missing = std::vector<std::string>;

/// A number, or none where the cell says that there is none.
Result<std::optional<double>> number_or_none(const CsvTable& csv, const CsvRow& row, std::size_t column,
                                             const Missing& missing) {
  if (tables::says_no_number(row.cells[column]) || tables::among_codes(row.cells[column], missing))
    return std::optional<double>{};
  const auto value = csv.number(row, column);
  if (!value) return value.error();
  return std::optional(*value);
}

bool is_whole(double value, double lowest) {
  return value >= lowest && value == std::floor(value) && value < 1e6;
}

/// n, mean and SD of a cell; none where one of them was withheld.
Result<std::optional<stats::Summary>> read_comparison(const CsvTable& csv, const CsvRow& row,
                                                      const AggregateColumns& columns,
                                                      const Missing& missing) {
  const auto n = number_or_none(csv, row, columns.n, missing);
  if (!n) return n.error();
  for (const std::size_t column : {columns.n, columns.mean, columns.sd})
    if (tables::among_codes(row.cells[column], missing)) return std::optional<stats::Summary>{};
  if (!*n) return std::optional<stats::Summary>{};
  if (!is_whole(**n, 2))
    return Error{"E_REFERENCE_COUNT", words::say<"reference.count">(), csv.where(row, columns.n)};
  const auto mean = csv.number(row, columns.mean), sd = csv.number(row, columns.sd);
  if (!mean) return mean.error();
  if (!sd) return sd.error();
  if (*sd < 0) return Error{"E_REFERENCE_COUNT", words::say<"reference.sd">(), csv.where(row, columns.sd)};
  return std::optional(stats::Summary{static_cast<int>(**n), *mean, *sd});
}

Result<ReferenceAggregate> read_cell(const CsvTable& csv, const CsvRow& row, const AggregateColumns& columns,
                                     const Missing& missing) {
  ReferenceAggregate cell;
  const std::string_view kind = row.cells[columns.kind];
  if (kind != "value" && kind != "change")
    return Error{"E_REFERENCE_KIND", words::say<"reference.kind">(), csv.where(row, columns.kind)};
  cell.change = kind == "change";
  cell.measure = measure_id(row.text(columns.measure));
  const auto visit = number_or_none(csv, row, columns.visit, missing);
  if (!visit) return visit.error();
  if (*visit && !is_whole(**visit, 1))
    return Error{"E_REFERENCE_VISIT", words::say<"reference.visit">(), csv.where(row, columns.visit)};
  if (*visit) cell.visit = static_cast<int>(**visit) - 1;
  const auto from = number_or_none(csv, row, columns.age_from, missing),
             to = number_or_none(csv, row, columns.age_to, missing);
  if (!from) return from.error();
  if (!to) return to.error();
  if (!cell.visit && (!*from || !*to || cell.change))
    return Error{"E_REFERENCE_AGE", words::say<"reference.age">(), csv.where(row, columns.age_from)};
  cell.age_from = *from;
  cell.age_to = *to;
  if (columns.interval) {
    const auto interval = number_or_none(csv, row, *columns.interval, missing);
    if (!interval) return interval.error();
    cell.interval_months = *interval;
  }
  if (columns.method) cell.method = method_told(row.cells[*columns.method]);
  auto comparison = read_comparison(csv, row, columns, missing);
  if (!comparison) return comparison.error();
  const auto range = behavior::range_of(behavior::scale_named(behavior::known_scales(), cell.measure));
  const double span = range ? range->highest - range->lowest : 0;
  if (range && *comparison &&
      ((*comparison)->mean < range->lowest - (cell.change ? span + range->lowest : 0) ||
       (*comparison)->mean > (cell.change ? span : range->highest)))
    return Error{"E_REFERENCE_RANGE",
                 words::say<"imports.mean_outside">(
                     {{"lowest", words::at_most(cell.change ? -span : range->lowest, 2)},
                      {"highest", words::at_most(cell.change ? span : range->highest, 2)}}),
                 csv.where(row, columns.mean)};
  cell.comparison = *comparison;
  return cell;
}

}  // namespace

std::string measure_id(const std::string& name) {
  const auto meant = behavior::scale_meant(name, behavior::known_scales());
  return meant.scale.empty() || !meant.visit.empty() ? lower(name) : meant.scale;
}

bool holds_aggregates(const CsvTable& csv) {
  return csv.find("kind") && csv.find("mean") && csv.find("sd");
}

Result<Aggregates> read_aggregates(const CsvTable& csv, const std::vector<std::string>& missing_codes) {
  const auto columns = find_aggregate_columns(csv);
  if (!columns) return columns.error();
  const auto source = csv.find("source");
  Aggregates aggregates;
  using CellOf =
      std::tuple<bool, std::string, std::optional<int>, std::optional<double>, std::optional<double>>;
  std::map<CellOf, int> lines;
  for (const CsvRow& row : csv.rows) {
    auto cell = read_cell(csv, row, *columns, missing_codes);
    if (!cell) return cell.error();
    if (source && aggregates.source != row.cells[*source]) {
      if (!aggregates.cells.empty())
        return Error{"E_REFERENCE_SOURCE", words::say<"reference.source">(), csv.where(row, *source)};
      aggregates.source = row.cells[*source];
    }
    const CellOf of{cell->change, cell->measure, cell->visit, cell->age_from, cell->age_to};
    if (const int before = std::exchange(lines[of], row.line); before != 0)
      return Error{"E_REFERENCE_TWICE", words::say<"tables.given_before">({{"line", before}}),
                   csv.where(row, columns->mean)};
    aggregates.cells.push_back(std::move(*cell));
  }
  return aggregates;
}

}  // namespace attune::report
