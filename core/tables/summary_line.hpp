// Lines of a table that are no one's: totals, means and SDs that a spreadsheet has below the values.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace attune::tables {

/// Whether a cell that should name a participant or a visit says what was reckoned from the others: total, mean, SD, N, in
/// English, French, German or Spanish.
bool names_summary(std::string_view cell);

/// Lines left out because they are sums or means of others.
class SummaryLines {
 public:
  /// Whether one of the cells says so; then the line is counted.
  bool takes_out(int line, std::string_view participant, std::string_view visit);

  /// W_TABLE_SUMMARY, where there were any.
  void say(std::vector<Diagnostic>& notes, const std::string& table = "") const;

 private:
  int count_ = 0, first_line_ = 0;
  std::string first_;
};

}  // namespace attune::tables
