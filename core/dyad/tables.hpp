// A dyad as tables: one line a step, and one line a stretch, measure and lag.
#pragma once

#include <string>

#include "base/table.hpp"
#include "dyad/dyad.hpp"

namespace attune::dyad {

/// time_s and the four courses; empty where not valid.
std::string courses_table(const Courses& courses, Separator separator);

/// phase (empty: the task), measure, lag_s, r, and what holds for the whole curve on each of its lines.
std::string lags_table(const Dyad& dyad, Separator separator);

}  // namespace attune::dyad
