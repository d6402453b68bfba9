// Days between two ISO dates.
#pragma once

#include "edf/start.hpp"

namespace attune::report {

using edf::days_between, edf::days_per_month;
inline constexpr double days_per_year = 365.25;

}  // namespace attune::report
