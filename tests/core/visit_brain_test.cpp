// The brain of one visit, from EDF bytes and settings.
#include "base/json.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"

using namespace attune;

TEST_CASE(
    "EEG left out by hand in the settings' JSON is left out of the recording it names, and of no other") {
  const synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  visit::RecordingStream stream(recording->edf.size(), {});
  REQUIRE(stream.push(recording->edf).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  const auto measured = [&](const std::string& sha256) {
    const auto settings = parse_json<visit::Settings>(
        R"({"edits":{"recordings":[{"sha256":")" + sha256 +
        R"(","eeg_excluded":[{"start_s":30,"end_s":60}],"eeg_excluded_channels":["P3"]}]}})");
    REQUIRE(settings.ok());
    return visit::measure_visit(*features, {}, *settings).eeg;
  };
  // Windows of 1 s every 0.5 s that touch 30 … 60 s start at 29.5 … 59.5 s: 61.
  const auto here = measured(features->sha256), elsewhere = measured("another");
  CHECK(here.asymmetry[0].rejected.at("manual") == 61);
  CHECK(here.asymmetry[2].reason == "P3 cannot be used. It was excluded by hand.");
  CHECK(elsewhere.asymmetry[0].rejected.count("manual") == 0);
  CHECK(elsewhere.asymmetry[2].faa_ln);
}

TEST_CASE("a visit measured with what is remembered is the visit measured afresh, whatever changes") {
  const synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  visit::RecordingStream stream(recording->edf.size(), {});
  REQUIRE(stream.push(recording->edf).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  visit::VisitMemory memory;
  visit::VisitOptions options;
  visit::Settings settings;
  std::string before;
  const auto check = [&](const std::string& change) {
    CAPTURE(change);
    const std::string text = dump(to_json(visit::measure_visit(*features, options, settings, memory)));
    CHECK(text == dump(to_json(visit::measure_visit(*features, options, settings))));
    CHECK(text != before);  // each of the changes shows
    before = text;
  };
  check("none");
  settings.eeg.max_abs_uv = 90;
  check("amplitude");
  settings.hrv.epoch_s = 20;
  check("epochs");
  settings.ecg.low_sample_rate_hz = 10'000;
  check("beats");
  options.age_months = 4;
  check("age");
  options.phases = {{"First half", PhaseKind::rest, 0, 180}};
  check("phases");
  settings.edits.recordings = {{"", {}, {{30, 60}}, {}}};
  check("stretch left out");
  settings.edits.recordings[0].eeg_excluded_channels = {"P3"};
  check("channel left out");
  options.heart_list = "time_s\n0.5\n1.0\n1.5\n2.1\n2.6\n";
  check("list of beats");
}
