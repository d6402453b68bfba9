// What our writer accepts, our reader reads back without a finding.
#include "edf_bytes.hpp"
#include "fuzz.hpp"

using namespace attune;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  test::Recipe wanted;
  wanted.header.bdf = input.flag();
  wanted.header.discontinuous = input.flag();
  wanted.header.records = input.number(1) % 12;
  constexpr double durations[] = {1, 0.1, 1.0 / 3, 10, 0.5, 255.0 / 256, 0.001, 86400};
  wanted.header.record_duration_s = durations[input.number(1) % 8];
  const std::size_t signals = input.number(1) % 5;
  for (std::size_t i = 0; i < signals; ++i) {
    edf::WriterSignal made = test::signal(input.text(20), static_cast<std::int64_t>(input.number(1)));
    made.unit = input.text(9);
    made.prefilter = input.text(20);
    made.physical_min = static_cast<double>(static_cast<std::int64_t>(input.number(4))) / 1000 - 2e6;
    made.physical_max = static_cast<double>(static_cast<std::int64_t>(input.number(4))) / 1000 - 2e6;
    wanted.header.signals.push_back(made);
  }
  edf::Ticks onset = 0;
  while (!input.rest().empty() && wanted.annotations.size() < 50) {
    onset += static_cast<edf::Ticks>(input.number(4));
    const auto duration =
        input.flag() ? std::optional<edf::Ticks>(static_cast<edf::Ticks>(input.number(5))) : std::nullopt;
    wanted.annotations.push_back({onset, duration, input.text(60), ""});
  }
  const auto writer = edf::Writer::create(wanted.header, wanted.annotations);
  if (!writer) {
    require(!writer.error().message.empty(), "a refusal says why");
    return 0;
  }
  const test::Bytes bytes = test::write(wanted);
  const test::Reading got = test::read(bytes);
  if (wanted.header.records == 0) {
    require(got.error() == "E_NO_RECORDS", "no record is no recording");
    return 0;
  }
  require(got.status.ok(), "what was written reads");
  require(got.header.records == wanted.header.records, "every record is there");
  for (std::size_t i = 0; i < signals; ++i) {
    std::uint64_t k = 0;
    for (const std::int32_t sample : got.digital[i])
      require(sample == test::sample_value(i, k++, wanted.header.bdf), "samples come back");
    require(got.header.signals[i].physical_min == writer->header().signals[i].physical_min,
            "ranges come back");
  }
  for (const char* code :
       {"N_ANNOTATION_FORM", "W_BAD_ANNOTATIONS", "W_HEADER_BYTES", "W_TRUNCATED", "N_TAIL", "W_GAPS",
        "W_GAPS_UNMARKED", "W_RECORDS_OVERLAP", "W_NO_TIMEKEEPING", "W_START_SHIFTED"})
    require(got.find(code) == nullptr, code);
  return 0;
}
