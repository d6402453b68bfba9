// What the bootstrap of one pair adds up: everything that the three forms of the asymmetry are made from,
// summed over every block of neighbouring windows, so that a draw is a sum over a few blocks.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "eeg/rhythm.hpp"
#include "eeg/settings.hpp"
#include "eeg/spectra.hpp"

namespace attune::eeg {

/// The three forms of the asymmetry (eeg/asymmetry.hpp) of a pair of mean spectra, and of the 1/f background the mean of
/// both sides and right minus left; none where a logarithm or a fit does not exist.
struct Forms {
  std::optional<double> absolute, relative, oscillatory;
  std::optional<double> exponent, exponent_difference, offset, offset_difference;
};

/// Columns of the sums: band power left, right; total power left, right; and, if a rhythm can be told, its weighted power
/// left, right. From the second panel on, unless the backgrounds are known: the number of quiet windows and in those the
/// bins that the background is fitted on, left then right; zeros up to a whole number of panels.
class BlockSums {
 public:
  /// `windows`: indices into `pair`, in order of time; `block`: windows a block holds. `fitted`: what another has left that
  /// is asked for the same sums in the same order, or to be filled in; it must outlive this.
  BlockSums(const PairSpectra& pair, std::span<const std::size_t> windows, std::size_t block,
            const Settings& settings, FittedBackgrounds& fitted);

  std::size_t blocks() const { return blocks_; }
  /// Sums over these blocks; each may come more than once.
  void draw(std::span<const std::uint32_t> blocks);
  /// The forms of what was last drawn, `n` windows in all; before any draw, of all windows.
  Forms forms(std::size_t n);
  /// The forms of several draws at a time, `each` blocks of them one's: of `n` windows.
  std::vector<Forms> forms_of_draws(std::span<const std::uint32_t> blocks, std::size_t each, std::size_t n);
  /// After the last: what was fitted is whole.
  void finish() { fitted_.complete = rhythm_.exists(); }

 private:
  static constexpr std::size_t weighted = 4;
  /// Columns stand in panels, each with a row a block: a line of the processor's cache holds a row, and its second cache the
  /// panel of an hour. Without a rhythm half a panel holds them all.
  static constexpr std::size_t panel = 8, quiet_count = panel, first_fitted = panel + 1;
  std::size_t columns() const;
  template <class Add>
  void each_panel(Add add);
  void add_block(std::size_t block, std::span<const double> windows, std::size_t first);
  void add_up(std::span<const std::uint32_t> blocks, std::size_t each, std::span<double> sums);
  void take(std::span<const double> left, std::span<const double> right, bool quiet);
  std::span<const double> fitted_bins(std::size_t side) const;
  FittedBackgrounds::Sides backgrounds();
  BackgroundOfSide background_of_all(std::size_t side) const;

  double bin_hz_;
  BinRange alpha_, total_;
  std::vector<bool> quiet_;
  RhythmModel rhythm_;
  FittedBackgrounds& fitted_;
  std::size_t found_ = 0;  ///< how many of its sums were asked for
  std::size_t columns_, blocks_;
  std::vector<double> panels_, sums_;
};

}  // namespace attune::eeg
