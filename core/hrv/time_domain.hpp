// Time-domain heart-rate variability (Task Force 1996). NN intervals in ms; a value is absent where there are
// too few intervals for it.
#pragma once

#include <optional>
#include <span>

#include "hrv/nn_series.hpp"

namespace attune::hrv {

struct TimeDomain {
  int intervals = 0;    ///< measured intervals
  int differences = 0;  ///< successive differences
  std::optional<double> mean_nn_ms, heart_rate_bpm;
  std::optional<double> sdnn_ms;  ///< n − 1
  std::optional<double> rmssd_ms;
  std::optional<double> pnn20_percent, pnn50_percent;
  std::optional<double> sd1_ms, sd2_ms;  ///< Poincaré: SD of differences / √2; √(2 SDNN² − SD1²)
  double timing_noise_ms = 0;            ///< root mean square over the beats used
  double mean_square_ms2 = 0;            ///< of the differences, noise included
  double noise_square_ms2 = 0;           ///< of it what the timing noise explains: 6 σ²
};

/// What is left of the timing noise's doubt in RMSSD: its relative standard error is √(lasting² + passing² /
/// n) for n differences.
struct RmssdDoubt {
  double lasting = 0;  ///< σ is known to `sd_uncertainty` of itself only
  double passing = 0;  ///< chance of the noise, alone and together with the true differences
  double error(int differences) const;
};

/// None where the noise explains all there is.
std::optional<RmssdDoubt> rmssd_doubt(const TimeDomain& values, double sd_uncertainty);

/// What timing noise adds to the square of the difference between an interval and the one before, ms².
double noise_in_difference_ms2(const NnInterval& before, const NnInterval& now);

/// SDNN, ms, of intervals of that variance, without what noise explains of it; `noise_ms2`: the mean of
/// noise_in_difference_ms2.
double sdnn_without_noise_ms(double variance_ms2, double noise_ms2);

/// RMSSD, ms, of differences of that mean square, without what noise explains of it.
double rmssd_without_noise_ms(double mean_square_ms2, double noise_ms2);

/// pNN: share of the successive differences that are strictly over the limit; none of fewer than two.
std::optional<double> percent_over(std::span<const NnInterval> series, double limit_ms);

TimeDomain time_domain(std::span<const NnInterval> series);

}  // namespace attune::hrv
