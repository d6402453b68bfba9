// The NN series: the one list of intervals that every measure of heart-rate variability is computed from.
//
// Interval i runs from one beat in use to the next. It is *measured* when both of its beats are (detected
// with enough confidence, or set by hand), not when editing put one in or moved it. It is *used* unless there is
// a reason against it: it crosses a gap, lies in an excluded stretch, is too long to be one interval, or no
// neighbour supports it. Where an interval is not used the series is broken. A successive difference joins two
// measured intervals that share a beat; it never spans a beat that was taken out or a break.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// Why an interval is not used. bridge: no interval at all, but the slow course over a break (bridged).
enum class NnFault : std::uint8_t { none, gap, excluded, too_long, unsupported, bridge, epoch_withheld };

struct NnInterval {
  double start_s = 0;  ///< time of its first beat
  double end_s = 0;    ///< time of its second beat
  double nn_ms = 0;
  bool measured = true;
  NnFault fault = NnFault::none;
  bool has_difference = false;  ///< a successive difference with the interval before may be formed
  bool gap_before = false;      ///< the series is broken before it
  double start_noise_ms = 0;    ///< standard errors of the two beats' times
  double end_noise_ms = 0;

  bool operator==(const NnInterval&) const = default;
};

using NnSeries = std::vector<NnInterval>;

constexpr double middle_s(const NnInterval& nn) {
  return (nn.start_s + nn.end_s) / 2;
}

/// The intervals of a series whose middle lies in [start_s, end_s): each belongs to one stretch only.
std::span<const NnInterval> intervals_in(std::span<const NnInterval> series, double start_s, double end_s);

/// Every interval between the beats in use, each with its fault. `segments`: none crosses the end of one (no
/// segments: one without end).
///
/// Supported: a measured interval by the median of the nearest ones on one side of it at least, within
/// settings.support_percent or Berntson's criterion (a deceleration follows its predecessor or leads its
/// successor, an artifact does neither); one beside a break, and one that editing made, by both sides or the one
/// there is, within settings.fill_percent or settings.fill_scatters usual successive differences. A run of fewer
/// than settings.fewest_in_a_row supports nothing.
NnSeries nn_intervals(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                      std::span<const Interval> excluded, const Settings& settings);

/// A plain list of NN intervals, as if each began where the one before ended.
NnSeries nn_intervals_from_list(std::span<const double> nn_ms, const Settings& settings);

/// Those that are used, with the breaks between them.
NnSeries used_intervals(NnSeries all);

/// The series with its breaks filled by a straight line between the mean intervals on both sides, as intervals of
/// fault `bridge`: for transforms, which would take a break in the slow course for power of the band.
NnSeries bridged(std::span<const NnInterval> used, const Settings& settings);

/// nn_intervals, those that are used.
NnSeries nn_series(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                   std::span<const Interval> excluded, const Settings& settings);

}  // namespace attune::hrv
