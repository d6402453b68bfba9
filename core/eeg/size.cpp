#include "eeg/size.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <vector>

#include "eeg/spectra.hpp"
#include "words/ids/recording.hpp"

namespace attune::eeg {

namespace {

constexpr Band sized_band{1, 30};
constexpr std::size_t fewest_windows = 20, most_sized_windows = 200;

bool is_plausible(double sd_uv, const Settings& settings) {
  return sd_uv >= settings.smallest_sd_uv && sd_uv <= settings.largest_sd_uv;
}

/// What one channel comes to, over windows spread through the recording.
struct ChannelSize {
  double sd_uv = 0;    ///< the middle window's; windows that hold one value left out
  double step_uv = 0;  ///< the smallest by which two windows' ranges differ; 0: not known
};

std::optional<ChannelSize> size_of(const Features& features, const ChannelFeatures& channel) {
  const std::size_t windows = channel.windows(), count = std::min(windows, most_sized_windows);
  if (count < fewest_windows) return std::nullopt;
  const BinRange sized = bins_of(sized_band, features.bins);
  std::vector<double> sds, ranges;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t w = i * windows / count;
    const auto range = static_cast<double>(channel.measures(w).peak_to_peak_uv);
    if (!(range > 0) || !std::isfinite(range)) continue;
    ranges.push_back(range);
    sds.push_back(std::sqrt(band_power(channel.bins(w), sized, features.bin_hz)));
  }
  ChannelSize size;
  if (2 * ranges.size() < count) return size;  // it holds one value most of the time
  size.sd_uv = median(std::move(sds));
  std::sort(ranges.begin(), ranges.end());
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    const double gap = ranges[i] - ranges[i - 1];
    if (gap > 1e-4 * ranges[i] && (size.step_uv == 0 || gap < size.step_uv)) size.step_uv = gap;
  }
  return size;
}

/// "0.91", "46", "2200": two digits that count, and no power of ten.
words::Number two_digits(double value) {
  const double unit = std::pow(10, std::floor(std::log10(value)) - 1);
  const double rounded = std::round(value / unit) * unit;
  return words::at_most(rounded, unit < 1 ? static_cast<int>(std::lround(-std::log10(unit))) : 0);
}

/// The unit in which these values would be an EEG's; empty: none, or the one they have.
std::string_view likely_unit(double sd, double to_uv, const Settings& settings) {
  struct UnitSize {
    std::string_view unit;
    double microvolts;
  };
  constexpr std::array<UnitSize, 3> units{{{"uV", 1}, {"mV", 1e3}, {"V", 1e6}}};
  for (const UnitSize& one : units)
    if (one.microvolts != to_uv && is_plausible(sd * one.microvolts, settings)) return one.unit;
  return {};
}

words::AsIs shown_unit(std::string_view unit) {
  return words::as_is(unit == "uV" ? "µV" : unit);
}

Diagnostic warning(const char* code, words::Said sentence, const ChannelInfo& first) {
  return {code, Severity::warning, std::move(sentence), first.label, first.unit};
}

}  // namespace

Settings size_rules(const Settings& settings) {
  Settings rules;
  rules.smallest_sd_uv = settings.smallest_sd_uv;
  rules.largest_sd_uv = settings.largest_sd_uv;
  rules.coarse_step_uv = settings.coarse_step_uv;
  rules.other_gain_factor = settings.other_gain_factor;
  return rules;
}

std::optional<Diagnostic> doubt_size(const Features& features, const Settings& settings) {
  std::vector<double> sds, steps;
  for (const ChannelFeatures& channel : features.channels) {
    const auto size = size_of(features, channel);
    if (!size) return std::nullopt;
    sds.push_back(size->sd_uv);
    if (size->step_uv > 0) steps.push_back(size->step_uv);
  }
  if (sds.empty()) return std::nullopt;
  const ChannelInfo& first = features.channels.front().info();
  const std::size_t channels = sds.size();
  const double sd_uv = median(std::move(sds));
  if (sd_uv == 0)
    return warning("W_EEG_SIZE", words::say<"recording.eeg_all_flat">({{"channels", channels}}), first);
  if (!is_plausible(sd_uv, settings)) {
    const double sd = sd_uv / first.to_uv;
    if (const auto unit = likely_unit(sd, first.to_uv, settings); !unit.empty())
      return warning("W_EEG_SIZE",
                     words::say<"recording.eeg_other_unit">(
                         {{"channels", channels}, {"sd", two_digits(sd_uv)}, {"unit", shown_unit(unit)}}),
                     first);
    const words::Value shown = two_digits(sd_uv);
    return warning("W_EEG_SIZE",
                   sd_uv < settings.smallest_sd_uv
                       ? words::say<"recording.eeg_small">({{"channels", channels}, {"sd", shown}})
                       : words::say<"recording.eeg_large">({{"channels", channels}, {"sd", shown}}),
                   first);
  }
  // Half of the channels at least: one of another gain is its own matter.
  if (2 * steps.size() < channels) return std::nullopt;
  // What is seen is the step or a multiple of it: of two in the middle the smaller.
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>((steps.size() - 1) / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  const double step_uv = *middle;
  if (step_uv < settings.coarse_step_uv) return std::nullopt;
  return warning(
      "W_EEG_STEPS",
      words::say<"recording.eeg_steps">({{"channels", channels}, {"step", words::significant(step_uv, 2)}}),
      first);
}

std::vector<OtherGain> find_other_gains(const Features& features, const Settings& settings) {
  constexpr std::size_t fewest_channels = 4;
  constexpr double same_range = 0.01;
  const std::size_t channels = features.channels.size();
  if (channels < fewest_channels) return {};
  std::vector<double> ranges, alike_sds;
  for (const ChannelFeatures& channel : features.channels)
    ranges.push_back(channel.info().clip_high_uv - channel.info().clip_low_uv);
  const double usual = median(ranges);
  std::vector<std::size_t> others;
  std::vector<double> sds;
  for (std::size_t c = 0; c < channels; ++c) {
    const auto size = size_of(features, features.channels[c]);
    if (!size) return {};
    sds.push_back(size->sd_uv);
    const bool alike = std::abs(ranges[c] / usual - 1) < same_range;
    if (alike)
      alike_sds.push_back(size->sd_uv);
    else
      others.push_back(c);
  }
  if (others.empty() || 4 * others.size() > channels || !(usual > 0)) return {};
  const double usual_sd = median(alike_sds);
  std::vector<OtherGain> found;
  for (const std::size_t c : others) {
    const OtherGain one{c, ranges[c] / usual, sds[c] / usual_sd};
    const double apart = std::max(one.range_factor, 1 / one.range_factor);
    // Electrodes differ by up to 2 over a head. Below 4, the size must be nearer to the range's than to the others'.
    const double electrodes_differ = std::min(2.0, std::sqrt(apart));
    const double left = one.size_factor / one.range_factor;
    if (apart >= settings.other_gain_factor && left < electrodes_differ && left > 1 / electrodes_differ)
      found.push_back(one);
  }
  return found;
}

}  // namespace attune::eeg
