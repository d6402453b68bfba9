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
  std::optional<double> pnn20_percent, pnn50_percent;  ///< of the differences, strictly over the limit
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

TimeDomain time_domain(std::span<const NnInterval> series);

}  // namespace attune::hrv
