#include "eeg/asymmetry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include "eeg/block_sums.hpp"
#include "stats/difference.hpp"
#include "stats/slow_waves.hpp"
#include "stats/t_test.hpp"
#include "words/ids/brain.hpp"

namespace attune::eeg {

namespace {

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

/// One form of the asymmetry, or one number of the background.
using Form = std::optional<double> Forms::*;
constexpr std::array<Form, 7> all_forms{&Forms::absolute,
                                        &Forms::relative,
                                        &Forms::oscillatory,
                                        &Forms::exponent,
                                        &Forms::exponent_difference,
                                        &Forms::offset,
                                        &Forms::offset_difference};
constexpr std::size_t first_of_background = 3;

struct Measured {
  Estimate estimate;
  ScoreQuality quality;
};

/// What the windows show, cut into blocks that do not overlap.
struct Blocks {
  std::vector<Forms> alone;  ///< the forms of each block
  std::vector<double> middle_s;
  Forms halves[2];  ///< of every other block
};

Blocks cut(BlockSums& sums, const PairSpectra& pair, std::span<const std::size_t> windows,
           std::size_t block) {
  Blocks result;
  std::vector<std::uint32_t> halves[2];
  for (std::size_t first = 0; first + block <= windows.size(); first += block) {
    std::vector<std::uint32_t>& half = halves[first / block % 2];
    half.push_back(static_cast<std::uint32_t>(first));
    sums.draw(std::span(half).last(1));
    result.alone.push_back(sums.forms(block));
    result.middle_s.push_back(
        (pair.start_s[windows[first]] + pair.start_s[windows[first + block - 1]] + pair.window_s) / 2);
  }
  for (const std::size_t half : {0, 1}) {
    if (halves[half].empty()) continue;
    sums.draw(halves[half]);
    result.halves[half] = sums.forms(halves[half].size() * block);
  }
  return result;
}

/// How much more power the slowest waves of the forms have, block by block, than all their waves; as much where nothing
/// varies. Of the oscillatory form, whose background no block alone can tell, it is the absolute one's.
class SlowExcess {
 public:
  SlowExcess(const Blocks& blocks, double clean_s, const Settings& settings)
      : blocks_(blocks),
        block_s_(settings.block_s),
        most_(stats::slow_waves(clean_s, settings.error_waves, settings.min_error_waves)) {}

  stats::WavePower of(Form form) {
    if (form == &Forms::oscillatory) form = &Forms::absolute;
    std::vector<stats::TimedValue> timed;
    std::vector<double> values, time_s;
    for (std::size_t b = 0; b < blocks_.middle_s.size(); ++b) {
      const auto& alone = blocks_.alone[b].*form;
      if (!alone) continue;
      timed.push_back({*alone, blocks_.middle_s[b], 0});
      values.push_back(*alone);
      time_s.push_back(blocks_.middle_s[b]);
    }
    if (!waves_ || time_s != time_s_) waves_.emplace(timed, block_s_, most_);
    time_s_ = std::move(time_s);
    auto slow = waves_->power_of(values);
    const double sd = stats::summarize(values).sd;  // all waves together are the variance
    slow.mean_square = sd > 0 ? slow.mean_square / (sd * sd) : 1;
    return slow;
  }

