#include "ecg/beat_stream.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

#include "ecg/block_detector.hpp"

namespace attune::ecg {

struct BeatStream::State {
  double sample_rate_hz;
  Settings settings;
  EcgFeatures features;
  std::vector<double> samples;  ///< of the segment, from `first` on
  double segment_start_s = 0;
  std::size_t first = 0;    ///< index in the segment of samples[0]
  std::size_t kept_to = 0;  ///< index in the segment up to which beats were handed on
  std::optional<bool> polarity;
  double quality_s = 0;  ///< sum of quality × seconds
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
    const double offset_s = segment_start_s + static_cast<double>(first) / sample_rate_hz;
    const double from_s = segment_start_s + static_cast<double>(kept_to) / sample_rate_hz;
    const double to_s = segment_start_s + static_cast<double>(end) / sample_rate_hz;
    for (Beat beat : block.beats) {
      beat.time_s += offset_s;
      if (beat.time_s < from_s || beat.time_s >= to_s) continue;
      const bool close = !features.beats.empty() &&
                         beat.time_s - features.beats.back().time_s < settings.refractory_ms / 1000;
      if (!close) features.beats.push_back(beat);
    }
    quality_s += block.quality * (to_s - from_s);
    if (block.inverted) inverted_s += to_s - from_s;
    searched_s += to_s - from_s;
    kept_to = end;
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
    s.samples.push_back(std::isfinite(sample) ? sample : 0.0);
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
    features.quality = s.quality_s / s.searched_s;
    features.inverted = 2 * s.inverted_s > s.searched_s;
  }
  *this = BeatStream(s.sample_rate_hz, s.settings);
  return features;
}

}  // namespace attune::ecg
