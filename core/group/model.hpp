// The mixed model of one measure: y ~ group × visit + (1 | participant).
#pragma once

#include <vector>

#include "group/report.hpp"
#include "group/table.hpp"
#include "stats/mixed_model.hpp"

namespace attune::group {

struct ModelResult {
  GroupByTime group_by_time;
  std::vector<stats::TTest> interactions;  ///< one a later visit; empty where the model cannot be fitted
};

/// Over these visits, the first of them first; participants with any value at them count. Where the model
/// cannot be fitted, `group_by_time.reason` says why.
ModelResult fit_group_by_time(const Table& table, const MeasureTable& measure,
                              const std::vector<std::size_t>& visits);

}  // namespace attune::group
