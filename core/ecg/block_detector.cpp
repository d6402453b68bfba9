#include "ecg/block_detector.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "dsp/repeats.hpp"
#include "ecg/beat_path.hpp"
#include "ecg/beat_shape.hpp"
#include "ecg/candidates.hpp"
#include "ecg/r_peak.hpp"
#include "ecg/working_signal.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

constexpr double same_place = 0.5;  // samples: rounding

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
  return std::clamp(s.rhythm.learned_ratio * stats::sd_over_median_magnitude * stats::median(changes),
                    s.rhythm.least_sd, s.rhythm.most_sd);
}

/// Median interval of the beats around each candidate.
std::vector<double> usual_intervals(std::span<const Candidate> candidates, std::span<const double> beats_s,
                                    const Settings& s) {
  const auto around = static_cast<std::size_t>(std::max(1, s.rhythm.usual_beats));
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

/// The filter's response to a usual beat, of which index `r` is the R peak.
struct Response {
  std::span<const double> value;
  std::ptrdiff_t r = 0;
};

/// How like a usual beat's response the filter's output around a place is: their correlation, as a part of what local
/// noise leaves of it. 0: not at all, or there is nothing to compare.
double likeness(const MatchedOutput& m, double place, std::ptrdiff_t reach, const Response& response) {
  const auto centre = static_cast<std::ptrdiff_t>(std::llround(place));
  double cross = 0, own = 0, usual = 0;
  for (std::ptrdiff_t k = -reach; k <= reach; ++k) {
    const std::ptrdiff_t i = centre + k, j = response.r + k;
    if (i < 0 || i >= std::ssize(m.output) || j < 0 || j >= std::ssize(response.value)) continue;
    const double x = m.output[static_cast<std::size_t>(i)];
    const double y = response.value[static_cast<std::size_t>(j)];
    cross += x * y;
    own += x * x;
    usual += y * y;
  }
  if (!(own > 0) || !(usual > 0)) return 0;
  const double over_noise =
      m.beat_height /
      m.noise[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(centre, 0, std::ssize(m.noise) - 1))];
  const double left = over_noise / std::hypot(1.0, over_noise);
  return std::clamp(cross / (left * std::sqrt(own * usual)), 0.0, 1.0);
}

Response average_response(const MatchedOutput& m) {
  return {m.beat, static_cast<std::ptrdiff_t>(m.beat_r)};
}

bool has_usual_shape(const MatchedOutput& m, double place, std::ptrdiff_t reach, const Settings& s) {
  return likeness(m, place, reach, average_response(m)) > s.evidence.same_shape;
}

/// How like the usual beat each beat is. Where beats of another shape are many they have part in the average one; the
/// usual beat is the average of that half of the beats which is most like it.
std::vector<double> likenesses(const MatchedOutput& m, std::span<const double> beats, std::ptrdiff_t reach) {
  std::vector<double> like;
  for (const double beat : beats) like.push_back(likeness(m, beat, reach, average_response(m)));
  const double middle = stats::median(like);
  std::vector<double> usual(static_cast<std::size_t>(2 * reach + 1), 0.0);
  for (std::size_t b = 0; b < beats.size(); ++b) {
    const auto first = static_cast<std::ptrdiff_t>(std::llround(beats[b])) - reach;
    if (like[b] < middle || first < 0 || first + std::ssize(usual) > std::ssize(m.output)) continue;
    for (std::size_t k = 0; k < usual.size(); ++k) usual[k] += m.output[static_cast<std::size_t>(first) + k];
  }
  for (std::size_t b = 0; b < beats.size(); ++b) like[b] = likeness(m, beats[b], reach, {usual, reach});
  return like;
}

/// Steepest flank within half a template of a place.
double steepest_near(std::span<const double> x, double place, std::ptrdiff_t reach) {
  const auto centre = static_cast<std::ptrdiff_t>(place);
  const auto to = std::min(std::ssize(x), centre + reach + 1);
  double steepest = 0;
  for (auto i = std::max<std::ptrdiff_t>(1, centre - reach); i < to; ++i)
    steepest =
        std::max(steepest, std::abs(x[static_cast<std::size_t>(i)] - x[static_cast<std::size_t>(i - 1)]));
  return steepest;
}

/// Takes the T waves out of a path: within t_wave_ms after a beat, less than t_wave_share as steep as the
/// beats on both sides, and not of the usual beat's shape (where one is known).
void drop_t_waves(Path& path, std::span<const Candidate> candidates, const WorkingSignal& w,
                  const std::optional<MatchedOutput>& matched, const Settings& s) {
  const double rate_hz = w.rate_hz;
  std::vector<double> slopes;
  const auto at = [&](std::size_t i) { return candidates[path.chosen[i]].time_s * rate_hz; };
  for (std::size_t i = 0; i < path.chosen.size(); ++i)
    slopes.push_back(steepest_near(w.qrs, at(i), qrs_reach(rate_hz, s)));
  const auto is_t_wave = [&](std::size_t i) {
    if (i == 0 || at(i) - at(i - 1) > s.evidence.t_wave_ms / 1000 * rate_hz) return false;
    const double beside = i + 1 < slopes.size() ? std::min(slopes[i - 1], slopes[i + 1]) : slopes[i - 1];
    if (slopes[i] >= s.evidence.t_wave_share * beside) return false;
    return !matched || !has_usual_shape(*matched, at(i), qrs_reach(rate_hz, s), s);
  };
  Path kept;
  for (std::size_t i = 0; i < path.chosen.size(); ++i) {
    if (is_t_wave(i)) continue;
    kept.chosen.push_back(path.chosen[i]);
    kept.probability.push_back(path.probability[i]);
  }
  path = std::move(kept);
}