 private:
  const Blocks& blocks_;
  double block_s_;
  int most_;
  std::vector<double> time_s_;  ///< that the waves are of: most forms have a value in every block
  std::optional<stats::SlowWaves> waves_;
};

Measured measured(Form form, const Forms& found, const Spread& spread, const Blocks& blocks,
                  std::size_t windows, std::size_t block, SlowExcess& excess, const Settings& settings) {
  Measured result;
  Estimate& estimate = result.estimate;
  estimate.n = static_cast<int>(windows);
  if (!(found.*form) || spread.n < settings.min_valid_draws * settings.bootstrap_samples) {
    const bool of_background =
        std::find(all_forms.begin() + first_of_background, all_forms.end(), form) != all_forms.end();
    estimate.reason = of_background ? words::say<"brain.no_background">() : words::say<"brain.no_rhythm">();
    return result;
  }
  estimate.value = found.*form;
  if (blocks.halves[0].*form && blocks.halves[1].*form) {
    result.quality.odd_half = blocks.halves[0].*form;
    result.quality.even_half = blocks.halves[1].*form;
  }
  if (spread.n < 2) {
    estimate.reason = words::say<"brain.few_draws">();
    return result;
  }
  if (windows < 2 * block) {
    estimate.reason = words::say<"brain.few_windows">();
    return result;
  }
  const auto n = static_cast<double>(windows), length = static_cast<double>(block);
  // A draw holds a whole number of blocks, a little more or less than n windows; and blocks that scatter
  // about their own mean scatter too little by one block in n.
  const double drawn = std::max(1.0, std::floor(n / length + 0.5)) * length;
  const double sme = spread.sd() * std::sqrt(drawn / n) * std::sqrt(n / (n - length));
  result.quality.sme = sme;
  const stats::WavePower slow = excess.of(form);
  if (slow.waves < settings.min_error_waves) {
    estimate.reason = words::say<"brain.few_windows">();
    return result;
  }
  estimate = stats::with_interval(*estimate.value, sme * std::sqrt(slow.mean_square), slow.df, estimate.n);
  return result;
}

/// What was measured, in the order of `all_forms`, and the background's fit on each side.
struct FoundForms {
  std::array<Measured, all_forms.size()> measured;
  BackgroundOfSide left, right;

