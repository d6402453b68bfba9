#include "eeg/block_draws.hpp"

#include <algorithm>

namespace attune::eeg {

namespace {

/// By way of a signed number, which processors make at once.
std::uint32_t whole_number(double block) {
  return static_cast<std::uint32_t>(static_cast<std::int32_t>(block));
}

}  // namespace

void BlockDraws::next(std::span<std::uint32_t> draw, std::size_t blocks) {
  const auto count = static_cast<double>(blocks);
  const std::size_t kept = std::min(draw.size(), most_kept - at_);
  while (kept_.size() < at_ + kept) kept_.push_back(random_.uniform());
  for (std::size_t i = 0; i < kept; ++i) draw[i] = whole_number(kept_[at_ + i] * count);
  at_ += kept;
  if (kept == draw.size()) return;
  if (!beyond_) beyond_ = random_;
  for (std::uint32_t& block : draw.subspan(kept)) block = whole_number(beyond_->uniform() * count);
}

}  // namespace attune::eeg
