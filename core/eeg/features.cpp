#include "eeg/features.hpp"

#include <algorithm>

#include "eeg/window_pass.hpp"

namespace attune::eeg {

namespace {

constexpr double highest_bin_hz = 40;  // the top of the muscle band; above it only the mains are looked at

/// Order in which channels are let go when memory is short: pairs last, then references, then known sites.
int rank_of(const ChannelInfo& info, const Settings& settings) {
  for (const Pair& pair : settings.pairs) {
    for (const std::string& name : {pair.left, pair.right})
      if (info.site == name || info.label == name) return 0;
  }
  for (const char* name : {"Cz", "A1", "A2", "M1", "M2", "TP9", "TP10"})
    if (info.site == name) return 1;
  return info.site.empty() ? 3 : 2;
}

}  // namespace

WindowSlot ChannelFeatures::append() {
  const std::size_t at = windows_ % chunk_windows;
  if (at == 0) {
    Chunk& begun = chunks_.emplace_back();
    begun.bins.reserve(chunk_windows * bins_);
    begun.measures.reserve(chunk_windows);
  }
  ++windows_;
  Chunk& chunk = chunks_.back();
  chunk.bins.resize((at + 1) * bins_);
  return {{chunk.bins.data() + at * bins_, bins_}, &chunk.measures.emplace_back()};
}

struct FeatureStream::Windows {
  WindowShape shape;
  std::vector<WindowScale> scales = {};
  std::vector<WindowSlot> slots = {};  ///< of the window that is taken, one a channel
  std::unique_ptr<WindowPass> pass = {};
};

FeatureStream::FeatureStream(std::vector<ChannelInfo> channels, double sample_rate_hz,
                             const Settings& settings)
    : windows_(new Windows{WindowShape(sample_rate_hz)}), max_bytes_(settings.max_feature_mb * 1e6) {
  const WindowShape& shape = windows_->shape;
  const std::size_t n = shape.samples();
  features_.sample_rate_hz = sample_rate_hz;
  features_.window_samples = n;
  features_.hop_samples = shape.hop();
  features_.bin_hz = shape.bin_hz();
  // The bin at the Nyquist frequency is left out: it alone would not be doubled.
  features_.bins = std::min(static_cast<std::size_t>(highest_bin_hz), (n - 1) / 2);
  for (ChannelInfo& info : channels) {
    rank_.push_back(rank_of(info, settings));
    windows_->scales.push_back({info.to_uv, info.clip_low_uv, info.clip_high_uv});
    features_.channels.emplace_back(std::move(info), features_.bins);
  }
  kept_.assign(channels.size(), true);
  windows_->slots.resize(channels.size());
  windows_->pass = window_pass(shape, windows_->scales);
}

FeatureStream::~FeatureStream() = default;

void FeatureStream::begin_segment(double start_s) {
  segment_start_s_ = start_s;
  segment_windows_ = 0;
  begin_ = 0;
  filled_ = 0;
}

void FeatureStream::push(std::span<const std::span<const double>> block) {
  const std::size_t n = features_.window_samples;
  const std::size_t hop = features_.hop_samples;
  const std::size_t samples = block.empty() ? 0 : block[0].size();
  for (std::size_t from = 0; from < samples;) {
    const std::size_t count = std::min(n - filled_, samples - from);
    windows_->pass->put(block, from, count, begin_ + filled_);
    from += count;
    filled_ += count;
    if (filled_ < n) continue;

    if (features_.start_s.size() % ChannelFeatures::chunk_windows == 0) make_room();
    if (features_.stopped_at_s) return;
    take_window();
    begin_ += hop;
    filled_ = n - hop;
    if (begin_ + n <= WindowPass::buffered_windows * n) continue;
    windows_->pass->move_to_front(begin_, filled_);
    begin_ = 0;
  }
}

void FeatureStream::take_window() {
  features_.start_s.push_back(segment_start_s_ + static_cast<double>(segment_windows_) *
                                                     static_cast<double>(features_.hop_samples) /
                                                     features_.sample_rate_hz);
  for (std::size_t c = 0; c < kept_.size(); ++c)
    windows_->slots[c] = kept_[c] ? features_.channels[c].append() : WindowSlot{};
  windows_->pass->take(begin_, segment_windows_++ > 0, windows_->slots);
}

/// Lets channels go, or ends the keeping of windows, before one more chunk would pass the memory limit.
void FeatureStream::make_room() {
  const std::size_t chunks = features_.start_s.size() / ChannelFeatures::chunk_windows + 1;
  const double bytes =
      static_cast<double>(chunks) * static_cast<double>(ChannelFeatures::chunk_bytes(features_.bins));
  auto kept = static_cast<double>(std::count(kept_.begin(), kept_.end(), true));
  for (int rank = 3; rank >= 1; --rank) {
    for (std::size_t c = kept_.size(); c-- > 0 && kept * bytes > max_bytes_;) {
      if (!kept_[c] || rank_[c] != rank) continue;
      kept_[c] = false;
      features_.channels[c].clear();
      --kept;
    }
  }
  if (kept * bytes > max_bytes_ && !features_.start_s.empty() && !features_.stopped_at_s)
    features_.stopped_at_s = features_.start_s.back() + features_.window_s();
}

Features FeatureStream::finish() {
  std::vector<ChannelFeatures> kept;
  for (std::size_t c = 0; c < features_.channels.size(); ++c) {
    if (kept_[c]) {
      kept.push_back(std::move(features_.channels[c]));
    } else {
      features_.left_out.push_back(features_.channels[c].info().label);
    }
  }
  features_.channels = std::move(kept);
  return std::move(features_);
}

}  // namespace attune::eeg
