#include "eeg/block_sums.hpp"

#include <algorithm>
#include <cmath>

namespace attune::eeg {

namespace {

std::optional<double> log_ratio(double right, double left) {
  if (!(right > 0) || !(left > 0)) return {};
  return std::log(right) - std::log(left);
}

/// Windows of a pair that are quiet in both channels.
std::vector<bool> quiet_in_both(const PairSpectra& pair, std::span<const std::size_t> windows,
                                const Settings& settings) {
  const BinRange slow = bins_of(settings.slow, pair.bins);
  std::vector<double> left, right;
  for (const std::size_t w : windows) {
    left.push_back(band_power(pair.row(pair.left, w), slow, pair.bin_hz));
    right.push_back(band_power(pair.row(pair.right, w), slow, pair.bin_hz));
  }
  std::vector<bool> quiet = quiet_windows(left, settings);
  const std::vector<bool> other = quiet_windows(right, settings);
  for (std::size_t w = 0; w < quiet.size(); ++w) quiet[w] = quiet[w] && other[w];
  return quiet;
}

}  // namespace

BlockSums::BlockSums(const PairSpectra& pair, std::span<const std::size_t> windows, std::size_t block,
                     const Settings& settings)
    : bin_hz_(pair.bin_hz),
      alpha_(bins_of(settings.alpha, pair.bins)),
      total_(bins_of(settings.total, pair.bins)),
      quiet_(quiet_in_both(pair, windows, settings)),
      rhythm_(pair, windows, quiet_, settings),
      columns_(rhythm_.exists() ? whole_lanes(first_fitted + 2 * rhythm_.fitted_bins().size()) : lanes),
      blocks_(windows.size() - block + 1),
      rows_(blocks_ * columns_),
      sums_(columns_) {
  std::vector<double> all(columns_);
  for (std::size_t w = 0; w < windows.size(); ++w) {
    take(pair.row(pair.left, windows[w]), pair.row(pair.right, windows[w]), quiet_[w]);
    for (std::size_t i = 0; i < columns_; ++i) all[i] += sums_[i];
    const std::size_t first = w + 1 < block ? 0 : w + 1 - block;
    for (std::size_t b = first; b <= w && b < blocks_; ++b)
      for (std::size_t i = 0; i < columns_; ++i) rows_[b * columns_ + i] += sums_[i];
  }
  sums_ = std::move(all);
}

void BlockSums::draw(std::span<const std::size_t> blocks) {
  std::size_t column = 0;
  for (; column + 3 * lanes <= columns_; column += 3 * lanes) add_up<3 * lanes>(blocks, column);
  for (; column < columns_; column += lanes) add_up<lanes>(blocks, column);
}

/// `width` columns at a time stay in registers while the blocks go by: most of the bootstrap is this loop.
template <std::size_t width>
void BlockSums::add_up(std::span<const std::size_t> blocks, std::size_t column) {
  double sum[width] = {};
  for (const std::size_t block : blocks) {
    const double* const row = rows_.data() + block * columns_ + column;
    for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
  }
  std::copy(sum, sum + width, sums_.data() + column);
}

Forms BlockSums::forms(std::size_t n) const {
  Forms forms;
  const auto windows = static_cast<double>(n);
  const double left = sums_[0] / windows, right = sums_[1] / windows;
  forms.absolute = log_ratio(right, left);
  const auto total = log_ratio(sums_[3], sums_[2]);
  if (forms.absolute && total) forms.relative = *forms.absolute - *total;
  if (!rhythm_.exists()) return forms;
  const auto under_left = background(0), under_right = background(1);
  if (!under_left || !under_right) return forms;
  forms.exponent = (under_left->exponent + under_right->exponent) / 2;
  forms.offset = (under_left->offset + under_right->offset) / 2;
  forms.exponent_difference = under_right->exponent - under_left->exponent;
  forms.offset_difference = under_right->offset - under_left->offset;
  const auto above_left = rhythm_.above_background(*under_left, left, sums_[weighted] / windows);
  const auto above_right = rhythm_.above_background(*under_right, right, sums_[weighted + 1] / windows);
  if (above_left && above_right) forms.oscillatory = log_ratio(*above_right, *above_left);
  return forms;
}

void BlockSums::take(std::span<const double> left, std::span<const double> right, bool quiet) {
  std::fill(sums_.begin(), sums_.end(), 0.0);
  sums_[0] = band_power(left, alpha_, bin_hz_);
  sums_[1] = band_power(right, alpha_, bin_hz_);
  sums_[2] = band_power(left, total_, bin_hz_);
  sums_[3] = band_power(right, total_, bin_hz_);
  if (!rhythm_.exists()) return;
  sums_[weighted] = rhythm_.weighted_power(left);
  sums_[weighted + 1] = rhythm_.weighted_power(right);
  if (!quiet) return;
  sums_[quiet_count] = 1;
  const auto fitted = rhythm_.fitted_bins();
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    sums_[first_fitted + i] = left[fitted[i] - 1];
    sums_[first_fitted + fitted.size() + i] = right[fitted[i] - 1];
  }
}

std::span<const double> BlockSums::fitted(std::size_t side) const {
  const std::size_t bins = rhythm_.fitted_bins().size();
  return std::span(sums_).subspan(first_fitted + side * bins, bins);
}

std::optional<Background> BlockSums::background(std::size_t side) const {
  if (!rhythm_.exists()) return {};
  return rhythm_.background(fitted(side), sums_[quiet_count]);
}

std::optional<double> BlockSums::fit_error_ln(const Background& background, std::size_t side) const {
  return rhythm_.fit_error_ln(background, fitted(side), sums_[quiet_count]);
}

}  // namespace attune::eeg
