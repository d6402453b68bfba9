// What several suites need: the shared recordings, which may be absent.
#pragma once

#include <doctest/doctest.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "words/said.hpp"

namespace doctest {

/// A text in the message of a test that fails.
template <>
struct StringMaker<attune::words::Text> {
  static String convert(const attune::words::Text& text) { return text.english().c_str(); }
};

}  // namespace doctest

namespace attune::test {

/// Folder of the shared recordings: $ATTUNE_DATA, else ../shared/data beside the project.
inline std::filesystem::path data_folder() {
  if (const char* folder = std::getenv("ATTUNE_DATA")) return folder;
  return std::filesystem::path(ATTUNE_SOURCE_DIR) / "../shared/data";
}

/// True if `name` is there; else says that the test is skipped.
inline bool have_data(const std::string& name) {
  if (std::filesystem::exists(data_folder() / name)) return true;
  MESSAGE("skipped: " << name << " is not in ATTUNE_DATA");
  return false;
}

inline std::vector<std::uint8_t> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

inline std::string read_text(const std::filesystem::path& path) {
  const auto bytes = read_file(path);
  return {bytes.begin(), bytes.end()};
}

}  // namespace attune::test
