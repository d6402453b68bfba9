#include "eeg/asymmetry.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "eeg/background.hpp"

namespace attune::eeg {

namespace {

/// The three forms of one pair of mean spectra; none where a logarithm does not exist.
struct Forms {
  std::optional<double> absolute, relative, oscillatory;
};

std::optional<double> log_ratio(double right, double left) {
  if (!(right > 0) || !(left > 0)) return {};
  return std::log(right) - std::log(left);
}

/// Windows of a pair that are quiet in both channels.
std::vector<bool> quiet_in_both(const PairSpectra& pair, std::span<const std::size_t> windows,
                                const Settings& settings) {
  std::vector<double> left, right;
  for (const std::size_t w : windows) {
    left.push_back(band_power(pair.row(pair.left, w), settings.slow, pair.bin_hz));
    right.push_back(band_power(pair.row(pair.right, w), settings.slow, pair.bin_hz));
  }
  std::vector<bool> quiet = quiet_windows(left, settings);
  const std::vector<bool> other = quiet_windows(right, settings);
  for (std::size_t w = 0; w < quiet.size(); ++w) quiet[w] = quiet[w] && other[w];
  return quiet;
}

/// What the three forms are made from, summed over every block of neighbouring windows. Columns: band power
/// left, right; total power left, right; and, if a background is fitted, the number of quiet windows and in
/// those the bins that it is fitted on, left then right; zeros up to a whole number of lanes.
class BlockSums {
 public:
  BlockSums(const PairSpectra& pair, std::span<const std::size_t> windows, std::size_t block,
            const Settings& settings)
      : settings_(settings),
        bins_(pair.bins),
        bin_hz_(pair.bin_hz),
        fit_(pair.bins, pair.bin_hz, settings),
        columns_(fit_.bins().empty() ? lanes : whole_lanes(first_fitted + 2 * fit_.bins().size())),
        blocks_(windows.size() - block + 1),
        rows_(blocks_ * columns_),
        sums_(columns_) {
    const std::vector<bool> quiet = quiet_in_both(pair, windows, settings);
    std::vector<double> all(columns_);
    for (std::size_t w = 0; w < windows.size(); ++w) {
      take(pair.row(pair.left, windows[w]), pair.row(pair.right, windows[w]), quiet[w]);
      for (std::size_t i = 0; i < columns_; ++i) all[i] += sums_[i];
      const std::size_t first = w + 1 < block ? 0 : w + 1 - block;
      for (std::size_t b = first; b <= w && b < blocks_; ++b)
        for (std::size_t i = 0; i < columns_; ++i) rows_[b * columns_ + i] += sums_[i];
    }
    sums_ = std::move(all);
  }

  std::size_t blocks() const { return blocks_; }
  /// Sums over these blocks; each may come more than once.
  void draw(std::span<const std::size_t> blocks) {
    std::size_t column = 0;
    for (; column + 3 * lanes <= columns_; column += 3 * lanes) add_up<3 * lanes>(blocks, column);
    for (; column < columns_; column += lanes) add_up<lanes>(blocks, column);
  }

  /// The forms of what was last drawn, `n` windows in all; before any draw, of all windows.
  Forms forms(std::size_t n) const {
    Forms forms;
    const auto windows = static_cast<double>(n);
    const double left = sums_[0] / windows, right = sums_[1] / windows;
    forms.absolute = log_ratio(right, left);
    const auto total = log_ratio(sums_[3], sums_[2]);
    if (forms.absolute && total) forms.relative = *forms.absolute - *total;
    const auto above_left = above_background(0, left), above_right = above_background(1, right);
    if (above_left && above_right) forms.oscillatory = log_ratio(*above_right, *above_left);
    return forms;
  }

 private:
  static constexpr std::size_t quiet_count = 4, first_fitted = 5, lanes = 4;
  static constexpr std::size_t whole_lanes(std::size_t columns) {
    return (columns + lanes - 1) / lanes * lanes;
  }

  /// `width` columns at a time stay in registers while the blocks go by: most of the bootstrap is this loop.
  template <std::size_t width>
  void add_up(std::span<const std::size_t> blocks, std::size_t column) {
    double sum[width] = {};
    for (const std::size_t block : blocks) {
      const double* const row = rows_.data() + block * columns_ + column;
      for (std::size_t i = 0; i < width; ++i) sum[i] += row[i];
    }
    std::copy(sum, sum + width, sums_.data() + column);
  }

