#include "eeg/background.hpp"

#include <algorithm>

#include "eeg/spectra.hpp"

namespace attune::eeg {

namespace {

/// Exponent at which the lift is exact; from 1 to 2 it is right to 2 % at 2 Hz and far better above.
constexpr double usual_exponent = 1.5;

struct Lift {
  double ln, slope;  ///< at the usual exponent, and its derivative by the exponent
};

/// ln((4 + (k / (k - 1))^e + (k / (k + 1))^e) / 6). Bin 0 is gone with the window's mean.
Lift hann_lift(std::size_t bin) {
  if (bin < 2) return {0, 0};
  const auto k = static_cast<double>(bin);
  const double below = std::pow(k / (k - 1), usual_exponent), above = std::pow(k / (k + 1), usual_exponent);
  const double sum = 4 + below + above;
  return {std::log(sum / 6), (below * std::log(k / (k - 1)) + above * std::log(k / (k + 1))) / sum};
}

}  // namespace

BackgroundFit::BackgroundFit(std::size_t bins, double bin_hz, const Settings& settings) {
  for (std::size_t bin = 1; bin <= bins; ++bin) {
    const Lift lift = hann_lift(bin);
    shape_.push_back(
        {lift.ln - usual_exponent * lift.slope, std::log(static_cast<double>(bin) * bin_hz) - lift.slope});
  }
  const BinRange fitted = bins_of(settings.background, bins);
  const BinRange left_out = bins_of(settings.background_left_out, bins);
  for (std::size_t bin = fitted.first; bin <= fitted.last; ++bin)
    if (bin < left_out.first || bin > left_out.last) fitted_.push_back(bin);
}

std::optional<Background> BackgroundFit::operator()(std::span<const double> density) const {
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (std::size_t i = 0; i < fitted_.size(); ++i) {
    if (!(density[i] > 0)) continue;
    const Shape& shape = shape_[fitted_[i] - 1];
    const double x = shape.ln_frequency, y = std::log(density[i]) - shape.lift;
    ++n;
    sum_x += x;
    sum_y += y;
    sum_xx += x * x;
    sum_xy += x * y;
  }
  const double spread = n * sum_xx - sum_x * sum_x;
  if (n < 3 || spread <= 0) return {};
  const double slope = (n * sum_xy - sum_x * sum_y) / spread;
  return Background{(sum_y - slope * sum_x) / n, -slope};
}

std::optional<double> BackgroundFit::error_ln(const Background& background,
                                              std::span<const double> spectrum) const {
  double n = 0, squares = 0;
  for (std::size_t i = 0; i < fitted_.size(); ++i) {
    if (!(spectrum[i] > 0)) continue;
    const double off = std::log(spectrum[i] / density(background, fitted_[i]));
    ++n;
    squares += off * off;
  }
  if (n < 3) return {};
  return std::sqrt(squares / (n - 2));
}

std::optional<double> alpha_peak_hz(std::span<const double> density, const BackgroundFit& fit,
                                    const Background& background, double bin_hz, const Settings& settings) {
  const auto excess = [&](std::size_t bin) {
    return std::log(density[bin - 1]) - std::log(fit.density(background, bin));
  };
  const BinRange range = bins_of(settings.background_left_out, density.size());
  std::optional<double> peak;
  double highest = std::log(settings.peak_over_background);
  for (std::size_t bin = std::max<std::size_t>(2, range.first); bin <= range.last && bin < density.size();
       ++bin) {
    if (!(density[bin - 2] > 0 && density[bin - 1] > 0 && density[bin] > 0)) continue;
    const double left = excess(bin - 1), here = excess(bin), right = excess(bin + 1);
    if (here < highest || here < left || here < right) continue;
    highest = here;
    const double curvature = left - 2 * here + right;
    const double shift = curvature < 0 ? 0.5 * (left - right) / curvature : 0;
    peak = (static_cast<double>(bin) + std::clamp(shift, -0.5, 0.5)) * bin_hz;
  }
  return peak;
}

}  // namespace attune::eeg
