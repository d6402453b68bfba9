// One clock for two recordings. The shared clock is the mother's recording's: second 0 is its first sample.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "base/describe.hpp"
#include "base/result.hpp"

namespace attune::dyad {

/// Where the clock comes from: one recording; two lists that count alike; start times; marks that both hold; by hand.
enum class ClockSource { one_recording, lists, start_times, triggers, by_hand };
constexpr auto enum_names(ClockSource) {
  return std::array<std::string_view, 5>{"one_recording", "lists", "start_times", "triggers", "by_hand"};
}

/// shared = offset_s + (1 + drift_ppm / 10⁶) · infant's.
struct Clock {
  ClockSource source = ClockSource::one_recording;
  double offset_s = 0;
  double drift_ppm = 0;
  words::Text sentence;  ///< how sure that is

  double shared(double infant_s) const { return offset_s + infant_s * (1 + drift_ppm * 1e-6); }

  static constexpr const char* type_name = "DyadClock";
  static constexpr auto fields() {
    return std::array{
        field<&Clock::source>("source", "Where the common clock comes from."),
        field<&Clock::offset_s>("offset_s", "The infant's second 0 on the mother's clock."),
        field<&Clock::drift_ppm>(
            "drift_ppm", "How much longer the infant's second is than the mother's, parts in a million."),
        field<&Clock::sentence>("sentence", "How sure that is, and what an error of it does.")};
  }
};

Clock one_clock();
/// `both`: none of the two is a recording.
Clock clock_of_lists(bool both);
Clock clock_by_hand(double offset_s, double drift_ppm);
/// `offset_s`: the infant's start minus the mother's; `length_s` of the longer recording.
Clock clock_by_starts(double offset_s, double length_s);
/// Times of the same marks in both recordings, the line through them by least squares. Error E_DYAD_TRIGGERS: not as
/// many in both, or fewer than two.
Result<Clock> clock_by_triggers(std::span<const double> mother_s, std::span<const double> infant_s,
                                std::string_view mark);

}  // namespace attune::dyad
