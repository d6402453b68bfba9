// Which blocks each draw of a bootstrap holds. All tables of one analysis draw from one series of random
// numbers, which is made once; what lies beyond a bound of memory is made anew by each.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/random.hpp"

namespace attune::eeg {

class BlockDraws {
 public:
  explicit BlockDraws(std::uint64_t seed) : random_(seed) {}

  /// The series begins anew; so many numbers of it are wanted.
  void restart(std::size_t wanted) {
    kept_.reserve(std::min(wanted, most_kept));
    at_ = 0;
    beyond_.reset();
  }
  /// What comes next, of one draw or several: each element a whole number in [0, blocks), as Random::below gives it.
  void next(std::span<std::uint32_t> draw, std::size_t blocks);

 private:
  static constexpr std::size_t most_kept = 1 << 20;  // 8 MB; an hour needs two thirds of it

  Random random_;
  std::vector<double> kept_;
  std::size_t at_ = 0;
  std::optional<Random> beyond_;
};

}  // namespace attune::eeg
