// One heart as a course over time: heart period and respiratory sinus arrhythmia at every step of a clock that both
// hearts share.
//
// Heart period at t: mean of the NN intervals over [t − step / 2, t + step / 2), each by the time it holds of it, ms.
// RSA at t: ln of the spectral power of the band (hrv/rsa.hpp) in [t − window / 2, t + window / 2), ln(ms²). Windows of
// neighbouring steps overlap, so the course is smooth by its making: no two of its steps are independent. A value is not
// valid (NaN) where more of its window than settings.most_missing_percent is without used intervals, or more of it than
// settings.most_edited_percent lies under intervals that editing made.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/interval.hpp"
#include "dyad/settings.hpp"
#include "dyad/trend.hpp"
#include "hrv/nn_series.hpp"

namespace attune::dyad {

/// The times k · step of the shared clock, k = first … first + count − 1.
struct Grid {
  long long first = 0;
  std::size_t count = 0;
  double step_s = 1;

  double time_s(std::size_t i) const {
    return static_cast<double>(first + static_cast<long long>(i)) * step_s;
  }
};

/// The steps within [start_s, end_s).
Grid grid_over(double start_s, double end_s, double step_s);
/// Those of the grid's within [start_s, end_s).
Part steps_of(const Grid& grid, double start_s, double end_s);

/// `used` as hrv::used_intervals gives them, on the shared clock.
std::vector<double> heart_period_course(std::span<const hrv::NnInterval> used, const Grid& grid,
                                        const Settings& settings);
std::vector<double> rsa_course(std::span<const hrv::NnInterval> used, const Grid& grid,
                               const Settings& settings, const hrv::Settings& heart);

}  // namespace attune::dyad
