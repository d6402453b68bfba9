// What the studies report of infants after their mothers' treatment: direction and size of the average change.
// Krzeczkowski, Schmidt & Van Lieshout 2021 (doi 10.1002/da.23130): asymmetry from right to left, heart-rate variability and
// orienting/regulatory capacity up, as rated by mother and partner. No number was published for the still-face.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace attune::report {

struct StudiesEffect {
  std::string_view measure;  ///< how the ids of its measures begin
  double d;                  ///< Cohen's d of the treated group's change, in SDs; upwards
};
inline constexpr std::array studies_effects{StudiesEffect{"rsa_ln_ms2", 0.56}, StudiesEffect{"faa_", 0.60},
                                            StudiesEffect{"orc_mother", 0.29},
                                            StudiesEffect{"orc_partner", 0.35}};

/// None where the studies report no direction.
constexpr std::optional<double> studies_effect(std::string_view measure) {
  for (const StudiesEffect& effect : studies_effects)
    if (measure.starts_with(effect.measure)) return effect.d;
  return std::nullopt;
}

/// Of a measure whose change the studies tell; any other does not compile.
consteval double published_d(std::string_view measure) {
  return *studies_effect(measure);
}

}  // namespace attune::report
