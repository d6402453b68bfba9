// What the user says about a recording overrules what was recognised in it; and all that is saved reads back.
#include "base/json.hpp"
#include "export/session_file.hpp"
#include "report/compare.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"

using namespace attune;

namespace {

const std::vector<std::uint8_t>& simulated() {
  static const std::vector<std::uint8_t> edf = [] {
    synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
    dyad.visits[0].settings.sites = {"F3", "F4", "Cz"};
    dyad.visits[0].settings.bad_channel.clear();
    return synth::simulate_visit(dyad, 0)->edf;
  }();
  return edf;
}

visit::RecordingFeatures features_with(std::vector<visit::ChannelChoice> choices) {
  visit::RecordingStream stream(simulated().size(), {}, std::move(choices));
  REQUIRE(stream.push(simulated()).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

int signal_named(const visit::Visit& visit, const std::string& part) {
  for (std::size_t i = 0; i < visit.file.channels.size(); ++i)
    if (visit.file.channels[i].label.find(part) != std::string::npos) return static_cast<int>(i);
  FAIL("no channel " << part);
  return -1;
}

}  // namespace

TEST_CASE("two channels whose sites are exchanged by hand turn the asymmetry's sign") {
  const auto as_found = visit::measure_visit(features_with({}), {}, {});
  const int f3 = signal_named(as_found, "F3"), f4 = signal_named(as_found, "F4");
  const auto exchanged = visit::measure_visit(
      features_with({{f3, edf::ChannelKind::eeg, "F4"}, {f4, edf::ChannelKind::eeg, "F3"}}), {}, {});
  REQUIRE(as_found.eeg.asymmetry.front().faa_ln);
  CHECK(*exchanged.eeg.asymmetry.front().faa_ln ==
        doctest::Approx(-*as_found.eeg.asymmetry.front().faa_ln).epsilon(1e-12));
}

TEST_CASE("a channel that is said to be no ECG gives no beats, and one said to be EEG is measured as such") {
  const auto as_found = visit::measure_visit(features_with({}), {}, {});
  const int ecg = signal_named(as_found, "ECG");
  const auto without = visit::measure_visit(features_with({{ecg, edf::ChannelKind::other, ""}}), {}, {});
  CHECK(without.heart.reason ==
        "No ECG channel was found in this recording, and no annotations that mark beats.");
  CHECK(without.file.channels[static_cast<std::size_t>(ecg)].kind == "other");
  const auto as_eeg = visit::measure_visit(features_with({{ecg, edf::ChannelKind::eeg, "Oz"}}), {}, {});
  CHECK(as_eeg.eeg.channels.size() == as_found.eeg.channels.size() + 1);
}

TEST_CASE("choices for channels that are not there, or hold annotations, change nothing") {
  const auto as_found = to_json(visit::measure_visit(features_with({}), {}, {}));
  const int last = static_cast<int>(as_found["file"]["channels"].size()) - 1;
  REQUIRE(as_found["file"]["channels"][static_cast<std::size_t>(last)]["kind"] == "annotation");
  const auto chosen = features_with({{-1, edf::ChannelKind::ecg, ""},
                                     {99, edf::ChannelKind::ecg, ""},
                                     {last, edf::ChannelKind::eeg, "F3"}});
  CHECK(to_json(visit::measure_visit(chosen, {}, {})) == as_found);
}

TEST_CASE("the heart is taken from the channel chosen, and a channel that is none says so") {
  const auto features = features_with({});
  visit::VisitOptions options;
  options.heart_signal = static_cast<int>(features.leads.front().signal);
  CHECK(visit::measure_visit(features, options, {}).heart.beats > 100);
  options.heart_signal = 0;
  const auto visit = visit::measure_visit(features, options, {});
  CHECK(visit.heart.beats == 0);
  CHECK(visit.heart.reason == "The channel chosen for the heart is not read as an ECG.");
}

TEST_CASE("phases by hand take the place of those recognised, in order of time") {
  visit::VisitOptions options;
  options.phases = {{"later", PhaseKind::stranger, 60, 120},
                    {"first", PhaseKind::rest, 0, 60},
                    {"ends before it starts", PhaseKind::other, 50, 40}};
  const auto visit = visit::measure_visit(features_with({}), options, {});
  REQUIRE(visit.phases.size() == 2);
  CHECK(visit.phases[0].name == "first");
  REQUIRE(visit.heart.phases.size() == 2);
  CHECK(visit.heart.phases[0].epochs_total == 2);
  options.phases = std::vector<Phase>{};
  CHECK(visit::measure_visit(features_with({}), options, {}).phases.empty());
}

TEST_CASE("a session file reads back as it was written") {
  exports::SessionFile session;
  session.attune = "session";
  session.visits.push_back({"abc", 4'500'000'000, {}, {{3, edf::ChannelKind::ecg, ""}}});
  session.visits[0].options.age_months = 5.25;
  session.visits[0].options.phases = std::vector<Phase>{{"rest", PhaseKind::rest, 0, 60}};
  session.settings.edits.recordings.push_back({"abc", {}, {{1, 2}}, {"Cz"}});
  session.supplement.reference_csv = "participant,visit\n";
  const std::string text = dump(to_json(session));
  const auto back = exports::read_session(text);
  REQUIRE(back.ok());
  CHECK(dump(to_json(*back)) == text);
}

TEST_CASE("what is no session file, of a later version, or damaged, is refused with the place") {
  const auto refused = [](const char* text) { return exports::read_session(text).error(); };
  CHECK(refused("not JSON").code == "E_SAVED_KIND");
  CHECK(refused(R"({"format":1})").code == "E_SAVED_KIND");
  CHECK(refused(R"({"attune":"session","format":2,"new":1})").message ==
        "The session file was saved by a later version of Attune.");
  CHECK(refused(R"({"attune":"session","visits":[{"options":{"age_months":"five"}}]})").where ==
        "visits[0].options.age_months");
}

TEST_CASE("a saved report reads back to the last digit, and anything else is refused") {
  const auto features = features_with({});
  const auto report = report::compare({visit::measure_visit(features, {}, {})}, {});
  REQUIRE(report.ok());
  const std::string text = dump(to_json(*report));
  const auto back = exports::read_report(text);
  REQUIRE(back.ok());
  CHECK(dump(to_json(*back)) == text);
  CHECK(exports::read_report("{}").error().code == "E_SAVED_KIND");
  CHECK(exports::read_report(R"({"provenance":{"program":"attune"},"format":99})").error().code ==
        "E_SAVED_LATER");
}
