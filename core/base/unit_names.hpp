// The unit that a name ends in: units stand in the names of members and of measures.
#pragma once

#include <array>
#include <string_view>

namespace attune {

/// "ln ms²" of "rsa_ln_ms2"; empty where a name tells none.
constexpr std::string_view unit_in_name(std::string_view name) {
  struct Ending {
    std::string_view letters, unit;
  };
  constexpr std::array<Ending, 15> endings{{{"ln_ms2", "ln ms²"},
                                            {"uv2_per_hz", "µV²/Hz"},
                                            {"ms2_per_hz", "ms²/Hz"},
                                            {"per_min", "min⁻¹"},
                                            {"uv2", "µV²"},
                                            {"_bpm", "min⁻¹"},
                                            {"percent", "%"},
                                            {"percentile", "%"},
                                            {"_months", "months"},
                                            {"days_from_first", "days"},
                                            {"bytes", "bytes"},
                                            {"_ms", "ms"},
                                            {"_hz", "Hz"},
                                            {"_s", "s"},
                                            {"seconds", "s"}}};
  for (const Ending& ending : endings)
    if (name.ends_with(ending.letters)) return ending.unit;
  return {};
}

}  // namespace attune
