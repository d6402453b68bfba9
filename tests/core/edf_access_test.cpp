// Decoding, triggers, statistics and random access.
#include "edf/range.hpp"
#include "edf/statistics.hpp"
#include "edf/triggers.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// A BDF of one signal whose digital samples are given; `per_record` of them in each 1-s record.
Bytes bdf_of(const std::string& label, const std::vector<std::int32_t>& samples, std::int64_t per_record) {
  Recipe wanted;
  wanted.header.bdf = true;
  wanted.header.records = samples.size() / static_cast<std::size_t>(per_record);
  wanted.header.signals = {signal(label, per_record)};
  wanted.header.signals[0].digital_min = -8388608;
  wanted.header.signals[0].digital_max = 8388607;
  wanted.header.signals[0].physical_min = -8388608;
  wanted.header.signals[0].physical_max = 8388607;
  auto writer = edf::Writer::create(wanted.header, {});
  REQUIRE(writer.ok());
  Bytes bytes = writer->header_bytes();
  for (std::size_t at = 0; at < samples.size(); at += static_cast<std::size_t>(per_record)) {
    const std::vector<std::vector<std::int32_t>> of_record{
        {samples.begin() + static_cast<std::ptrdiff_t>(at),
         samples.begin() + static_cast<std::ptrdiff_t>(at) + per_record}};
    const Bytes record = writer->record_digital(of_record);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

edf::TriggerReader triggers_of(const Bytes& bytes) {
  std::optional<edf::TriggerReader> triggers;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    if (!triggers) triggers.emplace(*edf::find_status_signal(record.header), true);
    triggers->add(record);
  });
  REQUIRE(reader.push(bytes).ok());
  REQUIRE(reader.finish().ok());
  triggers->finish();
  return *triggers;
}

}  // namespace

TEST_CASE("24-bit samples keep their sign at both ends") {
  const std::vector<std::int32_t> extremes{-8388608, 8388607, -1, 0, 1, -65536, 65535, 8388606};
  const Reading got = read(bdf_of("EEG Cz", extremes, 8));
  REQUIRE(got.status.ok());
  CHECK(got.digital[0] == extremes);
}

TEST_CASE("physical values are gain times digital plus offset") {
  Recipe wanted = recipe(1);
  wanted.header.signals[0].physical_min = -100;
  wanted.header.signals[0].physical_max = 300;
  const Bytes bytes = write(wanted);
  std::vector<double> physical(8);
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) { record.physical(0, physical); });
  REQUIRE(reader.push(bytes).ok());
  for (std::size_t k = 0; k < 8; ++k) {
    // The formula of the 1992 paper, from digital to physical range.
    const double expected = -100 + (sample_value(0, k, false) + 32768.0) * 400 / 65535;
    CHECK(physical[k] == doctest::Approx(expected).epsilon(1e-12));
  }
}

TEST_CASE("the BDF Status channel gives events of its low 16 bits and its flags") {
  // 4 samples a second; CMS in range (bit 20) but for samples 6 and 7; battery low (22) in the last second.
  constexpr std::int32_t cms = 1 << 20, battery = 1 << 22, epoch = 1 << 16, speed_4 = 4 << 17;
  std::vector<std::int32_t> samples(16, cms | speed_4 | 0xFF00);
  samples[2] = samples[3] = cms | speed_4 | 0xFF07;
  samples[5] = cms | speed_4 | 0xFF07 | epoch;
  samples[6] = samples[7] = speed_4 | 0xFF00;
  samples[9] = cms | speed_4 | 0;  // back to nothing is no event
  for (std::size_t k = 12; k < 16; ++k) samples[k] |= battery;
  const edf::TriggerReader triggers = triggers_of(bdf_of("Status", samples, 4));
  REQUIRE(triggers.events().size() == 2);
  CHECK(triggers.events()[0].code == 0xFF07);
  CHECK(triggers.events()[0].onset == 5'000'000);
  CHECK(triggers.events()[1].onset == 12'500'000);
  const edf::StatusFlags& flags = triggers.flags();
  CHECK(flags.new_epochs == std::vector<edf::Ticks>{12'500'000});
  REQUIRE(flags.cms_lost.size() == 1);
  CHECK(flags.cms_lost[0].start == 15'000'000);
  CHECK(flags.cms_lost[0].end == 20'000'000);
  REQUIRE(flags.battery_low.size() == 1);
  CHECK(flags.battery_low[0].end == 40'000'000);
  CHECK(flags.speed_mode == 4);
  const auto diagnostics = triggers.diagnostics();
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].message ==
        "The amplifier reports for 0.5 s that its reference electrode (CMS) was out of range; signals of "
        "that time "
        "are not to be trusted.");
  CHECK(diagnostics[1].message == "The amplifier reports a low battery, first at 3 s.");
}

