// What one run at a time may write: a folder of results, or one record.
#pragma once

#include <string>

#include "base/result.hpp"

namespace attune::cli {

/// Held until it goes out of scope. The system itself lets go of it when the process ends, however, or its computer,
/// so that what is left of a run that was killed is in nobody's way. Where the file system knows no locks, standard
/// error says so (W_NO_LOCK) and there is none. Where it knows them for one computer alone, runs on two do not see
/// each other; what they write is whole all the same (cli/files.hpp), the last one's.
class Lock {
 public:
  /// Error: E_FOLDER_BUSY (another run holds it; which), E_FILE.
  static Result<Lock> of_folder(const std::string& folder);

  /// Waits for whoever holds it, which standard error says (W_RECORD_BUSY). Error: E_FILE.
  static Result<Lock> of_record(const std::string& path);

  /// Whether it had to wait for another run, which may have written the record meanwhile.
  bool waited() const { return waited_; }

  Lock(Lock&&) noexcept;
  Lock& operator=(Lock&&) = delete;
  ~Lock();

 private:
  Lock(int file, std::string path, bool waited) : file_(file), path_(std::move(path)), waited_(waited) {}
  int file_;
  std::string path_;
  bool waited_;
};

}  // namespace attune::cli
