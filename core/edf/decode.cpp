// Samples from bytes: the hot loops of reading.
#include <algorithm>
#include <bit>
#include <cassert>
#include <cstring>

#include "edf/reader.hpp"

namespace attune::edf {

namespace {

static_assert(std::endian::native == std::endian::little, "samples are read as little-endian words");

/// Loads sample i. 16 bit: two bytes as they are. 24 bit: the top three bytes of a word, shifted down with
/// sign.
inline std::int32_t load16(const std::uint8_t* at) {
  std::int16_t value;
  std::memcpy(&value, at, sizeof value);
  return value;
}
inline std::int32_t load24(const std::uint8_t* at) {
  const std::uint32_t value = static_cast<std::uint32_t>(at[0]) << 8 |
                              static_cast<std::uint32_t>(at[1]) << 16 |
                              static_cast<std::uint32_t>(at[2]) << 24;
  return static_cast<std::int32_t>(value) >> 8;
}

/// Calls `store(i, sample)` for the samples of a signal that are there.
template <class Store>
void decode(const Header& header, std::size_t index, std::span<const std::uint8_t> record, std::size_t room,
            Store store) {
  if (index >= header.signals.size()) return;
  const Signal& signal = header.signals[index];
  const std::size_t width = is_bdf(header.variant) ? 3 : 2;
  if (signal.record_offset >= record.size()) return;
  const std::uint8_t* const bytes = record.data() + signal.record_offset;
  const std::size_t there = (record.size() - static_cast<std::size_t>(signal.record_offset)) / width;
  const std::size_t count = std::min({there, room, static_cast<std::size_t>(signal.samples_per_record)});
  if (width == 2) {
    for (std::size_t i = 0; i < count; ++i) store(i, load16(bytes + 2 * i));
  } else {
    for (std::size_t i = 0; i < count; ++i) store(i, load24(bytes + 3 * i));
  }
}

}  // namespace

void decode_digital(const Header& header, std::size_t signal, std::span<const std::uint8_t> record,
                    std::span<std::int32_t> out) {
  std::int32_t* const to = out.data();
  decode(header, signal, record, out.size(), [to](std::size_t i, std::int32_t sample) { to[i] = sample; });
}

void decode_physical(const Header& header, std::size_t signal, std::span<const std::uint8_t> record,
                     std::span<double> out) {
  if (signal >= header.signals.size()) return;
  const double gain = header.signals[signal].gain, offset = header.signals[signal].offset;
  double* const to = out.data();
  decode(header, signal, record, out.size(), [to, gain, offset](std::size_t i, std::int32_t sample) {
    to[i] = gain * static_cast<double>(sample) + offset;
  });
}

}  // namespace attune::edf