  void take(std::span<const double> left, std::span<const double> right, bool quiet) {
    std::fill(sums_.begin(), sums_.end(), 0.0);
    sums_[0] = band_power(left, settings_.alpha, bin_hz_);
    sums_[1] = band_power(right, settings_.alpha, bin_hz_);
    sums_[2] = band_power(left, settings_.total, bin_hz_);
    sums_[3] = band_power(right, settings_.total, bin_hz_);
    const std::size_t fitted = fit_.bins().size();
    if (!quiet || fitted == 0) return;
    sums_[quiet_count] = 1;
    for (std::size_t i = 0; i < fitted; ++i) {
      sums_[first_fitted + i] = left[fit_.bins()[i] - 1];
      sums_[first_fitted + fitted + i] = right[fit_.bins()[i] - 1];
    }
  }

  /// Power above the background on one side (0 left, 1 right); none if it is too small a share of `power`.
  std::optional<double> above_background(std::size_t side, double power) const {
    const std::size_t fitted = fit_.bins().size();
    if (fitted == 0) return {};
    auto background = fit_(std::span(sums_).subspan(first_fitted + side * fitted, fitted));
    if (!background || !(sums_[quiet_count] > 0)) return {};
    background->offset -= std::log(sums_[quiet_count]);  // fitted on sums, wanted for means
    const double above = power - background->power(settings_.alpha, bins_, bin_hz_);
    if (!(above > settings_.min_oscillatory_share * power)) return {};
    return above;
  }

