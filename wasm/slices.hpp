// How the bytes of a file cross: JavaScript fills a buffer and says how many.
#pragma once

#include <emscripten/val.h>

#include <cstdint>
#include <span>
#include <vector>

#include "text_call.hpp"

namespace attune::page {

/// Room for the next slice of a file, which JavaScript fills before it calls push.
class SliceBuffer {
 public:
  emscripten::val view(std::size_t bytes) {
    if (slice_.size() < bytes) slice_.resize(bytes);
    return emscripten::val(emscripten::typed_memory_view(bytes, slice_.data()));
  }
  bool holds(std::size_t bytes) const { return bytes <= slice_.size(); }
  std::span<const std::uint8_t> first(std::size_t bytes) const { return {slice_.data(), bytes}; }
  void clear() { slice_ = {}; }

 private:
  std::vector<std::uint8_t> slice_;
};

inline std::string misuse() {
  return text_of(Error{"E_USE", "The recording takes no more bytes.", ""});
}

}  // namespace attune::page
