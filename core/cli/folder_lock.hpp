// A folder that one run at a time writes its results into.
#pragma once

#include <string>

#include "base/result.hpp"

namespace attune::cli {

/// Held until it goes out of scope. The system itself lets go of it when the process ends, however, or its computer,
/// so that what is left of a run that was killed is in nobody's way.
class FolderLock {
 public:
  /// Error: E_FOLDER_BUSY (another run holds it; which). Where the file system knows no locks, standard error says so
  /// and there is none.
  static Result<FolderLock> take(const std::string& folder);

  FolderLock(FolderLock&&) noexcept;
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  FolderLock(int file, std::string path) : file_(file), path_(std::move(path)) {}
  int file_;
  std::string path_;
};

}  // namespace attune::cli
