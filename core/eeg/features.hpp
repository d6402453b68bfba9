// What one pass over the samples leaves of the EEG: for each channel and each 1-s window at 50 % overlap the
// power and phase of every 1-Hz bin, and the measures that the artifact rules look at. All decisions (rules,
// bands, pairs, references, phases, exclusions) are taken on these features, without a second read.
//
//   window   round(rate) samples, Hann taper (periodic), mean removed; hop = window - window / 2 samples.
//            Never spans a gap; samples that fill no whole window before a gap are left out.
//   bin k    k = 1 … bins, at k * bin_hz, where bin_hz = rate / window: 1 Hz for whole rates.
//   power    one-sided density, uV^2 / Hz, as scipy.signal.welch gives it for a single segment
//   phase    with the power it restores the spectrum to 5e-5 of its size, enough to re-reference and to form
//            coherence, at a quarter of the memory of a second double. How both are kept: eeg/window_values.hpp.
//
// Memory: 352 bytes a channel and window, 81 MB for an hour of 32 channels, and never more than
// Settings::max_feature_mb: beyond it channels are let go, those last that pairs and references need.
// Errors: none; values that are not finite make a window whose max_abs_uv is infinite and whose power is 0.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "eeg/settings.hpp"
#include "eeg/window_values.hpp"

namespace attune::eeg {

/// An EEG channel as the caller recognised it.
struct ChannelInfo {
  std::string label;       ///< in the file
  std::string site;        ///< 10-20 name, empty if unknown
  std::string reference;   ///< what the label says it was recorded against, empty if nothing
  double to_uv = 1;        ///< factor from the file's unit to `unit`
  double clip_low_uv = 0;  ///< the digital limits in uV; equal: unknown, no clipping rule
  double clip_high_uv = 0;
  std::size_t signal = 0;   ///< its index in the file
  std::string unit = "uV";  ///< else the file's own, where it is no voltage; empty: the file states none
};

/// All windows of one channel, stored in chunks so that growing never copies what is there.
class ChannelFeatures {
 public:
  static constexpr std::size_t chunk_windows = 256;

  ChannelFeatures(ChannelInfo info, std::size_t bins) : info_(std::move(info)), bins_(bins) {}

  const ChannelInfo& info() const { return info_; }
  std::size_t windows() const { return windows_; }
  /// Bins 1 … bins; element 0 is bin 1.
  std::span<const WindowBin> bins(std::size_t window) const {
    return {chunks_[window / chunk_windows].bins.data() + window % chunk_windows * bins_, bins_};
  }
  const WindowMeasures& measures(std::size_t window) const {
    return chunks_[window / chunk_windows].measures[window % chunk_windows];
  }
  static std::size_t chunk_bytes(std::size_t bins) {
    return chunk_windows * (bins * sizeof(WindowBin) + sizeof(WindowMeasures));
  }

  /// Room for one more window, its values to be filled in.
  WindowSlot append();
  void clear() {
    chunks_.clear();
    windows_ = 0;
  }

 private:
  /// Reserved whole, filled window by window: what is never written takes no memory.
  struct Chunk {
    std::vector<WindowBin> bins;
    std::vector<WindowMeasures> measures;
  };
  ChannelInfo info_;
  std::size_t bins_;
  std::size_t windows_ = 0;
  std::vector<Chunk> chunks_;
};

/// Features of the channels of one sampling rate.
struct Features {
  double sample_rate_hz = 0;
  std::size_t window_samples = 0;
  std::size_t hop_samples = 0;
  std::size_t bins = 0;
  double bin_hz = 1;
  std::vector<double> start_s;  ///< of each window
  std::vector<ChannelFeatures> channels;
  std::vector<std::string> left_out;   ///< labels of channels let go for memory
  std::optional<double> stopped_at_s;  ///< later windows were not kept, for memory
  std::vector<double> joins_s;         ///< where the recording was paused or cut, by time
  std::vector<Interval> marked;        ///< stretches that the recording marks as bad, by start

  double window_s() const { return static_cast<double>(window_samples) / sample_rate_hz; }
  double hop_s() const { return static_cast<double>(hop_samples) / sample_rate_hz; }
};

class FeatureStream {
 public:
  FeatureStream(std::vector<ChannelInfo> channels, double sample_rate_hz, const Settings& settings);
  ~FeatureStream();

  /// The samples that follow start at `start_s` and are contiguous until the next call. Without a call the
  /// first segment starts at 0.
  void begin_segment(double start_s);
  /// One span a channel, equal lengths, in the file's unit. Any length.
  void push(std::span<const std::span<const double>> block);
  /// What was found; the stream is spent.
  Features finish();

 private:
  struct Windows;

  void take_window();
  void make_room();

  Features features_;
  std::unique_ptr<Windows> windows_;
  std::vector<int> rank_;  ///< of each channel: 0 is let go last
  std::vector<bool> kept_;
  double max_bytes_ = 0;
  double segment_start_s_ = 0;
  std::uint64_t segment_windows_ = 0;
  std::size_t begin_ = 0, filled_ = 0;  ///< where the window begins in the buffers, its samples so far
};

}  // namespace attune::eeg
