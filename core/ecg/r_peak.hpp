// The apex of an R wave on the band-passed ECG, between samples: where detection and a hand on the screen put
// a beat.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "ecg/settings.hpp"

namespace attune::ecg {

/// Index of the largest value of sign × x within `reach` samples of a place; never the first or the last.
std::ptrdiff_t extreme_near(std::span<const double> x, double place, std::ptrdiff_t reach, double sign);

/// Place of the apex of the parabola through sample `at` and its neighbours.
double apex_place(std::span<const double> x, std::ptrdiff_t at);

/// Time of the R peak within settings.evidence.apex_reach_ms of a time pointed at, both in seconds from the
/// first sample; none if the ECG has no peak of that polarity there. `samples`: a second or more around it.
std::optional<double> r_peak_near(std::span<const double> samples, double sample_rate_hz, double time_s,
                                  bool inverted, const Settings& settings);

}  // namespace attune::ecg