std::vector<double> places(std::span<const Candidate> candidates, const Path& path, double rate_hz) {
  std::vector<double> result;
  for (const std::size_t i : path.chosen) result.push_back(candidates[i].time_s * rate_hz);
  return result;
}

/// Whether another round would change next to nothing. Both by time.
bool same_beats(std::span<const double> a, std::span<const double> b, const Settings& s) {
  std::size_t same = 0, i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const bool meet = std::abs(a[i] - b[j]) < same_place;
    same += meet ? 1 : 0;
    const bool a_first = a[i] < b[j];
    i += meet || a_first ? 1 : 0;
    j += meet || !a_first ? 1 : 0;
  }
  return static_cast<double>(same) >=
         s.evidence.same_share * static_cast<double>(std::max(a.size(), b.size()));
}

/// Whether one of the rising `places` is within `reach` of `place`.
bool is_near(std::span<const double> places, double place, double reach) {
  const auto after = std::lower_bound(places.begin(), places.end(), place - reach);
  return after != places.end() && *after <= place + reach;
}

struct RTime {
  double place = 0;  ///< samples
  bool own = false;  ///< of a beat of another shape
};

/// The R time of each beat is the apex, in the lead's polarity, of the band-passed ECG. For beats of the
/// usual shape it is had from the matched filter, which is the better clock in noise: the apex of the
/// *average* beat tells by how much the two differ. A beat of another shape has an apex of its own, if noise
/// lets it be seen; one of the usual shape has none, whatever movement puts beside it.
std::vector<RTime> r_times(const WorkingSignal& w, const BeatShape& shape, const MatchedOutput& matched,
                           std::span<const double> beats, bool inverted, const Settings& s) {
  const double sign = inverted ? -1 : 1;
  const auto reach = static_cast<std::ptrdiff_t>(s.evidence.apex_reach_ms / 1000 * w.rate_hz);
  const auto apex = extreme_near(shape.whole, static_cast<double>(shape.r_index), shape.qrs_half, sign);
  const double offset = apex_place(shape.whole, apex) - static_cast<double>(shape.r_index);
  const double height = sign * shape.whole[static_cast<std::size_t>(apex)];
  std::vector<double> magnitude;
  for (std::size_t i = 0; i < w.qrs.size(); i += 4) magnitude.push_back(std::abs(w.qrs[i]));
  const double noise = stats::sd_over_median_magnitude * stats::median(magnitude);
  std::vector<RTime> times;
  for (const double beat : beats) {
    const double expected = beat + offset;
    const auto own = extreme_near(w.qrs, expected, reach, sign);
    const double own_height = sign * w.qrs[static_cast<std::size_t>(own)];
    const bool differs =
        std::abs(static_cast<double>(own) - expected) > s.evidence.apex_tolerance_ms / 1000 * w.rate_hz;
    const bool seen =
        own_height > s.evidence.apex_over_noise * noise && own_height > s.evidence.own_apex_share * height;
    const bool other = differs && seen && !has_usual_shape(matched, beat, qrs_reach(w.rate_hz, s), s);
    times.push_back({other ? apex_place(w.qrs, own) : expected, other});
  }
  return times;
}

/// Whether there is no ECG at a place, in samples as recorded.
bool in_fault(std::span<const FaultySamples> faults, double place) {
  return std::any_of(faults.begin(), faults.end(), [&](const FaultySamples& fault) {
    return place >= static_cast<double>(fault.first) && place <= static_cast<double>(fault.last);
  });
}

/// Share of the intervals between beats in whose middle stands another peak of the usual beat's shape: a heart that beats
/// twice as fast as intervals may be short.
double share_between(const MatchedOutput& m, std::span<const double> beats, double rate_hz,
                     const Settings& s) {
  constexpr double off_middle = 0.15;  // of the interval: neither T waves nor early beats stand so near to it
  const std::ptrdiff_t half = qrs_reach(rate_hz, s);
  std::size_t found = 0;
  for (std::size_t i = 1; i < beats.size(); ++i) {
    const double interval = beats[i] - beats[i - 1];
    const auto reach = static_cast<std::ptrdiff_t>(off_middle * interval);
    const double middle = beats[i - 1] + interval / 2;
    if (middle + static_cast<double>(reach) >= static_cast<double>(m.output.size())) continue;
    const auto peak = static_cast<double>(extreme_near(m.output, middle, reach, 1));
    const bool high = m.output[static_cast<std::size_t>(peak)] >
                      s.evidence.same_shape * m.output[static_cast<std::size_t>(beats[i])];
    found += high && has_usual_shape(m, peak, half / 2, s) ? 1 : 0;
  }
  constexpr std::size_t fewest = 30;  // a few beats say nothing of a heart's speed
  return beats.size() < fewest ? 0 : static_cast<double>(found) / static_cast<double>(beats.size() - 1);
}

}  // namespace

