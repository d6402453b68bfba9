// When each record was recorded, in integers: from the records' own times (time-keeping TALs) where they have
// them, else one after another. Gaps, overlaps and steps back begin a new segment.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "edf/diagnostics.hpp"
#include "edf/duration.hpp"
#include "edf/recording.hpp"

namespace attune::edf {

/// Largest departure of a record's own time from the expected one that is not a gap: half a sample of the
/// fastest ordinary signal, within 10 us (onsets are printed with few decimals, or with binary noise) and 2
/// ms.
Ticks gap_tolerance(const Header& header);

class Timeline {
 public:
  Timeline() = default;
  explicit Timeline(const Header& header);

  struct Place {
    Ticks onset = 0;  ///< from the first sample of the recording
    bool starts_segment = false;
  };
  /// Places the next record. `own`: its own time, counted from the header's start time.
  Place place(std::optional<Ticks> own);

  /// Time of the first sample, counted from the header's start time.
  Ticks first_onset() const { return first_onset_; }
  std::uint64_t records() const { return records_; }
  const std::vector<Segment>& segments() const { return segments_; }
  /// End of the last sample in time, from the first sample.
  Ticks end() const { return end_; }

  /// Whether every record's own time is the one that follows from the first, to what a number can hold.
  bool is_exact() const { return exact_ && without_time_ == 0; }

  void tell(const Header& header, Findings& findings) const;

 private:
  void follow(Ticks own);
  bool keeps_another_step() const;

  Rational duration_;
  double tolerance_ = 0;  ///< ticks
  double rounding_ = 0;   ///< ticks that the header's 8 characters leave open, per record
  bool timed_ = false;
  std::vector<Segment> segments_;
  std::uint64_t records_ = 0;
  std::uint64_t without_time_ = 0;
  bool any_time_ = false, exact_ = true;
  std::optional<Ticks> last_own_;
  Ticks first_onset_ = 0;
  Ticks end_ = 0;
  std::uint64_t gaps_ = 0, overlaps_ = 0, steps_back_ = 0;
  double gap_total_s_ = 0;
  Ticks first_overlap_ = 0;
  std::optional<Ticks> step_;  ///< from the first record's own time to the second's
  std::uint64_t alike_ = 0;    ///< steps as long as that
};

}  // namespace attune::edf
