// The numbers of one measure at one visit, group against group: difference, change, equivalence, pairs.
#pragma once

#include "group/report.hpp"
#include "group/table.hpp"

namespace attune::group {

/// Treated minus comparison at a visit (Welch 1947).
Tested difference_at(const Table& table, const MeasureTable& measure, std::size_t visit,
                     const Settings& settings);

/// Everything of a later visit but the mixed model's terms and the words.
LaterVisit compare_with_first(const Table& table, const MeasureTable& measure, std::size_t visit,
                              const Settings& settings);

}  // namespace attune::group
