#include "group/model.hpp"

#include <algorithm>

#include "words/ids/group.hpp"

namespace attune::group {
namespace {

/// Treatment coding: intercept, treated, later visits, treated × later visits.
Eigen::RowVectorXd design_row(bool treated, std::size_t visit, std::size_t visits) {
  const auto later = static_cast<Eigen::Index>(visits - 1);
  Eigen::RowVectorXd row = Eigen::RowVectorXd::Zero(2 + 2 * later);
  row[0] = 1;
  if (treated) row[1] = 1;
  if (visit == 0) return row;
  const auto at = 1 + static_cast<Eigen::Index>(visit);
  row[at] = 1;
  if (treated) row[at + later] = 1;
  return row;
}

std::vector<stats::InfantRows> design(const Table& table, const MeasureTable& measure,
                                      const std::vector<std::size_t>& visits) {
  std::vector<stats::InfantRows> infants;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const auto& cells = measure.cells[i];
    const auto n = std::count_if(visits.begin(), visits.end(),
                                 [&](std::size_t visit) { return cells[visit].value.has_value(); });
    if (n == 0) continue;
    const auto columns = static_cast<Eigen::Index>(2 * visits.size());
    stats::InfantRows infant{Eigen::MatrixXd(n, columns), Eigen::VectorXd(n)};
    Eigen::Index row = 0;
    for (std::size_t v = 0; v < visits.size(); ++v) {
      const auto& value = cells[visits[v]].value;
      if (!value) continue;
      infant.x.row(row) = design_row(table.participants[i].side == Side::treated, v, visits.size());
      infant.y[row++] = *value;
    }
    infants.push_back(std::move(infant));
  }
  return infants;
}

}  // namespace

ModelResult fit_group_by_time(const Table& table, const MeasureTable& measure,
                              const std::vector<std::size_t>& visits) {
  ModelResult result;
  GroupByTime& found = result.group_by_time;
  const auto model = stats::MixedModel::fit(design(table, measure, visits));
  if (!model) {
    found.reason = words::say<"group.no_model">();
    return result;
  }
  const auto later = static_cast<Eigen::Index>(visits.size()) - 1;
  const Eigen::Index columns = 2 + 2 * later;
  for (Eigen::Index i = 0; i < later; ++i)
    result.interactions.push_back(model->test(Eigen::VectorXd::Unit(columns, 2 + later + i)));
  const auto jointly = model->test_jointly(Eigen::MatrixXd::Identity(columns, columns).bottomRows(later));
  if (later == 1) {
    found.estimate = result.interactions.front().estimate;
    found.se = result.interactions.front().se;
  }
  found.f = jointly.f;
  found.df_num = jointly.df_num;
  found.df_den = jointly.df_den;
  found.p = jointly.p;
  found.infant_variance = model->infant_variance();
  found.residual_variance = model->residual_variance();
  found.singular = model->singular();
  found.observations = model->observations();
  found.participants = model->infants();
  return result;
}

}  // namespace attune::group
