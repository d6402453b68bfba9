// The aperiodic (1/f) background of a spectrum, and what stands above it. Model: ln density = offset -
// exponent * ln frequency, fitted by least squares on the bins of Settings::background outside
// Settings::background_left_out (after Donoghue et al. 2020, without a knee).
//
// A Hann window shows bin k as (4 S(k) + S(k - 1) + S(k + 1)) / 6, which lifts a steep background: by 23 % at
// 2 Hz, 1 % at 7 Hz for exponent 1.5. The fit allows for that, or the background under the alpha band would
// come out too high, and a large oscillatory asymmetry too large.
#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include "eeg/metrics.hpp"
#include "eeg/settings.hpp"

namespace attune::eeg {

struct Background {
  double offset = 0;    ///< ln(uV^2 / Hz) at 1 Hz
  double exponent = 0;  ///< positive: falls with frequency
};

/// The backgrounds fitted on all that one bootstrap adds up, in the order in which it does. Another of the same windows
/// and draws has the same, whatever its band.
struct FittedBackgrounds {
  using Sides = std::array<std::optional<Background>, 2>;  ///< left, right

  bool complete = false;
  std::array<BackgroundOfSide, 2> of_all;  ///< of all windows
  std::vector<Sides> of_sums;
};

/// The fit, prepared once for spectra of one shape: `bins` bins from bin 1, `bin_hz` apart.
class BackgroundFit {
 public:
  BackgroundFit(std::size_t bins, double bin_hz, const Settings& settings);

  /// Bins that are fitted, counted from 1.
  std::span<const std::size_t> bins() const { return fitted_; }

  /// `density` at those bins, in their order. None if fewer than three carry power.
  std::optional<Background> operator()(std::span<const double> density) const;

  /// How far those bins scatter about the line: standard deviation of ln density about it, on two degrees of freedom fewer
  /// than there are bins with power. None if there are too few.
  std::optional<double> error_ln(const Background& background, std::span<const double> spectrum) const;

  /// What a Hann window shows of a background at a bin: uV^2 / Hz.
  double density(const Background& background, std::size_t bin) const {
    const Shape& shape = shape_[bin - 1];
    return std::exp(background.offset + shape.lift - background.exponent * shape.ln_frequency);
  }

 private:
  /// ln density = offset + lift - exponent * ln_frequency: the lift by the window is taken as linear in the
  /// exponent, so that the fit stays one.
  struct Shape {
    double lift, ln_frequency;
  };
  std::vector<std::size_t> fitted_;
  std::vector<Shape> shape_;  ///< of every bin
};

/// Frequency of the highest local maximum over the background within Settings::background_left_out, refined
/// by a parabola through the log spectrum; none if nothing rises by Settings::peak_over_background. Element 0
/// of `density` is bin 1.
std::optional<double> alpha_peak_hz(std::span<const double> density, const BackgroundFit& fit,
                                    const Background& background, double bin_hz, const Settings& settings);

}  // namespace attune::eeg
