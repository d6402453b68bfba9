// The aperiodic (1/f) background of a spectrum, and what stands above it. Model: ln density = offset -
// exponent * ln frequency, fitted by least squares on the bins of Settings::background outside
// Settings::background_left_out (after Donoghue et al. 2020, without a knee).
#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "eeg/settings.hpp"

namespace attune::eeg {

struct Background {
  double offset = 0;    ///< ln(uV^2 / Hz) at 1 Hz
  double exponent = 0;  ///< positive: falls with frequency

  double density(double frequency_hz) const { return std::exp(offset - exponent * std::log(frequency_hz)); }
  /// Sum over the bins of a band times the bin width, uV^2.
  double power(const Band& band, std::size_t bins, double bin_hz) const;
};

/// The fit, prepared once for spectra of one shape: `bins` bins from bin 1, `bin_hz` apart.
class BackgroundFit {
 public:
  BackgroundFit(std::size_t bins, double bin_hz, const Settings& settings);

  /// Bins that are fitted, counted from 1.
  std::span<const std::size_t> bins() const { return bins_; }

  /// `density` at those bins, in their order. None if fewer than three carry power.
  std::optional<Background> operator()(std::span<const double> density) const;

 private:
  std::vector<std::size_t> bins_;
  std::vector<double> ln_frequency_;
};

/// Highest local maximum over the background within Settings::background_left_out, refined by a parabola
/// through the log spectrum; none if nothing rises by Settings::peak_over_background. Element 0 of `density`
/// is bin 1.
std::optional<double> alpha_peak_hz(std::span<const double> density, const Background& background,
                                    double bin_hz, const Settings& settings);

}  // namespace attune::eeg
