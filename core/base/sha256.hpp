// SHA-256 of a stream of bytes (FIPS 180-4), to name a report's inputs. In the core because the browser's own
// `crypto.subtle` takes no stream and is missing on plain-http intranets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace attune {

using Sha256State = std::array<std::uint32_t, 8>;
/// Takes whole blocks of 64 bytes into the state.
using Sha256Blocks = void (*)(Sha256State& state, const std::uint8_t* bytes, std::size_t blocks);

/// For every processor.
void sha256_blocks_plain(Sha256State& state, const std::uint8_t* bytes, std::size_t blocks);
/// By the instructions that this processor has for it; where it has none, plain.
Sha256Blocks sha256_blocks();

class Sha256 {
 public:
  explicit Sha256(Sha256Blocks blocks = sha256_blocks()) : take_blocks_(blocks) {}
  void update(std::span<const std::uint8_t> bytes);
  /// The digest as 64 lower-case hexadecimal digits. Call once, after the last update.
  std::string hex();

 private:
  Sha256Blocks take_blocks_;
  Sha256State state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                     0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> buffer_{};
  std::uint64_t length_ = 0;
};

/// The digest of bytes that are all there.
std::string sha256_hex(std::span<const std::uint8_t> bytes);

}  // namespace attune
