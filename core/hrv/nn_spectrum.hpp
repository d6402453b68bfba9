// The spectrum of one epoch's NN intervals, taken on the beats themselves, not on an interpolated series: hrv/rsa.hpp
// says why, and how the intervals are weighted.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "hrv/nn_series.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// Hamming: 1 in the middle of an epoch, 0.08 at its ends.
double epoch_taper(double from_middle_s, double length_s);

/// True below settings.fewest_intervals: nothing is told of so few.
bool are_too_few(std::size_t intervals, const Settings& settings);

/// Evenly spaced frequencies.
struct FrequencyGrid {
  double first_hz = 0;
  double step_hz = 0;
  std::size_t count = 0;

  double at(std::size_t i) const { return first_hz + static_cast<double>(i) * step_hz; }
  bool operator==(const FrequencyGrid&) const = default;
};

/// Power density at each frequency, ms²/Hz.
struct PowerDensity {
  std::vector<double> power;  ///< as found
  std::vector<double> noise;  ///< of it what the noise of the beats' times is expected to bring
};

/// The used intervals of an epoch with their breaks bridged, detrended and weighted.
class NnSpectrum {
 public:
  /// Those of [start_s, end_s).
  NnSpectrum(std::span<const NnInterval> series, double start_s, double end_s, const Settings& settings);

  bool exists() const { return exists_; }
  double mean_nn_s() const { return mean_nn_s_; }

  PowerDensity density(const FrequencyGrid& grid) const;

 private:
  void detrend_and_taper(double length_s);

  bool exists_ = false;
  double mean_nn_s_ = 0;
  double energy_s_ = 0;           ///< Σ taper² × own length
  std::vector<double> time_s_;    ///< of an interval's middle, from the epoch's
  std::vector<double> value_ms_;  ///< detrended
  std::vector<double> weight_s_;  ///< taper × own length
  std::vector<bool> real_;        ///< an interval of the series, no bridge
  std::vector<double> follows_;   ///< 1: begins with the beat that the interval before ends with; else 0
  std::vector<double> start_variance_;  ///< of the time of its first beat, ms²
  std::vector<double> end_variance_;    ///< and of its second
};

/// The same in one step; zeros where there is no spectrum.
PowerDensity nn_power_density(std::span<const NnInterval> series, double start_s, double end_s,
                              const FrequencyGrid& grid, const Settings& settings);

}  // namespace attune::hrv
