// When lines of a table were, by the dates and ages that stand in them, against the order in which their visits were taken:
// where they disagree, names or dates are exchanged, and what is called a change for the better may be one for the worse.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/csv.hpp"

namespace attune::tables {

/// A line with whose it is and which visit's, by places that count from anything.
struct VisitLine {
  std::size_t infant = 0;
  int visit = 0;  ///< in order of time
  const CsvRow* row = nullptr;
};

/// Warns, under `code`, of infants of whom a visit's date or age is before that of an earlier one: once for dates (the first
/// column that says so) and once for ages. A date of which day or month may stand first counts where both readings do.
void say_against_times(const CsvTable& csv, std::span<const VisitLine> lines, const char* code,
                       const std::vector<std::string>& missing_codes, std::vector<Diagnostic>& notes);

}  // namespace attune::tables
