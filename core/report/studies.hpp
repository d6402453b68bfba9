// What the studies report of infants after their mothers' treatment: direction and size of the average change.
// Krzeczkowski, Schmidt & Van Lieshout 2021 (doi 10.1002/da.23130): asymmetry from right to left, heart-rate variability and
// orienting/regulatory capacity up, as rated by mother and partner. No number was published for the still-face.
// How large stands with each measure (base/measure_table.hpp).
#pragma once

#include <optional>
#include <string_view>

#include "base/measure_table.hpp"

namespace attune::report {

/// Cohen's d of the treated group's change, in SDs, upwards. None where the studies report no direction.
constexpr std::optional<double> studies_effect(std::string_view measure) {
  const MeasureRow* row = measure_info(measure);
  return row ? row->studies_d : std::nullopt;
}

/// Of a measure whose change the studies tell; any other does not compile.
consteval double published_d(std::string_view measure) {
  return *studies_effect(measure);
}

}  // namespace attune::report
