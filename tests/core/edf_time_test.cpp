// Time: rates, durations, gaps.
#include "edf/duration.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// Ticks of decimal seconds.
edf::Ticks ticks(double seconds) {
  return std::llround(seconds * edf::ticks_per_second);
}

/// A file of ten 1-s records that begin at the given times.
Reading with_onsets(const std::vector<double>& onsets, bool discontinuous) {
  Recipe wanted = recipe(onsets.size());
  wanted.header.discontinuous = discontinuous;
  for (const double onset : onsets) wanted.onsets.push_back(ticks(onset));
  return read(write(wanted));
}

Reading with_duration(const std::string& duration) {
  RawFile file = raw_file();
  file.duration = duration;
  return read(assemble(file));
}

}  // namespace

TEST_CASE("every signal keeps its own rational rate") {
  RawFile file = raw_file();
  file.duration = "10";
  file.signals[0].samples = "128";
  file.signals[1].samples = "3";
  file.records = "2";
  file.data = counting(2 * 131);
  const Reading got = read(assemble(file));
  REQUIRE(got.status.ok());
  CHECK(got.header.signals[0].sample_rate_hz == 12.8);
  CHECK(got.header.signals[1].sample_rate_hz == 0.3);
  CHECK(got.digital[1].size() == 6);
}

TEST_CASE("a duration cut to 8 characters is taken back to the fraction that gives whole rates") {
  const std::int64_t samples[] = {100};
  CHECK(edf::true_duration("0.333333", samples) == edf::Rational{1, 3});
  CHECK(edf::true_duration("0.5", samples) == edf::Rational{1, 2});
  CHECK(edf::true_duration("9.59375", samples) == edf::Rational{307, 32});
  CHECK(edf::true_duration("0.1000000", samples) == edf::Rational{1, 10});
  CHECK(edf::true_duration("0.300000", samples) == edf::Rational{3, 10});  // 333.3 Hz is what it says
  const std::int64_t of_256[] = {255};
  CHECK(edf::true_duration("0.996094", of_256) == edf::Rational{255, 256});  // 255/256 = 0.99609375
  // No simple fraction near it gives whole rates: it stays what it says.
  const std::int64_t odd[] = {100, 7};
  CHECK(edf::true_duration("0.123457", odd) == edf::Rational{123457, 1000000});

  RawFile file = raw_file();
  file.signals[0].samples = file.signals[1].samples = "100";
  file.data = counting(800);
  file.duration = "0.333333";
  const Reading got = read(assemble(file));
  CHECK(got.header.signals[0].sample_rate_hz == 300);
  CHECK(got.header.record_duration_s == 1.0 / 3);
  CHECK(got.message("N_DURATION_ROUNDED") ==
        "The duration of a record is printed as 0.333333 s, cut to 8 characters; 1/3 s is used, which gives "
        "whole "
        "sampling rates.");
}

TEST_CASE("a third of a second does not drift in a million records") {
  const edf::Rational third{1, 3};
  CHECK(edf::ticks_of(3'000'000, third) == 1'000'000 * edf::ticks_per_second);
  CHECK(edf::ticks_of(1, third) == 3'333'333);
  CHECK(edf::ticks_of(2, third) == 6'666'667);
}

TEST_CASE("onsets with binary noise are no gaps") {
  std::vector<std::vector<std::string>> records;
  for (int r = 0; r < 12; ++r) {
    char text[40];
    std::snprintf(text, sizeof text, "+%.17g", 0.1 * r);
    records.push_back({clock(text)});
  }
  Bytes bytes = with_tals(records);
  const std::string duration = "0.1     ";
  std::copy(duration.begin(), duration.end(), bytes.begin() + 244);
  const Reading got = read(bytes);
  CHECK(got.segments.size() == 1);
  CHECK(got.onsets[3] == 3'000'000);
  CHECK(got.recorded_s == doctest::Approx(1.2).epsilon(1e-12));
}

TEST_CASE("without a usable duration samples are counted and times are not made up") {
  Reading got = with_duration("0");
  CHECK(got.message("W_DURATION_ZERO") ==
        "The file gives no duration for its records, so that sampling rates and times are unknown; samples "
        "are only "
        "counted.");
  CHECK(got.header.signals[0].sample_rate_hz == 0);
  CHECK(got.digital[0].size() == 32);
  for (const char* duration : {"-1", "1e308", "nan", "1e-300", "", "abc", "9999999"}) {
    got = with_duration(duration);
    REQUIRE_MESSAGE(got.status.ok(), duration);
    CHECK(got.message("W_DURATION_UNUSABLE") ==
          "The duration of a record is given as “" + std::string(duration) +
              "”, which cannot be, so that sampling rates and times are unknown; samples are only counted.");
    CHECK(got.recorded_s == 0);
  }
}

