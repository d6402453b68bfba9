// A visit in several files: joined where they can be one recording, refused with what to do where they cannot.
#include <doctest/doctest.h>

#include <cmath>
#include <numbers>

#include "ecg_signals.hpp"
#include "edf/writer.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

constexpr int parts_rate_hz = 256;

/// What a file of a visit holds: stretches of one recording of EEG and heart, sample for sample.
struct PartWanted {
  std::vector<std::string> labels{"EEG F3", "EEG F4", "ECG"};
  int from_s = 0, to_s = 180;
  std::string start = "2024-03-01T10:00:00", patient = "P7 F 01-SEP-2023 X", unit = "uV";
  std::string prefilter = "";
  int rate_hz = parts_rate_hz;
  std::vector<edf::Annotation> annotations;
  bool bdf = false;
  int gap_at_s = 0, gap_s = 0;  ///< an EDF+D that goes on `gap_s` later from there
};

/// Two rhythms in the alpha band of unlike size on a slow drift, and a heart of 140 a minute that breathing moves.
double value_at(const std::string& label, double t) {
  const double tau = 2 * std::numbers::pi;
  if (label.starts_with("E") && label.find("CG") != std::string::npos) {
    double phase = std::fmod(140.0 / 60 * t + 0.08 * std::sin(tau * 0.5 * t), 1.0);
    const double from_r = (phase - 0.5) * 60 / 140;
    return 800 * std::exp(-std::pow(from_r / 0.008, 2)) -
           150 * std::exp(-std::pow((from_r - 0.025) / 0.01, 2));
  }
  const double size = label.find("F4") != std::string::npos ? 24 : 18;
  return size * (1 + 0.3 * std::sin(tau * 0.05 * t)) * std::sin(tau * 7 * t) + 10 * std::sin(tau * 2.3 * t);
}

Bytes part_of(const PartWanted& wanted) {
  edf::WriterHeader header;
  header.bdf = wanted.bdf;
  header.start = wanted.start;
  header.patient = wanted.patient;
  header.recording = "Startdate 01-MAR-2024 X X X";
  header.records = static_cast<std::uint64_t>(wanted.to_s - wanted.from_s);
  header.discontinuous = wanted.gap_s > 0;
  for (const std::string& label : wanted.labels) {
    edf::WriterSignal made = signal(label, wanted.rate_hz);
    made.unit = wanted.unit;
    made.prefilter = wanted.prefilter;
    header.signals.push_back(made);
  }
  auto writer = edf::Writer::create(header, wanted.annotations);
  REQUIRE(writer.ok());
  Bytes bytes = writer->header_bytes();
  for (int second = wanted.from_s; second < wanted.to_s; ++second) {
    std::vector<std::vector<double>> samples;
    for (const std::string& label : wanted.labels) {
      auto& of_signal = samples.emplace_back();
      for (int k = 0; k < wanted.rate_hz; ++k)
        of_signal.push_back(value_at(label, second + static_cast<double>(k) / wanted.rate_hz));
    }
    const int later_s = wanted.gap_s > 0 && second >= wanted.gap_at_s ? wanted.gap_s : 0;
    const Bytes record = writer->record(samples, (second - wanted.from_s + later_s) * edf::ticks_per_second);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

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
  visit::RecordingStream stream(files[0].size(), visit::reading_settings(settings, 6.0));
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
