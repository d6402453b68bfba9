// Sums over one chunk of a channel's windows, of which the mean spectrum and its standard error are made.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "eeg/features.hpp"

namespace attune::eeg {

/// Of every bin: sums over a chunk's windows, and over the blocks that end in it of what a block is above the chunk's mean.
struct ChunkSums {
  std::size_t blocks = 0;
  std::vector<double> power, mean, deviation, square;
};

/// Sums of what stands at `first` … in `windows`; what stands before is of the chunk before. `block`: windows a block holds; 0:
/// blocks are not wanted.
ChunkSums sum_up(const ChannelFeatures& data, std::size_t bins, std::span<const std::uint32_t> windows,
                 std::size_t first, std::size_t block);

}  // namespace attune::eeg
