// What a recording says about itself is heard: whose heart it is, filters inside the band, a version field of its own.
#include <cmath>
#include <utility>

#include "edf/channels.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// What is read of a file of ten records of 64 samples with these signals.
visit::RecordingFeatures recording_with(const std::vector<RawSignal>& signals,
                                        std::vector<visit::ChannelChoice> choices = {}) {
  RawFile file = raw_file();
  file.signals = signals;
  file.records = "10";
  for (RawSignal& signal : file.signals) signal.samples = "64";
  file.data = counting(10 * 64 * signals.size());
  const Bytes bytes = assemble(file);
  visit::RecordingStream stream(bytes.size(), {}, std::move(choices));
  REQUIRE(stream.push(bytes).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

std::vector<Diagnostic> said_about(const std::vector<RawSignal>& signals) {
  return recording_with(signals).diagnostics;
}

std::vector<std::string> told_as(const std::vector<Diagnostic>& diagnostics, std::string_view code) {
  std::vector<std::string> found;
  for (const Diagnostic& one : diagnostics)
    if (one.code == code) found.push_back(one.message.english());
  return found;
}

RawSignal signal_named(const std::string& label, const std::string& prefilter = "") {
  RawSignal signal;
  signal.label = label;
  signal.prefilter = prefilter;
  return signal;
}

visit::Visit wild_visit(const std::string& name) {
  const auto bytes = read_file(data_folder() / "wild/recordings" / name);
  const visit::Settings settings;
  visit::RecordingStream stream(bytes.size(), settings);
  REQUIRE(stream.push(bytes).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  visit::VisitOptions options;
  options.age_months = 6;
  return visit::measure_visit(*features, options, settings);
}

}  // namespace

TEST_CASE("a parent’s ECG is told, and not measured, unless someone says that it is the infant's") {
  const std::vector<RawSignal> pair{signal_named("ECG infant"), signal_named("ECG mother")};
  const auto read = recording_with(pair);
  REQUIRE(read.leads.size() == 1);
  CHECK(read.leads[0].signal == 0);
  const auto found = told_as(read.diagnostics, "N_PARENTS_ECG");
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("By its label, ECG mother is a parent’s ECG"));
  const auto chosen = recording_with(pair, {{1, edf::ChannelKind::ecg, ""}});
  CHECK(chosen.leads.size() == 2);
  CHECK(told_as(chosen.diagnostics, "N_PARENTS_ECG").empty());
  CHECK(told_as(said_about({signal_named("ECG")}), "N_PARENTS_ECG").empty());
}

TEST_CASE("a parent’s breathing is told, and not read as the infant's") {
  const auto read = recording_with({signal_named("Resp mother"), signal_named("Resp infant")});
  CHECK(read.respiration_signal == std::size_t{1});
  const auto found = told_as(read.diagnostics, "N_PARENTS_BREATH");
  REQUIRE(found.size() == 1);
  CHECK(found[0].starts_with("By its label, Resp mother is a parent’s breathing"));
}

TEST_CASE(
    "a filter that the header states inside the alpha band is a warning, once for all channels of one "
    "limit") {
  const auto low = told_as(
      said_about({signal_named("EEG F3", "HP:0.1Hz LP:8Hz"), signal_named("EEG F4", "HP:0.1Hz LP:8Hz")}),
      "W_BAND_FILTERED");
  REQUIRE(low.size() == 1);
  CHECK(low[0].starts_with(
      "By the header 2 EEG channels were low-passed at 8 Hz, inside the band of 6 to 9 Hz"));
  const auto high = told_as(said_about({signal_named("EEG F3", "HP:7.5Hz LP:70Hz")}), "W_BAND_FILTERED");
  REQUIRE(high.size() == 1);
  CHECK(high[0].starts_with("By the header 1 EEG channel was high-passed at 7.5 Hz"));
  const auto two = told_as(said_about({signal_named("EEG F3", "LP:8Hz"), signal_named("EEG F4", "LP:7Hz")}),
                           "W_BAND_FILTERED");
  REQUIRE(two.size() == 2);
  CHECK(two[0].starts_with("By the header 1 EEG channel was low-passed at 7 Hz"));
  CHECK(two[1].starts_with("By the header 1 EEG channel was low-passed at 8 Hz"));
  const auto notched = told_as(said_about({signal_named("EEG F3", "N:8Hz"), signal_named("EEG F4", "N:8Hz")}),
                               "W_BAND_FILTERED");
  REQUIRE(notched.size() == 1);
  CHECK(
      notched[0].starts_with("By the header a notch filter at 8 Hz took power out of the band of 6 to 9 Hz"));
  // Filters outside the band, none given, and those of another kind of channel are none of this.
  for (const char* prefilter : {"HP:0.5Hz LP:30Hz", "HP:DC LP:0Hz", "", "N:50Hz"})
    CHECK(told_as(said_about({signal_named("EEG F3", prefilter)}), "W_BAND_FILTERED").empty());
  CHECK(told_as(said_about({signal_named("Resp thorax", "LP:5Hz")}), "W_BAND_FILTERED").empty());
}

TEST_CASE("which net is assumed is told, and that sites cannot be known") {
  const auto numbered = [](const std::string& before, int count) {
    std::vector<RawSignal> signals;
    for (int n = 1; n <= count; ++n) signals.push_back(signal_named(before + std::to_string(n)));
    return signals;
  };
  const auto net = told_as(said_about(numbered("E", 64)), "N_NET_ASSUMED");
  REQUIRE(net.size() == 1);
  CHECK(net[0].find("electrodes of a HydroCel Geodesic Sensor Net of 64") != std::string::npos);
  CHECK(told_as(said_about(numbered("EEG ", 65)), "W_NET_ASSUMED").size() == 1);
  for (const auto& signals : {numbered("EEG ", 64), numbered("A", 32), numbered("E", 20)}) {
    const auto unknown = told_as(said_about(signals), "W_SITES_UNKNOWN");
    REQUIRE(unknown.size() == 1);
    CHECK(unknown[0].starts_with("None of the "));
  }
  CHECK(told_as(said_about({signal_named("EEG F3"), signal_named("EEG F4")}), "W_SITES_UNKNOWN").empty());
  // Who names the site has read it.
  visit::ChannelChoice f3;
  f3.label = "EEG 12";
  f3.site = "F3";
  CHECK(told_as(recording_with(numbered("EEG ", 64), {f3}).diagnostics, "W_SITES_UNKNOWN").empty());
}

TEST_CASE("filters and a reference of a table beside the recording count where the header states none") {
  const RawSignal f3 = signal_named("EEG F3"), ref = signal_named("EEG F4-REF");
  visit::ChannelChoice told;
  told.label = "EEG F3";
  told.blank_reference = "linked mastoids";
  told.blank_highpass_hz = 0.5;
  told.blank_lowpass_hz = 8;
  visit::ChannelChoice named;
  named.label = "EEG F4-REF";
  named.blank_reference = "electrode at CZ";
  const auto read = recording_with({f3, ref}, {told, named});
  CHECK(read.header.signals[0].reference == "M1M2");
  CHECK(read.header.signals[1].reference == "Cz");  // REF is no name
  const auto filtered = told_as(read.diagnostics, "W_BAND_FILTERED");
  REQUIRE(filtered.size() == 1);
  CHECK(filtered[0].starts_with("By the table beside the recording 1 EEG channel was low-passed at 8 Hz"));
  CHECK(told_as(read.diagnostics, "W_TABLE_DIFFERS").empty());
  const visit::Visit visit = visit::measure_visit(read, {}, {});
  CHECK(visit.file.channels[0].highpass_hz == 0.5);
  CHECK(visit.file.channels[0].lowpass_hz == 8);
  CHECK_FALSE(visit.file.channels[1].lowpass_hz.has_value());
  // Half the rate (64 samples a second) is what programs write where there is no low-pass.
  told.blank_lowpass_hz = 32;
  CHECK(recording_with({f3}, {told}).header.signals[0].filters.lowpass_hz == 0);
}

TEST_CASE("a table beside the recording that contradicts the header is told, and the header counts") {
  visit::ChannelChoice told;
  told.label = "EEG F3-A2";
  told.blank_unit = "mV";
  told.blank_reference = "average";
  told.blank_highpass_hz = 1;
  told.blank_lowpass_hz = 30;
  const RawSignal header = signal_named("EEG F3-A2", "HP:0.1Hz LP:20Hz");
  const auto read = recording_with({header}, {told});
  const auto found = told_as(read.diagnostics, "W_TABLE_DIFFERS");
  REQUIRE(found.size() == 4);
  CHECK(
      found[0].starts_with("Of 1 channel the header states the unit as uV, and a file beside the recording "
                           "(channels.tsv, eeg.json) as mV."));
  CHECK(found[1].find("the reference as A2") != std::string::npos);
  CHECK(found[2].find("the high-pass as 0.1 Hz") != std::string::npos);
  CHECK(found[3].find("the low-pass as 20 Hz") != std::string::npos);
  CHECK(read.header.signals[0].reference == "A2");
  CHECK(read.header.signals[0].filters.lowpass_hz == 20);
  told.blank_unit = "µV";
  told.blank_reference = "A2";
  told.blank_highpass_hz = 0;  // none is stated
  told.blank_lowpass_hz = 20;
  CHECK(told_as(recording_with({header}, {told}).diagnostics, "W_TABLE_DIFFERS").empty());
  // Small limits differ by their ratio; 0.53 Hz is that of a time constant of 0.3 s, written as 0.5 too.
  const auto differs = [](const char* prefilter, double highpass_hz) {
    visit::ChannelChoice table;
    table.label = "EEG F3-A2";
    table.blank_highpass_hz = highpass_hz;
    return !told_as(recording_with({signal_named("EEG F3-A2", prefilter)}, {table}).diagnostics,
                    "W_TABLE_DIFFERS")
                .empty();
  };
  CHECK(differs("HP:0.1Hz", 0.05));
  CHECK(differs("HP:DC", 0.5));
  CHECK_FALSE(differs("HP:0.53Hz", 0.5));
  CHECK_FALSE(differs("HP:DC", 0));
}

TEST_CASE(
    "what holds for every EEG channel fills in what header and table leave open, and no other channel") {
  edf::Header header;
  for (const char* label : {"EEG F3-A2", "EEG F4", "EEG C3", "ECG"}) {
    edf::Signal& made = header.signals.emplace_back();
    made.label = label;
    made.sample_rate_hz = 256;
    made.kind = made.label == "ECG" ? edf::ChannelKind::ecg : edf::ChannelKind::eeg;
  }
  header.signals[0].reference = "A2";
  header.signals[0].filters.highpass_hz = 0.1;
  visit::ChannelChoice table, all;
  table.label = "EEG F4";
  table.blank_reference = "M1";
  all.signal = visit::every_eeg_channel;
  all.blank_reference = "Cz";
  all.blank_highpass_hz = 0.5;
  visit::apply_choices(std::vector{table, all}, header);
  CHECK(header.signals[0].reference == "A2");
  CHECK(header.signals[1].reference == "M1");
  CHECK(header.signals[2].reference == "Cz");
  CHECK(header.signals[3].reference.empty());
  CHECK(header.signals[0].filters.highpass_hz == 0.1);
  CHECK(header.signals[2].filters.highpass_hz == 0.5);
  CHECK_FALSE(header.signals[3].filters.highpass_hz.has_value());
}

TEST_CASE("references as people write them have the names of labels") {
  const std::vector<std::pair<const char*, const char*>> written{{"average", "AVG"},
                                                                 {"Common Average Reference", "AVG"},
                                                                 {"CZ", "Cz"},
                                                                 {"A1,A2", "LE"},
                                                                 {"linked ears", "LE"},
                                                                 {"M1 and M2", "M1M2"},
                                                                 {"left mastoid", "M1"},
                                                                 {"average of A1 and A2", "LE"},
                                                                 {"averaged mastoids", "M1M2"},
                                                                 {"average of both earlobes", "LE"},
                                                                 {"average without the mastoids", "AVG"},
                                                                 {"average, ground Fpz", "AVG"},
                                                                 {"mastoïdes liées", "M1M2"},
                                                                 {"single electrode placed on FCz", "FCz"},
                                                                 {"nose", "NOSE"},
                                                                 {"moyenne", "AVG"},
                                                                 {"", ""},
                                                                 {"oreille droite", "A2"},
                                                                 {"A1A2", "LE"},
                                                                 {"both earlobes", "LE"}};
  for (const auto& one : written) {
    CAPTURE(one.first);
    CHECK(edf::read_reference(one.first) == one.second);
  }
}

TEST_CASE("wild recordings: whose heart, which net, which filter, which version") {
  if (!have_data("wild/recordings")) return;
  int right = 0, all = 0;
  const auto check = [&](const char* name, bool is_right) {
    CHECK_MESSAGE(is_right, name);
    right += is_right ? 1 : 0;
    ++all;
  };
  const auto rate = [](const visit::Visit& visit) { return visit.heart.heart_rate_bpm.value_or(0); };
  // The undamaged recording's heart rate is 144.4 (README there); the mother's is 82, the rate track gave 60.
  check("02b_ecg_and_ecg_hr.edf", std::abs(rate(wild_visit("02b_ecg_and_ecg_hr.edf")) - 144.4) < 0.1);
  check("02c_only_ecg_hr_1hz.edf", rate(wild_visit("02c_only_ecg_hr_1hz.edf")) == 0);
  const auto pair = wild_visit("03_mother_and_infant.edf");
  check("03_mother_and_infant.edf", std::abs(rate(pair) - 144.4) < 0.1);
  const auto net = wild_visit("11_hydrocel32.edf");
  check("11_hydrocel32.edf", !net.eeg.asymmetry.empty() && net.eeg.asymmetry[0].faa_ln &&
                                 std::abs(*net.eeg.asymmetry[0].faa_ln + 0.19) < 0.05);
  check("12b_emotiv_version.edf", std::abs(rate(wild_visit("12b_emotiv_version.edf")) - 144.4) < 0.1);
  const auto wide = wild_visit("12_header0_24bit.bdf");
  check("12_header0_24bit.bdf",
        std::abs(rate(wide) - 144.4) < 0.1 && told_as(wide.diagnostics, "W_SAMPLE_WIDTH").size() == 1);
  const auto slow = told_as(wild_visit("13_half_speed.edf").heart.diagnostics, "W_HEART_RATE_AGE");
  check("13_half_speed.edf", slow.size() == 1 && slow[0].find("record duration") != std::string::npos);
  const auto filtered = wild_visit("15_lowpass8.edf");
  check("15_lowpass8.edf", told_as(filtered.diagnostics, "W_BAND_FILTERED").size() == 1);
  MESSAGE(right << " of " << all);
}
