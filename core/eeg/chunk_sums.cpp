#include "eeg/chunk_sums.hpp"

namespace attune::eeg {

ChunkSums sum_up(const ChannelFeatures& data, std::size_t bins, std::span<const std::uint32_t> windows,
                 std::size_t first, std::size_t block) {
  ChunkSums sums;
  sums.power.assign(bins, 0.0);
  for (const std::uint32_t w : windows.subspan(first)) {
    const WindowBin* const in = data.bins(w).data();
    for (std::size_t k = 0; k < bins; ++k) sums.power[k] += in[k].power();
  }
  sums.mean = sums.power;
  for (double& value : sums.mean) value /= static_cast<double>(windows.size() - first);
  if (block == 0) return sums;
  std::vector<double> of_block(bins, 0.0);
  sums.deviation = sums.square = of_block;
  for (std::size_t i = 0; i < windows.size(); ++i) {
    const WindowBin* const in = data.bins(windows[i]).data();
    const WindowBin* const out = i >= block ? data.bins(windows[i - block]).data() : nullptr;
    for (std::size_t k = 0; k < bins; ++k) of_block[k] += in[k].power() - sums.mean[k];
    for (std::size_t k = 0; k < bins && out; ++k) of_block[k] -= out[k].power() - sums.mean[k];
    if (i < first || i + 1 < block) continue;
    ++sums.blocks;
    for (std::size_t k = 0; k < bins; ++k) {
      sums.deviation[k] += of_block[k];
      sums.square[k] += of_block[k] * of_block[k];
    }
  }
  return sums;
}

}  // namespace attune::eeg
