// Units and filters as EDF headers spell them. Sources: edfplus.info, EDF+ 2.1.3 and 2.2.1 and its standard
// texts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "edf/recording.hpp"

namespace attune::edf {

struct Unit {
  std::string text;        ///< canonical (uV, mV, V, nV) where the spelling is clear, else as found
  bool ambiguous = false;  ///< "UV", "MV": a capital prefix that is probably not meant
};
Unit read_unit(std::string_view field);

/// Microvolts in one unit; none for what is not a voltage or not for certain. For the caller's decision only:
/// the reader never converts.
std::optional<double> microvolts_per(std::string_view unit);

/// Filters that the prefilter text names for certain: "HP:0.1Hz LP:75Hz N:50Hz", with or without blanks, "Hz"
/// and upper case; "HP:DC" is 0 Hz. A form that is not understood contributes nothing.
Filters read_filters(std::string_view prefilter);

/// False if both are given and the high-pass is not below the low-pass. A low-pass of 0 is "none given".
bool plausible(const Filters& filters);

/// Whether two statements of one filter's limit contradict each other, beyond rounding; false where one states none. A
/// high-pass of 0 is DC, and differs from any other; a low-pass of 0 is "none given".
bool highpass_differs(std::optional<double> one_hz, std::optional<double> other_hz);
bool lowpass_differs(std::optional<double> one_hz, std::optional<double> other_hz);

}  // namespace attune::edf