TEST_CASE("a file of annotations alone opens as a list of events") {
  RawFile file;
  RawSignal list;
  list.label = "EDF Annotations";
  list.samples = "48";
  file.signals = {list};
  file.reserved = "EDF+C";
  file.records = "1";
  file.duration = "0";
  const std::string block = clock("+0") +
                            tal("+30\x15"
                                "30",
                                "Sleep stage W") +
                            tal("+95.5", "Lights off");
  file.data.assign(block.begin(), block.end());
  file.data.resize(96);
  const Reading got = read(assemble(file));
  REQUIRE(got.annotations.size() == 2);
  CHECK(got.annotations[0].duration == ticks(30));
  CHECK(got.annotations[1].onset == ticks(95.5));
  CHECK(got.message("N_EVENTS_ONLY") ==
        "The file holds annotations and no signals; it belongs beside a recording.");
  CHECK(!got.find("W_ANNOTATION_OUTSIDE"));
  CHECK(!got.find("W_DURATION_ZERO"));
}

TEST_CASE("one record a day is a trend") {
  RawFile file = raw_file();
  file.duration = "86400";
  const Reading got = read(assemble(file));
  CHECK(got.recorded_s == 4 * 86400);
  CHECK(got.message("N_TREND") ==
        "The signals have less than one sample in ten seconds: this is a trend, not a waveform.");
}

TEST_CASE("gaps are segments, and records begin at their own time") {
  const Reading got = with_onsets({0, 1, 2, 63, 64, 65, 66.25}, true);
  REQUIRE(got.segments.size() == 3);
  CHECK(got.segments[1].first_record == 3);
  CHECK(got.segments[1].onset == ticks(63));
  CHECK(got.segments[2].onset == ticks(66.25));
  CHECK(got.segments[2].records == 1);
  CHECK(got.segment_starts == std::vector<std::uint64_t>{0, 3, 6});
  CHECK(got.onsets[4] == ticks(64));
  CHECK(got.recorded_s == 7);
  CHECK(
      got.message("W_GAPS") ==
      "The recording has 2 gaps, 1 min in all; nothing is computed across a gap. If nobody paused it, a part "
      "of the file is missing.");
}

TEST_CASE("EDF+D without a gap is one segment") {
  const Reading got = with_onsets({0, 1, 2, 3}, true);
  CHECK(got.segments.size() == 1);
  CHECK(!got.find("W_GAPS"));
}

TEST_CASE("gaps in a file that calls itself continuous are believed") {
  const Reading got = with_onsets({0, 1, 5, 6}, false);
  REQUIRE(got.segments.size() == 2);
  CHECK(got.segments[1].onset == ticks(5));
  CHECK(
      got.message("W_GAPS_UNMARKED") ==
      "The file calls itself continuous, but the times of its records show 1 gap, 3 s in all; the times are "
      "trusted, and nothing is computed across a gap.");
}

TEST_CASE("times that never advance are no times") {
  const Reading got = with_onsets({0, 0, 0, 0}, false);
  CHECK(got.segments.size() == 1);
  CHECK(got.onsets[3] == ticks(3));
  CHECK(got.message("W_NO_TIMEKEEPING") ==
        "Records without a usable time of their own: 3 of 4; each is placed after the one before it.");
}

TEST_CASE("overlapping and unordered records keep their own time and are told") {
  Reading got = with_onsets({0, 1, 1.5, 3}, true);
  REQUIRE(got.segments.size() == 3);
  CHECK(got.segments[1].onset == ticks(1.5));
  CHECK(got.segments[2].onset == ticks(3));
  CHECK(got.message("W_RECORDS_OVERLAP") ==
        "Records overlap at 1 place, first by 0.5 s; each keeps its own time, and nothing is computed across "
        "such a "
        "place.");
  got = with_onsets({0, 2, 1, 3}, true);
  CHECK(got.onsets == std::vector<edf::Ticks>{0, ticks(2), ticks(1), ticks(3)});
  CHECK(got.message("W_RECORDS_UNORDERED") ==
        "Records go back in time at 1 place; they are read in the order of the file, each at its own time.");
}

