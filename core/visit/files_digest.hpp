// The digests that name a recording: of each of its files and of all their bytes in order, while these pass.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/sha256.hpp"

namespace attune::visit {

struct FileDigests {
  std::string all;
  std::vector<std::string> files;

  static constexpr const char* type_name = "FileDigests";
  static constexpr auto fields() {
    return std::array{field<&FileDigests::all>("all", "SHA-256 of all files' bytes in order."),
                      field<&FileDigests::files>("files", "SHA-256 of each file.")};
  }
};

class FilesDigest {
 public:
  void update(std::span<const std::uint8_t> bytes);
  /// The last byte of a file was given, and another follows.
  void next_file();
  /// Call once, after the last byte.
  FileDigests finish();

 private:
  void close_file();

  Sha256 all_;
  std::optional<Sha256> file_;  ///< of a file behind the first, whose bytes are all there are so far
  std::vector<std::string> files_;
};

}  // namespace attune::visit
