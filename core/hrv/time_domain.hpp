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
  double noise_share = 0;                ///< of the mean squared difference, that the timing noise explains
};

TimeDomain time_domain(std::span<const NnInterval> series);

}  // namespace attune::hrv
