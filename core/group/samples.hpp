// Which infants' values a comparison takes: of one group at one visit, of infants seen at both visits, of
// matched pairs seen at both.
#pragma once

#include <string>
#include <vector>

#include "group/table.hpp"

namespace attune::group {

/// Values of one group at one visit.
std::vector<double> values_at(const Table& table, const MeasureTable& measure, Side side, std::size_t visit);

/// The values of participants of one group who have both visits, by position the same infants.
struct Complete {
  std::vector<double> before, after, change;
};
Complete complete_infants(const Table& table, const MeasureTable& measure, Side side, std::size_t visit);

/// Infants of one group with a value at some visit, but not at all of these two (the same one twice: not at it).
int incomplete_infants(const Table& table, const MeasureTable& measure, Side side, std::size_t first,
                       std::size_t second);

/// Treated infant minus its partner, of the pairs that have what is needed: at the visit, and in change.
struct PairDifferences {
  std::vector<double> at_visit, change;
};
PairDifferences pair_differences(const Table& table, const MeasureTable& measure, std::size_t visit);

/// Whether nothing is pooled from so few infants or pairs.
bool is_short(std::size_t count, const Settings& settings);

/// Why nothing is pooled from so few infants of a group at a visit, or of those with both visits; empty if they are
/// enough. "ppd: 3 infants at visit 2, at least 5 are needed".
words::Text shortage_at(const std::string& group, std::size_t infants, const std::string& visit,
                        const Settings& settings);
words::Text shortage_of_both(const std::string& group, std::size_t infants, const Settings& settings);

}  // namespace attune::group
