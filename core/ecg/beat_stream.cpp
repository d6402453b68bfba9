#include "ecg/beat_stream.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "base/sort_by.hpp"
#include "ecg/block_detector.hpp"
#include "ecg/poor_stretches.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

constexpr double too_large = 1e100;  // sums of its squares are no numbers

}  // namespace

struct BeatStream::State {
  double sample_rate_hz;
  Settings settings;
  EcgFeatures features;
  std::vector<double> samples;  ///< of the segment, from `first` on
  double segment_start_s = 0;
  std::size_t first = 0;    ///< index in the segment of samples[0]
  std::size_t kept_to = 0;  ///< index in the segment up to which beats were handed on
  std::optional<bool> polarity;
  std::vector<SeenBeat> seen;  ///< the beats of the whole recording, with the first look's word on each
  double inverted_s = 0;
  double searched_s = 0;

  std::size_t samples_in(double seconds) const {
    return static_cast<std::size_t>(std::llround(seconds * sample_rate_hz));
  }

  /// Searches what is held before `look_to` and keeps the beats of [kept_to, end).
  void search(std::size_t end, std::size_t look_to) {
    const BlockResult block =
        detect_block(std::span(samples).first(look_to - first), sample_rate_hz, polarity, settings);
    if (!block.beats.empty()) polarity = block.inverted;
    features.skips_beats |= block.skips_beats;
    features.value_samples = std::max(features.value_samples, block.value_samples);
    const double offset_s = segment_start_s + static_cast<double>(first) / sample_rate_hz;
    const double from_s = segment_start_s + static_cast<double>(kept_to) / sample_rate_hz;
    const double to_s = segment_start_s + static_cast<double>(end) / sample_rate_hz;
    for (const FaultySamples& fault : block.faults) add_fault(fault, offset_s, from_s, to_s);
    for (std::size_t i = 0; i < block.beats.size(); ++i) {
      Beat beat = block.beats[i];
      beat.time_s += offset_s;
      if (beat.time_s < from_s || beat.time_s >= to_s) continue;
      const bool close = !features.beats.empty() &&
                         beat.time_s - features.beats.back().time_s < settings.refractory_ms / 1000;
      if (close) continue;
      features.beats.push_back(beat);
      seen.push_back({beat.time_s, beat.confidence, block.seen_twice[i] != 0});
    }
    if (block.inverted) inverted_s += to_s - from_s;
    searched_s += to_s - from_s;
    kept_to = end;
  }

  /// The part of a block's fault that lies in [from_s, to_s).
  void add_fault(const FaultySamples& found, double offset_s, double from_s, double to_s) {
    const double margin_s = settings.template_ms / 2000;
    const double first_s = offset_s + static_cast<double>(found.first) / sample_rate_hz;
    const double last_s = offset_s + static_cast<double>(found.last) / sample_rate_hz;
    const Fault fault{std::max(from_s, first_s - margin_s), std::min(to_s, last_s + margin_s), found.kind};
    if (!(fault.end_s > fault.start_s)) return;
    auto& faults = features.faults;
    const bool goes_on =
        !faults.empty() && fault.start_s <= faults.back().end_s && fault.kind == faults.back().kind;
    if (goes_on) {
      faults.back().end_s = std::max(faults.back().end_s, fault.end_s);
    } else {
      faults.push_back(fault);
    }
  }

  void search_full_block() {
    const std::size_t overlap = samples_in(settings.overlap_s);
    const std::size_t end = kept_to + samples_in(settings.block_s);
    search(end, end + overlap);
    const std::size_t keep_from = end - overlap;
    samples.erase(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(keep_from - first));
    first = keep_from;
  }

  void end_segment() {
    if (first + samples.size() > kept_to) search(first + samples.size(), first + samples.size());
    samples.clear();
  }
};

