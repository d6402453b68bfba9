#include "ecg/block_detector.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "ecg/beat_path.hpp"
#include "ecg/beat_shape.hpp"
#include "ecg/candidates.hpp"
#include "ecg/r_peak.hpp"
#include "ecg/working_signal.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

constexpr std::size_t fewest_for_shape = 5;
constexpr double cut_off_confidence = 0.5;  // of a QRS that the recording's end cuts off
constexpr int most_rounds = 4;
constexpr double same_place = 0.5;   // samples
constexpr double same_share = 0.99;  // of the beats

std::ptrdiff_t qrs_reach(double rate_hz, const Settings& s) {
  return static_cast<std::ptrdiff_t>(s.template_ms / 2000 * rate_hz);
}

/// Whether most QRS complexes point down. What was found before stands unless the other is clearly larger, so
/// that a biphasic QRS keeps its R peak from block to block.
bool points_down(const WorkingSignal& w, std::span<const double> places, std::optional<bool> before,
                 const Settings& s) {
  std::vector<double> upward, downward;
  for (const double place : places) {
    const auto reach = qrs_reach(w.rate_hz, s);
    upward.push_back(w.qrs[static_cast<std::size_t>(extreme_near(w.qrs, place, reach, 1))]);
    downward.push_back(-w.qrs[static_cast<std::size_t>(extreme_near(w.qrs, place, reach, -1))]);
  }
  const double up = stats::median(upward), down = stats::median(downward);
  if (!before) return down > up;
  return *before ? down * s.evidence.polarity_margin > up : down > up * s.evidence.polarity_margin;
}

double rhythm_sd(std::span<const Candidate> candidates, const Path& path, const Settings& s) {
  std::vector<double> changes;
  for (std::size_t i = 2; i < path.chosen.size(); ++i) {
    const double before = candidates[path.chosen[i - 1]].time_s - candidates[path.chosen[i - 2]].time_s;
    const double after = candidates[path.chosen[i]].time_s - candidates[path.chosen[i - 1]].time_s;
    changes.push_back(std::abs(std::log(after / before)));
  }
  return std::clamp(1.2 * 1.4826 * stats::median(changes), s.rhythm.least_sd, s.rhythm.most_sd);
}

/// Median interval of the beats around each candidate.
std::vector<double> usual_intervals(std::span<const Candidate> candidates, std::span<const double> beats_s) {
  constexpr std::size_t around = 16;
  std::vector<double> usual;
  std::vector<double> intervals;
  std::size_t next = 0;
  for (const Candidate& candidate : candidates) {
    const bool moved = next < beats_s.size() && beats_s[next] < candidate.time_s;
    while (next < beats_s.size() && beats_s[next] < candidate.time_s) ++next;
    if (!usual.empty() && !moved) {
      usual.push_back(usual.back());
      continue;
    }
    const std::size_t from = next > around ? next - around : 0;
    const std::size_t to = std::min(beats_s.size(), next + around);
    intervals.clear();
    for (std::size_t i = from + 1; i < to; ++i) intervals.push_back(beats_s[i] - beats_s[i - 1]);
    usual.push_back(stats::median(intervals));
  }
  return usual;
}

std::vector<double> places(std::span<const Candidate> candidates, const Path& path, double rate_hz) {
  std::vector<double> result;
  for (const std::size_t i : path.chosen) result.push_back(candidates[i].time_s * rate_hz);
  return result;
}

/// Whether another round would change next to nothing. Both by time.
bool same_beats(std::span<const double> a, std::span<const double> b) {
  std::size_t same = 0, i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const bool meet = std::abs(a[i] - b[j]) < same_place;
    same += meet ? 1 : 0;
    const bool a_first = a[i] < b[j];
    i += meet || a_first ? 1 : 0;
    j += meet || !a_first ? 1 : 0;
  }
  return static_cast<double>(same) >= same_share * static_cast<double>(std::max(a.size(), b.size()));
}

/// Whether one of the rising `places` is within `reach` of `place`.
bool is_near(std::span<const double> places, double place, double reach) {
  const auto after = std::lower_bound(places.begin(), places.end(), place - reach);
  return after != places.end() && *after <= place + reach;
}

