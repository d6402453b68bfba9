// Any stretch of a recording again, after it was read once: for a viewer of signals, which fetches just the
// bytes of the records it shows. Positions are 64 bit, and bytes that are not there are not assumed.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

/// Where a record begins in the file.
std::uint64_t record_position(const Header& header, std::uint64_t record);

/// When a record begins, from the first sample; `segments` as the reader left them.
Ticks record_onset(const Header& header, std::span<const Segment> segments, std::uint64_t record);

/// Records [first, first + count).
struct RecordRange {
  std::uint64_t first = 0;
  std::uint64_t count = 0;
};

/// The fewest records, in the order of the file, that hold everything recorded in [from, to). Empty if
/// nothing was.
RecordRange records_between(const Header& header, std::span<const Segment> segments, Ticks from, Ticks to);

/// Hands on the records of a range, as the reader does. `bytes` begin at record_position(first) and may end
/// early. Errors: E_RANGE if the range does not lie in the recording.
Status decode_records(const Header& header, std::span<const Segment> segments, RecordRange range,
                      std::span<const std::uint8_t> bytes, const Reader::RecordHandler& on_record);

}  // namespace attune::edf
