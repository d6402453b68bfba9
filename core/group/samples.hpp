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

/// Treated infant minus its partner, of the pairs that have what is needed: at the visit, and in change.
struct PairDifferences {
  std::vector<double> at_visit, change;
};
PairDifferences pair_differences(const Table& table, const MeasureTable& measure, std::size_t visit);

/// Why nothing is pooled from so few; empty if they are enough. "ppd: 3 infants at visit 2, at least 5 are
/// needed".
std::string shortage(const std::string& group, std::size_t infants, const std::string& where,
                     const Settings& settings);

}  // namespace attune::group
