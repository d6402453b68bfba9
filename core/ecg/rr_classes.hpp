// The repairs that make the rhythm of one run of beats, without a gap, likelier; see ecg/edit.hpp.
#pragma once

#include <vector>

#include "ecg/beats.hpp"
#include "ecg/interval_limits.hpp"
#include "ecg/settings.hpp"

namespace attune::ecg {

/// The run with its beats classed, moved and put in; beats taken out stay in it as `extra`.
std::vector<Beat> edit_run(std::vector<Beat> run, const Settings& settings);

/// The run's intervals with what the first round would not suspect them for.
std::vector<IntervalLimits> limits_of_run(const std::vector<Beat>& run, const Settings& settings);

}  // namespace attune::ecg
