#include "eeg/quality.hpp"

#include <algorithm>
#include <cmath>

#include "eeg/montage.hpp"
#include "eeg/rejection.hpp"
#include "words/ask.hpp"
#include "words/ids/brain.hpp"

namespace attune::eeg {

namespace {

// Windows that stand for the recording where all channels are compared with all: enough for a correlation to
// 0.1, few enough to stay quick with 256 channels.
constexpr std::size_t most_windows = 60, least_windows = 12;
constexpr std::size_t window_pairs = std::size_t{60} * 32 * 32;

long percent(double share) {
  return std::lround(100 * share);
}

/// How much of what is neither marked nor excluded is at the amplifier's limit.
double clipped_share(std::span<const Rejection> rejections) {
  double considered = 0, clipped = 0;
  for (const Rejection reason : rejections) {
    considered += reason == Rejection::manual || reason == Rejection::marked ? 0 : 1;
    clipped += reason == Rejection::clipping ? 1 : 0;
  }
  return considered > 0 ? clipped / considered : 0;
}

/// What `own_reason` reads of the settings, all else as by default.
Settings own_rules(const Settings& settings) {
  Settings rules;
  rules.total = settings.total;
  rules.bad_flat_share = settings.bad_flat_share;
  rules.disconnected_mains = settings.disconnected_mains;
  rules.bad_rejected_share = settings.bad_rejected_share;
  return rules;
}

/// Rules that look at one channel alone.
words::Text own_reason(const Features& features, std::size_t channel, std::span<const Rejection> rejections,
                       std::span<const double> totals, const Settings& settings) {
  const ChannelFeatures& data = features.channels[channel];
  double considered = 0, flat = 0, rejected = 0;
  std::vector<double> mains;
  mains.reserve(rejections.size());
  for (std::size_t w = 0; w < rejections.size(); ++w) {
    if (rejections[w] == Rejection::manual || rejections[w] == Rejection::marked) continue;
    ++considered;
    if (rejections[w] == Rejection::flat) ++flat;
    if (rejections[w] != Rejection::none) ++rejected;
    const WindowMeasures& m = data.measures(w);
    if (totals[w] > 0) mains.push_back(static_cast<double>(std::max(m.line_50, m.line_60)) / totals[w]);
  }
  if (considered == 0) return {};
  if (flat / considered > settings.bad_flat_share)
    return words::say<"brain.flat">({{"percent", percent(flat / considered)}});
  if (median(std::move(mains)) > settings.disconnected_mains) return words::say<"brain.mains">();
  if (const double clipped = clipped_share(rejections); clipped > settings.bad_rejected_share)
    return words::say<"brain.clipped">({{"percent", percent(clipped)}});
  if (rejected / considered > settings.bad_rejected_share)
    return words::say<"brain.noisy">({{"percent", percent(rejected / considered)}});
  return {};
}

/// Sums over a sample of windows of the power of every channel and the real cross-power of every two, each
/// over the windows that both can use.
struct CrossPowers {
  std::size_t n = 0;
  std::vector<double> cross, power_a, power_b;  ///< n x n, a < b

