#include "eeg/block_draws.hpp"

#include <algorithm>

namespace attune::eeg {

void BlockDraws::next(std::span<std::size_t> draw, std::size_t blocks) {
  const auto count = static_cast<double>(blocks);
  const std::size_t kept = std::min(draw.size(), most_kept - at_);
  while (kept_.size() < at_ + kept) kept_.push_back(random_.uniform());
  for (std::size_t i = 0; i < kept; ++i) draw[i] = static_cast<std::size_t>(kept_[at_ + i] * count);
  at_ += kept;
  if (kept == draw.size()) return;
  if (!beyond_) beyond_ = random_;
  for (std::size_t& block : draw.subspan(kept)) block = static_cast<std::size_t>(beyond_->uniform() * count);
}

}  // namespace attune::eeg
