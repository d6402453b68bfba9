#include "edf/excerpt.hpp"

#include <algorithm>

namespace attune::edf {

namespace {

/// Seconds in ticks; far beyond any recording at most, so that nothing overflows.
Ticks ticks(double seconds) {
  constexpr double most_s = 1e10;
  return static_cast<Ticks>(std::clamp(seconds, -most_s, most_s) * ticks_per_second);
}

}  // namespace

RecordRange excerpt_records(const Header& header, std::span<const Segment> segments, double from_s,
                            double to_s, double margin_s) {
  return records_between(header, segments, ticks(from_s - margin_s), ticks(to_s + margin_s));
}

Result<std::vector<Run>> runs_of(const Header& header, std::span<const Segment> segments, RecordRange range,
                                 std::span<const std::uint8_t> bytes, std::size_t signal) {
  std::vector<Run> runs;
  if (signal >= header.signals.size() || header.signals[signal].sample_rate_hz <= 0) return runs;
  const auto count = static_cast<std::size_t>(header.signals[signal].samples_per_record);
  const Status status = decode_records(header, segments, range, bytes, [&](const Record& record) {
    if (runs.empty() || record.starts_segment)
      runs.push_back({seconds(record.onset), header.signals[signal].sample_rate_hz, {}});
    std::vector<double>& samples = runs.back().samples;
    samples.resize(samples.size() + count);
    record.physical(signal, std::span(samples).last(count));
  });
  if (!status) return status.error();
  return runs;
}

}  // namespace attune::edf
