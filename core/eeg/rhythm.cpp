#include "eeg/rhythm.hpp"

#include <algorithm>
#include <cmath>

namespace attune::eeg {

namespace {

/// Mean spectrum of one side over the windows for which `used` holds; empty if there are none.
template <class Used>
std::vector<double> mean_spectrum(const PairSpectra& pair, const std::vector<double>& side,
                                  std::span<const std::size_t> windows, Used used) {
  std::vector<double> mean(pair.bins);
  double count = 0;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    if (!used(i)) continue;
    const auto row = pair.row(side, windows[i]);
    for (std::size_t k = 0; k < pair.bins; ++k) mean[k] += row[k];
    ++count;
  }
  if (count == 0) return {};
  for (double& value : mean) value /= count;
  return mean;
}

}  // namespace

RhythmModel::RhythmModel(const PairSpectra& pair, std::span<const std::size_t> windows,
                         const std::vector<bool>& quiet, const Settings& settings)
    : settings_(settings),
      bin_hz_(pair.bin_hz),
      band_(bins_of(settings.alpha, pair.bins)),
      fit_(pair.bins, pair.bin_hz, settings) {
  if (fit_.bins().empty() || band_.first > band_.last) return;
  const std::size_t bins = band_.last - band_.first + 1;
  std::vector<double> rhythm(bins), background(bins);
  for (const auto* side : {&pair.left, &pair.right}) {
    const auto mean = mean_spectrum(pair, *side, windows, [](std::size_t) { return true; });
    const auto mean_quiet = mean_spectrum(pair, *side, windows, [&](std::size_t i) { return quiet[i]; });
    if (mean_quiet.empty()) return;
    std::vector<double> fitted;
    for (const std::size_t bin : fit_.bins()) fitted.push_back(mean_quiet[bin - 1]);
    const auto found = fit_(fitted);
    if (!found) return;
    for (std::size_t i = 0; i < bins; ++i) {
      const double under = fit_.density(*found, band_.first + i);
      rhythm[i] += (mean[band_.first - 1 + i] - under) / 2;
      background[i] += under / 2;
    }
  }
  for (std::size_t i = 0; i < bins; ++i) {
    const double both = rhythm[i] + background[i];
    weights_.push_back(rhythm[i] > 0 ? rhythm[i] / (both * both) : 0);
  }
}

double RhythmModel::weighted_power(std::span<const double> density) const {
  double sum = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) sum += weights_[i] * density[band_.first - 1 + i];
  return sum * bin_hz_;
}

std::optional<Background> RhythmModel::background(std::span<const double> fitted, double quiet) const {
  auto background = quiet > 0 ? fit_(fitted) : std::nullopt;
  if (background) background->offset -= std::log(quiet);  // fitted on sums, wanted for means
  return background;
}

std::optional<double> RhythmModel::fit_error_ln(const Background& background, std::span<const double> fitted,
                                                double quiet) const {
  return fit_.error_ln({background.offset + std::log(quiet), background.exponent}, fitted);
}

std::optional<double> RhythmModel::above_background(const Background& background, double band,
                                                    double weighted) const {
  double under_band = 0, under_weighted = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i) {
    const double power = fit_.density(background, band_.first + i) * bin_hz_;
    under_band += power;
    under_weighted += weights_[i] * power;
  }
  if (!(band - under_band > settings_.min_oscillatory_share * band)) return {};
  return weighted - under_weighted;
}

}  // namespace attune::eeg