  Measured& operator[](Form form) {
    return measured[static_cast<std::size_t>(std::find(all_forms.begin(), all_forms.end(), form) -
                                             all_forms.begin())];
  }
};

/// The asymmetry of one set of windows in one of the ways to form it, while its draws go by.
struct Way {
  BlockSums sums;
  Forms found;
  Blocks blocks;
  std::array<Spread, all_forms.size()> spreads = {};
};

Way way_of(const PairSpectra& pair, std::span<const std::size_t> windows, std::size_t block,
           const Settings& settings, FittedBackgrounds& fitted) {
  BlockSums sums(pair, windows, block, settings, fitted);
  const Forms found = sums.forms(windows.size());
  Blocks blocks = cut(sums, pair, windows, block);
  return {std::move(sums), found, std::move(blocks)};
}

/// Under each of these settings. They differ in bands alone, so that the same draws are of all. `fitted`: of each.
std::vector<FoundForms> bootstrap(const PairSpectra& pair, std::span<const std::size_t> windows,
                                  double clean_s, std::span<const Settings> each,
                                  std::span<FittedBackgrounds> fitted, BlockDraws& draws) {
  if (each.empty()) return {};
  const int samples = each.front().bootstrap_samples;
  const std::size_t n = windows.size();
  const std::size_t block = block_windows(pair.hop_s, n, each.front());
  const std::size_t drawn = std::max<std::size_t>(1, (n + block / 2) / block);  // blocks a draw
  std::vector<Way> ways;
  for (std::size_t i = 0; i < each.size(); ++i)
    ways.push_back(way_of(pair, windows, block, each[i], fitted[i]));
  draws.restart(static_cast<std::size_t>(samples) * drawn);
  constexpr int together = 32;
  std::vector<std::uint32_t> chosen(together * drawn);
  for (int draw = 0; draw < samples; draw += together) {
    const int count = std::min(together, samples - draw);
    const auto blocks = std::span(chosen).first(static_cast<std::size_t>(count) * drawn);
    draws.next(blocks, ways.front().sums.blocks());
    for (Way& way : ways)
      for (const Forms& forms : way.sums.forms_of_draws(blocks, drawn, drawn * block))
        for (std::size_t f = 0; f < all_forms.size(); ++f) way.spreads[f].add(forms.*all_forms[f]);
  }
  std::vector<FoundForms> results;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    Way& way = ways[i];
    way.sums.finish();
    FoundForms& result = results.emplace_back(FoundForms{{}, fitted[i].of_all[0], fitted[i].of_all[1]});
    SlowExcess excess(way.blocks, clean_s, each[i]);
    for (std::size_t f = 0; f < all_forms.size(); ++f)
      result.measured[f] =
          measured(all_forms[f], way.found, way.spreads[f], way.blocks, n, block, excess, each[i]);
  }
  return results;
}

/// Magnitude-squared coherence, mean over the bins of the band.
std::optional<double> coherence(const PairSpectra& pair, std::span<const std::size_t> windows,
                                const Band& band) {
  struct Sums {
    double left = 0, right = 0, real = 0, imaginary = 0;
  };
  const BinRange range = bins_of(band, pair.crossed.last);
  if (range.first > range.last || range.first < pair.crossed.first) return {};
  std::vector<Sums> bins(range.size());
  for (const std::size_t w : windows) {
    const std::size_t power = w * pair.bins + range.first - 1;
    const std::size_t cross = w * pair.crossed.size() + range.first - pair.crossed.first;
    for (std::size_t i = 0; i < bins.size(); ++i) {
      bins[i].left += pair.left[power + i];
      bins[i].right += pair.right[power + i];
      bins[i].real += pair.cross_real[cross + i];
      bins[i].imaginary += pair.cross_imaginary[cross + i];
    }
  }
  double sum = 0, counted = 0;
  for (const Sums& bin : bins) {
    if (!(bin.left > 0 && bin.right > 0)) continue;
    sum += (bin.real * bin.real + bin.imaginary * bin.imaginary) / (bin.left * bin.right);
    ++counted;
  }
  if (counted == 0) return {};
  return std::min(1.0, sum / counted);
}

long whole_seconds(double s) {
  return std::lround(std::floor(s));
}

void judge_amount(Asymmetry& result, const Settings& settings) {
  result.level = DataLevel::good;
  if (result.clean_s < settings.min_clean_s || result.windows_used == 0) {
    result.level = DataLevel::none;
    result.reason = words::say<"brain.too_little">(
        {{"found", whole_seconds(result.clean_s)}, {"needed", whole_seconds(settings.min_clean_s)}});
  } else if (result.clean_s < settings.good_clean_s) {
    result.level = DataLevel::low;
    result.reason = words::say<"brain.little">(
        {{"found", whole_seconds(result.clean_s)}, {"recommended", whole_seconds(settings.good_clean_s)}});
  }
}

/// Why a band's power cannot be given from so many bins; empty if it can.
words::Text band_reason(const Band& band, const PairSpectra& pair) {
  const BinRange range = bins_of(band, pair.bins), wanted = bins_of(band, 1'000'000);
  if (wanted.first > wanted.last) return words::say<"brain.no_bin">({{"band", band_name(band)}});
  if (wanted.last == range.last) return {};
  return words::say<"brain.band_beyond">(
      {{"band", band_name(band)}, {"end", hertz(static_cast<double>(pair.bins) * pair.bin_hz)}});
}

/// Fills in how much there is; where that is too little for any number, or the band has no bins, says so and is false.
bool can_be_measured(const PairSpectra& pair, std::span<const std::size_t> windows, const Settings& settings,
                     Asymmetry& result) {
  std::vector<double> start_s;
  for (const std::size_t w : windows) start_s.push_back(pair.start_s[w]);
  result.windows_used = static_cast<int>(windows.size());
  result.clean_s = covered_s(start_s, pair.window_s);
  judge_amount(result, settings);
  if (result.level != DataLevel::none) {
    words::Text reason = band_reason(settings.alpha, pair);
    if (reason.empty()) return true;
    result.reason = std::move(reason);
  }
  give_no_number(result);
  return false;
}

void fill_aperiodic(FoundForms& found, Aperiodic& aperiodic) {
  aperiodic.left = found.left;
  aperiodic.right = found.right;
  aperiodic.aperiodic_exponent = std::move(found[&Forms::exponent].estimate);
  aperiodic.aperiodic_exponent_asymmetry = std::move(found[&Forms::exponent_difference].estimate);
  aperiodic.aperiodic_offset_ln = std::move(found[&Forms::offset].estimate);
  aperiodic.aperiodic_offset_asymmetry_ln = std::move(found[&Forms::offset_difference].estimate);
}

}  // namespace

