// Questionnaire scales by name, range and source. Numbers only: no wording of any item (rights: EPDS, IBQ-R,
// PSI), and no norms.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/describe.hpp"

namespace attune::behavior {

/// A scale of the catalogue, or one that the user adds.
struct Scale {
  std::string id;     ///< "orc_mother", "epds", …
  std::string title;  ///< as shown
  double lowest = 0;  ///< smallest and largest score there can be
  double highest = 0;
  std::string up_means;  ///< what a higher score says
  int decimals = 0;      ///< digits shown after the point
  std::string source;

  static constexpr const char* type_name = "Scale";
  static constexpr auto fields() {
    return std::make_tuple(field("id", &Scale::id, "Stable name."),
                           field("title", &Scale::title, "Name as shown."),
                           field("lowest", &Scale::lowest, "Smallest score there can be."),
                           field("highest", &Scale::highest, "Largest score there can be."),
                           field("up_means", &Scale::up_means, "What a higher score says."),
                           field("decimals", &Scale::decimals, "Digits shown after the point."),
                           field("source", &Scale::source, "Where it comes from."));
  }
};

/// IBQ-R scales of orienting/regulation, rated by mother and partner apart, with ORC; EPDS and its item 10;
/// PBQ total; PSI-SF total.
const std::vector<Scale>& known_scales();

/// The four IBQ-R scales whose mean is ORC (orienting/regulatory capacity), without the rater.
std::span<const std::string_view> orc_parts();

}  // namespace attune::behavior
