// Sentences that thousands of recordings share, each kept once.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "words/said.hpp"

namespace attune::cohort {

/// The empty text has place 0.
class KeptTexts {
 public:
  KeptTexts() { place_of({}); }

  std::uint32_t place_of(const words::Text& text) {
    const auto [found, added] =
        places_.try_emplace(text.english(), static_cast<std::uint32_t>(texts_.size()));
    if (added) texts_.push_back(text);
    return found->second;
  }

  const words::Text& operator[](std::uint32_t place) const { return texts_[place]; }

 private:
  std::map<std::string, std::uint32_t> places_;  ///< by their English
  std::vector<words::Text> texts_;
};

}  // namespace attune::cohort
