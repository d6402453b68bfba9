// Who was not seen, and what that could change.
#pragma once

#include <vector>

#include "group/report.hpp"
#include "group/table.hpp"
#include "stats/t_test.hpp"

namespace attune::group {

/// One row a group and visit.
std::vector<DropoutRow> dropout(const Table& table, const MeasureTable& measure, const Settings& settings);

/// Of the difference in change from the first to this visit; `first_sd`: the pooled SD of the first. None if
/// nobody in the model lacks this visit.
std::optional<MissingSensitivity> sensitivity(const Table& table, const MeasureTable& measure,
                                              std::size_t visit, const stats::TTest& interaction,
                                              double first_sd, const Settings& settings);

}  // namespace attune::group
