#include "eeg/background.hpp"

#include <algorithm>

#include "eeg/spectra.hpp"

namespace attune::eeg {

double Background::power(const Band& band, std::size_t bins, double bin_hz) const {
  const BinRange range = bins_of(band, bins);
  double sum = 0;
  for (std::size_t bin = range.first; bin <= range.last; ++bin)
    sum += density(static_cast<double>(bin) * bin_hz);
  return sum * bin_hz;
}

BackgroundFit::BackgroundFit(std::size_t bins, double bin_hz, const Settings& settings) {
  const BinRange fitted = bins_of(settings.background, bins);
  const BinRange left_out = bins_of(settings.background_left_out, bins);
  for (std::size_t bin = fitted.first; bin <= fitted.last; ++bin) {
    if (bin >= left_out.first && bin <= left_out.last) continue;
    bins_.push_back(bin);
    ln_frequency_.push_back(std::log(static_cast<double>(bin) * bin_hz));
  }
}

std::optional<Background> BackgroundFit::operator()(std::span<const double> density) const {
  double n = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
  for (std::size_t i = 0; i < bins_.size(); ++i) {
    if (!(density[i] > 0)) continue;
    const double x = ln_frequency_[i], y = std::log(density[i]);
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

std::optional<double> alpha_peak_hz(std::span<const double> density, const Background& background,
                                    double bin_hz, const Settings& settings) {
  const auto excess = [&](std::size_t bin) {
    return std::log(density[bin - 1]) - std::log(background.density(static_cast<double>(bin) * bin_hz));
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
