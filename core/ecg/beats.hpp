// Beats: what detection finds and editing decides. A list of beats is ordered by time.
#pragma once

#include <optional>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "words/said.hpp"

namespace attune::ecg {

/// detected: as found. ectopic: found, but its intervals are replaced. missed: put in by editing. extra:
/// found, taken out by editing (kept in the list so that it can be restored). long_short: an interval that
/// editing replaced. added, moved, removed: by hand.
enum class BeatKind { detected, ectopic, missed, extra, long_short, added, moved, removed };
constexpr auto enum_names(BeatKind) {
  return std::array<std::string_view, 8>{"detected",   "ectopic", "missed", "extra",
                                         "long_short", "added",   "moved",  "removed"};
}

struct Beat {
  double time_s = 0;  ///< of the R peak, sub-sample, from the first sample of the recording
  BeatKind kind = BeatKind::detected;
  double confidence = 1;          ///< 0 … 1, of the detection
  double timing_noise_ms = 0;     ///< standard error of time_s from the recording's noise; 0: not known
  words::Text reason;             ///< why editing changed it, in words; empty for detected beats
  std::optional<double> found_s;  ///< where it was found, if automatic editing put it elsewhere
  double likeness = 1;            ///< 0 … 1: how like the usual beat's its shape is; 1 if not known

  static constexpr const char* type_name = "Beat";
  static constexpr auto fields() {
    return std::array{
        field<&Beat::time_s>("time_s", "R-peak time, seconds from the first sample."),
        field<&Beat::kind>("kind", "Found, or what editing made of it."),
        field<&Beat::confidence>("confidence", "Detector's confidence, 0 to 1."),
        field<&Beat::timing_noise_ms>(
            "timing_noise_ms", "Standard error of the time, from the recording's noise; 0 if not known."),
        field<&Beat::reason>("reason", "Why editing changed it; empty for detected beats."),
        field<&Beat::found_s>("found_s", "Where it was found, if automatic editing put it elsewhere."),
        field<&Beat::likeness>("likeness",
                               "How like the usual beat's its shape is, 0 to 1; 1 if not known.")};
  }
};

/// A heartbeat that took place and whose time was measured.
constexpr bool is_measured(BeatKind kind) {
  return kind == BeatKind::detected || kind == BeatKind::added || kind == BeatKind::moved;
}
/// Not a heartbeat: stays in the list so that it can be restored, and forms no interval.
constexpr bool is_taken_out(BeatKind kind) {
  return kind == BeatKind::extra || kind == BeatKind::removed;
}

}  // namespace attune::ecg
