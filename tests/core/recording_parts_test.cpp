// A visit in several files: joined where they can be one recording, refused with what to do where they cannot.
#include "recording_parts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "ecg_signals.hpp"
#include "edf/beginning.hpp"
#include "edf/writer.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"
#include "visit/measure.hpp"
#include "visit/traces.hpp"

using namespace attune;
using namespace attune::test;

namespace {

struct Joined {
  std::string error;
  std::string message;
  visit::Visit visit;
  visit::RecordingFeatures features;
};

Joined joined(const std::vector<Bytes>& files, std::optional<double> start_s = {},
              const visit::Settings& settings = {}) {
  visit::VisitOptions options;
  options.age_months = 6;
  visit::RecordingStream stream(files[0].size(), visit::reading_settings(settings, 6.0), {},
                                edf::Overview::usual_bytes);
  Joined result;
  Status status = stream.push(files[0]);
  for (std::size_t i = 1; i < files.size() && status; ++i) {
    status = stream.next_part(files[i].size(), start_s);
    if (status) status = stream.push(files[i]);
  }
  if (status) {
    auto features = stream.finish();
    if (features)
      result.features = std::move(*features);
    else
      status = features.error();
  }
  if (!status) {
    result.error = status.error().code;
    result.message = status.error().message.english();
    return result;
  }
  result.visit = visit::measure_visit(result.features, options, settings);
  return result;
}

std::string told_of(const Joined& joined, std::string_view code) {
  for (const Diagnostic& one : joined.visit.diagnostics)
    if (one.code == code) return one.message.english();
  return "";
}

/// A view of the visit, drawn from all its files.
std::vector<float> drawn_from(const std::vector<Bytes>& files, const Joined& joined,
                              visit::TraceRequest request) {
  std::vector<float> all;
  for (std::size_t i = 0; i < files.size(); ++i) {
    request.file = static_cast<int>(i);
    const auto range = visit::bytes_for(joined.features, request);
    REQUIRE(range.ok());
    const auto bytes = std::span<const std::uint8_t>(files[i]).subspan(range->position, range->bytes);
    const auto own = visit::traces(joined.features, request, bytes);
    REQUIRE(own.ok());
    all.resize(own->size(), edf::nothing_recorded);
    for (std::size_t k = 0; k + 1 < own->size(); k += 2)
      if (!std::isnan((*own)[k])) edf::include(edf::ColumnRange(all), k / 2, (*own)[k], (*own)[k + 1]);
  }
  return all;
}

bool same_columns(const std::vector<float>& a, const std::vector<float>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

double faa_in(const Joined& joined) {
  REQUIRE(joined.error == "");
  REQUIRE(!joined.visit.eeg.asymmetry.empty());
  return joined.visit.eeg.asymmetry[0].faa_ln.value_or(NAN);
}

}  // namespace

TEST_CASE("two files one after another are measured as the one file with a gap that they are") {
  PartWanted whole;
  whole.gap_at_s = 90;
  whole.gap_s = 30;
  const Joined gap = joined({part_of(whole)});
  PartWanted first, second;
  first.to_s = 90;
  second.from_s = 90;
  second.start = "2024-03-01T10:02:00";
  second.annotations = {{5 * edf::ticks_per_second, {}, "still-face", ""}};
  const Joined two = joined({part_of(first), part_of(second)});
  CHECK(faa_in(two) == faa_in(gap));  // the same samples at the same times: not a bit may differ
  REQUIRE(two.visit.heart.rmssd_ms.has_value());
  CHECK(*two.visit.heart.rmssd_ms == *gap.visit.heart.rmssd_ms);
  CHECK(two.visit.heart.beats == gap.visit.heart.beats);
  REQUIRE(two.visit.file.segments.size() == 2);
  CHECK(two.visit.file.segments[1].start_s == 120);
  CHECK(two.visit.file.duration_s == 180);
  REQUIRE(two.visit.file.parts.size() == 2);
  CHECK(two.visit.file.parts[1].start_s == 120);
  CHECK(two.visit.file.parts[1].eeg_channels == 2);
  REQUIRE(two.visit.phases.size() == 1);
  CHECK(two.visit.phases[0].start_s == 125);
  CHECK(told_of(two, "N_PARTS").find("2 files") != std::string::npos);
  CHECK(told_of(two, "N_PARTS").find("2 min to 3 min 30 s (3 channels)") != std::string::npos);
  CHECK(told_of(two, "N_PARTS_CLOCK").empty());
  CHECK(told_of(gap, "N_PARTS").empty());
}

TEST_CASE("marks of a table count from the first sample of their file") {
  PartWanted first, second;
  first.to_s = 60;
  second.from_s = 60;
  second.to_s = 120;
  second.start = "2024-03-01T10:02:00";
  const std::vector<Bytes> files{part_of(first), part_of(second)};
  visit::RecordingStream stream(files[0].size(), visit::reading_settings({}, 6.0));
  stream.add(std::vector<visit::RecordedEvent>{
      {10, {}, "baseline", 0}, {5, 20.0, "still-face", 1}, {1, {}, "reunion", 2}});
  REQUIRE(stream.push(files[0]).ok());
  REQUIRE(stream.next_part(files[1].size()).ok());
  REQUIRE(stream.push(files[1]).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  REQUIRE(features->phases.size() == 2);  // there is no third file
  CHECK(features->phases[0].start_s == 10);
  CHECK(features->phases[1].start_s == 125);  // the second file begins 120 s after the first
  CHECK(features->phases[1].end_s == 145);
}

TEST_CASE("EEG and ECG of one visit in two files are measured as in one") {
  const Joined one = joined({part_of({})});
  PartWanted brain, heart;
  brain.labels = {"EEG F3", "EEG F4"};
  heart.labels = {"ECG"};
  const Joined two = joined({part_of(brain), part_of(heart)});
  CHECK(faa_in(two) == faa_in(one));
  CHECK(two.visit.heart.rmssd_ms == one.visit.heart.rmssd_ms);
  CHECK(two.visit.file.channels.size() == one.visit.file.channels.size());
  REQUIRE(two.visit.file.segments.size() == 1);
  CHECK(two.visit.file.duration_s == 180);
  CHECK(!told_of(two, "N_PARTS_CLOCK").empty());
  // An ECG that began 20 s later stands there, by the start times or by hand.
  heart.from_s = 20;
  heart.start = "2024-03-01T10:00:20";
  const Joined later = joined({part_of(brain), part_of(heart)});
  CHECK(later.features.leads[0].features.segments[0].start_s == 20);
  CHECK(later.visit.file.parts[1].end_s == 180);
  heart.start = "1985-01-01T00:00:00";
  CHECK(joined({part_of(brain), part_of(heart)}).error == "E_PARTS_TIME");
  const Joined by_hand = joined({part_of(brain), part_of(heart)}, 20);
  CHECK(by_hand.features.leads[0].features.segments[0].start_s == 20);
  CHECK(told_of(by_hand, "N_PARTS").find("as it was given") != std::string::npos);
}

TEST_CASE("files that cannot be one visit are refused, with what to do") {
  PartWanted first, next;
  first.to_s = 60;
  next.to_s = 60;
  next.start = "2024-03-01T10:05:00";
  const auto refusal = [&](const PartWanted& second) { return joined({part_of(first), part_of(second)}); };
  CHECK(refusal(next).error == "");
  PartWanted other = next;
  other.start = "2024-03-01T10:00:30";
  CHECK(refusal(other).error == "E_PARTS_OVERLAP");
  CHECK(refusal(other).message.starts_with(
      "EEG F3 is recorded in this file and in one before it for the same 30 s"));
  other.start = "2024-03-01T10:00:59";  // the header's seconds are cut off
  CHECK(refusal(other).features.segments[1].start_s == 60);
  other.start = "2024-03-01T09:00:00";
  CHECK(refusal(other).error == "E_PARTS_ORDER");
  other.start = "2024-03-02T10:00:00";
  CHECK(refusal(other).error == "E_PARTS_FAR");
  CHECK(refusal(other).message.starts_with("This file begins 24 h after"));
  visit::Settings two_days;
  two_days.check.longest_gap_of_parts_h = 48;
  CHECK(joined({part_of(first), part_of(other)}, {}, two_days).error == "");
  other = next;
  other.patient = "P8 F 02-SEP-2023 X";
  CHECK(refusal(other).error == "E_PARTS_PERSONS");
  other = next;
  other.rate_hz = 128;
  CHECK(refusal(other).error == "E_PARTS_CHANNEL");
  other = next;
  other.unit = "mV";
  CHECK(refusal(other).error == "E_PARTS_CHANNEL");
  other = next;
  other.labels = {"EEG F3", "ECG"};
  CHECK(refusal(other).error == "E_PARTS_CHANNELS");
  other.labels = {"EEG F3-Cz", "EEG F4-Cz", "ECG"};
  CHECK(refusal(other).error == "E_PARTS_CHANNELS");
  other.labels = {"EEG F3", "EEG F4", "EKG"};
  CHECK(refusal(other).error == "E_PARTS_CHANNELS");
  other.labels = {"ECG", "EEG F4", "EEG F3"};  // in another order
  CHECK(refusal(other).error == "");
}

TEST_CASE("filters that differ between the files of a visit are told, and what they take out of the band") {
  PartWanted first, next;
  first.to_s = 60;
  first.prefilter = "HP:0.1Hz LP:100Hz";
  next.to_s = 60;
  next.start = "2024-03-01T10:05:00";
  next.prefilter = "HP:0.1Hz LP:5Hz";
  const Joined two = joined({part_of(first), part_of(next)});
  CHECK(two.error == "");
  CHECK(told_of(two, "W_PARTS_FILTERS")
            .starts_with(
                "Of 2 EEG channels the low-pass is 5 Hz in this file and 100 Hz in the one before it"));
  CHECK(told_of(two, "W_BAND_FILTERED").find("low-passed at 5 Hz") != std::string::npos);
  for (const char* same : {"HP:0.1Hz LP:100Hz", "LP:100Hz", ""}) {
    next.prefilter = same;
    CHECK(told_of(joined({part_of(first), part_of(next)}), "W_PARTS_FILTERS").empty());
  }
  first.prefilter = "";  // nothing is contradicted, but power is missing
  next.prefilter = "LP:5Hz";
  const Joined unstated = joined({part_of(first), part_of(next)});
  CHECK(told_of(unstated, "W_PARTS_FILTERS").empty());
  CHECK(told_of(unstated, "W_BAND_FILTERED").find("low-passed at 5 Hz") != std::string::npos);
  first.prefilter = "HP:0.1Hz LP:100Hz";
  next.prefilter = "HP:DC LP:100Hz";
  CHECK(told_of(joined({part_of(first), part_of(next)}), "W_PARTS_FILTERS").find("the high-pass is 0 Hz") !=
        std::string::npos);
}

TEST_CASE("trigger lines that run beside those of a file before are read once, and that is told") {
  PartWanted whole, brain, heart;
  whole.bdf = brain.bdf = heart.bdf = true;
  whole.labels = {"EEG F3", "EEG F4", "Status", "ECG"};
  brain.labels = {"EEG F3", "EEG F4", "Status"};
  heart.labels = {"ECG", "Status"};
  const Joined one = joined({part_of(whole)}), two = joined({part_of(brain), part_of(heart)});
  CHECK(two.error == "");
  REQUIRE(!one.features.codes.empty());
  REQUIRE(two.features.codes.size() == one.features.codes.size());
  for (std::size_t i = 0; i < one.features.codes.size(); ++i) {
    CHECK(two.features.codes[i].onset_s == one.features.codes[i].onset_s);
    CHECK(two.features.codes[i].code == one.features.codes[i].code);
  }
  CHECK(told_of(two, "N_PARTS_STATUS").starts_with("Status runs in this file at the same time"));
  CHECK(told_of(one, "N_PARTS_STATUS").empty());
}

TEST_CASE("a view of several files draws what one file of the same samples draws") {
  PartWanted whole;
  whole.gap_at_s = 90;
  whole.gap_s = 30;
  PartWanted first, second;
  first.to_s = 90;
  second.from_s = 90;
  second.start = "2024-03-01T10:02:00";
  const std::vector<Bytes> one{part_of(whole)}, two{part_of(first), part_of(second)};
  const Joined gap = joined(one), parts = joined(two);
  const visit::TraceRequest request{80, 0.5, 100, {0, 1, 2}, 1.0, {}, {}};
  CHECK(same_columns(drawn_from(one, gap, request), drawn_from(two, parts, request)));
}

TEST_CASE("a view of a file beside another draws its own channels alone, on the clock of the visit") {
  PartWanted brain, heart;
  brain.labels = {"EEG F3", "EEG F4"};
  heart.labels = {"ECG"};
  heart.start = "2024-03-01T10:00:30";
  const std::vector<Bytes> files{part_of(brain), part_of(heart)};
  const Joined both = joined(files), alone = joined({files[1]});
  const auto& signals = both.features.header.signals;
  const auto found = std::find_if(signals.begin(), signals.end(),
                                  [](const edf::Signal& signal) { return signal.label == "ECG"; });
  const int ecg = static_cast<int>(found - signals.begin());
  visit::TraceRequest request{50, 0.25, 40, {0, ecg}, {}, {}, {}, 1};
  const visit::TraceRequest own{20, 0.25, 40, {0}, {}, {}, {}};
  const auto range = visit::bytes_for(both.features, request);
  REQUIRE(range.ok());
  const auto bytes = std::span<const std::uint8_t>(files[1]).subspan(range->position, range->bytes);
  const std::vector<float> columns = *visit::traces(both.features, request, bytes);
  const std::vector<float> expected = *visit::traces(alone.features, own, bytes);
  CHECK(std::all_of(columns.begin(), columns.begin() + 80, [](float value) { return std::isnan(value); }));
  CHECK(same_columns({columns.begin() + 80, columns.end()}, expected));
  const std::vector<float> glance = *visit::overview_traces(both.features, request);
  CHECK(same_columns({glance.begin() + 80, glance.end()}, *visit::overview_traces(alone.features, own)));
  // Its R peaks too; the other file knows none.
  REQUIRE(!both.features.leads.empty());
  const double beat_s = both.features.leads[0].features.beats[20].time_s;
  for (const int file : {0, 1}) {
    const visit::TraceRequest around{beat_s - 1.5, 3, 1, {ecg}, {}, {}, {}, file};
    const auto near = visit::bytes_for(both.features, around);
    REQUIRE(near.ok());
    const auto of_file = std::span<const std::uint8_t>(files[static_cast<std::size_t>(file)]);
    const auto peak = visit::r_peak(both.features, {}, {}, beat_s + 0.03, around,
                                    of_file.subspan(near->position, near->bytes));
    REQUIRE(peak.ok());
    REQUIRE(peak->has_value() == (file == 1));
    if (*peak) CHECK(std::abs(**peak - beat_s) < 0.01);
  }
  request.file = 2;
  CHECK(visit::overview_traces(both.features, request).error().where.english() == "file");
}

TEST_CASE("each file of a visit is known by its own digest, and all by that of their bytes in a row") {
  PartWanted brain, heart;
  brain.labels = {"EEG F3", "EEG F4"};
  heart.labels = {"ECG"};
  const Bytes first = part_of(brain), second = part_of(heart);
  const Joined both = joined({first, second});
  REQUIRE(both.visit.file.parts.size() == 2);
  CHECK(both.visit.file.parts[0].sha256 == sha256_hex(first));
  CHECK(both.visit.file.parts[1].sha256 == sha256_hex(second));
  Bytes all = first;
  all.insert(all.end(), second.begin(), second.end());
  CHECK(both.visit.file.sha256 == sha256_hex(all));
}

TEST_CASE("two streams that share the reading of a recording find what one finds") {
  PartWanted brain, heart;
  brain.labels = {"EEG F3", "EEG F4"};
  heart.labels = {"ECG"};
  const std::vector<Bytes> files = {part_of(brain), part_of(heart)};
  const auto read = [&](visit::Share share) {
    auto stream = std::make_unique<visit::RecordingStream>(files[0].size(), visit::reading_settings({}, 6.0),
                                                           std::vector<visit::ChannelChoice>{},
                                                           edf::Overview::usual_bytes);
    stream->take_share(share);
    REQUIRE(stream->push(files[0]).ok());
    REQUIRE(stream->next_part(files[1].size(), {}).ok());
    REQUIRE(stream->push(files[1]).ok());
    return stream;
  };
  const auto hearts = read(visit::Share::hearts)->finish_hearts();
  REQUIRE(hearts);
  CHECK_FALSE(hearts->leads.at(0).beats.empty());
  CHECK(hearts->digests.files == std::vector<std::string>{sha256_hex(files[0]), sha256_hex(files[1])});
  const auto shared = read(visit::Share::rest)->finish(*hearts);
  REQUIRE(shared);
  visit::VisitOptions options;
  options.age_months = 6;
  CHECK(dump(to_json(visit::measure_visit(*shared, options, {}))) == dump(to_json(joined(files).visit)));
  CHECK(read(visit::Share::rest)->finish().error().code == "E_USE");
  visit::HeartShare others = *hearts;
  others.digests.files.pop_back();
  CHECK(read(visit::Share::rest)->finish(others).error().code == "E_USE");
}

TEST_CASE("files are put in order by when their first samples were recorded") {
  const auto text_of = [](const char* start, edf::Ticks onset, bool dated) {
    edf::WriterHeader header;
    if (dated) header.start = start;
    header.records = 1;
    header.discontinuous = true;
    header.signals = {signal("ECG", 64)};
    auto writer = edf::Writer::create(header, std::vector<edf::Annotation>{});
    REQUIRE(writer.ok());
    Bytes bytes = writer->header_bytes();
    const std::vector<std::vector<double>> samples{std::vector<double>(64, 0.0)};
    const Bytes record = writer->record(samples, onset);
    bytes.insert(bytes.end(), record.begin(), record.end());
    edf::Beginning beginning(bytes.size());
    CHECK(beginning.push(bytes));
    return beginning.text();
  };
  constexpr edf::Ticks second = edf::ticks_per_second;
  CHECK(text_of("2024-03-01T10:00:00", second / 4, true) == "2024-03-01T10:00:00.2500000");
  CHECK(text_of("2024-02-29T23:59:59", 3 * second / 2, true) == "2024-03-01T00:00:00.5000000");
  CHECK(text_of("", 0, false).empty());
  edf::Beginning none(300);
  CHECK(none.push(Bytes(300, 'x')));
  CHECK(none.text().empty());
}
