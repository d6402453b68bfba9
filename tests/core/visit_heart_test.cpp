// The heart of one visit, from EDF bytes and settings.
#include <algorithm>

#include "base/json.hpp"
#include "hrv/lists.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"

using namespace attune;

namespace {

visit::RecordingFeatures features_of(const std::vector<std::uint8_t>& edf) {
  visit::RecordingStream stream(edf.size(), {});
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
  const auto settings = parse_json<visit::Settings>(
      R"({"edits":{"recordings":[{"sha256":")" + features.sha256 +
      R"(","beats":[{"action":"exclude","time_s":30,"to_s":60},{"action":"add","time_s":100.05}]},)"
      R"({"sha256":"another","beats":[{"action":"exclude","time_s":60,"to_s":90}]}]}})");
  REQUIRE(settings.ok());
  const auto visit = visit::measure_visit(features, {}, *settings);
  REQUIRE(visit.heart.excluded.size() == 1);
  CHECK(visit.heart.excluded[0].start_s == 30);
  CHECK(visit.heart.excluded[0].end_s == 60);
  CHECK(visit.heart.epochs[0].used);
  CHECK_FALSE(visit.heart.epochs[1].used);
  CHECK(visit.heart.epochs[2].used);
  const auto untouched = visit::measure_visit(features, {}, {});
  CHECK(visit.heart.edited_beats == untouched.heart.edited_beats + 1);
  CHECK(to_json(*settings)["edits"]["recordings"][0]["beats"][0]["action"] == "exclude");
}

TEST_CASE("an ECG of 128 Hz is measured, with a warning; one of 256 Hz without") {
  CHECK(warns(visit::measure_visit(features_of(simulated(128)), {}, {}).heart, "W_ECG_RATE"));
  CHECK_FALSE(warns(visit::measure_visit(features_of(simulated(256)), {}, {}).heart, "W_ECG_RATE"));
}

TEST_CASE("a list of beats takes the place of the ECG, and says so") {
  const auto features = features_of(simulated(256));
  visit::VisitOptions options;
  options.heart_list = "time_s,kind\n";
  for (int i = 0; i < 700; ++i) options.heart_list += std::to_string(0.5 * i + 0.01 * (i % 2)) + ",N\n";
  const auto visit = visit::measure_visit(features, options, {});
  CHECK(visit.heart.source == "list of beats");
  CHECK(visit.heart.beats == 700);
  // Intervals 510, 490, 510 … : every difference is 20 ms.
  CHECK(*visit.heart.rmssd_ms == doctest::Approx(20).epsilon(1e-6));
  const auto says_short = [](const visit::Visit& measured) {
    return warns(measured.heart, "W_LIST_SHORT") ||
           std::any_of(measured.diagnostics.begin(), measured.diagnostics.end(),
                       [](const Diagnostic& note) { return note.code == "W_LIST_SHORT"; });
  };
  CHECK_FALSE(says_short(visit));
  options.heart_list =
      options.heart_list.substr(0, options.heart_list.size() / 3);  // a third of the recording
  options.heart_list = options.heart_list.substr(0, options.heart_list.rfind('\n') + 1);
  CHECK(says_short(visit::measure_visit(features, options, {})));
  options.heart_list = "time_s\n1\nx\n";
  const auto unread = visit::measure_visit(features, options, {});
  CHECK(unread.heart.beats == 0);
  CHECK(unread.heart.reason == "The list of beats cannot be read: There is no time in seconds. (line 3)");
}

TEST_CASE("intervals in ms or s and times in s or ms are told apart") {
  std::string intervals_ms, intervals_s, times_s, times_ms;
  for (int i = 0; i < 20; ++i) {
    intervals_ms += std::to_string(400 + i % 3) + "\n";
    intervals_s += "0." + std::to_string(400 + i % 3) + "\n";
    times_s += std::to_string(0.4 * i) + "\n";
    times_ms += std::to_string(400 * i) + "\n";
  }
  for (const std::string& text : {intervals_ms, intervals_s}) {
    const auto beats = hrv::parse_heart_list(text, {});
    REQUIRE(beats.ok());
    CHECK(beats->size() == 21);
    CHECK((*beats)[1].time_s == doctest::Approx(0.4));
  }
  for (const std::string& text : {times_s, times_ms}) {
    const auto beats = hrv::parse_heart_list(text, {});
    REQUIRE(beats.ok());
    CHECK(beats->size() == 20);
    CHECK((*beats)[19].time_s == doctest::Approx(7.6));
  }
}

TEST_CASE("a list holds what attune beats says of each beat, its likeness to the usual one too") {
  const auto beats = hrv::parse_beats(
      "time_s,kind,confidence,timing_noise_ms,likeness\n0.4,detected,0.97,0.5,0.62\n0.8,detected,1,0.4,\n");
  REQUIRE(beats.ok());
  CHECK((*beats)[0].confidence == 0.97);
  CHECK((*beats)[0].timing_noise_ms == 0.5);
  CHECK((*beats)[0].likeness == 0.62);
  CHECK((*beats)[1].likeness == 1);  // not known
}

TEST_CASE(
    "a decimal comma in a list is read where it can be told from a comma between columns, else asked about") {
  for (const char* text :
       {"rr_ms\n419,8\n420,1\n", "419,8\n420\n", "419,8;N\n420,1;N\n", "419,8\tN\n420,1\tN\n"}) {
    CAPTURE(text);
    const auto intervals = hrv::parse_intervals_ms(text, {});
    REQUIRE(intervals.ok());
    CHECK(intervals->front() == 419.8);
  }
  for (const char* text : {"rr_ms,label\n419,8\n420,1\n", "419,N\n420,N\n"}) {
    CAPTURE(text);
    const auto intervals = hrv::parse_intervals_ms(text, {});
    REQUIRE(intervals.ok());
    CHECK(intervals->front() == 419);
  }
  CHECK(hrv::parse_intervals_ms("419,8\n420,1\n", {}).error().code == "E_LIST_COMMA");
  CHECK(hrv::parse_heart_list("0,4198\n0,4201\n", {}).error().code == "E_LIST_COMMA");
  CHECK(hrv::parse_beats("time_s\n0,5\n1,0\n")->back().time_s == 1);
}

TEST_CASE("beats whose times in seconds are milliseconds are refused") {
  CHECK(hrv::parse_beats("time_s\n420\n841\n1259\n").error().code == "E_LIST_UNIT");
  CHECK(hrv::parse_beats("time_s\n0.42\n0.841\n1.259\n").ok());
  CHECK(hrv::parse_beats("time_s\n0.42\n0.841\n1.259\n300.2\n300.6\n").ok());  // a pause between
}

TEST_CASE("annotations that mark beats stand in for an ECG that was not recorded") {
  auto features = features_of(simulated(256));
  features.leads.clear();
  CHECK(visit::measure_visit(features, {}, {}).heart.beats == 0);
  for (int i = 0; i < 300; ++i)
    features.annotations.push_back({static_cast<edf::Ticks>(i) * 4'500'000, {}, "N", ""});
  const auto visit = visit::measure_visit(features, {}, {});
  CHECK(visit.heart.source == "annotations");
  CHECK(*visit.heart.mean_nn_ms == doctest::Approx(450).epsilon(1e-9));
}
