// The model of one measure: y ~ group × visit, with one correlation within infants (stats/mixed_model.hpp). Every infant
// with a value counts; what is missing is taken as missing at random: who has the same group and the same values at other
// visits would have had like values. A visit with few infants of a group stays in the model, and only what is asked of it is
// withheld.
#pragma once

#include <vector>

#include "group/report.hpp"
#include "group/table.hpp"
#include "stats/mixed_model.hpp"

namespace attune::group {

/// Of both groups, in the order of `Side`.
template <typename T>
using OfSides = std::array<T, 2>;

/// What the model says of one visit; empty where a group has too few infants at it or at the first.
struct ModelAtVisit {
  OfSides<std::optional<stats::TTest>> mean;    ///< needs only its own group, at this visit
  OfSides<std::optional<stats::TTest>> change;  ///< from the first visit; none of the first
  std::optional<stats::TTest> difference;       ///< treated − comparison
  std::optional<stats::TTest> interaction;      ///< change of treated − change of comparison
};

struct ModelResult {
  GroupByTime group_by_time;         ///< where the model cannot be fitted, `reason` says why
  std::vector<ModelAtVisit> visits;  ///< as the table's
};

ModelResult fit_group_by_time(const Table& table, const MeasureTable& measure, const Settings& settings);

}  // namespace attune::group
