#include "ecg/edit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>

#include "base/sort_by.hpp"
#include "ecg/interval_limits.hpp"
#include "ecg/rr_classes.hpp"
#include "stats/quantile.hpp"
#include "words/ids/heart.hpp"

namespace attune::ecg {

namespace {

constexpr double nearest_within_s = 0.3;  // an edit further from any beat than this meets no beat

Beat* nearest_beat(std::vector<Beat>& beats, double time_s) {
  Beat* best = nullptr;
  for (Beat& beat : beats) {
    if (std::abs(beat.time_s - time_s) > nearest_within_s) continue;
    if (best == nullptr || std::abs(beat.time_s - time_s) < std::abs(best->time_s - time_s)) best = &beat;
  }
  return best;
}

void apply_by_hand(std::vector<Beat>& beats, const BeatEdit& edit) {
  if (edit.action == EditAction::add) {
    beats.push_back({edit.time_s, BeatKind::added, 1, 0, words::say<"heart.beat.added">()});
    sort_by_time(beats);
    return;
  }
  if (edit.action == EditAction::exclude) return;
  Beat* beat = nearest_beat(beats, edit.time_s);
  if (beat == nullptr) return;
  if (edit.action == EditAction::remove) {
    beat->kind = BeatKind::removed;
    beat->reason = words::say<"heart.beat.removed">();
  } else if (edit.action == EditAction::restore) {
    beat->kind = BeatKind::added;
    beat->reason = words::say<"heart.beat.restored">();
  } else {
    beat->kind = BeatKind::moved;
    beat->time_s = edit.to_s;
    beat->reason = words::say<"heart.beat.moved">();
    sort_by_time(beats);
  }
}

/// Runs of beats between which intervals exist: same segment, none longer than edit_longest_ms.
std::vector<std::vector<Beat>> runs_of(std::vector<Beat> beats, const std::vector<Interval>& segments,
                                       const Settings& settings) {
  std::vector<std::vector<Beat>> runs;
  std::size_t segment = 0;  // of the beat
  for (Beat& beat : beats) {
    const std::size_t before = segment;
    while (segment < segments.size() && beat.time_s >= segments[segment].end_s) ++segment;
    const bool breaks = runs.empty() || segment != before ||
                        (beat.time_s - runs.back().back().time_s) * 1000 > settings.editing.longest_ms;
    if (breaks) runs.emplace_back();
    runs.back().push_back(std::move(beat));
  }
  return runs;
}

/// What automatic editing begins with.
struct AsSet {
  std::vector<std::vector<Beat>> runs;  ///< as found and as set by hand
  std::vector<Beat> taken_out;          ///< by hand
};

AsSet as_set(const EcgFeatures& features, const std::vector<BeatEdit>& manual, const Settings& settings) {
  std::vector<Beat> beats = features.beats;
  for (const BeatEdit& edit : manual) apply_by_hand(beats, edit);
  const auto out = std::stable_partition(beats.begin(), beats.end(),
                                         [](const Beat& beat) { return !is_taken_out(beat.kind); });
  AsSet set;
  set.taken_out.assign(out, beats.end());
  beats.erase(out, beats.end());
  set.runs = runs_of(std::move(beats), features.segments, settings);
  return set;
}

}  // namespace

void sort_by_time(std::vector<Beat>& beats) {
  const auto earlier = [](const Beat& a, const Beat& b) { return a.time_s < b.time_s; };
  // Mostly a few come after many that are in order.
  const auto added = std::is_sorted_until(beats.begin(), beats.end(), earlier);
  sort_by(std::span(beats).subspan(static_cast<std::size_t>(added - beats.begin())), &Beat::time_s);
  std::inplace_merge(beats.begin(), added, beats.end(), earlier);
}

std::vector<Beat> edit_beats(const EcgFeatures& features, const std::vector<BeatEdit>& manual,
                             const Settings& settings) {
  AsSet set = as_set(features, manual, settings);
  std::vector<Beat> result;
  for (std::vector<Beat>& run : set.runs) {
    std::vector<Beat> edited = edit_run(std::move(run), settings);
    result.insert(result.end(), std::make_move_iterator(edited.begin()),
                  std::make_move_iterator(edited.end()));
  }
  result.insert(result.end(), set.taken_out.begin(), set.taken_out.end());
  sort_by_time(result);
  return result;
}

std::vector<IntervalLimits> interval_limits(const EcgFeatures& features, const std::vector<BeatEdit>& manual,
                                            const Settings& settings) {
  std::vector<IntervalLimits> limits;
  for (const std::vector<Beat>& run : as_set(features, manual, settings).runs) {
    const std::vector<IntervalLimits> own = limits_of_run(run, settings);
    limits.insert(limits.end(), own.begin(), own.end());
  }
  return limits;
}

std::vector<Interval> unusable_stretches(const EcgFeatures& features, const std::vector<BeatEdit>& manual) {
  std::vector<Interval> stretches = features.poor;
  stretches.insert(stretches.end(), features.marked.begin(), features.marked.end());
  for (const Fault& fault : features.faults) stretches.push_back({fault.start_s, fault.end_s});
  for (const BeatEdit& edit : manual) {
    if (edit.action == EditAction::exclude)
      stretches.push_back({std::min(edit.time_s, edit.to_s), std::max(edit.time_s, edit.to_s)});
  }
  sort_by(stretches, &Interval::start_s);
  return stretches;
}

double berntson_criterion_ms(std::span<const double> rr_ms, CriterionBasis basis) {
  std::vector<double> spread(rr_ms.begin(), rr_ms.end());
  if (basis == CriterionBasis::differences) {
    for (std::size_t i = 0; i + 1 < spread.size(); ++i) spread[i] = rr_ms[i + 1] - rr_ms[i];
    if (!spread.empty()) spread.pop_back();
  }
  const double quartile_deviation = stats::quartile_deviation(spread);
  const double maximum_expected = 3.32 * quartile_deviation;
  const double minimal_artifact = (stats::median(rr_ms) - 2.9 * quartile_deviation) / 3;
  return (maximum_expected + minimal_artifact) / 2;
}

}  // namespace attune::ecg
