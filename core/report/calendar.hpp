// Days between two ISO dates.
#pragma once

#include <optional>
#include <string>

namespace attune::report {

/// Whole days from the date of `from` to the date of `to` ("2024-03-01T09:30:00"; the time of day does not
/// count). None if either is not such a text.
std::optional<int> days_between(const std::string& from, const std::string& to);

inline constexpr double days_per_month = 30.4375, days_per_year = 365.25;

}  // namespace attune::report
