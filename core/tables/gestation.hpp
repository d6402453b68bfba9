// How many weeks early an infant was born, as tables tell it: gestational_age in weeks (31, 31.5, 31+4, 31w4d), or weeks_early.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"

namespace attune::tables {

/// Weeks from conception's count to birth, of a cell; none where it is no gestational age, 22 to 44 weeks.
std::optional<double> gestational_weeks(std::string_view cell);

/// Of a table's lines; cells that cannot be read are counted.
class WeeksEarly {
 public:
  explicit WeeksEarly(const CsvTable& csv);

  /// Weeks before the 40th, 0 of one who was born later; none: not told.
  std::optional<double> of(const CsvRow& row);

  /// W_GESTATION, with the first place. `table`: its name.
  void say(std::vector<Diagnostic>& notes, const std::string& table) const;

 private:
  const CsvTable* csv_;
  std::optional<std::size_t> age_, early_;
  std::size_t unknown_ = 0;
  const CsvRow* first_ = nullptr;
  std::size_t first_column_ = 0;
};

}  // namespace attune::tables