TEST_CASE("the start moves to the first record; times count from it") {
  const auto first_at = [](double onset) {
    Recipe wanted = recipe(3);
    wanted.header.start = "2024-02-28T23:59:30";
    wanted.header.recording = "Startdate 28-FEB-2024 X X X";
    for (int r = 0; r < 3; ++r) wanted.onsets.push_back(ticks(onset + r));
    wanted.annotations = {{ticks(onset + 1.25), {}, "note", ""}};
    return read(write(wanted));
  };
  Reading got = first_at(0.25);
  CHECK(got.header.start == "2024-02-28T23:59:30");
  CHECK(got.header.start_fraction_s == 0.25);
  CHECK(got.annotations.at(0).onset == ticks(1.25));
  CHECK(got.onsets[0] == 0);
  CHECK(!got.find("W_START_SHIFTED"));
  got = first_at(86431.5);
  CHECK(got.header.start == "2024-03-01T00:00:01");  // 2024 is a leap year
  CHECK(got.header.start_fraction_s == 0.5);
  CHECK(got.annotations.at(0).onset == ticks(1.25));
  CHECK(got.message("W_START_SHIFTED") ==
        "The first record begins 24 h from the start time of the header; the start is moved to it.");
  got = first_at(-0.5);
  CHECK(got.header.start == "2024-02-28T23:59:29");
  CHECK(got.header.start_fraction_s == 0.5);
  CHECK(got.segments.size() == 1);
}

TEST_CASE("records without times follow each other; where gaps were announced that is said") {
  const std::vector<std::vector<std::string>> none{{""}, {""}, {tal("+2.5", "no clock")}, {""}};
  Reading got = read(with_tals(none, "EDF+C"));
  CHECK(got.segments.size() == 1);
  REQUIRE(got.annotations.size() == 1);
  CHECK(got.annotations[0].onset == ticks(2.5));
  CHECK(got.message("W_NO_TIMEKEEPING") ==
        "Records without a usable time of their own: 4 of 4; each is placed after the one before it.");
  got = read(with_tals(none, "EDF+D"));
  CHECK(got.message("W_TIMES_UNKNOWN") ==
        "The file says that it has gaps but not where, so that the time of its records is unknown; they are "
        "shown "
        "one after another.");
  // The first time met fixes the start.
  got = read(with_tals({{""}, {clock("+1.5")}, {clock("+2.5")}}, "EDF+C"));
  CHECK(got.segments.size() == 1);
  CHECK(got.header.start_fraction_s == 0.5);
}

TEST_CASE("gaps beside a rounded duration are told from its rounding") {
  // 0.333333 printed; times are whole thirds to the microsecond, as c06 of the shared cases has them.
  std::vector<std::vector<std::string>> records;
  for (int r = 0; r < 9000; ++r) {
    char text[40];
    std::snprintf(text, sizeof text, "+%.6f", (r < 5000 ? r : r + 3) / 3.0);
    records.push_back({clock(text)});
  }
  Bytes bytes = with_tals(records, "EDF+D");
  const std::string duration = "0.333333";
  std::copy(duration.begin(), duration.end(), bytes.begin() + 244);
  const Reading got = read(bytes);
  REQUIRE(got.segments.size() == 2);
  CHECK(got.segments[1].first_record == 5000);
}

TEST_CASE("offsets go beyond 4 GB and memory does not") {
  // 5000 records of 1 MB each are pushed from one buffer; their last byte lies at 5.2e9.
  RawFile file;
  file.signals.resize(1);
  file.signals[0].samples = "524288";
  file.records = "5000";
  const Bytes header = assemble(file);
  std::uint64_t records = 0;
  std::int32_t last = 0;
  Bytes slice(std::size_t{1} << 20);
  std::vector<std::int32_t> few(1);
  edf::Reader reader(header.size() + std::uint64_t{5000} * slice.size(), [&](const edf::Record& record) {
    ++records;
    record.digital(0, few);
    last = few[0];
  });
  REQUIRE(reader.push(header).ok());
  for (int r = 0; r < 5000; ++r) {
    slice[0] = static_cast<std::uint8_t>(r);
    slice[1] = static_cast<std::uint8_t>(r >> 8);
    REQUIRE(reader.push(slice).ok());
  }
  REQUIRE(reader.finish().ok());
  CHECK(records == 5000);
  CHECK(last == 4999);
  CHECK(reader.diagnostics().empty());
}
