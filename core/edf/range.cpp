#include "edf/range.hpp"

#include <algorithm>

#include "edf/timeline.hpp"

namespace attune::edf {

namespace {

/// The segment that holds a record; segments stand in the order of the file.
const Segment* segment_of(std::span<const Segment> segments, std::uint64_t record) {
  const auto after = std::upper_bound(
      segments.begin(), segments.end(), record,
      [](std::uint64_t index, const Segment& segment) { return index < segment.first_record; });
  return after == segments.begin() ? nullptr : &*(after - 1);
}

}  // namespace

std::uint64_t record_position(const Header& header, std::uint64_t record) {
  return header.header_bytes + record * header.record_bytes;
}

Ticks record_onset(const Header& header, std::span<const Segment> segments, std::uint64_t record) {
  const Segment* const segment = segment_of(segments, record);
  if (segment == nullptr) return 0;
  return segment->onset + ticks_of(record - segment->first_record, header.record_duration);
}

RecordRange records_between(const Header& header, std::span<const Segment> segments, Ticks from, Ticks to) {
  const Ticks record = ticks_of(1, header.record_duration);
  std::uint64_t first = header.records, last = 0;
  for (const Segment& segment : segments) {
    const Ticks end = segment.onset + ticks_of(segment.records, header.record_duration);
    if (record <= 0 || end <= from || segment.onset >= to || from >= to) continue;
    // One record more at either side than the division gives: durations need not be whole ticks.
    const auto index_at = [&](Ticks time) {
      return static_cast<std::uint64_t>(std::max<Ticks>(time - segment.onset, 0) / record);
    };
    std::uint64_t begin = std::min(index_at(from), segment.records - 1);
    while (begin > 0 && segment.onset + ticks_of(begin, header.record_duration) > from) --begin;
    while (begin + 1 < segment.records && segment.onset + ticks_of(begin + 1, header.record_duration) <= from)
      ++begin;
    std::uint64_t stop = std::min(index_at(to) + 1, segment.records);
    while (stop < segment.records && segment.onset + ticks_of(stop, header.record_duration) < to) ++stop;
    while (stop > begin + 1 && segment.onset + ticks_of(stop - 1, header.record_duration) >= to) --stop;
    first = std::min(first, segment.first_record + begin);
    last = std::max(last, segment.first_record + stop);
  }
  return last > first ? RecordRange{first, last - first} : RecordRange{};
}

Status decode_records(const Header& header, std::span<const Segment> segments, RecordRange range,
                      std::span<const std::uint8_t> bytes, const Reader::RecordHandler& on_record) {
  if (range.first > header.records || range.count > header.records - range.first)
    return Error{"E_RANGE",
                 "The recording has " + std::to_string(header.records) + " records; records " +
                     std::to_string(range.first) + " and " + std::to_string(range.count) +
                     " more were asked for.",
                 "record " + std::to_string(range.first)};
  const auto record_bytes = static_cast<std::size_t>(header.record_bytes);
  for (std::uint64_t i = 0; i < range.count && bytes.size() >= record_bytes; ++i) {
    const std::uint64_t index = range.first + i;
    const Segment* const segment = segment_of(segments, index);
    on_record(Record{header, index, record_onset(header, segments, index),
                     segment != nullptr && segment->first_record == index, bytes.first(record_bytes)});
    bytes = bytes.subspan(record_bytes);
  }
  return success();
}

}  // namespace attune::edf
