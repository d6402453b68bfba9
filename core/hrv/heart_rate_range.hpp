// Is this heart rate one of the age? Centiles of heart rate in 143 346 healthy children from birth to 18 years:
// Fleming S et al. 2011, Lancet 377:1011–1018 (PMC3789232); the table as it is quoted in public code, for the paper's own
// web table was not at hand.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// Centiles of the heart rate, beats a minute, from the age before (0 at first) up to `below_months`.
struct HeartRateCentiles {
  double below_months = 0;
  double first = 0, median = 0, ninety_ninth = 0;
};

/// None above 18 years.
std::optional<HeartRateCentiles> heart_rate_centiles(double age_months);

/// W_HEART_RATE_AGE with the likely cause, where the mean rate lies below the first or above the 99th centile
/// of the age; none where it does not, or where the age is not known or above 18 years.
std::optional<Diagnostic> heart_rate_doubt(double heart_rate_bpm, std::optional<double> age_months,
                                           const Settings& settings);

}  // namespace attune::hrv