/// The R time of each beat is the apex, in the lead's polarity, of the band-passed ECG. For beats of the
/// usual shape it is had from the matched filter, which is the better clock in noise: the apex of the
/// *average* beat tells by how much the two differ. A beat of another shape has an apex of its own, if noise
/// lets it be seen.
std::vector<double> r_times(const WorkingSignal& w, std::span<const double> beats, bool inverted,
                            const Settings& s) {
  const double sign = inverted ? -1 : 1;
  const auto reach = static_cast<std::ptrdiff_t>(s.evidence.apex_reach_ms / 1000 * w.rate_hz);
  const BeatShape shape = average_beat(w.qrs, beats, w.rate_hz, s);
  const auto apex = extreme_near(shape.whole, static_cast<double>(shape.r_index), shape.qrs_half, sign);
  const double offset = apex_place(shape.whole, apex) - static_cast<double>(shape.r_index);
  const double height = sign * shape.whole[static_cast<std::size_t>(apex)];
  std::vector<double> magnitude;
  for (std::size_t i = 0; i < w.qrs.size(); i += 4) magnitude.push_back(std::abs(w.qrs[i]));
  const double noise = 1.4826 * stats::median(magnitude);
  std::vector<double> times;
  for (const double beat : beats) {
    const double expected = beat + offset;
    const auto own = extreme_near(w.qrs, expected, reach, sign);
    const double own_height = sign * w.qrs[static_cast<std::size_t>(own)];
    const bool differs =
        std::abs(static_cast<double>(own) - expected) > s.evidence.apex_tolerance_ms / 1000 * w.rate_hz;
    const bool seen = own_height > s.evidence.apex_over_noise * noise && own_height > 0.4 * height;
    times.push_back(differs && seen ? apex_place(w.qrs, own) : expected);
  }
  return times;
}

}  // namespace

BlockResult detect_block(std::span<const double> samples, double sample_rate_hz, std::optional<bool> inverted,
                         const Settings& s) {
  BlockResult result;
  const WorkingSignal w = working_signal(samples, sample_rate_hz, s);
  if (w.qrs.size() < 3) return result;
  const auto energy = slope_energy(w, s);
  auto candidates = energy_candidates(energy, w.rate_hz, s);
  KnownRhythm rhythm{s.rhythm.first_sd, {}};
  Path path = best_path(candidates, rhythm, s);
  std::vector<double> beats = places(candidates, path, w.rate_hz);
  if (beats.empty()) return result;
  result.inverted = points_down(w, beats, inverted, s);
  for (double& beat : beats)
    beat = static_cast<double>(extreme_near(w.qrs, beat, qrs_reach(w.rate_hz, s), result.inverted ? -1 : 1));
  const std::vector<double> first_look = beats;
  MatchedOutput matched;
  for (int round = 0; round < most_rounds && beats.size() >= fewest_for_shape; ++round) {
    const BeatShape shape = average_beat(w.wide, beats, w.rate_hz, s);
    matched = matched_output(w.wide, shape, beats, w.rate_hz, s);
    if (round > 0) rhythm.change_sd = rhythm_sd(candidates, path, s);
    std::vector<double> beats_s;
    for (const double beat : beats) beats_s.push_back(beat / w.rate_hz);
    candidates = matched_candidates(matched, energy, beats, w.rate_hz, s);
    rhythm.usual_rr_s = usual_intervals(candidates, beats_s);
    path = best_path(candidates, rhythm, s);
    const auto before = std::exchange(beats, places(candidates, path, w.rate_hz));
    if (round > 0 && same_beats(before, beats)) break;
  }
  const auto times = r_times(w, beats, result.inverted, s);
  const auto noise = timing_noise(matched, w.rate_hz, s);
  for (std::size_t i = 0; i < beats.size(); ++i) {
    if (times[i] < s.evidence.edge_ms / 1000 * w.rate_hz ||
        times[i] > static_cast<double>(w.qrs.size()) - s.evidence.edge_ms / 1000 * w.rate_hz)
      continue;
    Beat beat;
    beat.time_s = times[i] / w.rate_hz;
    const double to_end = std::min(times[i], static_cast<double>(w.qrs.size()) - times[i]);
    const bool cut_off = to_end < s.template_ms / 2000 * w.rate_hz;
    beat.confidence = path.probability[i] * (cut_off ? cut_off_confidence : 1);
    const auto index = static_cast<std::size_t>(beats[i]);
    if (index < noise.size()) beat.timing_noise_ms = noise[index] / w.rate_hz * 1000;
    result.beats.push_back(beat);
    result.seen_twice.push_back(is_near(first_look, times[i], s.trust.agreement_ms / 1000 * w.rate_hz));
  }
  return result;
}

}  // namespace attune::ecg
