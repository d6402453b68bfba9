#include "cli/folder_lock.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

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

}  // namespace

Result<FolderLock> FolderLock::take(const std::string& folder) {
  const std::string path = folder + "/.attune-lock";
  while (true) {
    const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file < 0)
      return Error{"E_FILE",
                   words::say<"cli.folder">(
                       {{"what", words::as_is("written")}, {"why", words::as_is(std::strerror(errno))}}),
                   ""};
    struct flock whole {};
    whole.l_type = F_WRLCK;
    whole.l_whence = SEEK_SET;
    if (fcntl(file, F_SETLK, &whole) != 0) {
      const int why = errno;
      const std::string who = text_of(file);
      close(file);
      if (why == EACCES || why == EAGAIN)
        return Error{"E_FOLDER_BUSY",
                     words::say<"cli.folder_busy">({{"known", !who.empty()}, {"who", words::as_is(who)}}),
                     ""};
      warn(folder, {"W_NO_LOCK", words::say<"cli.no_lock">(), ""});
      return FolderLock(-1, path);
    }
    if (is_still(file, path)) {
      const std::string who = holder();
      if (ftruncate(file, 0) == 0 && pwrite(file, who.data(), who.size(), 0) < 0) {
        // Who holds it cannot be said then; it is held all the same.
      }
      return FolderLock(file, path);
    }
    close(file);
  }
}

FolderLock::FolderLock(FolderLock&& other) noexcept
    : file_(std::exchange(other.file_, -1)), path_(std::move(other.path_)) {}

FolderLock::~FolderLock() {
  if (file_ < 0) return;
  unlink(path_.c_str());
  close(file_);
}

}  // namespace attune::cli
