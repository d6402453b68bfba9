// The heart of one visit, from EDF bytes and settings.
#include "base/json.hpp"
#include "report/visit.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"

using namespace attune;

namespace {

report::RecordingFeatures features_of(const std::vector<std::uint8_t>& edf) {
  report::RecordingStream stream(edf.size(), {});
  REQUIRE(stream.push(edf).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

std::vector<std::uint8_t> simulated(double ecg_rate_hz) {
  synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
  dyad.visits[0].settings.sites = {"F3", "F4"};
  dyad.visits[0].settings.bad_channel.clear();
  dyad.visits[0].settings.ecg_sample_rate_hz = ecg_rate_hz;
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  return recording->edf;
}

bool warns(const hrv::Metrics& heart, const std::string& code) {
  for (const Diagnostic& diagnostic : heart.diagnostics) {
    if (diagnostic.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("edits in the settings' JSON apply to the recording whose digest they name, and to no other") {
  const auto features = features_of(simulated(256));
  const auto settings = parse_json<report::Settings>(
      R"({"edits":{"recordings":[{"sha256":")" + features.sha256 +
      R"(","beats":[{"action":"exclude","time_s":30,"to_s":60},{"action":"add","time_s":100.05}]},)"
      R"({"sha256":"another","beats":[{"action":"exclude","time_s":60,"to_s":90}]}]}})");
  REQUIRE(settings.ok());
  const auto visit = report::measure_visit(features, {}, *settings);
  REQUIRE(visit.heart.excluded.size() == 1);
  CHECK(visit.heart.excluded[0].start_s == 30);
  CHECK(visit.heart.excluded[0].end_s == 60);
  CHECK(visit.heart.epochs[0].used);
  CHECK_FALSE(visit.heart.epochs[1].used);
  CHECK(visit.heart.epochs[2].used);
  const auto untouched = report::measure_visit(features, {}, {});
  CHECK(visit.heart.edited_beats == untouched.heart.edited_beats + 1);
  CHECK(to_json(*settings)["edits"]["recordings"][0]["beats"][0]["action"] == "exclude");
}

TEST_CASE("an ECG of 128 Hz is measured, with a warning; one of 256 Hz without") {
  CHECK(warns(report::measure_visit(features_of(simulated(128)), {}, {}).heart, "W_ECG_RATE"));
  CHECK_FALSE(warns(report::measure_visit(features_of(simulated(256)), {}, {}).heart, "W_ECG_RATE"));
}
