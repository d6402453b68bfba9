// The simulated study (synth/study.hpp) as a cohort that is already measured: what `attune synth --study` and
// `attune cohort` come to with their shipped settings, rounded to the digits that are shown, so that the
// page's example opens at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "cohort/measured.hpp"
#include "cohort/plan.hpp"

namespace attune::cohort {

struct Example {
  Plan plan;
  std::vector<Measured> measured;  ///< by session of the plan

  static constexpr const char* type_name = "CohortExample";
  static constexpr auto fields() {
    return std::array{field<&Example::plan>("plan", "Who is in the study."),
                      field<&Example::measured>("measured", "What was measured, session by session.")};
  }
};

Example example_study();

/// One recording of the study in whole numbers: clean seconds of F4 and F3 × 10, epochs used, edited beats in
/// per cent × 100, RSA × 1000, RMSSD × 100, heart rate × 100, asymmetry of F4 and F3 × 1000, the same of
/// relative power × 1000.
using ExampleRow = std::int16_t[8];

/// By session. tests/cohort/study.test.mjs computes it anew and compares.
std::span<const ExampleRow> example_rows();

}  // namespace attune::cohort
