// The order in time of visits that are known by their names, and which visit of a report each is: one ranking for scores,
// comparison infants, cohorts and group tables.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace attune::tables {

struct VisitOrder {
  std::vector<std::size_t> places;  ///< of the names, in order of time
  bool told = true;                 ///< by the names; else they stand, in part, as they were given
};

/// Known words (screening, baseline, pre … follow-up, retest) before and behind numbers with units (9wk, 12 months) or
/// without (v10, t0, 3), or dates; what the names do not tell keeps the order in which it is given, behind what names
/// the beginning.
VisitOrder order_visits(const std::vector<std::string>& visits);

/// The same; what the names do not tell is said in `notes` (W_VISIT_ORDER).
std::vector<std::size_t> visit_order(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

/// Which visit of a report, from 1, each name is: its place in time. Names that are whole numbers from 1 to 6, or only one
/// of them, are these visits themselves; other numbers (0 and 1, 3 and 6) are names like any other, which is said
/// (N_VISIT_NUMBERS).
std::vector<int> visit_numbers(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

/// The same of names that stand beside a scale's in the names of columns (t0, post, 9wk). Beside numbers a beginning is
/// the first visit and what is after it the second; what is after it alone is the second too.
std::vector<int> suffix_numbers(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

}  // namespace attune::tables
