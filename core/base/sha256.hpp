// SHA-256 of a stream of bytes (FIPS 180-4), to name a report's inputs. In the core because the browser's own
// `crypto.subtle` takes no stream and is missing on plain-http intranets.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>

namespace attune {

class Sha256 {
 public:
  void update(std::span<const std::uint8_t> bytes);
  /// The digest as 64 lower-case hexadecimal digits. Call once, after the last update.
  std::string hex();

 private:
  void block(const std::uint8_t* bytes);

  std::array<std::uint32_t, 8> state_{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::array<std::uint8_t, 64> buffer_{};
  std::uint64_t length_ = 0;
};

/// The digest of bytes that are all there.
std::string sha256_hex(std::span<const std::uint8_t> bytes);

}  // namespace attune
