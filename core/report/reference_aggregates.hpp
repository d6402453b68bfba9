// Comparison infants as aggregates: mean, SD and n by age or visit, for sites that share no infant. Columns
// kind (value, or change from visit 1, whose ages are those at visit 1), measure, visit, age_from_months, age_to_months, n,
// mean, sd and, if there are such, interval_months (mean time between the two visits of a change), measured_as
// (report/reference_method.hpp) and source; NA for n, mean and sd: the cell was withheld, its infants are too few.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "base/result.hpp"
#include "stats/t_test.hpp"

namespace attune::report {

struct ReferenceAggregate {
  bool change = false;
  std::string measure;
  std::optional<int> visit;                  ///< counted from 0; none: by age
  std::optional<double> age_from, age_to;    ///< months, the second exclusive; of a change at the first visit
  std::optional<double> interval_months;     ///< of a change; none: not known
  std::string method;                        ///< empty: not told
  std::optional<stats::Summary> comparison;  ///< none: withheld
};

struct Aggregates {
  std::vector<ReferenceAggregate> cells;
  std::string source;
};

/// The id of a measure by its name: of a scale known by it ("EPDS total"), else as written, in small letters.
std::string measure_id(const std::string& name);

/// Whether the table's columns are those of aggregates.
bool holds_aggregates(const CsvTable& csv);

/// Errors: those of base/csv.hpp; E_REFERENCE_KIND (neither value nor change), E_REFERENCE_VISIT,
/// E_REFERENCE_AGE (neither visit nor ages), E_REFERENCE_COUNT (n below 2 or no whole number, SD below 0),
/// E_REFERENCE_SOURCE (more than one). `missing_codes`: values that mean missing; a cell with one was withheld.
Result<Aggregates> read_aggregates(const CsvTable& csv, const std::vector<std::string>& missing_codes = {});

}  // namespace attune::report
