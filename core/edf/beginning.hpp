// When the first sample of a file was recorded, from its first bytes: what puts the files of one visit in order.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "edf/reader.hpp"

namespace attune::edf {

class Beginning {
 public:
  explicit Beginning(std::uint64_t file_bytes);
  Beginning(const Beginning&) = delete;
  Beginning& operator=(const Beginning&) = delete;

  /// Takes the next bytes of the file; true: no more are wanted.
  bool push(std::span<const std::uint8_t> bytes);

  /// A text that sorts by time; empty where the start is not known, or the file cannot be read, which reading it will say.
  std::string text() const;

 private:
  bool begun_ = false;
  Reader reader_;
};

}  // namespace attune::edf