  double correlation(std::size_t a, std::size_t b) const {
    const std::size_t at = std::min(a, b) * n + std::max(a, b);
    const double size = std::sqrt(power_a[at] * power_b[at]);
    return size > 0 ? cross[at] / size : 0;
  }
  /// Power of the difference over the mean power; 1 if nothing is known.
  double difference(std::size_t a, std::size_t b) const {
    const std::size_t at = std::min(a, b) * n + std::max(a, b);
    const double sum = power_a[at] + power_b[at];
    return sum > 0 ? 2 * (sum - 2 * cross[at]) / sum : 1;
  }
};

CrossPowers cross_powers(const Features& features, std::span<const ChannelQuality> channels,
                         const Settings& settings, const PhaseTable& phases) {
  CrossPowers sums;
  sums.n = channels.size();
  sums.cross.assign(sums.n * sums.n, 0.0);
  sums.power_a = sums.power_b = sums.cross;
  const BinRange range = bins_of(settings.total, features.bins);
  if (range.first > range.last || sums.n < 2) return sums;
  const std::size_t bins = range.last - range.first + 1;
  const std::size_t wanted = std::clamp(window_pairs / (sums.n * sums.n), least_windows, most_windows);
  const std::size_t windows = features.start_s.size();
  std::vector<double> real(sums.n * bins), imaginary(sums.n * bins), power(sums.n);
  for (std::size_t i = 0; i < std::min(wanted, windows); ++i) {
    const std::size_t w = i * windows / std::min(wanted, windows);
    for (std::size_t c = 0; c < sums.n; ++c) {
      power[c] = 0;
      for (std::size_t k = 0; k < bins; ++k) {
        const WindowBin bin = features.channels[c].bins(w)[range.first - 1 + k];
        const double p = bin.power();
        const std::complex<double> unit = phases(bin.phase());
        power[c] += p;
        real[c * bins + k] = std::sqrt(p) * unit.real();
        imaginary[c * bins + k] = std::sqrt(p) * unit.imag();
      }
    }
    for (std::size_t a = 0; a < sums.n; ++a) {
      if (channels[a].rejections[w] != Rejection::none) continue;
      for (std::size_t b = a + 1; b < sums.n; ++b) {
        if (channels[b].rejections[w] != Rejection::none) continue;
        double cross = 0;
        for (std::size_t k = 0; k < bins; ++k)
          cross +=
              real[a * bins + k] * real[b * bins + k] + imaginary[a * bins + k] * imaginary[b * bins + k];
        sums.cross[a * sums.n + b] += cross;
        sums.power_a[a * sums.n + b] += power[a];
        sums.power_b[a * sums.n + b] += power[b];
      }
    }
  }
  return sums;
}

/// Left sites and their mirror images among these channels.
std::vector<ChannelPair> mirrored_pairs(const Features& features, std::span<const std::size_t> channels) {
  std::vector<ChannelPair> pairs;
  for (const std::size_t a : channels)
    for (const std::size_t b : channels) {
      const std::string &left = features.channels[a].info().site, &right = features.channels[b].info().site;
      const bool is_left = !left.empty() && (left.back() - '0') % 2 == 1;
      if (is_left && mirror_site(left) == right) pairs.push_back({a, b});
    }
  return pairs;
}

/// Pairs of which each channel goes along with the other side of the head, held against two other pairs at least: neighbours
/// of one side share more than those across (of an adult's 32 channels 0.1 to 0.5 of a correlation).
std::vector<ChannelPair> find_crossed(const Features& features, std::span<const std::size_t> good,
                                      const CrossPowers& sums) {
  constexpr std::size_t fewest_others = 2;
  constexpr double least_mean = 0.1;  // two errors of a mean over two pairs
  constexpr double most_along = 0.1;  // of far pairs, which tell nothing either way
  const std::vector<ChannelPair> pairs = mirrored_pairs(features, good);
  std::vector<ChannelPair> crossed;
  for (const ChannelPair& pair : pairs) {
    std::size_t others = 0;
    double across = 0, along = 0;
    for (const ChannelPair& other : pairs) {
      if (other.a == pair.a || other.b == pair.b) continue;
      const double own = (sums.correlation(pair.a, other.a) + sums.correlation(pair.b, other.b) -
                          sums.correlation(pair.a, other.b) - sums.correlation(pair.b, other.a)) /
                         2;
      ++others;
      (own < 0 ? across : along) += std::abs(own);
    }
    if (others >= fewest_others && along < most_along * across &&
        across > least_mean * static_cast<double>(others))
      crossed.push_back(pair);
  }
  return crossed;
}

/// Rules that look at all channels together: which are bridged, and which have nothing in common with the
/// others. Where most have nothing in common, as in widely spaced or bipolar montages, that says nothing of
/// any one of them.
void compare_channels(const Features& features, const Settings& settings, const PhaseTable& phases,
                      GroupQuality& group) {
  const CrossPowers sums = cross_powers(features, group.channels, settings, phases);
  std::vector<std::size_t> good;
  for (std::size_t c = 0; c < sums.n; ++c)
    if (group.channels[c].bad_reason.empty()) good.push_back(c);
  std::vector<std::size_t> alone;
  for (const std::size_t a : good) {
    double highest = 0;
    for (const std::size_t b : good) {
      if (a == b) continue;
      highest = std::max(highest, std::abs(sums.correlation(a, b)));
      if (a < b && sums.difference(a, b) < settings.bridged_difference) group.bridged.push_back({a, b});
    }
    if (highest < settings.disconnected_correlation) alone.push_back(a);
  }
  group.crossed = find_crossed(features, good, sums);
  if (good.size() <= static_cast<std::size_t>(std::max(0, settings.correlation_min_channels)) ||
      2 * alone.size() > good.size())
    return;
  for (const std::size_t channel : alone) group.channels[channel].bad_reason = words::say<"brain.alone">();
}

}  // namespace

std::vector<std::vector<std::size_t>> bridged_sets(std::span<const ChannelPair> bridged) {
  std::vector<std::vector<std::size_t>> sets;
  for (const auto& [a, b] : bridged) {
    std::vector<std::size_t> joined{a, b};
    std::erase_if(sets, [&joined, a = a, b = b](const std::vector<std::size_t>& set) {
      const bool meets = std::find(set.begin(), set.end(), a) != set.end() ||
                         std::find(set.begin(), set.end(), b) != set.end();
      if (meets) joined.insert(joined.end(), set.begin(), set.end());
      return meets;
    });
    std::sort(joined.begin(), joined.end());
    joined.erase(std::unique(joined.begin(), joined.end()), joined.end());
    sets.push_back(std::move(joined));
  }
  std::sort(sets.begin(), sets.end());
  return sets;
}

std::optional<Diagnostic> tell_clipped(const GroupQuality& quality, const Features& features,
                                       const Settings& settings) {
  std::size_t channels = 0, first = 0;
  double most = 0;
  for (std::size_t c = 0; c < quality.channels.size(); ++c) {
    const double share = quality.channels[c].clipped_share;
    if (share <= settings.told_clipped_share) continue;
    if (channels++ == 0) first = c;
    most = std::max(most, share);
  }
  if (channels == 0) return std::nullopt;
  return Diagnostic{
      "W_EEG_CLIPPED", Severity::warning,
      words::say<"brain.channels_clipped">({{"channels", channels}, {"percent", std::lround(100 * most)}}),
      features.channels[first].info().label, ""};
}

std::optional<Diagnostic> tell_all_noisy(const GroupQuality& quality, const Features& features) {
  const bool all = std::all_of(quality.channels.begin(), quality.channels.end(), [](const auto& channel) {
    return words::says<"brain.noisy">(channel.bad_reason);
  });
  if (!all || quality.channels.size() < 2) return std::nullopt;
  return Diagnostic{"W_EEG_NOISY", Severity::warning,
                    words::say<"brain.all_noisy">({{"channels", quality.channels.size()}}),
                    features.channels.front().info().label, ""};
}

bool GroupQuality::are_bridged(std::size_t a, std::size_t b) const {
  return std::any_of(bridged.begin(), bridged.end(), [&](const ChannelPair& pair) {
    return (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a);
  });
}

GroupQuality judge_channels(const Features& features, std::size_t group, std::span<const Interval> excluded,
                            std::span<const std::string> excluded_channels, const Settings& settings,
                            const PhaseTable& phases, Memory& memory) {
  GroupQuality result;
  const Settings of_windows = window_rules(settings), of_channel = own_rules(settings);
  for (std::size_t c = 0; c < features.channels.size(); ++c) {
    ChannelQuality channel;
    const auto powers = [&](const Band& band) { return band_powers(features.channels[c], band, features); };
    const auto& muscle =
        memory.muscle_uv2.of({group, c}, settings.muscle, [&] { return powers(settings.muscle); });
    const auto& totals =
        memory.total_uv2.of({group, c}, settings.total, [&] { return powers(settings.total); });
    channel.rejections = memory.rejections.of({group, c}, of_windows,
                                              [&] { return classify(features, c, muscle, of_windows); });
    exclude(features, excluded, channel.rejections);
    channel.clipped_share = clipped_share(channel.rejections);
    const bool by_hand =
        std::any_of(excluded_channels.begin(), excluded_channels.end(),
                    [&](const std::string& name) { return is_called(features.channels[c].info(), name); });
    channel.bad_reason = by_hand ? words::Text(words::say<"brain.excluded">())
                                 : memory.bad_reasons.of({group, c}, {of_channel, channel.rejections}, [&] {
                                     return own_reason(features, c, channel.rejections, totals, of_channel);
                                   });
    result.channels.push_back(std::move(channel));
  }
  compare_channels(features, settings, phases, result);
  return result;
}

}  // namespace attune::eeg
