#include "ecg/poor_stretches.hpp"

#include <algorithm>
#include <cstddef>
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

/// Runs of intervals far shorter than the usual one: a rhythm that leaves the heart's own in one beat, as
/// where T waves, or noise between the beats, are counted too.
std::vector<Interval> leaps(std::span<const SeenBeat> beats, const Settings& settings) {
  std::vector<Interval> runs;
  std::vector<double> intervals;
  for (std::size_t i = 1; i < beats.size(); ++i) intervals.push_back(beats[i].time_s - beats[i - 1].time_s);
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

/// By start, joined where they touch.
std::vector<Interval> united(std::vector<Interval> stretches) {
  std::sort(stretches.begin(), stretches.end(),
            [](const Interval& a, const Interval& b) { return a.start_s < b.start_s; });
  std::vector<Interval> result;
  for (const Interval& stretch : stretches) {
    if (!result.empty() && stretch.start_s <= result.back().end_s) {
      result.back().end_s = std::max(result.back().end_s, stretch.end_s);
    } else {
      result.push_back(stretch);
    }
  }
  return result;
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
  poor.insert(poor.end(), runs.begin(), runs.end());
  poor.insert(poor.end(), leapt.begin(), leapt.end());
  return united(std::move(poor));
}

}  // namespace attune::ecg
