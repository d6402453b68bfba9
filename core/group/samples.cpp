#include "group/samples.hpp"

#include <algorithm>

#include "words/ids/group.hpp"

namespace attune::group {

std::vector<double> values_at(const Table& table, const MeasureTable& measure, Side side, std::size_t visit) {
  std::vector<double> values;
  for (std::size_t i = 0; i < table.participants.size(); ++i)
    if (table.participants[i].side == side && measure.cells[i][visit].value)
      values.push_back(*measure.cells[i][visit].value);
  return values;
}

Complete complete_infants(const Table& table, const MeasureTable& measure, Side side, std::size_t visit) {
  Complete complete;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const auto &before = measure.cells[i][0].value, &after = measure.cells[i][visit].value;
    if (table.participants[i].side != side || !before || !after) continue;
    complete.before.push_back(*before);
    complete.after.push_back(*after);
    complete.change.push_back(*after - *before);
  }
  return complete;
}

int incomplete_infants(const Table& table, const MeasureTable& measure, Side side, std::size_t first,
                       std::size_t second) {
  int count = 0;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const auto& cells = measure.cells[i];
    if (table.participants[i].side != side || (cells[first].value && cells[second].value)) continue;
    if (std::any_of(cells.begin(), cells.end(), [](const Cell& cell) { return cell.value.has_value(); }))
      ++count;
  }
  return count;
}

PairDifferences pair_differences(const Table& table, const MeasureTable& measure, std::size_t visit) {
  PairDifferences differences;
  for (const auto& [treated, control] : table.pairs) {
    const auto &t = measure.cells[treated], &c = measure.cells[control];
    if (!t[visit].value || !c[visit].value) continue;
    differences.at_visit.push_back(*t[visit].value - *c[visit].value);
    if (!t[0].value || !c[0].value) continue;
    differences.change.push_back((*t[visit].value - *t[0].value) - (*c[visit].value - *c[0].value));
  }
  return differences;
}

bool is_short(std::size_t count, const Settings& settings) {
  return count < static_cast<std::size_t>(settings.fewest_infants);
}

words::Text shortage_at(const std::string& group, std::size_t infants, const std::string& visit,
                        const Settings& settings) {
  if (!is_short(infants, settings)) return {};
  return words::say<"group.few_at">({{"group", words::as_is(group)},
                                     {"n", infants},
                                     {"visit", words::as_is(visit)},
                                     {"fewest", settings.fewest_infants}});
}

words::Text shortage_of_both(const std::string& group, std::size_t infants, const Settings& settings) {
  if (!is_short(infants, settings)) return {};
  return words::say<"group.few_both">(
      {{"group", words::as_is(group)}, {"n", infants}, {"fewest", settings.fewest_infants}});
}

}  // namespace attune::group
