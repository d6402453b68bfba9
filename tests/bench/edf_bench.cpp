// usage: bench_edf [SECONDS]: MB/s of the decoder beside a plain copy of the same bytes, on a recording of 32
// channels at 512 Hz with an annotation signal (an hour by default: 118 MB), pushed in slices of 4 MB as the
// page does.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "base/sha256.hpp"
#include "edf/reader.hpp"
#include "edf/statistics.hpp"
#include "edf/writer.hpp"

using namespace attune;

namespace {

constexpr std::size_t slice_bytes = std::size_t{4} << 20;

std::vector<std::uint8_t> recording(std::uint64_t seconds, bool bdf) {
  edf::WriterHeader header;
  header.bdf = bdf;
  header.records = seconds;
  for (int i = 0; i < 32; ++i) {
    edf::WriterSignal signal;
    signal.label = "EEG " + std::to_string(i);
    signal.unit = "uV";
    signal.samples_per_record = 512;
    header.signals.push_back(signal);
  }
  auto writer = edf::Writer::create(header, {{15'000'000, {}, "Rest", ""}});
  std::vector<std::uint8_t> bytes = writer->header_bytes();
  std::vector<std::vector<std::int32_t>> samples(32, std::vector<std::int32_t>(512));
  std::uint32_t state = 1;
  for (std::uint64_t r = 0; r < seconds; ++r) {
    for (auto& signal : samples)
      for (std::int32_t& sample : signal)
        sample = static_cast<std::int16_t>((state = state * 1664525 + 1013904223) >> 16);
    const auto record = writer->record_digital(samples);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

/// Best of five runs, in MB/s.
template <class Work>
void measure(const char* name, std::size_t bytes, Work work) {
  double best_s = 1e9;
  for (int run = 0; run < 5; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    best_s = std::min(best_s, taken.count());
  }
  std::printf("  %-34s %7.0f MB/s\n", name, static_cast<double>(bytes) / 1e6 / best_s);
}

void stream(const std::vector<std::uint8_t>& bytes, const edf::Reader::RecordHandler& on_record) {
  edf::Reader reader(bytes.size(), on_record);
  for (std::size_t at = 0; at < bytes.size(); at += slice_bytes)
    if (!reader.push(std::span(bytes).subspan(at, std::min(slice_bytes, bytes.size() - at)))) std::abort();
  if (!reader.finish()) std::abort();
}

void run(const char* name, std::uint64_t seconds, bool bdf) {
  const std::vector<std::uint8_t> bytes = recording(seconds, bdf);
  std::printf("%s, %.1f MB\n", name, static_cast<double>(bytes.size()) / 1e6);
  std::vector<std::uint8_t> copy(slice_bytes);
  volatile std::uint8_t seen = 0;  // keeps the copy from being left out
  measure("plain copy", bytes.size(), [&] {
    for (std::size_t at = 0; at < bytes.size(); at += slice_bytes) {
      std::memcpy(copy.data(), bytes.data() + at, std::min(slice_bytes, bytes.size() - at));
      seen = copy[at % 4093];
    }
  });
  measure("records and annotations only", bytes.size(), [&] { stream(bytes, {}); });
  std::vector<std::int32_t> digital(512);
  measure("digital samples, 32 bit", bytes.size(), [&] {
    stream(bytes, [&](const edf::Record& record) {
      for (std::size_t i = 0; i < 32; ++i) record.digital(i, digital);
    });
  });
  std::vector<double> physical(512);
  measure("physical samples, 64 bit", bytes.size(), [&] {
    stream(bytes, [&](const edf::Record& record) {
      for (std::size_t i = 0; i < 32; ++i) record.physical(i, physical);
    });
  });
  measure("SHA-256 of the file", bytes.size(), [&] {
    Sha256 hash;
    hash.update(bytes);
    seen = static_cast<std::uint8_t>(hash.hex()[0]);
  });
  measure("statistics of every signal", bytes.size(), [&] {
    edf::Statistics statistics;
    stream(bytes, [&](const edf::Record& record) { statistics.add(record); });
  });
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t seconds = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 3600;
  run("EDF+", seconds, false);
  run("BDF+", seconds, true);
  return 0;
}
