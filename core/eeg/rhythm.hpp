// How the rhythm of one pair of channels is told from the 1/f background in one stretch of the recording.
//
// Bins of the alpha band are weighted by s / (s + n)^2, where s is the rhythm and n the background in them,
// mean of both sides. Where the two sides' rhythms have one shape, these are the weights of least error for
// the ratio of their powers, and the ratio itself does not depend on them: a bin that holds no rhythm adds no
// noise.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "eeg/background.hpp"
#include "eeg/spectra.hpp"

namespace attune::eeg {

class RhythmModel {
 public:
  /// `windows`: indices into `pair`; `quiet`: which of them the background is fitted on.
  RhythmModel(const PairSpectra& pair, std::span<const std::size_t> windows, const std::vector<bool>& quiet,
              const Settings& settings);

  /// False if no background can be fitted: there is nothing to be told apart.
  bool exists() const { return !weights_.empty(); }
  std::span<const std::size_t> fitted_bins() const { return fit_.bins(); }

  /// Power in the band with each bin weighted.
  double weighted_power(std::span<const double> density) const;

  /// The background of one side; none if there is no power to fit it on. `fitted`: sums of the fitted bins over `quiet`
  /// windows.
  std::optional<Background> background(std::span<const double> fitted, double quiet) const;
  /// BackgroundFit::error_ln of it.
  std::optional<double> fit_error_ln(const Background& background, std::span<const double> fitted,
                                     double quiet) const;

  /// Weighted power above the background; none if what stands above it is less than
  /// Settings::min_oscillatory_share of the band's power. `band`, `weighted`: mean power in the band, plain and weighted.
  std::optional<double> above_background(const Background& background, double band, double weighted) const;

 private:
  const Settings& settings_;
  double bin_hz_;
  BinRange band_;
  BackgroundFit fit_;
  std::vector<double> weights_;  ///< of the band's bins
};

}  // namespace attune::eeg
