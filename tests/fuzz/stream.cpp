// The state machine: a file in slices of any size tells the same as the file in one piece, and any range of
// records decodes to what streaming gave.
#include "edf/excerpt.hpp"
#include "edf/overview.hpp"
#include "edf/statistics.hpp"
#include "edf/triggers.hpp"
#include "edf_bytes.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

namespace {

std::string told(const test::Reading& reading) {
  std::string text = reading.error();
  for (const Diagnostic& diagnostic : reading.diagnostics)
    text +=
        "|" + diagnostic.code + diagnostic.message.english() + diagnostic.where.english() + diagnostic.raw;
  for (const edf::Annotation& item : reading.annotations)
    text +=
        "|" + std::to_string(item.onset) + (item.duration ? std::to_string(*item.duration) : "") + item.text;
  for (const edf::Segment& segment : reading.segments)
    text += "|" + std::to_string(segment.first_record) + " " + std::to_string(segment.onset);
  return text;
}

/// A stretch of every signal, from the overview and in detail.
void check_traces(const test::Reading& whole, const edf::Overview& overview, const test::Bytes& bytes) {
  if (overview.bin_s() <= 0 || whole.segments.empty()) return;
  const edf::Columns columns{edf::seconds(whole.segments.back().onset) - 1, 0.25, 32};
  const auto range = edf::excerpt_records(whole.header, whole.segments, columns.from_s, columns.end_s(), 1);
  const auto at = static_cast<std::size_t>(edf::record_position(whole.header, range.first));
  for (std::size_t i = 0; i < whole.header.signals.size(); ++i) {
    std::vector<float> from_overview(2 * columns.count), detail(2 * columns.count, edf::nothing_recorded);
    overview.columns(whole.header, whole.segments, i, columns, from_overview);
    const auto runs = edf::runs_of(whole.header, whole.segments, range, std::span(bytes).subspan(at), i);
    require(runs.ok(), "a range that was found can be had");
    for (const edf::Run& run : *runs) edf::add_run(run, columns, detail);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::size_t slice = 1 + input.number(2) % 2000;
  const edf::ReaderOptions options{input.flag()};
  const test::Bytes bytes(input.rest().begin(), input.rest().end());
  const test::Reading whole = test::read(bytes, std::size_t(-1), {}, options);
  const test::Reading sliced = test::read(bytes, slice, {}, options);
  require(told(whole) == told(sliced), "slices tell the same");
  require(whole.digital == sliced.digital && whole.onsets == sliced.onsets, "slices give the same samples");
  if (whole.header.record_bytes == 0) return 0;
  fuzz::check_header(whole.header, bytes.size());

  std::uint64_t index = 0;
  edf::Statistics statistics;
  edf::TriggerReader triggers(0, true);
  edf::Overview overview(whole.header, 1 << 16);
  const auto at = static_cast<std::size_t>(edf::record_position(whole.header, 0));
  if (at > bytes.size()) return 0;
  const Status status = edf::decode_records(
      whole.header, whole.segments, {0, whole.header.records}, std::span(bytes).subspan(at),
      [&](const edf::Record& record) {
        require(record.onset == whole.onsets[static_cast<std::size_t>(index)], "a record keeps its time");
        statistics.add(record);
        triggers.add(record);
        overview.add(record);
        ++index;
      });
  require(status.ok() && index == whole.onsets.size(), "every record can be had again");
  triggers.finish();
  overview.finish(whole.header);
  require(overview.bytes() <= 1 << 16, "an overview keeps to its memory");
  check_traces(whole, overview, bytes);
  triggers.diagnostics();
  edf::diagnose_samples(whole.header, statistics.results());
  for (const edf::SignalStatistics& of : statistics.results())
    require(of.digital_sd >= 0 &&
                (of.samples == 0 || (of.digital_mean >= of.digital_min && of.digital_mean <= of.digital_max)),
            "the mean lies between the extremes");
  return 0;
}