namespace {

/// Segments in which no average beat could be formed.
void add_too_short(EcgFeatures& features, const Settings& settings) {
  const double least_s = settings.fewest_beats * settings.rr_max_ms / 1000;
  for (const Interval& segment : features.segments) {
    const auto next = std::lower_bound(features.beats.begin(), features.beats.end(), segment.start_s,
                                       [](const Beat& beat, double time_s) { return beat.time_s < time_s; });
    const bool has_beats = next != features.beats.end() && segment.contains(next->time_s);
    if (!has_beats && segment.duration_s() > 0 && segment.duration_s() < least_s)
      features.faults.push_back({segment.start_s, segment.end_s, FaultKind::too_short});
  }
  sort_by(features.faults, &Fault::start_s);
}

double usual_timing_noise_ms(const std::vector<Beat>& beats) {
  std::vector<double> noise_ms;
  for (const Beat& beat : beats) noise_ms.push_back(beat.timing_noise_ms);
  return stats::median(noise_ms);
}

/// Mean confidence × share of the beats that both detectors see × share of the time that is not poor, less
/// where R times are noisy.
double quality_of(const EcgFeatures& features, const std::vector<SeenBeat>& seen, const Settings& settings) {
  if (seen.empty()) return 0;
  double confidence = 0, twice = 0, total_s = 0, poor_s = 0;
  for (const SeenBeat& beat : seen) {
    confidence += beat.confidence;
    twice += beat.seen_twice ? 1 : 0;
  }
  for (const Interval& segment : features.segments) total_s += segment.duration_s();
  for (const Interval& stretch : features.poor) poor_s += stretch.duration_s();
  for (const Fault& fault : features.faults) poor_s += fault.end_s - fault.start_s;
  const auto n = static_cast<double>(seen.size());
  const double trusted = total_s > 0 ? std::max(0.0, 1 - poor_s / total_s) : 0;
  return confidence / n * twice / n * trusted /
         (1 + features.timing_noise_ms / settings.trust.good_timing_ms);
}

}  // namespace

BeatStream::BeatStream(double sample_rate_hz, const Settings& settings) : state_(std::make_unique<State>()) {
  state_->sample_rate_hz = sample_rate_hz;
  state_->settings = settings;
  state_->features.sample_rate_hz = sample_rate_hz;
}
BeatStream::~BeatStream() = default;
BeatStream::BeatStream(BeatStream&&) noexcept = default;
BeatStream& BeatStream::operator=(BeatStream&&) noexcept = default;

void BeatStream::begin_segment(double start_s) {
  State& s = *state_;
  s.end_segment();
  s.segment_start_s = start_s;
  s.first = 0;
  s.kept_to = 0;
  s.features.segments.push_back({start_s, start_s});
}

void BeatStream::push(std::span<const double> samples) {
  State& s = *state_;
  if (s.features.segments.empty()) begin_segment(0);
  // The last block of a segment takes up to two blocks' length, so that none is short.
  const std::size_t full = s.samples_in(2 * s.settings.block_s + s.settings.overlap_s);
  for (const double sample : samples) {
    s.samples.push_back(std::abs(sample) < too_large ? sample : 0.0);
    if (s.samples.size() < full) continue;
    s.search_full_block();
  }
  s.features.segments.back().end_s =
      s.segment_start_s + static_cast<double>(s.first + s.samples.size()) / s.sample_rate_hz;
}

EcgFeatures BeatStream::finish() {
  State& s = *state_;
  s.end_segment();
  EcgFeatures features = std::move(s.features);
  if (s.searched_s > 0) {
    for (const Interval& segment : features.segments) {
      const auto poor = poor_stretches(s.seen, segment, s.settings);
      features.poor.insert(features.poor.end(), poor.begin(), poor.end());
    }
    add_too_short(features, s.settings);
    features.timing_noise_ms = usual_timing_noise_ms(features.beats);
    features.quality = quality_of(features, s.seen, s.settings);
    features.inverted = 2 * s.inverted_s > s.searched_s;
  }
  *this = BeatStream(s.sample_rate_hz, s.settings);
  return features;
}

}  // namespace attune::ecg
