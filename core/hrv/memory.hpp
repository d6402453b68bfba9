// What one analysis leaves for the next of the same recording: epochs and spectra, each with the intervals that it was
// measured on. A beat that moves changes the stretches around it; what lies elsewhere is at hand.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "base/memo.hpp"
#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/nn_spectrum.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

struct EpochInputs {
  Epoch counted;
  NnSeries around;
  bool operator==(const EpochInputs&) const = default;
};

struct SpectrumInputs {
  FrequencyGrid grid;
  NnSeries inside;
  bool operator==(const SpectrumInputs&) const = default;
};

class Memory {
 public:
  /// At the beginning of an analysis: under other settings nothing holds.
  void begin(const Settings& settings) {
    if (!(settings_ == settings)) *this = {};
    settings_ = settings;
    epochs.begin_round();
    spectra.begin_round();
    breathing.begin_round();
  }

  using Spectra = Memo<std::pair<double, double>, SpectrumInputs, PowerDensity>;  ///< by start and end

  /// nn_power_density of these intervals.
  const PowerDensity& density(Spectra& of, std::span<const NnInterval> inside, double start_s, double end_s,
                              const FrequencyGrid& grid) {
    return of.of({start_s, end_s}, {grid, {inside.begin(), inside.end()}},
                 [&] { return nn_power_density(inside, start_s, end_s, grid, settings_); });
  }

  Memo<double, EpochInputs, Epoch> epochs;  ///< by their start
  Spectra spectra;                          ///< of epochs
  Spectra breathing;                        ///< of segments that breathing is looked for in

 private:
  Settings settings_;
};

}  // namespace attune::hrv
