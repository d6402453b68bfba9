// Layers 2 and 3 of the comparison: is a change reliable, and where does the infant stand among comparison
// infants? Each says when it cannot speak; the layers are never mixed into one number.
#pragma once

#include "report/reference.hpp"
#include "report/report.hpp"

namespace attune::report {

/// Everything beside the recordings that a comparison can rest on.
struct Comparison {
  const Reference* reference = nullptr;  ///< none: no comparison infants were given
  std::string sex;
  ComparisonSettings settings;
};

/// Fills `places` of the measure, and `reliable`, `reliable_change` and `comparison` of its changes.
void add_layers(Measure& measure, const std::vector<Visit>& visits, const Comparison& comparison);

}  // namespace attune::report
