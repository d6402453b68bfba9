#include "cli/lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <span>
#include <utility>

#include "base/sha256.hpp"
#include "cli/files.hpp"
#include "words/ids/cli.hpp"

namespace attune::cli {
namespace {

std::string holder() {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  return "process " + std::to_string(getpid()) + " on " + host.data();
}

std::string text_of(int file) {
  std::array<char, 300> text{};
  const ssize_t size = pread(file, text.data(), text.size(), 0);
  return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

/// Whether the open file is still the one of this name: who held it before may just have removed it.
bool is_still(int file, const std::string& path) {
  struct stat opened {
  }, named{};
  return fstat(file, &opened) == 0 && stat(path.c_str(), &named) == 0 && opened.st_ino == named.st_ino &&
         opened.st_dev == named.st_dev;
}

/// Opens the file of a lock, or makes it.
Result<int> open_lock(const std::string& path) {
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file >= 0) return file;
  return Error{"E_FILE",
               words::say<"cli.folder">(
                   {{"what", words::as_is("written")}, {"why", words::as_is(std::strerror(errno))}}),
               ""};
}

enum class Locked { yes, held_by_another, unknown_here };

Locked lock(int file, bool wait) {
  struct flock whole {};
  whole.l_type = F_WRLCK;
  whole.l_whence = SEEK_SET;
  int outcome = 0;
  do {
    outcome = fcntl(file, wait ? F_SETLKW : F_SETLK, &whole);
  } while (outcome != 0 && errno == EINTR);
  if (outcome == 0) return Locked::yes;
  return errno == EACCES || errno == EAGAIN ? Locked::held_by_another : Locked::unknown_here;
}

/// Leaves in it who holds it.
void sign(int file) {
  const std::string who = holder();
  if (ftruncate(file, 0) == 0 && pwrite(file, who.data(), who.size(), 0) < 0) {
    // Who holds it cannot be said then; it is held all the same.
  }
}

/// Beside the record, under a name that is never too long.
std::string lock_of_record(const std::string& record) {
  const std::filesystem::path path(record);
  const std::string name = path.filename().string();
  const std::string digest = sha256_hex({reinterpret_cast<const std::uint8_t*>(name.data()), name.size()});
  return (path.parent_path() / (".attune-lock-" + digest.substr(0, 16))).string();
}

}  // namespace

Result<Lock> Lock::of_folder(const std::string& folder) {
  const std::string path = folder + "/.attune-lock";
  while (true) {
    const auto file = open_lock(path);
    if (!file) return file.error();
    const Locked locked = lock(*file, false);
    if (locked == Locked::yes && is_still(*file, path)) {
      sign(*file);
      return Lock(*file, path, false);
    }
    const std::string who = text_of(*file);
    close(*file);
    if (locked == Locked::held_by_another)
      return Error{"E_FOLDER_BUSY",
                   words::say<"cli.folder_busy">({{"known", !who.empty()}, {"who", words::as_is(who)}}), ""};
    if (locked == Locked::unknown_here) {
      warn(folder, {"W_NO_LOCK", words::say<"cli.no_lock">(), ""});
      return Lock(-1, path, false);
    }
  }
}

Result<Lock> Lock::of_record(const std::string& record) {
  const std::string path = lock_of_record(record);
  bool waited = false;
  while (true) {
    const auto file = open_lock(path);
    if (!file) return file.error();
    Locked locked = lock(*file, false);
    if (locked == Locked::held_by_another) {
      const std::string who = text_of(*file);
      if (!waited)
        warn(record,
             {"W_RECORD_BUSY",
              words::say<"cli.record_busy">({{"known", !who.empty()}, {"who", words::as_is(who)}}), ""});
      waited = true;
      locked = lock(*file, true);
    }
    if (locked == Locked::yes && is_still(*file, path)) {
      sign(*file);
      return Lock(*file, path, waited);
    }
    close(*file);
    if (locked != Locked::yes) {
      warn(record, {"W_NO_LOCK", words::say<"cli.no_lock_record">(), ""});
      return Lock(-1, path, waited);
    }
  }
}

Lock::Lock(Lock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)), waited_(other.waited_) {}

Lock::~Lock() {
  if (file_ < 0) return;
  unlink(path_.c_str());
  close(file_);
}

}  // namespace attune::cli