  const Settings& settings_;
  std::size_t bins_;
  double bin_hz_;
  BackgroundFit fit_;
  std::size_t columns_, blocks_;
  std::vector<double> rows_, sums_;
};

/// Mean and standard deviation of bootstrap draws (Welford 1962).
struct Spread {
  double n = 0, mean = 0, squares = 0;
  void add(const std::optional<double>& value) {
    if (!value) return;
    ++n;
    const double step = *value - mean;
    mean += step / n;
    squares += step * (*value - mean);
  }
  double sd() const { return n > 1 ? std::sqrt(squares / (n - 1)) : 0; }
};

Estimate estimate(const std::optional<double>& value, const Spread& spread, std::size_t windows,
                  std::size_t block, const Settings& settings) {
  Estimate result;
  result.n = static_cast<int>(windows);
  if (!value || spread.n < settings.min_valid_draws * settings.bootstrap_samples) {
    result.reason = "Power in the band does not rise clearly enough above the background to form this.";
    return result;
  }
  result.value = value;
  const auto n = static_cast<double>(windows), length = static_cast<double>(block);
  if (windows < 2 * block) {
    result.reason = "There are too few windows for an interval.";
    return result;
  }
  // A draw holds a whole number of blocks, a little more or less than n windows; and blocks that scatter
  // about their own mean scatter too little by one block in n.
  const double drawn = std::max(1.0, std::floor(n / length + 0.5)) * length;
  result.se = spread.sd() * std::sqrt(drawn / n) * std::sqrt(n / (n - length));
  result.df = std::max(1.0, n / length - 1);
  const double half = t_quantile_975(*result.df) * *result.se;
  result.ci_low = *value - half;
  result.ci_high = *value + half;
  return result;
}

struct ThreeEstimates {
  Estimate absolute, relative, oscillatory;
};

ThreeEstimates bootstrap(const PairSpectra& pair, std::span<const std::size_t> windows,
                         const Settings& settings) {
  const std::size_t n = windows.size();
  const std::size_t block = block_windows(pair.hop_s, n, settings);
  const std::size_t drawn = std::max<std::size_t>(1, (n + block / 2) / block);  // blocks a draw
  BlockSums sums(pair, windows, block, settings);
  const Forms found = sums.forms(n);
  Random random(static_cast<std::uint64_t>(settings.bootstrap_seed));
  Spread absolute, relative, oscillatory;
  std::vector<std::size_t> blocks(drawn);
  for (int draw = 0; draw < settings.bootstrap_samples; ++draw) {
    for (std::size_t& at : blocks) at = random.below(sums.blocks());
    sums.draw(blocks);
    const Forms forms = sums.forms(drawn * block);
    absolute.add(forms.absolute);
    relative.add(forms.relative);
    oscillatory.add(forms.oscillatory);
  }
  return {estimate(found.absolute, absolute, n, block, settings),
          estimate(found.relative, relative, n, block, settings),
          estimate(found.oscillatory, oscillatory, n, block, settings)};
}

/// Magnitude-squared coherence, mean over the bins of the band.
std::optional<double> coherence(const PairSpectra& pair, std::span<const std::size_t> windows,
                                const Band& band) {
  const BinRange range = bins_of(band, pair.bins);
  double sum = 0, counted = 0;
  for (std::size_t bin = range.first; bin <= range.last; ++bin) {
    double left = 0, right = 0, real = 0, imaginary = 0;
    for (const std::size_t w : windows) {
      const std::size_t at = w * pair.bins + bin - 1;
      left += pair.left[at];
      right += pair.right[at];
      real += pair.cross_real[at];
      imaginary += pair.cross_imaginary[at];
    }
    if (!(left > 0 && right > 0)) continue;
    sum += (real * real + imaginary * imaginary) / (left * right);
    ++counted;
  }
  if (counted == 0) return {};
  return std::min(1.0, sum / counted);
}

std::string whole_seconds(double s) {
  return std::to_string(std::lround(std::floor(s))) + " s";
}

void judge_amount(Asymmetry& result, const Settings& settings) {
  result.level = DataLevel::good;
  if (result.clean_s < settings.min_clean_s) {
    result.level = DataLevel::none;
    result.reason = "Not enough clean EEG to say: " + whole_seconds(result.clean_s) + " found, at least " +
                    whole_seconds(settings.min_clean_s) + " needed.";
  } else if (result.clean_s < settings.good_clean_s) {
    result.level = DataLevel::low;
    result.reason = "Low certainty: " + whole_seconds(result.clean_s) + " of clean EEG found, " +
                    whole_seconds(settings.good_clean_s) + " or more recommended.";
  }
}

}  // namespace

std::size_t block_windows(double hop_s, std::size_t windows, const Settings& settings) {
  const double wanted = hop_s > 0 ? std::round(settings.block_s / hop_s) : 1;
  return static_cast<std::size_t>(std::clamp(wanted, 1.0, std::max(1.0, static_cast<double>(windows))));
}

double t_quantile_975(double df) {
  const double z = 1.959963984540054;
  const double z3 = z * z * z, z5 = z3 * z * z, z7 = z5 * z * z, z9 = z7 * z * z;
  return z + (z3 + z) / (4 * df) + (5 * z5 + 16 * z3 + 3 * z) / (96 * df * df) +
         (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * df * df * df) +
         (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / (92160 * df * df * df * df);
}

double covered_s(std::span<const double> start_s, double window_s) {
  double covered = 0;
  for (std::size_t w = 0; w < start_s.size(); ++w) {
    const double before_s = w > 0 ? start_s[w - 1] + window_s : start_s[w];
    covered += start_s[w] + window_s - std::max(start_s[w], before_s);
  }
  return covered;
}

void measure_asymmetry(const PairSpectra& pair, std::span<const std::size_t> windows,
                       const Settings& settings, Asymmetry& result) {
  std::vector<double> start_s;
  for (const std::size_t w : windows) start_s.push_back(pair.start_s[w]);
  result.windows_used = static_cast<int>(windows.size());
  result.clean_s = covered_s(start_s, pair.window_s);
  judge_amount(result, settings);
  if (result.level == DataLevel::none) {
    result.absolute.reason = result.relative.reason = result.oscillatory.reason = result.reason;
    return;
  }
  ThreeEstimates found = bootstrap(pair, windows, settings);
  result.absolute = std::move(found.absolute);
  result.relative = std::move(found.relative);
  result.oscillatory = std::move(found.oscillatory);
  result.faa_ln = result.absolute.value;
  result.faa_relative_ln = result.relative.value;
  result.faa_oscillatory_ln = result.oscillatory.value;
  result.faa_se = result.absolute.se;
  result.coherence = coherence(pair, windows, settings.alpha);
  const BinRange band = bins_of(settings.alpha, pair.bins);
  const double bins = static_cast<double>(band.last + 1 - band.first);
  if (bins > 0)
    result.faa_se_closed_form = std::sqrt(2 * (1 - result.coherence.value_or(0)) / (bins * result.clean_s));
}

Estimate absolute_asymmetry(const PairSpectra& pair, const Settings& settings) {
  std::vector<std::size_t> windows(pair.start_s.size());
  for (std::size_t w = 0; w < windows.size(); ++w) windows[w] = w;
  Settings reduced = settings;
  reduced.background = reduced.total = reduced.slow = {};  // the bootstrap has next to nothing to add up
  Asymmetry result;
  measure_asymmetry(pair, windows, reduced, result);
  return result.absolute;
}

}  // namespace attune::eeg
