// The digests of a recording's files, for the worker that takes them while another reads the recording.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include "slices.hpp"
#include "text_call.hpp"
#include "visit/files_digest.hpp"

namespace {

using namespace attune;
using namespace attune::page;
using emscripten::val;

class FilesDigest {
 public:
  val buffer(std::size_t bytes) { return slice_.view(bytes); }

  std::string push(std::size_t bytes) {
    if (!slice_.holds(bytes)) return misuse();
    digest_.update(slice_.first(bytes));
    return "";
  }

  void next_file() { digest_.next_file(); }

  std::string finish() { return dump(written(digest_.finish())); }

 private:
  visit::FilesDigest digest_;
  SliceBuffer slice_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(attune_digest) {
  emscripten::class_<FilesDigest>("FilesDigest")
      .constructor<>()
      .function("buffer", &FilesDigest::buffer)
      .function("push", &FilesDigest::push)
      .function("nextFile", &FilesDigest::next_file)
      .function("finish", &FilesDigest::finish);
}
