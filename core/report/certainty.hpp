// How certain the data make a finding: that of its weakest visit, with the reason.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace attune::report {

struct Certainty {
  eeg::DataLevel level = eeg::DataLevel::good;
  words::Text reason;  ///< why it is not good; sentences
};

/// Certainty of a measure over some of the visits (`places`, counted from 0). Visits without a recording do
/// not weigh on heart and brain.
Certainty certainty_of(const Measure& measure, const std::vector<visit::Visit>& visits,
                       std::span<const std::size_t> places, const visit::Settings& settings);

}  // namespace attune::report
