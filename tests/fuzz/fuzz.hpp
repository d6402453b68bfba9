// What the targets share: an input taken apart, and invariants that abort with their text.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "edf/reader.hpp"

namespace attune::fuzz {

/// An invariant of every input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

/// Takes values off the front of the input; zeros when it has ended.
class Input {
 public:
  Input(const std::uint8_t* data, std::size_t size) : rest_(data, size) {}

  std::uint64_t number(std::size_t bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes && !rest_.empty(); ++i, rest_ = rest_.subspan(1))
      value = value << 8 | rest_[0];
    return value;
  }
  bool flag() { return (number(1) & 1) != 0; }
  std::string text(std::size_t most) {
    const std::size_t count = std::min<std::size_t>(number(1) % (most + 1), rest_.size());
    std::string out(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(count));
    rest_ = rest_.subspan(count);
    return out;
  }
  std::span<const std::uint8_t> rest() const { return rest_; }

 private:
  std::span<const std::uint8_t> rest_;
};

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// What holds for every header that was accepted.
inline void check_header(const edf::Header& header, std::uint64_t file_size) {
  require(header.record_bytes > 0, "a record has bytes");
  require(header.header_bytes >= 256 * (header.signals.size() + 1),
          "the header is as long as its signals need");
  require(header.records == 0 || header.records <= (file_size - header.header_bytes) / header.record_bytes,
          "records are there");
  require(header.record_duration.numerator >= 0 && header.record_duration.denominator > 0,
          "duration is a fraction");
  require(
      header.record_duration_s == 0 || (header.record_duration_s >= 1e-6 && header.record_duration_s <= 1e6),
      "duration is in range");
  std::uint64_t offset = 0;
  for (const edf::Signal& signal : header.signals) {
    require(std::isfinite(signal.gain) && std::isfinite(signal.offset) && signal.gain != 0,
            "calibration is finite");
    require(std::isfinite(signal.sample_rate_hz) && signal.sample_rate_hz >= 0, "rates are finite");
    require(signal.record_offset == offset, "signals lie one behind the other");
    offset += static_cast<std::uint64_t>(signal.samples_per_record) * (edf::is_bdf(header.variant) ? 3 : 2);
  }
  require(offset == header.record_bytes, "signals fill the record");
}

}  // namespace attune::fuzz