void give_no_number(Asymmetry& result) {
  result.level = DataLevel::none;
  result.absolute.reason = result.relative.reason = result.oscillatory.reason = result.reason;
  Aperiodic& aperiodic = result.aperiodic;
  for (Estimate* estimate : {&aperiodic.aperiodic_exponent, &aperiodic.aperiodic_exponent_asymmetry,
                             &aperiodic.aperiodic_offset_ln, &aperiodic.aperiodic_offset_asymmetry_ln})
    estimate->reason = result.reason;
}

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

Settings background_rules(const Settings& settings) {
  Settings rules;
  rules.background = settings.background;
  rules.background_left_out = settings.background_left_out;
  rules.slow = settings.slow;
  rules.quiet_factor = settings.quiet_factor;
  rules.block_s = settings.block_s;
  rules.bootstrap_samples = settings.bootstrap_samples;
  rules.bootstrap_seed = settings.bootstrap_seed;
  return rules;
}

double highest_needed_hz(const Settings& settings) {
  double top_hz = std::max(
      {settings.alpha.high_hz, settings.total.high_hz, settings.background.high_hz, settings.slow.high_hz});
  for (const Band& band : settings.sensitivity_bands) top_hz = std::max(top_hz, band.high_hz);
  return top_hz;
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
                       const Settings& settings, BlockDraws& draws, Asymmetry& result) {
  FittedBackgrounds fitted;
  measure_asymmetry(pair, windows, settings, draws, fitted, result);
}

void measure_asymmetry(const PairSpectra& pair, std::span<const std::size_t> windows,
                       const Settings& settings, BlockDraws& draws, FittedBackgrounds& fitted,
                       Asymmetry& result) {
  if (!can_be_measured(pair, windows, settings, result)) return;
  FoundForms found =
      std::move(bootstrap(pair, windows, result.clean_s, {&settings, 1}, {&fitted, 1}, draws).front());
  Measured &absolute = found[&Forms::absolute], &relative = found[&Forms::relative],
           &oscillatory = found[&Forms::oscillatory];
  if (words::Text reason = band_reason(settings.total, pair); !reason.empty()) {
    relative = {};
    relative.estimate.reason = std::move(reason);
  }
  result.absolute = std::move(absolute.estimate);
  result.relative = std::move(relative.estimate);
  result.oscillatory = std::move(oscillatory.estimate);
  result.absolute_quality = absolute.quality;
  result.relative_quality = relative.quality;
  result.oscillatory_quality = oscillatory.quality;
  fill_aperiodic(found, result.aperiodic);
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

std::vector<Estimate> absolute_asymmetries(const PairSpectra& pair, std::span<const Band> bands,
                                           const Settings& settings, BlockDraws& draws) {
  std::vector<std::size_t> windows(pair.start_s.size());
  for (std::size_t w = 0; w < windows.size(); ++w) windows[w] = w;
  Settings reduced = settings;
  reduced.background = reduced.total = reduced.slow = {};  // the bootstrap has next to nothing to add up
  std::vector<Estimate> estimates;
  std::vector<Settings> each;
  std::vector<std::size_t> places;  // of each among the estimates
  double clean_s = 0;
  for (const Band& band : bands) {
    reduced.alpha = band;
    Asymmetry judged;
    if (can_be_measured(pair, windows, reduced, judged)) {
      places.push_back(estimates.size());
      each.push_back(reduced);
      clean_s = judged.clean_s;
    }
    estimates.push_back(std::move(judged.absolute));
  }
  std::vector<FittedBackgrounds> fitted(each.size());
  auto found = bootstrap(pair, windows, clean_s, each, fitted, draws);
  for (std::size_t i = 0; i < found.size(); ++i)
    estimates[places[i]] = std::move(found[i][&Forms::absolute].estimate);
  return estimates;
}

}  // namespace attune::eeg
