#include "hrv/heart_rate_range.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "words/ids/heart.hpp"

namespace attune::hrv {

namespace {

constexpr std::array<HeartRateCentiles, 13> centile_table{{{3, 107, 143, 181},
                                                           {6, 104, 140, 175},
                                                           {9, 98, 134, 168},
                                                           {12, 93, 128, 161},
                                                           {18, 88, 123, 156},
                                                           {24, 82, 116, 149},
                                                           {36, 76, 110, 142},
                                                           {48, 70, 104, 136},
                                                           {72, 65, 98, 131},
                                                           {96, 59, 91, 123},
                                                           {144, 52, 84, 115},
                                                           {180, 47, 78, 108},
                                                           {216, 43, 73, 104}}};

bool is_about(double value, double target, double tolerance) {
  return std::abs(value / target - 1) <= tolerance;
}

/// What to look at; the likeliest first.
words::Said causes(double heart_rate_bpm, const HeartRateCentiles& usual, const Settings& settings) {
  const double ratio = heart_rate_bpm / usual.median;
  const double tolerance = settings.heart_rate_factor_tolerance;
  if (ratio < 1)
    return is_about(ratio, 0.5, tolerance) ? words::say<"heart.rate_half">()
                                           : words::say<"heart.rate_slow">();
  return is_about(ratio, 2, tolerance) ? words::say<"heart.rate_double">() : words::say<"heart.rate_fast">();
}

}  // namespace

std::optional<HeartRateCentiles> heart_rate_centiles(double age_months) {
  const auto found =
      std::find_if(centile_table.begin(), centile_table.end(),
                   [&](const HeartRateCentiles& row) { return age_months < row.below_months; });
  return age_months >= 0 && found != centile_table.end() ? std::optional(*found) : std::nullopt;
}

std::optional<Diagnostic> heart_rate_doubt(double heart_rate_bpm, std::optional<double> age_months,
                                           const Settings& settings) {
  const auto usual = age_months ? heart_rate_centiles(*age_months) : std::nullopt;
  if (!usual || (heart_rate_bpm >= usual->first && heart_rate_bpm <= usual->ninety_ninth)) return {};
  const words::Number rate = words::number(heart_rate_bpm, 0);
  const words::Said why = causes(heart_rate_bpm, *usual, settings);
  const words::Said said =
      heart_rate_bpm < usual->first
          ? words::say<"heart.rate_low">(
                {{"rate", rate}, {"limit", words::number(usual->first, 0)}, {"causes", why}})
          : words::say<"heart.rate_high">(
                {{"rate", rate}, {"limit", words::number(usual->ninety_ninth, 0)}, {"causes", why}});
  return Diagnostic{"W_HEART_RATE_AGE", Severity::warning, said, "heart", ""};
}

}  // namespace attune::hrv
