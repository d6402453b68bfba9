#include "group/dropout.hpp"

#include <algorithm>

#include "group/samples.hpp"
#include "stats/delta_adjustment.hpp"

namespace attune::group {
namespace {

std::optional<double> pooled_mean(const std::vector<double>& values, const Settings& settings) {
  if (is_short(values.size(), settings)) return std::nullopt;
  return stats::summarize(values).mean;
}

/// The last visit with a value, counted from 1; 0: none.
std::size_t last_seen(const std::vector<Cell>& cells) {
  std::size_t last = 0;
  for (std::size_t visit = 0; visit < cells.size(); ++visit)
    if (cells[visit].value) last = visit + 1;
  return last;
}

DropoutRow dropout_at(const Table& table, const MeasureTable& measure, Side side, std::size_t visit,
                      const Settings& settings) {
  DropoutRow row;
  row.group = side == Side::treated ? table.treated_group : table.control_group;
  row.visit = table.visits[visit];
  std::vector<double> left, stayed;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    if (table.participants[i].side != side) continue;
    const auto& cells = measure.cells[i];
    const std::size_t last = last_seen(cells);
    if (cells[visit].value)
      ++row.seen;
    else if (last > visit)
      ++row.missed;
    else if (last == visit)
      ++row.left;
    if (visit == 0 || !cells[0].value || last < visit) continue;
    (last == visit ? left : stayed).push_back(*cells[0].value);
  }
  row.left_first_mean = pooled_mean(left, settings);
  row.stayed_first_mean = visit == 0 ? std::nullopt : pooled_mean(stayed, settings);
  return row;
}

}  // namespace

std::vector<DropoutRow> dropout(const Table& table, const MeasureTable& measure, const Settings& settings) {
  std::vector<DropoutRow> rows;
  for (const Side side : sides)
    for (std::size_t visit = 0; visit < table.visits.size(); ++visit)
      rows.push_back(dropout_at(table, measure, side, visit, settings));
  return rows;
}

std::optional<MissingSensitivity> sensitivity(const Table& table, const MeasureTable& measure,
                                              std::size_t visit, const stats::TTest& interaction,
                                              double first_sd, const Settings& settings) {
  const auto missing_of = [&](Side side, double sign) {
    const int missing = incomplete_infants(table, measure, side, visit, visit);
    return stats::MissingInGroup{missing + static_cast<int>(values_at(table, measure, side, visit).size()),
                                 missing, sign};
  };
  const auto treated = missing_of(Side::treated, 1), control = missing_of(Side::control, -1);
  if (treated.missing + control.missing == 0) return std::nullopt;
  const auto share = [](const stats::MissingInGroup& group) {
    return static_cast<double>(group.missing) / group.infants;
  };
  MissingSensitivity result;
  result.missing_treated = share(treated);
  result.missing_control = share(control);
  result.delta_treated = stats::tipping_delta(interaction, treated, settings.significance);
  result.delta_control = stats::tipping_delta(interaction, control, settings.significance);
  if (!(first_sd > 0)) return result;
  if (result.delta_treated) result.delta_treated_sd = *result.delta_treated / first_sd;
  if (result.delta_control) result.delta_control_sd = *result.delta_control / first_sd;
  return result;
}

}  // namespace attune::group
