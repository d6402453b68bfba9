// Calls of the built program: what it prints, and its exit status.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <span>
#include <system_error>

#include "support.hpp"

namespace attune::test {

/// What a call of the program gave.
struct Run {
  int status = -1;
  std::string out, err;
};

/// A file among the process's own: suites run side by side.
inline std::filesystem::path scratch(const std::string& name) {
  struct Folder {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("attune-cli-test-" + std::to_string(getpid()));
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() {
      std::error_code left_behind;
      std::filesystem::remove_all(path, left_behind);
    }
  };
  static const Folder folder;
  return folder.path / name;
}

inline Run run(const std::string& arguments) {
  const std::string err = scratch("err.txt").string();
  const std::string command = std::string(ATTUNE_BINARY) + " " + arguments + " 2>" + err;
  Run result;
  std::FILE* const pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe))
    result.out.append(buffer, count);
  result.status = WEXITSTATUS(pclose(pipe));
  result.err = read_text(err);
  return result;
}

inline std::string save(const std::string& name, std::span<const std::uint8_t> bytes) {
  const std::string path = scratch(name).string();
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  return path;
}

inline std::string save(const std::string& name, const std::string& text) {
  return save(name, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace attune::test