BlockResult detect_block(std::span<const double> samples, double sample_rate_hz, std::optional<bool> inverted,
                         const Settings& s) {
  BlockResult result;
  result.faults = find_faults(samples, sample_rate_hz, s);
  dsp::RepeatWatch repeats;
  repeats.push(samples);
  result.value_samples = repeats.times();
  std::vector<double> between;
  if (result.value_samples > 1) {
    between = dsp::without_repeats(samples);
    samples = between;
  }
  const auto working = result.faults.empty()
                           ? working_signal(samples, sample_rate_hz, s)
                           : working_signal(without_faults(samples, result.faults), sample_rate_hz, s);
  if (!working) return result;
  const WorkingSignal& w = *working;
  const auto fewest = static_cast<std::size_t>(std::max(1, s.fewest_beats));
  const auto energy = slope_energy(w, s);
  auto candidates = energy_candidates(energy, w.rate_hz, s);
  KnownRhythm rhythm{s.rhythm.first_sd, {}};
  std::optional<MatchedOutput> matched;
  Path path = best_path(candidates, rhythm, s);
  drop_t_waves(path, candidates, w, matched, s);
  std::vector<double> beats = places(candidates, path, w.rate_hz);
  if (beats.size() < fewest) return result;
  result.inverted = points_down(w, beats, inverted, s);
  for (double& beat : beats)
    beat = static_cast<double>(extreme_near(w.qrs, beat, qrs_reach(w.rate_hz, s), result.inverted ? -1 : 1));
  const std::vector<double> first_look = beats;
  for (int round = 0; round < std::max(1, s.evidence.most_rounds); ++round) {
    const auto shape = average_beat(w.wide, beats, w.rate_hz, s);
    if (!shape) return result;
    matched = matched_output(w.wide, *shape, beats, w.rate_hz, s);
    if (!matched) return result;
    if (round > 0) rhythm.change_sd = rhythm_sd(candidates, path, s);
    std::vector<double> beats_s;
    for (const double beat : beats) beats_s.push_back(beat / w.rate_hz);
    candidates = matched_candidates(*matched, energy, beats, w.rate_hz, s);
    rhythm.usual_rr_s = usual_intervals(candidates, beats_s, s);
    path = best_path(candidates, rhythm, s);
    drop_t_waves(path, candidates, w, matched, s);
    const auto before = std::exchange(beats, places(candidates, path, w.rate_hz));
    if (beats.size() < fewest) return result;
    if (round > 0 && same_beats(before, beats, s)) break;
    if (stats::median(path.probability) < s.evidence.likely_beats)
      break;  // noise: another round finds no heart in it
  }
  const auto shape = average_beat(w.qrs, beats, w.rate_hz, s);
  if (!shape) return result;
  const auto times = r_times(w, *shape, *matched, beats, result.inverted, s);
  // Hearts of infants and adults have none to 4 %, read at twice their speed 89 %.
  constexpr double most_between = 0.7;
  result.skips_beats = share_between(*matched, beats, w.rate_hz, s) > most_between;
  const auto noise = timing_noise(*matched, w.rate_hz, s);
  const auto like = likenesses(*matched, beats, qrs_reach(w.rate_hz, s));
  for (std::size_t i = 0; i < beats.size(); ++i) {
    const double place = times[i].place;
    const double to_end = std::min(place, static_cast<double>(w.qrs.size()) - place);
    if (to_end < s.evidence.edge_ms / 1000 * w.rate_hz) continue;
    if (in_fault(result.faults, place / w.rate_hz * sample_rate_hz)) continue;
    Beat beat;
    beat.time_s = place / w.rate_hz;
    const bool cut_off = to_end < s.template_ms / 2000 * w.rate_hz;
    beat.confidence = path.probability[i] * (cut_off ? s.trust.cut_off : 1);
    if (times[i].own) beat.confidence = std::min(beat.confidence, s.trust.other_shape);
    if (result.skips_beats) beat.confidence = 0;
    beat.likeness = like[i];
    const auto index = static_cast<std::size_t>(beats[i]);
    if (index < noise.size()) beat.timing_noise_ms = noise[index] / w.rate_hz * 1000;
    result.beats.push_back(beat);
    result.seen_twice.push_back(is_near(first_look, place, s.trust.agreement_ms / 1000 * w.rate_hz));
  }
  return result;
}

}  // namespace attune::ecg
