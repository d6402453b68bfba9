// The duration of a data record as a fraction. Its field has 8 characters: a third of a second stands there
// as 0.333333, and 100 samples of it would come to 300.0003 Hz.
#pragma once

#include <span>
#include <string_view>

#include "edf/recording.hpp"

namespace attune::edf {

/// The duration that a field of 8 characters was cut from: a fraction within its last digit that gives all
/// `samples_per_record` whole rates. The value of the field itself where that is so already, or where there
/// is none.
Rational true_duration(std::string_view field, std::span<const std::int64_t> samples_per_record);

/// index × duration in ticks, exact to half a tick however long the recording.
Ticks ticks_of(std::uint64_t index, const Rational& duration_s);

}  // namespace attune::edf
