#include "ecg/poor_stretches.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

bool is_poor(std::span<const SeenBeat> beats, const Trust& trust) {
  if (beats.empty()) return true;
  const auto n = static_cast<double>(beats.size());
  const auto unsure =
      std::count_if(beats.begin(), beats.end(), [&](const SeenBeat& b) { return b.confidence < trust.sure; });
  const auto once =
      std::count_if(beats.begin(), beats.end(), [](const SeenBeat& b) { return !b.seen_twice; });
  return static_cast<double>(unsure) > trust.most_unsure * n ||
         static_cast<double>(once) > trust.most_disagreed * n;
}

/// Stretches that are poor as windows; joined as they are found, since a window may hold next to no samples.
std::vector<Interval> poor_windows(std::span<const SeenBeat> beats, Interval segment, const Trust& trust) {
  std::vector<Interval> poor;
  auto from = beats.begin();
  for (double start_s = segment.start_s; start_s < segment.end_s; start_s += trust.window_s / 2) {
    // The last windows reach back, so that none is too short to judge.
    const double end_s = std::min(segment.end_s, start_s + trust.window_s);
    const double begin_s = std::max(segment.start_s, end_s - trust.window_s);
    from = std::lower_bound(beats.begin(), beats.end(), begin_s,
                            [](const SeenBeat& b, double t) { return b.time_s < t; });
    const auto to =
        std::lower_bound(from, beats.end(), end_s, [](const SeenBeat& b, double t) { return b.time_s < t; });
    if (!is_poor({from, to}, trust)) continue;
    if (!poor.empty() && begin_s <= poor.back().end_s) {
      poor.back().end_s = end_s;
    } else {
      poor.push_back({begin_s, end_s});
    }
  }
  return poor;
}

/// Runs of beats too many of which are expected to be false: from the beat before to the beat after, so that
/// no interval touches them.
std::vector<Interval> false_runs(std::span<const SeenBeat> beats, Interval segment, const Trust& trust) {
  std::vector<Interval> runs;
  const auto length = static_cast<std::size_t>(std::max(1, trust.run_beats));
  for (std::size_t i = length - 1; i < beats.size(); ++i) {
    const std::size_t first = i + 1 - length;
    double expected = 0, least_sure = 0;
    for (const SeenBeat& beat : beats.subspan(first, length)) {
      expected += 1 - beat.confidence;
      least_sure = std::max(least_sure, 1 - beat.confidence);
    }
    if (expected - least_sure <= trust.most_false) continue;
    const double start_s = first > 0 ? beats[first - 1].time_s : segment.start_s;
    const double end_s = i + 1 < beats.size() ? beats[i + 1].time_s : segment.end_s;
    if (!runs.empty() && start_s <= runs.back().end_s) {
      runs.back().end_s = end_s;
    } else {
      runs.push_back({start_s, end_s});
    }
  }
  return runs;
}

std::vector<double> intervals_between(std::span<const SeenBeat> beats) {
  std::vector<double> intervals;
  for (std::size_t i = 1; i < beats.size(); ++i) intervals.push_back(beats[i].time_s - beats[i - 1].time_s);
  return intervals;
}

/// Runs of intervals far shorter than the usual one: a rhythm that leaves the heart's own in one beat, as
/// where T waves, or noise between the beats, are counted too.
std::vector<Interval> leaps(std::span<const SeenBeat> beats, const Settings& settings) {
  std::vector<Interval> runs;
  const std::vector<double> intervals = intervals_between(beats);
  const auto reach = static_cast<std::size_t>(std::max(1, settings.trust.leap_reach_beats));
  const auto is_short = [&](std::size_t i) {
    const std::size_t from = i > reach ? i - reach : 0;
    const std::size_t to = std::min(intervals.size(), i + reach + 1);
    return intervals[i] <
           settings.trust.leap_ratio * stats::median(std::span(intervals).subspan(from, to - from));
  };
  const auto least = static_cast<std::size_t>(std::max(1, settings.trust.leap_beats));
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    const std::size_t first = i;
    while (i < intervals.size() && is_short(i)) ++i;
    if (i < first + least) continue;
    runs.push_back(
        {beats[first > 0 ? first - 1 : 0].time_s, beats[std::min(i + 1, beats.size() - 1)].time_s});
  }
  return runs;
}

/// Usual interval beside the intervals [first, last), and how far one may be from it.
struct UsualBeside {
  double interval_s = 0;
  double band_s = 0;
};

