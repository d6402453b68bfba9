// The NN series: what all heart-rate variability is computed from.
//
// Interval i runs from one beat in use to the next. It is *measured* when both of its beats are (detected
// with enough confidence, or set by hand), not when editing put one in or moved it. A successive difference
// joins two measured intervals that share a beat; it never spans a beat that was taken out, a gap, or an
// excluded stretch.
#pragma once

#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

struct NnInterval {
  double start_s = 0;  ///< time of its first beat
  double end_s = 0;    ///< time of its second beat
  double nn_ms = 0;
  bool measured = true;
  bool has_difference = false;  ///< a successive difference with the interval before may be formed
  bool gap_before = false;      ///< the series is broken before it
  double start_noise_ms = 0;    ///< standard errors of the two beats' times
  double end_noise_ms = 0;
};

using NnSeries = std::vector<NnInterval>;

/// Intervals between the beats in use. None crosses the end of a segment (no segments: one without end), none
/// touches an excluded stretch, none is longer than settings.longest_nn_ms or longest_nn_ratio medians.
NnSeries nn_series(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                   std::span<const Interval> excluded, const Settings& settings);

/// A plain list of NN intervals, as if each began where the one before ended.
NnSeries nn_series_from_list(std::span<const double> nn_ms);

}  // namespace attune::hrv
