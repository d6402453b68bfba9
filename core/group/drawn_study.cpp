#include "group/drawn_study.hpp"

#include <cmath>

namespace attune::group {
namespace {

/// Values of one infant around 0, correlated: what is left of independent ones without their mean, and that mean.
std::vector<double> around_zero(Random& random, const DrawnStudy& study) {
  std::vector<double> values(static_cast<std::size_t>(study.visits));
  double mean = 0;
  for (double& value : values) mean += (value = random.normal()) / study.visits;
  const double own = std::sqrt(1 - study.correlation);
  const double along = std::sqrt(1 + (study.visits - 1) * study.correlation);
  for (double& value : values) value = own * (value - mean) + along * mean;
  return values;
}

bool leaves(Random& random, const DrawnStudy::Dropout& dropout, double seen, bool treated) {
  const double log_odds = dropout.log_odds + dropout.slope * (treated ? seen : -seen);
  return random.uniform() < 1 / (1 + std::exp(-log_odds));
}

}  // namespace

Table draw_study(Random& random, const DrawnStudy& study) {
  Table table;
  table.treated_group = "treated";
  table.control_group = "comparison";
  for (int visit = 0; visit < study.visits; ++visit) table.visits.push_back(std::to_string(visit + 1));
  MeasureTable measure{"y", {}};
  for (int i = 0; i < study.treated + study.control; ++i) {
    const bool treated = i < study.treated;
    table.participants.push_back({std::to_string(i), treated ? Side::treated : Side::control});
    const auto values = around_zero(random, study);
    std::vector<Cell> cells(values.size());
    for (std::size_t visit = 0; visit < values.size(); ++visit) {
      const bool last = visit + 1 == values.size();
      cells[visit].value = values[visit] + (!treated ? 0 : last ? study.last : study.first);
      if (study.dropout && leaves(random, *study.dropout, values[visit], treated)) break;
    }
    measure.cells.push_back(std::move(cells));
  }
  table.measures.push_back(std::move(measure));
  return table;
}

}  // namespace attune::group
