// Ages of infants in months, whatever unit the name of their column tells: age_months, age in weeks, age_days, Alter (Jahre).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.hpp"

namespace attune::tables {

/// Months in one of a unit ("weeks", "mo", "Jahre"); none if it is no unit of time.
std::optional<double> months_of_unit(std::string_view unit);

/// The unit that the words of a text name: "months (corrected)", "days since birth", "year(s)"; none where they name none or
/// two, or count from conception ("gestational weeks").
std::optional<double> months_of_unit_in(std::string_view text);

/// The column of ages of a table, and what they mean.
class Ages {
 public:
  /// `months_per_age`: months in one of a column that is called age and no more; none: such a column is not read, which is
  /// said. `missing_codes`: cells that mean missing, beside those that do anyway.
  Ages(const CsvTable& csv, const std::vector<std::string>& missing_codes,
       std::optional<double> months_per_age = std::nullopt);

  /// Whether there is a column of ages that is read.
  bool are_there() const { return column_.has_value(); }
  /// Whether ages stand in this column, read or without a known unit.
  bool is_column(std::size_t place) const { return column_ == place || without_unit_ == place; }

  /// Of one line; none where its cell says that there is none, or is no age: a code for missing, below 0, above 50 years.
  std::optional<double> months(const CsvRow& row) const;

  /// W_AGE_NONE: cells that are no ages, counted, the first with its place. W_AGE_UNIT: a column that is not read.
  void say(std::vector<Diagnostic>& notes, const std::string& table) const;

 private:
  std::optional<double> number(const CsvRow& row) const;

  const CsvTable* csv_;
  const std::vector<std::string>* codes_;
  std::optional<std::size_t> column_, without_unit_;
  double unit_months_ = 1;
  std::vector<double> missing_;  ///< codes for missing among them
};

}  // namespace attune::tables
