// Layers 2 and 3 of the comparison: is a change reliable, and where does the infant stand among comparison
// infants? Each says when it cannot speak; the layers are never mixed into one number.
//
// Layer 2 takes the first of these that the data allow:
//
// | form             | against                                         | leads                                        |
// |------------------|-------------------------------------------------|----------------------------------------------|
// | points           | a fixed number of points (EPDS)                 | always                                       |
// | control-adjusted | the mean change of comparison infants           | where the baseline is an ordinary one        |
// | regression-based | the later value that their regression on the    | where the baseline lies regression_from_sd   |
// |                  | baseline predicts                               | SDs or more from their mean                  |
// | Jacobson–Truax   | 0, by the measure's retest reliability          | where there are no two-visit comparison      |
// |                  |                                                 | infants, and its reliability `decides`       |
//
// A coded share is judged as arcsin √share, whose spread hangs less on its level, and is reliable only where both
// comparison forms say so: shares pile up at 0, and each form alone is wrong too often there
// (tests/bench/change_bench.cpp). Aggregates are of shares as they are, and judged so.
#pragma once

#include "report/reference.hpp"
#include "report/report.hpp"

namespace attune::report {

/// Everything beside the recordings that a comparison can rest on.
struct Comparison {
  const Reference* reference = nullptr;  ///< none: no comparison infants were given
  std::string sex;
  visit::ComparisonSettings settings;
};

/// Fills `places` of the measure, and `reliable` and `other_forms` of its changes, each at the settings' level.
void add_layers(Measure& measure, const std::vector<visit::Visit>& visits, const Comparison& comparison);

/// The headline counts the primary measures of all domains that can be judged (those whose `ladder` says not_comparable
/// already are left out): four chances. Their p values are
/// adjusted by Holm (1979), each later visit and each step by itself, their bands drawn at the level of their rank, and their
/// findings are those of the adjusted values.
void adjust_for_domains(std::vector<Measure>& measures, double level);

}  // namespace attune::report
