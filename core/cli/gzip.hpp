// gzip undone as a stream (RFC 1952), within caps: no recording unpacks to more than a few hundred times its
// size.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

#include "base/result.hpp"

namespace attune::cli {

using OnSlice = std::function<Status(std::span<const std::uint8_t>)>;

/// True if the bytes begin as a gzip file does.
bool is_gzip(std::span<const std::uint8_t> begin);

/// All members of a gzip file one after another; padding after the last one is ignored, as gzip does.
class GzipStream {
 public:
  GzipStream();
  ~GzipStream();
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;

  /// Takes the next bytes and hands on what they unpack to. Errors: E_GZIP_DAMAGED, E_GZIP_BOMB, those of
  /// `on_slice`.
  Status push(std::span<const std::uint8_t> bytes, const OnSlice& on_slice);
  /// Tells that the last byte was pushed. Error: E_GZIP_DAMAGED if a member is not complete.
  Status finish() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attune::cli
