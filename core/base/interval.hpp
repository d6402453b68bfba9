// Stretches of time within one recording. Time 0 is the first sample; all times are seconds.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/sort_by.hpp"

namespace attune {

/// A half-open stretch [start_s, end_s).
struct Interval {
  double start_s = 0;
  double end_s = 0;

  double duration_s() const { return end_s - start_s; }
  bool contains(double time_s) const { return time_s >= start_s && time_s < end_s; }
  bool overlaps(double from_s, double to_s) const { return from_s < end_s && to_s > start_s; }

  static constexpr const char* type_name = "Interval";
  static constexpr auto fields() {
    return std::array{field<&Interval::start_s>("start_s", "Start, seconds from the first sample."),
                      field<&Interval::end_s>("end_s", "End (exclusive), seconds from the first sample.")};
  }
};

/// The stretches by start, joined where they touch.
inline std::vector<Interval> united(std::vector<Interval> stretches) {
  sort_by(stretches, &Interval::start_s);
  std::vector<Interval> result;
  for (const Interval& stretch : stretches) {
    if (!result.empty() && stretch.start_s <= result.back().end_s)
      result.back().end_s = std::max(result.back().end_s, stretch.end_s);
    else
      result.push_back(stretch);
  }
  return result;
}

/// The stretches, each cut at the times that lie within it.
inline std::vector<Interval> cut_at(std::span<const Interval> stretches, std::span<const double> times_s) {
  std::vector<Interval> cut;
  for (Interval rest : stretches) {
    for (const double time_s : times_s) {
      if (time_s <= rest.start_s || time_s >= rest.end_s) continue;
      cut.push_back({rest.start_s, time_s});
      rest.start_s = time_s;
    }
    cut.push_back(rest);
  }
  return cut;
}

/// The stretches without what lies in `out`, which is by start.
inline std::vector<Interval> without(std::span<const Interval> stretches, std::span<const Interval> out) {
  std::vector<Interval> kept;
  for (Interval rest : stretches) {
    for (const Interval& one : out) {
      if (!one.overlaps(rest.start_s, rest.end_s)) continue;
      if (one.start_s > rest.start_s) kept.push_back({rest.start_s, one.start_s});
      rest.start_s = std::min(one.end_s, rest.end_s);
    }
    if (rest.duration_s() > 0) kept.push_back(rest);
  }
  return kept;
}

enum class PhaseKind { rest, stranger, play, still_face, reunion, recovery, other };
constexpr auto enum_names(PhaseKind) {
  return std::array<std::string_view, 7>{"rest",    "stranger", "play", "still_face",
                                         "reunion", "recovery", "other"};
}

/// A named part of the visit's protocol: rest, stranger with toy, still-face … `rest` includes "baseline"
/// stretches.
struct Phase {
  std::string name;
  PhaseKind kind = PhaseKind::other;
  double start_s = 0;
  double end_s = 0;

  static constexpr const char* type_name = "Phase";
  static constexpr auto fields() {
    return std::array{field<&Phase::name>("name", "As annotated, or as the user named it."),
                      field<&Phase::kind>("kind", "What part of the protocol it is."),
                      field<&Phase::start_s>("start_s", "Start, seconds from the first sample."),
                      field<&Phase::end_s>("end_s", "End (exclusive), seconds from the first sample.")};
  }
};

}  // namespace attune
