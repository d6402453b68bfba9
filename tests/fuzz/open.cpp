// A header against any size the file might claim: what it promises must never be believed before it is
// checked.
#include "edf/range.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const std::uint64_t claimed = input.number(6);
  const auto bytes = input.rest();
  const std::uint64_t file_size = std::max<std::uint64_t>(claimed, bytes.size());
  std::uint64_t delivered = 0;
  edf::Reader reader(file_size, [&](const edf::Record& record) {
    delivered += record.bytes.size();
    require(record.bytes.size() == record.header.record_bytes, "records are whole");
  });
  const Status pushed = reader.push(bytes);
  if (reader.has_header()) {
    fuzz::check_header(reader.header(), file_size);
    const edf::Header& header = reader.header();
    if (header.records > 0) {
      const edf::Segment all{0, header.records, 0};
      const std::uint64_t last = header.records - 1;
      require(edf::record_position(header, last) < file_size, "records lie in the file");
      require(edf::record_onset(header, {&all, 1}, last) >= 0, "times stay in range");
      edf::records_between(header, {&all, 1}, 0, edf::record_onset(header, {&all, 1}, last));
    }
  }
  const Status finished = reader.finish();
  require(pushed.ok() || !finished.ok(), "an error stays");
  require(delivered <= bytes.size(), "only bytes that came are delivered");
  return 0;
}