TEST_CASE("a Status channel without flags says nothing about CMS") {
  const edf::TriggerReader triggers = triggers_of(bdf_of("Status", {0, 0, 5, 0, 0, 5, 6, 0}, 4));
  CHECK(triggers.events().size() == 3);
  CHECK(triggers.diagnostics().empty());
}

TEST_CASE("what a Status channel rests at is each file's own, and a flag ends with its file") {
  constexpr std::int32_t cms = 1 << 20;
  // Two files of two seconds: lines that rest at 0 and at 4, a CMS that is lost to the end of the first.
  const Bytes one = bdf_of("Status", {cms, cms | 7, cms, cms, cms, cms, 0, 0}, 4),
              two = bdf_of("Status", {cms | 4, cms | 4, cms | 9, cms | 4, cms | 4, cms | 4, cms | 4, cms | 4},
                           4);
  edf::TriggerReader triggers(0, true);
  edf::Ticks start = 0;
  for (const Bytes* file : {&one, &two}) {
    if (start > 0) triggers.read_from(0);
    edf::Reader reader(file->size(), [&](const edf::Record& record) {
      edf::Record placed = record;
      placed.onset += start;
      triggers.add(placed);
    });
    REQUIRE(reader.push(*file).ok());
    REQUIRE(reader.finish().ok());
    start = 60 * edf::ticks_per_second;
  }
  triggers.finish();
  triggers.finish();  // as often as one likes
  REQUIRE(triggers.events().size() == 2);
  CHECK(triggers.events()[0].code == 7);
  CHECK(triggers.events()[1].code == 9);
  CHECK(triggers.events()[1].onset == 60 * edf::ticks_per_second + edf::ticks_per_second / 2);
  REQUIRE(triggers.flags().cms_lost.size() == 1);
  CHECK(triggers.flags().cms_lost[0].start == 15'000'000);
  CHECK(triggers.flags().cms_lost[0].end == 20'000'000);
}

TEST_CASE("an ordinary signal gives events only when asked for") {
  RawFile file = raw_file();
  file.signals[1].label = "Trigger";
  file.data.assign(file.data.size(), 0);
  file.data[32 + 16 + 2 * 3] = 9;  // record 1, signal 1, sample 3
  const Bytes bytes = assemble(file);
  edf::TriggerReader triggers(1, false);
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    CHECK(!edf::find_status_signal(record.header));
    triggers.add(record);
  });
  REQUIRE(reader.push(bytes).ok());
  triggers.finish();
  REQUIRE(triggers.events().size() == 1);
  CHECK(triggers.events()[0].code == 9);
  CHECK(triggers.events()[0].onset == 13'750'000);
}

TEST_CASE("samples outside the digital range pass unchanged and are counted") {
  RawFile file = raw_file();
  file.signals[0].digital_min = "-100";
  file.signals[0].digital_max = "100";
  const Bytes bytes = assemble(file);
  edf::Statistics statistics;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) { statistics.add(record); });
  REQUIRE(reader.push(bytes).ok());
  REQUIRE(reader.finish().ok());
  const auto results = statistics.results();
  const auto digital = read(bytes).digital[0];
  std::uint64_t outside = 0;
  for (const std::int32_t sample : digital) outside += sample < -100 || sample > 100 ? 1 : 0;
  REQUIRE(outside > 0);
  CHECK(results[0].outside_digital_range == outside);
  CHECK(results[0].digital_max == *std::max_element(digital.begin(), digital.end()));
  const auto diagnostics = edf::diagnose_samples(reader.header(), results);
  REQUIRE(diagnostics.size() == 1);
  CHECK(diagnostics[0].message ==
        "Samples outside the digital range of the header: " + std::to_string(outside) +
            "; they are passed on unchanged, and the header may be wrong.");
}

