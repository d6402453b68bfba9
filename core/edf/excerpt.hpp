// Samples of a stretch again, from just the bytes that hold it, in the signal's physical unit.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/result.hpp"
#include "edf/columns.hpp"
#include "edf/range.hpp"

namespace attune::edf {

/// The records that hold [from_s, to_s), and `margin_s` more on either side.
RecordRange excerpt_records(const Header& header, std::span<const Segment> segments, double from_s,
                            double to_s, double margin_s);

/// One signal's samples in a range of records, a run for each stretch without a gap. `bytes` begin where the
/// range begins and may end early. Errors: E_RANGE if the range does not lie in the recording.
Result<std::vector<Run>> runs_of(const Header& header, std::span<const Segment> segments, RecordRange range,
                                 std::span<const std::uint8_t> bytes, std::size_t signal);

}  // namespace attune::edf