/// None where too few intervals lie on one side, or both sides do not have one rhythm.
std::optional<UsualBeside> usual_beside(std::span<const double> intervals, std::size_t first,
                                        std::size_t last, const Trust& trust) {
  const auto beside = static_cast<std::size_t>(std::max(1, trust.away_beside_beats));
  const auto reach = static_cast<std::size_t>(std::max(1, trust.leap_reach_beats));
  const auto fewest = static_cast<std::size_t>(std::max(1, trust.leap_beats));
  if (first < fewest || last + fewest > intervals.size()) return {};
  const std::size_t from = first - std::min(first, beside);
  const double before_s = stats::median(intervals.subspan(from, first - from));
  const double after_s = stats::median(intervals.subspan(last, std::min(beside, intervals.size() - last)));
  std::vector<double> changes;
  for (std::size_t i = first - std::min(first, reach) + 1; i < first; ++i)
    changes.push_back(std::abs(intervals[i] - intervals[i - 1]));
  for (std::size_t i = last + 1; i < std::min(intervals.size(), last + reach); ++i)
    changes.push_back(std::abs(intervals[i] - intervals[i - 1]));
  const double usual_s = (before_s + after_s) / 2;
  const UsualBeside usual{
      usual_s, std::max(trust.away_percent / 100 * usual_s,
                        trust.away_scatters * stats::sd_over_median_magnitude * stats::median(changes))};
  if (std::abs(before_s - after_s) > usual.band_s) return {};
  return usual;
}

/// Whether all lie on one side of the usual, none much nearer to it than another.
bool keep_a_level(std::span<const double> away_s, const Trust& trust) {
  const auto [low, high] = std::minmax_element(away_s.begin(), away_s.end());
  const double nearest = std::min(std::abs(*low), std::abs(*high));
  return *low * *high > 0 && nearest >= trust.away_level * std::max(std::abs(*low), std::abs(*high));
}

/// Whether the rhythm leaves its band with interval `first`, keeps a level of its own that it reaches and leaves in one
/// beat, and is back with interval `last`. One interval at either end, where two rhythms meet, may be any.
bool is_away(std::span<const double> intervals, std::size_t first, std::size_t last, const Trust& trust) {
  const auto usual = usual_beside(intervals, first, last, trust);
  if (!usual) return false;
  const auto away_s = [&](std::size_t i) { return intervals[i] - usual->interval_s; };
  if (std::abs(away_s(first - 1)) > usual->band_s || std::abs(away_s(last)) > usual->band_s) return false;
  std::vector<double> run_s;
  for (std::size_t i = first; i < last; ++i) {
    if (std::abs(away_s(i)) <= usual->band_s) return false;
    run_s.push_back(away_s(i));
  }
  const auto least = static_cast<std::size_t>(std::max(1, trust.leap_beats));
  const auto is_level = [&](std::size_t from, std::size_t to) {
    if (to < from + least) return false;
    return keep_a_level(std::span(run_s).subspan(from, to - from), trust) &&
           std::abs(run_s[from] - away_s(first - 1)) > usual->band_s &&
           std::abs(run_s[to - 1] - away_s(last)) > usual->band_s;
  };
  const std::size_t n = run_s.size();
  return is_level(0, n) || is_level(1, n) || is_level(0, n - 1);
}

/// Runs of another rhythm than the heart's: what begins and ends in one beat and keeps a level between is another focus
/// than the sinus node, or no heart. A deceleration or a sigh comes back by degrees.
std::vector<Interval> other_rhythms(std::span<const SeenBeat> beats, const Trust& trust) {
  std::vector<Interval> runs;
  const std::vector<double> intervals = intervals_between(beats);
  const auto least = static_cast<std::size_t>(std::max(1, trust.leap_beats));
  const auto most = static_cast<std::size_t>(std::max(1, trust.away_longest_beats));
  for (std::size_t first = 1; first < intervals.size(); ++first) {
    const auto step_to = [&](std::size_t i) { return std::abs(intervals[i] - intervals[first - 1]); };
    const double least_s = trust.away_percent / 100 * intervals[first - 1];
    if (step_to(first) <= least_s && step_to(std::min(first + 1, intervals.size() - 1)) <= least_s) continue;
    for (std::size_t last = first + least; last < std::min(intervals.size(), first + most + 1); ++last) {
      if (!is_away(intervals, first, last, trust)) continue;
      runs.push_back({beats[first - 1].time_s, beats[std::min(last + 1, beats.size() - 1)].time_s});
      first = last;
      break;
    }
  }
  return runs;
}

}  // namespace

std::vector<Interval> poor_stretches(std::span<const SeenBeat> beats, Interval segment,
                                     const Settings& settings) {
  const auto first = std::lower_bound(beats.begin(), beats.end(), segment.start_s,
                                      [](const SeenBeat& b, double t) { return b.time_s < t; });
  const auto last = std::lower_bound(first, beats.end(), segment.end_s,
                                     [](const SeenBeat& b, double t) { return b.time_s < t; });
  const std::span inside(first, last);
  std::vector<Interval> poor = poor_windows(inside, segment, settings.trust);
  const auto runs = false_runs(inside, segment, settings.trust);
  const auto leapt = leaps(inside, settings);
  const auto other = other_rhythms(inside, settings.trust);
  poor.insert(poor.end(), runs.begin(), runs.end());
  poor.insert(poor.end(), leapt.begin(), leapt.end());
  poor.insert(poor.end(), other.begin(), other.end());
  return united(std::move(poor));
}

}  // namespace attune::ecg
