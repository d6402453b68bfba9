#include "ecg/poor_stretches.hpp"

#include <algorithm>

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

}  // namespace

std::vector<Interval> poor_stretches(std::span<const SeenBeat> beats, Interval segment,
                                     const Settings& settings) {
  const Trust& trust = settings.trust;
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

}  // namespace attune::ecg
