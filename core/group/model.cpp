#include "group/model.hpp"

#include <algorithm>

#include "group/samples.hpp"
#include "words/ids/group.hpp"

namespace attune::group {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

/// Treatment coding, as R has it: intercept, treated, later visits, treated × later visits. A later visit that nobody has
/// has no column, one that only one group has no interaction.
class DesignMatrix {
 public:
  DesignMatrix(const Table& table, const MeasureTable& measure) {
    for (const Side side : sides)
      for (std::size_t visit = 0; visit < table.visits.size(); ++visit)
        counts_[at(side)].push_back(values_at(table, measure, side, visit).size());
    for (std::size_t visit = 0; visit < table.visits.size(); ++visit)
      later_.push_back(visit > 0 && seen(Side::treated, visit) + seen(Side::control, visit) > 0 ? columns_++
                                                                                                : 0);
    for (std::size_t visit = 0; visit < table.visits.size(); ++visit)
      interaction_.push_back(
          visit > 0 && seen(Side::treated, visit) > 0 && seen(Side::control, visit) > 0 ? columns_++ : 0);
  }

  Index columns() const { return columns_; }
  std::size_t seen(Side side, std::size_t visit) const { return counts_[at(side)][visit]; }
  Index interaction(std::size_t visit) const { return interaction_[visit]; }

  /// The weights of a group's mean at a visit: also the row of an infant of it.
  VectorXd mean(Side side, std::size_t visit) const {
    VectorXd weights = VectorXd::Unit(columns_, 0);
    if (side == Side::treated) weights[1] = 1;
    if (later_[visit] > 0) weights[later_[visit]] = 1;
    if (side == Side::treated && interaction_[visit] > 0) weights[interaction_[visit]] = 1;
    return weights;
  }

 private:
  static std::size_t at(Side side) { return static_cast<std::size_t>(side); }

  Index columns_ = 2;
  OfSides<std::vector<std::size_t>> counts_;  ///< of values, by visit
  std::vector<Index> later_, interaction_;    ///< columns, by visit; 0: none
};

std::vector<stats::InfantRows> rows_of(const Table& table, const MeasureTable& measure,
                                       const DesignMatrix& design) {
  std::vector<stats::InfantRows> infants;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const auto& cells = measure.cells[i];
    const auto n =
        std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.value.has_value(); });
    if (n == 0) continue;
    stats::InfantRows infant{Eigen::MatrixXd(n, design.columns()), VectorXd(n)};
    Index row = 0;
    for (std::size_t visit = 0; visit < cells.size(); ++visit) {
      if (!cells[visit].value) continue;
      infant.x.row(row) = design.mean(table.participants[i].side, visit).transpose();
      infant.y[row++] = *cells[visit].value;
    }
    infants.push_back(std::move(infant));
  }
  return infants;
}

bool enough(const DesignMatrix& design, Side side, std::size_t visit, const Settings& settings) {
  return !is_short(design.seen(side, visit), settings);
}

bool judged(const DesignMatrix& design, std::size_t visit, const Settings& settings) {
  return enough(design, Side::treated, visit, settings) && enough(design, Side::control, visit, settings);
}

ModelAtVisit look_at(const stats::MixedModel& model, const DesignMatrix& design, std::size_t visit,
                     const Settings& settings) {
  ModelAtVisit found;
  for (const Side side : sides) {
    if (!enough(design, side, visit, settings)) continue;
    const auto i = static_cast<std::size_t>(side);
    found.mean[i] = model.test(design.mean(side, visit));
    if (visit > 0 && enough(design, side, 0, settings))
      found.change[i] = model.test(design.mean(side, visit) - design.mean(side, 0));
  }
  if (!judged(design, visit, settings)) return found;
  found.difference = model.test(design.mean(Side::treated, visit) - design.mean(Side::control, visit));
  if (visit > 0) found.interaction = model.test(VectorXd::Unit(design.columns(), design.interaction(visit)));
  return found;
}

}  // namespace

ModelResult fit_group_by_time(const Table& table, const MeasureTable& measure, const Settings& settings) {
  ModelResult result;
  result.visits.resize(table.visits.size());
  GroupByTime& found = result.group_by_time;
  const DesignMatrix design(table, measure);
  std::vector<std::size_t> asked;  // later visits of which both groups have enough
  for (std::size_t visit = 1; visit < table.visits.size(); ++visit)
    if (judged(design, visit, settings)) asked.push_back(visit);
  if (asked.empty() || !judged(design, 0, settings)) {
    found.reason = words::say<"group.few_visits">();
    return result;
  }
  const auto model = stats::MixedModel::fit(rows_of(table, measure, design));
  if (!model) {
    found.reason = words::say<"group.no_model">();
    return result;
  }
  for (std::size_t visit = 0; visit < table.visits.size(); ++visit)
    result.visits[visit] = look_at(*model, design, visit, settings);
  Eigen::MatrixXd rows = Eigen::MatrixXd::Zero(static_cast<Index>(asked.size()), design.columns());
  for (std::size_t i = 0; i < asked.size(); ++i)
    rows(static_cast<Index>(i), design.interaction(asked[i])) = 1;
  const auto jointly = model->test_jointly(rows);
  if (asked.size() == 1) {
    found.estimate = result.visits[asked.front()].interaction->estimate;
    found.se = result.visits[asked.front()].interaction->se;
  }
  found.f = jointly.f;
  found.df_num = jointly.df_num;
  found.df_den = jointly.df_den;
  found.p = jointly.p;
  found.infant_variance = model->infant_variance();
  found.residual_variance = model->residual_variance();
  found.correlation = model->correlation();
  found.singular = model->infant_variance() <= 0;
  found.observations = model->observations();
  found.participants = model->infants();
  return result;
}

}  // namespace attune::group
