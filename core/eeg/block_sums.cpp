#include "eeg/block_sums.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace attune::eeg {

namespace {

constexpr std::size_t whole_panels(std::size_t columns, std::size_t panel) {
  return (columns + panel - 1) / panel * panel;
}

std::optional<double> log_ratio(double right, double left) {
  if (!(right > 0) || !(left > 0)) return {};
  return std::log(right) - std::log(left);
}

/// Windows of a pair that are quiet in both channels.
std::vector<bool> quiet_in_both(const PairSpectra& pair, std::span<const std::size_t> windows,
                                const Settings& settings) {
  const BinRange slow = bins_of(settings.slow, pair.bins);
  std::vector<double> left, right;
  left.reserve(windows.size());
  right.reserve(windows.size());
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
                     const Settings& settings, FittedBackgrounds& fitted)
    : bin_hz_(pair.bin_hz),
      alpha_(bins_of(settings.alpha, pair.bins)),
      total_(bins_of(settings.total, pair.bins)),
      quiet_(quiet_in_both(pair, windows, settings)),
      rhythm_(pair, windows, quiet_, settings),
      fitted_(fitted),
      columns_(columns()),
      blocks_(windows.size() - block + 1),
      panels_(blocks_ * columns_),
      sums_(columns_) {
  std::vector<double> all(columns_), last(block * columns_);  // of the last windows, round and round
  for (std::size_t w = 0; w < windows.size(); ++w) {
    take(pair.row(pair.left, windows[w]), pair.row(pair.right, windows[w]), quiet_[w]);
    for (std::size_t i = 0; i < columns_; ++i) all[i] += sums_[i];
    std::copy(sums_.begin(), sums_.end(), last.begin() + static_cast<std::ptrdiff_t>(w % block * columns_));
    if (w + 1 >= block) add_block(w + 1 - block, last, (w + 1) % block);
  }
  sums_ = std::move(all);
  if (!fitted_.complete) fitted_.of_all = {background_of_all(0), background_of_all(1)};
}

std::size_t BlockSums::columns() const {
  if (!rhythm_.exists()) return panel / 2;
  return fitted_.complete ? panel : whole_panels(first_fitted + 2 * rhythm_.fitted_bins().size(), panel);
}

/// `add` with a panel's width, its first column and its first row.
template <class Add>
void BlockSums::each_panel(Add add) {
  constexpr std::integral_constant<std::size_t, panel> whole;
  constexpr std::integral_constant<std::size_t, panel / 2> half;
  if (columns_ < panel) return add(half, 0, panels_.data());
  for (std::size_t column = 0; column < columns_; column += panel)
    add(whole, column, panels_.data() + column * blocks_);
}

/// Fills in a block from its windows, of which the earliest is the one at `first`.
void BlockSums::add_block(std::size_t block, std::span<const double> windows, std::size_t first) {
  each_panel([&](auto width, std::size_t column, double* rows) {
    double sum[width] = {};
    const auto add = [&](std::size_t from, std::size_t end) {
      for (std::size_t at = from * columns_ + column; at < end * columns_; at += columns_)
        for (std::size_t i = 0; i < width; ++i) sum[i] += windows[at + i];
    };
    add(first, windows.size() / columns_);
    add(0, first);
    std::copy(sum, sum + width, rows + block * width);
  });
}

/// Panel by panel, each for all draws at a time, while it is at hand: most of the bootstrap is this loop.
void BlockSums::add_up(std::span<const std::uint32_t> blocks, std::size_t each, std::span<double> sums) {
  each_panel([&](auto width, std::size_t column, const double* rows) {
    for (std::size_t first = 0; first < blocks.size(); first += each, column += columns_) {
      double sum[width] = {};
      for (const std::uint32_t block : blocks.subspan(first, each))
        for (std::size_t i = 0; i < width; ++i) sum[i] += rows[block * width + i];
      std::copy(sum, sum + width, sums.data() + column);
    }
  });
}

void BlockSums::draw(std::span<const std::uint32_t> blocks) {
  add_up(blocks, blocks.size(), sums_);
}

std::vector<Forms> BlockSums::forms_of_draws(std::span<const std::uint32_t> blocks, std::size_t each,
                                             std::size_t n) {
  std::vector<double> sums(blocks.size() / each * columns_);
  add_up(blocks, each, sums);
  std::vector<Forms> found;
  found.reserve(blocks.size() / each);
  for (std::size_t at = 0; at < sums.size(); at += columns_) {
    std::copy_n(sums.data() + at, columns_, sums_.data());
    found.push_back(forms(n));
  }
  return found;
}

Forms BlockSums::forms(std::size_t n) {
  Forms forms;
  const auto windows = static_cast<double>(n);
  const double left = sums_[0] / windows, right = sums_[1] / windows;
  forms.absolute = log_ratio(right, left);
  const auto total = log_ratio(sums_[3], sums_[2]);
  if (forms.absolute && total) forms.relative = *forms.absolute - *total;
  if (!rhythm_.exists()) return forms;
  const auto [under_left, under_right] = backgrounds();
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
  if (!quiet || fitted_.complete) return;
  sums_[quiet_count] = 1;
  const auto fitted = rhythm_.fitted_bins();
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    sums_[first_fitted + i] = left[fitted[i] - 1];
    sums_[first_fitted + fitted.size() + i] = right[fitted[i] - 1];
  }
}

std::span<const double> BlockSums::fitted_bins(std::size_t side) const {
  const std::size_t bins = rhythm_.fitted_bins().size();
  return std::span(sums_).subspan(first_fitted + side * bins, bins);
}

/// Of what was last drawn.
FittedBackgrounds::Sides BlockSums::backgrounds() {
  if (!fitted_.complete)
    fitted_.of_sums.push_back({rhythm_.background(fitted_bins(0), sums_[quiet_count]),
                               rhythm_.background(fitted_bins(1), sums_[quiet_count])});
  return fitted_.of_sums[found_++];
}

BackgroundOfSide BlockSums::background_of_all(std::size_t side) const {
  if (!rhythm_.exists()) return {};
  const double quiet = sums_[quiet_count];
  const auto background = rhythm_.background(fitted_bins(side), quiet);
  if (!background) return {};
  return {background->exponent, background->offset,
          rhythm_.fit_error_ln(*background, fitted_bins(side), quiet)};
}

}  // namespace attune::eeg