TEST_CASE("mean and spread are exact beside a large offset") {
  // Alternating 8000000 and 8000002: mean 8000001, standard deviation 1, by hand.
  std::vector<std::int32_t> samples;
  for (int k = 0; k < 20000; ++k) samples.push_back(8000000 + 2 * (k % 2));
  const Bytes bytes = bdf_of("EEG Cz", samples, 10000);
  edf::Statistics statistics;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) { statistics.add(record); });
  REQUIRE(reader.push(bytes).ok());
  CHECK(statistics.results()[0].digital_mean == 8000001);
  CHECK(statistics.results()[0].digital_sd == doctest::Approx(1).epsilon(1e-12));
}

TEST_CASE("any range of records decodes to what streaming gave") {
  Recipe wanted = recipe(8);
  wanted.header.discontinuous = true;
  for (const double onset : {0.0, 1.0, 2.0, 10.0, 11.0, 12.0, 13.0, 20.0})
    wanted.onsets.push_back(static_cast<edf::Ticks>(onset * edf::ticks_per_second));
  const Bytes bytes = write(wanted);
  const Reading whole = read(bytes);
  REQUIRE(whole.segments.size() == 3);
  for (std::uint64_t first = 0; first < 8; ++first) {
    for (std::uint64_t count = 0; first + count <= 8; ++count) {
      const auto at = static_cast<std::size_t>(edf::record_position(whole.header, first));
      const auto length = static_cast<std::size_t>(count * whole.header.record_bytes);
      std::uint64_t index = first;
      const Status status = edf::decode_records(
          whole.header, whole.segments, {first, count}, std::span(bytes).subspan(at, length),
          [&](const edf::Record& record) {
            CHECK(record.index == index);
            CHECK(record.onset == whole.onsets[index]);
            std::vector<std::int32_t> samples(16);
            record.digital(1, samples);
            CHECK(std::equal(samples.begin(), samples.end(),
                             whole.digital[1].begin() + static_cast<std::ptrdiff_t>(16 * index)));
            ++index;
          });
      CHECK(status.ok());
      CHECK(index == first + count);
    }
  }
  CHECK(edf::decode_records(whole.header, whole.segments, {5, 4}, {}, {}).error().code == "E_RANGE");
  CHECK(edf::decode_records(whole.header, whole.segments, {~0ull, 2}, {}, {}).error().code == "E_RANGE");
}

TEST_CASE("the records of a stretch of time are those that hold it") {
  Recipe wanted = recipe(6);
  wanted.header.discontinuous = true;
  for (const double onset : {0.0, 1.0, 2.0, 10.0, 11.0, 12.0})
    wanted.onsets.push_back(static_cast<edf::Ticks>(onset * edf::ticks_per_second));
  const Reading got = read(write(wanted));
  const auto between = [&](double from_s, double to_s) {
    const auto range = edf::records_between(got.header, got.segments,
                                            static_cast<edf::Ticks>(from_s * edf::ticks_per_second),
                                            static_cast<edf::Ticks>(to_s * edf::ticks_per_second));
    return std::pair(range.first, range.count);
  };
  using Range = std::pair<std::uint64_t, std::uint64_t>;
  CHECK(between(0, 1) == Range{0, 1});
  CHECK(between(0.5, 1.5) == Range{0, 2});
  CHECK(between(1, 2) == Range{1, 1});
  CHECK(between(2.5, 10.5) == Range{2, 2});
  CHECK(between(4, 9) == Range{0, 0});
  CHECK(between(-5, 100) == Range{0, 6});
  CHECK(between(12.99, 13) == Range{5, 1});
  CHECK(between(5, 5) == Range{0, 0});
}
