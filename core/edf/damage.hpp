// What a file is that is not a readable recording: other formats under the same name, and recordings that a
// transfer as text has destroyed. Each is named, so that the person who holds the file knows what to do.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/result.hpp"

namespace attune::edf {

/// Names what begins with these bytes (the first 512, or all of a shorter file) if it is known and is not EDF
/// or BDF.
std::optional<Error> recognise_other(std::string_view begin);

/// Watches the bytes behind the header for the marks of a transfer as text. Each watch ends at the first byte
/// that disproves it, in ordinary recordings after a few hundred bytes, or after a fixed stretch, so that it
/// costs nothing.
class TransferDamage {
 public:
  void push(std::span<const std::uint8_t> bytes);

  /// Bytes replaced by U+FFFD (EF BF BD) in the stretch watched, if the damage is certain: they make up a
  /// good part of it, as neither samples nor annotations do by chance; they begin at no common multiple of
  /// three, as samples of 24 bits with this value would; and the file has not the size that its header
  /// promises. `excess_bytes`: how much longer it is (negative: shorter); none if the header promises
  /// nothing.
  std::optional<std::uint64_t> replaced_bytes(std::optional<std::int64_t> excess_bytes) const;
  /// Bytes that became a sequence of UTF-8, if that is certain: everything is valid UTF-8, and the file is
  /// longer than promised by just the continuation bytes in it.
  std::optional<std::uint64_t> recoded_bytes(std::optional<std::int64_t> excess_bytes) const;
  /// Bytes 0D put in, if the damage is certain: every 0A of the whole file follows a 0D, and the file is
  /// longer than promised by just as many.
  std::optional<std::uint64_t> inserted_returns(std::optional<std::int64_t> excess_bytes) const;

 private:
  void watch_replacements(std::span<const std::uint8_t> bytes);
  void watch_utf8(std::span<const std::uint8_t> bytes);
  void watch_returns(std::span<const std::uint8_t> bytes);

  std::uint64_t watched_ = 0;  ///< bytes looked at for replacements
  std::uint32_t last_three_ = 0;
  std::array<std::uint64_t, 3> replacements_{};  ///< by offset modulo 3
  bool still_utf8_ = true;
  int tail_bytes_due_ = 0;  ///< continuation bytes that the sequence begun still needs
  std::uint64_t sequences_ = 0, continuation_bytes_ = 0;
  bool every_newline_returned_ = true;
  std::uint8_t before_ = 0;
  std::uint64_t newlines_ = 0;
};

}  // namespace attune::edf
