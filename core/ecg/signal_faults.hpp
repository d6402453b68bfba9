// What no heart does to an ECG, found in the samples before beats are looked for.
//
//   held     one value (within faults.flat_share of the usual range) for far longer than the flattest part of
//            this recording's own cycles: a lead off, a dropout filled with the last value
//   clipped  the same at the highest or lowest value there is: an amplifier at its limit
//   step     a jump far steeper than this recording's QRS complexes, to another level: an electrode that
//            moves
//   spike    the same and back again, in less time than any QRS takes: an electrode's pop, a pacemaker
//
// What is usual is learned from the recording: coarse converters, digital zero lines and paced hearts have
// long flat lines, or steep spikes, in every cycle.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "ecg/settings.hpp"

namespace attune::ecg {

/// too_short: a stretch between gaps in which no average beat can be formed.
enum class FaultKind { held, clipped, step, spike, too_short };
constexpr auto enum_names(FaultKind) {
  return std::array<std::string_view, 5>{"held", "clipped", "step", "spike", "too_short"};
}

/// Samples first … last (both included) are no ECG.
struct FaultySamples {
  std::size_t first = 0;
  std::size_t last = 0;
  FaultKind kind = FaultKind::held;
};

/// By place, none touching another.
std::vector<FaultySamples> find_faults(std::span<const double> samples, double sample_rate_hz,
                                       const Settings& settings);

/// The samples with a straight line in place of each fault, so that no filter rings; after a step the ECG
/// goes on at the level it had.
std::vector<double> without_faults(std::span<const double> samples, std::span<const FaultySamples> faults);

}  // namespace attune::ecg
