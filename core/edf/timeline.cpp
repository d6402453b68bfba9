#include "edf/timeline.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace attune::edf {

Ticks gap_tolerance(const Header& header) {
  constexpr Ticks least = 100, most = 20'000;  // 10 us, 2 ms
  double fastest_hz = 0;
  for (const Signal& signal : header.signals)
    if (signal.kind != ChannelKind::annotation) fastest_hz = std::max(fastest_hz, signal.sample_rate_hz);
  if (fastest_hz <= 0) return least;
  return static_cast<Ticks>(
      std::clamp(0.5 / fastest_hz * ticks_per_second, static_cast<double>(least), static_cast<double>(most)));
}

Timeline::Timeline(const Header& header)
    : duration_(header.record_duration),
      tolerance_(static_cast<double>(gap_tolerance(header))),
      rounding_(header.duration_rounding_s * ticks_per_second),
      timed_(header.record_duration.numerator > 0) {
  for (const Signal& signal : header.signals)
    if (signal.kind != ChannelKind::annotation && signal.samples_per_record > 0) return;
  timed_ = false;  // a list of events has no gaps
}

void Timeline::follow(Ticks own) {
  if (last_own_) {
    step_ = step_.value_or(own - *last_own_);
    alike_ += std::abs(own - *last_own_ - *step_) <= static_cast<Ticks>(tolerance_) ? 1 : 0;
  }
  last_own_ = own;
}

/// Whether the records' own times contradict the header's duration in one way throughout, by more than clocks differ.
bool Timeline::keeps_another_step() const {
  constexpr std::uint64_t fewest = 10;
  constexpr double apart = 0.01;  // a hundred times what quartz clocks differ by
  const auto stated = static_cast<double>(ticks_of(1, duration_));
  const double departure = step_ ? std::abs(static_cast<double>(*step_) - stated) : 0;
  return timed_ && alike_ >= fewest && 10 * alike_ >= 9 * (records_ - 1) && departure > apart * stated;
}

Timeline::Place Timeline::place(std::optional<Ticks> own) {
  const std::uint64_t index = records_++;
  // A time that does not advance is none: some writers repeat the first record's.
  if (own && timed_ && own == last_own_) own.reset();
  if (own) follow(*own);
  if (!own) ++without_time_;
  if (own && !any_time_) {
    // The first time met fixes the start; records before it are placed backwards from it.
    any_time_ = true;
    first_onset_ = *own - ticks_of(index, duration_);
  }
  Place placed;
  if (segments_.empty()) {
    segments_.push_back({0, 1, 0});
    placed.starts_segment = true;
  } else {
    Segment& current = segments_.back();
    const Ticks expected = current.onset + ticks_of(current.records, duration_);
    placed.onset = expected;
    const Ticks departure = own ? *own - first_onset_ - expected : 0;
    exact_ &= std::abs(departure) <= 1;
    constexpr double relative = 1e-9;
    const double tolerance = tolerance_ + rounding_ * static_cast<double>(current.records) +
                             relative * static_cast<double>(std::abs(expected));
    if (timed_ && static_cast<double>(std::abs(departure)) > tolerance) {
      placed = {expected + departure, true};
      if (departure > 0) {
        ++gaps_;
        gap_total_s_ += seconds(departure);
      } else {
        if (overlaps_ == 0) first_overlap_ = -departure;
        ++overlaps_;
        if (placed.onset < current.onset + ticks_of(current.records - 1, duration_)) ++steps_back_;
      }
      segments_.push_back({index, 1, placed.onset});
    } else {
      ++current.records;
    }
  }
  end_ = std::max(end_, placed.onset + ticks_of(1, duration_));
  return placed;
}

void Timeline::tell(const Header& header, Findings& findings) const {
  const bool marked_d = header.variant == Variant::edf_d || header.variant == Variant::bdf_d;
  const bool plus = header.variant != Variant::edf && header.variant != Variant::bdf;
  // Pieces of one length with one pause between them may be meant, where the file says that it is not continuous.
  if (keeps_another_step() && !(marked_d && *step_ > ticks_of(1, duration_))) {
    findings.add<Finding::record_times>(
        {{"stated", words::duration(duration_.value())}, {"found", words::duration(seconds(*step_))}},
        words::say<"edf.where.record_times">());
    return;
  }
  if (gaps_ > 0 && marked_d)
    findings.add<Finding::gaps>({{"gaps", gaps_}, {"total", words::duration(gap_total_s_)}},
                                words::say<"edf.where.record_times">());
  if (gaps_ > 0 && !marked_d)
    findings.add<Finding::gaps_in_continuous>({{"gaps", gaps_}, {"total", words::duration(gap_total_s_)}},
                                              words::say<"edf.where.record_times">());
  if (steps_back_ > 0)
    findings.add<Finding::records_unordered>({{"places", steps_back_}},
                                             words::say<"edf.where.record_times">());
  if (overlaps_ > steps_back_)
    findings.add<Finding::records_overlap>(
        {{"places", overlaps_ - steps_back_}, {"overlap", words::duration(seconds(first_overlap_))}},
        words::say<"edf.where.record_times">());
  if (plus && marked_d && !any_time_ && records_ > 0) {
    findings.add<Finding::times_unknown>(words::say<"edf.where.record_times">());
  } else if (plus && without_time_ > 0) {
    findings.add<Finding::no_timekeeping>({{"count", without_time_}, {"records", records_}},
                                          words::say<"edf.where.record_times">());
  }
}

}  // namespace attune::edf
