// Where each field stands in the header, and the test for a header whose fields have moved.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/result.hpp"

namespace attune::edf {

/// Fields of one signal, as found.
struct SignalFields {
  std::string_view label, transducer, unit;
  std::string_view physical_min, physical_max, digital_min, digital_max;
  std::string_view prefilter, samples_per_record, reserved;

  /// The four range fields with their names.
  std::array<std::pair<std::string_view, std::string_view>, 4> ranges() const;
};

/// A view of the header's fields; `bytes` holds at least 256 bytes, and the signals' headers where they are
/// asked.
struct HeaderFields {
  explicit HeaderFields(std::string_view header);

  std::string_view bytes;
  std::string_view version, patient, recording, date, time, header_bytes, reserved, records, duration,
      signals;

  std::size_t signal_count() const { return bytes.size() / 256 - 1; }
  SignalFields signal(std::size_t index) const;
};

/// 3 if the bytes begin with a UTF-8 byte-order mark, else 0.
std::size_t byte_order_mark_bytes(std::string_view bytes);

/// Whether the version field is that of an EDF (a number) or BDF file (FF BIOSEMI), or the rest of the header leaves no
/// doubt that it is one.
bool is_magic(std::string_view bytes);

/// Whether samples take 24 bits: those of BDF, and those of a file whose version field says EDF but whose size fits
/// nothing else and whose digital range no 16 bits hold.
bool has_wide_samples(const HeaderFields& fields, std::uint64_t file_size);

/// Whether at least two of the file's own numeric fields hold numbers: a header, if a damaged one.
bool looks_like_header(std::string_view bytes);

/// E_HEADER_SHIFTED if bytes are missing or too many somewhere before the number of signals: from some field
/// on, all fields read correctly only when moved by one or two bytes.
std::optional<Error> find_shift(std::string_view bytes);

/// The same for the signals' part of the header.
std::optional<Error> find_signal_shift(const HeaderFields& fields, bool wide_samples,
                                       std::uint64_t file_size);

}  // namespace attune::edf
