#include "visit/files_digest.hpp"

namespace attune::visit {

void FilesDigest::update(std::span<const std::uint8_t> bytes) {
  all_.update(bytes);
  if (file_) file_->update(bytes);
}

void FilesDigest::close_file() {
  Sha256 digest = file_.value_or(all_);
  files_.push_back(digest.hex());
}

void FilesDigest::next_file() {
  close_file();
  file_.emplace();
}

FileDigests FilesDigest::finish() {
  close_file();
  return {all_.hex(), std::move(files_)};
}

}  // namespace attune::visit
