#include "hrv/epochs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/sort_by.hpp"

namespace attune::hrv {

namespace {

/// The phases, each cut at the joins within it.
std::vector<Phase> cut_phases(std::span<const Phase> phases, std::span<const double> joins_s) {
  std::vector<Phase> cut;
  for (const Phase& phase : phases) {
    const Interval whole[] = {{phase.start_s, phase.end_s}};
    for (const Interval& part : cut_at(whole, joins_s))
      cut.push_back({phase.name, phase.kind, part.start_s, part.end_s});
  }
  return cut;
}

}  // namespace

std::vector<Epoch> divide(double start_s, double end_s, std::span<const Phase> phases,
                          std::span<const double> joins_s, const Settings& settings) {
  std::vector<Phase> stretches(phases.begin(), phases.end());
  sort_by(stretches, &Phase::start_s);
  std::vector<Phase> outside;
  double free_from = start_s;
  for (const Phase& phase : stretches) {
    if (phase.start_s > free_from) outside.push_back({"", PhaseKind::other, free_from, phase.start_s});
    free_from = std::max(free_from, phase.end_s);
  }
  if (end_s > free_from) outside.push_back({"", PhaseKind::other, free_from, end_s});
  stretches.insert(stretches.end(), outside.begin(), outside.end());
  sort_by(stretches, &Phase::start_s);
  std::vector<Epoch> epochs;
  for (const Phase& stretch : cut_phases(stretches, joins_s)) {
    const double to_s = std::min(stretch.end_s, end_s);
    // A beat's rounding may leave the last epoch a hair short of whole.
    const auto whole =
        static_cast<long>(std::floor((to_s - stretch.start_s) / settings.epoch_s + settings.epoch_rounding));
    // A phase entered as beginning before the recording keeps its grid, and epochs only where there are beats.
    const auto first = static_cast<long>(std::max(0.0, start_s - stretch.start_s) / settings.epoch_s);
    for (long i = first; i < whole; ++i) {
      Epoch epoch;
      epoch.start_s = stretch.start_s + static_cast<double>(i) * settings.epoch_s;
      epoch.end_s = epoch.start_s + settings.epoch_s;
      epoch.phase = stretch.name;
      epochs.push_back(epoch);
    }
  }
  return epochs;
}

void count_beats(Epoch& epoch, std::span<const ecg::Beat> beats, const Settings& settings) {
  int edited = 0;
  const auto earlier = [](const ecg::Beat& beat, double time_s) { return beat.time_s < time_s; };
  const auto first = std::lower_bound(beats.begin(), beats.end(), epoch.start_s, earlier);
  const auto last = std::lower_bound(first, beats.end(), epoch.end_s, earlier);
  for (const ecg::Beat& beat : std::span(first, last)) {
    const bool sure = beat.kind == ecg::BeatKind::detected && beat.confidence >= settings.min_confidence;
    if (!sure) ++edited;
    if (!ecg::is_taken_out(beat.kind)) ++epoch.beats;
  }
  if (epoch.beats > 0) epoch.edited_percent = std::min(100.0, 100.0 * edited / epoch.beats);
}

void count_beats(Epoch& epoch, std::span<const NnInterval> series) {
  const auto earlier = [](const NnInterval& nn, double time_s) { return nn.end_s < time_s; };
  const auto first = std::lower_bound(series.begin(), series.end(), epoch.start_s, earlier);
  epoch.beats = static_cast<int>(std::lower_bound(first, series.end(), epoch.end_s, earlier) - first);
  const double opening_s = series.empty() ? epoch.end_s : series.front().start_s;
  if (opening_s >= epoch.start_s && opening_s < epoch.end_s) ++epoch.beats;
}

}  // namespace attune::hrv
