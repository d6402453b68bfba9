// Days between two ISO dates, months between visits.
#pragma once

#include <optional>

#include "edf/start.hpp"
#include "report/report.hpp"

namespace attune::report {

using edf::days_between, edf::days_per_month;
inline constexpr double days_per_year = 365.25;

/// By their dates, else by the ages; none if neither is known of both.
std::optional<double> months_between(const visit::Visit& from, const visit::Visit& to);

}  // namespace attune::report
