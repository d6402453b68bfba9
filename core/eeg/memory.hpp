// What one analysis leaves for the next of the same recording, each with all that it rests on: which windows the rules
// reject, what a channel sums up to over 256 windows, the asymmetry of a pair in a phase. A stretch that is left out changes
// the sums of its own windows and the phases it lies in.
#pragma once

#include <array>
#include <complex>
#include <cstdint>
#include <utility>
#include <vector>

#include "base/memo.hpp"
#include "eeg/background.hpp"
#include "eeg/chunk_sums.hpp"
#include "eeg/metrics.hpp"
#include "eeg/settings.hpp"
#include "eeg/size.hpp"

namespace attune::eeg {

/// Of an asymmetry as recorded; the windows by their number among all.
struct AsymmetryInputs {
  std::size_t features = 0, left = 0, right = 0;
  Settings settings;
  std::vector<std::uint32_t> windows;
  bool operator==(const AsymmetryInputs&) const = default;
};

/// Of the sums over one chunk of a channel's windows (ChannelFeatures::chunk_windows).
struct ChunkInputs {
  std::size_t block = 0;               ///< windows a block holds
  std::vector<std::uint32_t> windows;  ///< the chunk's, and as many before them as a block reaches back to
  bool operator==(const ChunkInputs&) const = default;
};

/// Of a reference over one chunk of windows: the channels that it is formed of, and the rejections of each.
struct ReferenceInputs {
  std::size_t bins = 0;
  std::vector<std::size_t> members;
  std::vector<Rejection> rejections;  ///< channel-major
  bool operator==(const ReferenceInputs&) const = default;
};

struct ReferenceChunk {
  std::vector<std::complex<double>> spectrum;  ///< window-major
  std::vector<Rejection> rejections;           ///< one a window
};

class Memory {
 public:
  /// Where no other analysis follows: powers of all windows, the largest part, are not kept beyond their channel.
  void expect_no_other() {
    for (auto* powers : {&muscle_uv2, &total_uv2, &slow_uv2}) powers->keep_only_last();
  }

  /// At the beginning of an analysis.
  void begin_round() {
    size_doubts.begin_round();
    other_gains.begin_round();
    for (auto* powers : {&muscle_uv2, &total_uv2, &slow_uv2}) powers->begin_round();
    rejections.begin_round();
    bad_reasons.begin_round();
    chunks.begin_round();
    references.begin_round();
    asymmetries.begin_round();
    backgrounds.begin_round();
  }

  Memo<std::size_t, Settings, std::optional<Diagnostic>> size_doubts;  ///< by size_rules (eeg/size.hpp)
  Memo<std::size_t, Settings, std::vector<OtherGain>> other_gains;     ///< by the same

  using Channel = std::pair<std::size_t, std::size_t>;  ///< of a sampling rate
  /// Of every window, by band: what the rules and the background look at whatever the other settings are.
  Memo<Channel, Band, std::vector<double>> muscle_uv2, total_uv2, slow_uv2;
  Memo<Channel, Settings, std::vector<Rejection>> rejections;  ///< by window_rules (eeg/rejection.hpp)
  Memo<Channel, std::pair<Settings, std::vector<Rejection>>, words::Text>
      bad_reasons;  ///< by own_rules (eeg/quality.cpp)
  /// By sampling rate, channel, chunk, and whether of all its clean windows or of the quiet ones.
  Memo<std::array<std::size_t, 4>, ChunkInputs, ChunkSums> chunks;
  /// By reference, sampling rate and chunk, in so many bins as any analysis has asked for.
  std::size_t reference_bins = 0;
  Memo<std::array<std::size_t, 3>, ReferenceInputs, ReferenceChunk> references;
  Memo<std::pair<std::size_t, std::size_t>, AsymmetryInputs, Asymmetry> asymmetries;  ///< by pair and phase
  /// By the same and background_rules (eeg/asymmetry.hpp): another alpha band has the same backgrounds.
  Memo<std::pair<std::size_t, std::size_t>, AsymmetryInputs, FittedBackgrounds> backgrounds;
};

}  // namespace attune::eeg
