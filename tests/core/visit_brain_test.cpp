// The brain of one visit, from EDF bytes and settings.
#include "base/json.hpp"
#include "base/random.hpp"
#include "report/compare.hpp"
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

namespace {

/// Numbers below a tree, those that are whole told apart as JSON does.
void collect_numbers(Json& tree, std::vector<Json*>& numbers) {
  if (tree.is_number()) numbers.push_back(&tree);
  if (tree.is_structured())
    for (Json& part : tree) collect_numbers(part, numbers);
}

/// The settings with one of the numbers of one group a little different; none where that is not allowed.
std::optional<visit::Settings> nudged(const visit::Settings& settings, const char* group, Random& random) {
  Json tree = to_json(settings);
  std::vector<Json*> numbers;
  collect_numbers(tree[group], numbers);
  Json& number = *numbers[random.below(numbers.size())];
  if (number.is_number_float())
    number = number.get<double>() * (0.8 + 0.4 * random.uniform());
  else
    number = number.get<int>() + 1;
  visit::Settings changed;
  if (!from_json(tree, changed) || !check_ranges(changed)) return std::nullopt;
  return changed;
}

ecg::BeatEdit random_beat_edit(double end_s, Random& random) {
  const auto action = static_cast<ecg::EditAction>(random.below(5));
  const double time_s = end_s * random.uniform();
  return {action, time_s, time_s + (action == ecg::EditAction::exclude ? 5 : 0.03)};
}

}  // namespace

TEST_CASE("after any edits and settings a report from what is remembered is the report made afresh") {
  const synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 5);
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  visit::RecordingStream stream(recording->edf.size(), {});
  REQUIRE(stream.push(recording->edf).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  const double end_s = features->segments.back().end_s;
  visit::VisitMemory memory;
  visit::VisitOptions options;
  visit::Settings settings;
  settings.eeg.bootstrap_samples = 100;  // what a draw is made of is the same however many there are
  settings.edits.recordings = {{}};
  Random random(20261130);
  for (int step = 0; step < 60; ++step) {
    const auto kind = random.below(8);
    CAPTURE(step);
    CAPTURE(kind);
    visit::RecordingEdits& edits = settings.edits.recordings.front();
    if (kind <= 1) edits.beats.push_back(random_beat_edit(end_s, random));
    if (kind == 2) {
      const double start_s = end_s * random.uniform();
      edits.eeg_excluded.push_back({start_s, start_s + 8});
    }
    if (kind == 3) edits.eeg_excluded_channels = {random.below(2) == 0 ? "P3" : "Fz"};
    if (kind == 4 && !edits.beats.empty()) edits.beats.pop_back();  // as undo does
    if (kind == 5) settings = nudged(settings, "eeg", random).value_or(settings);
    if (kind == 6) settings = nudged(settings, "hrv", random).value_or(settings);
    if (kind == 7) settings = nudged(settings, "ecg", random).value_or(settings);
    if (step % 15 == 7) settings.eeg.reference = static_cast<eeg::Reference>(random.below(4));
    if (step % 20 == 9) options.phases = {{"Half", PhaseKind::rest, 0, end_s * random.uniform()}};
    const auto report = [&](visit::VisitMemory& kept) {
      return dump(
          to_json(*report::compare({visit::measure_visit(*features, options, settings, kept)}, settings)));
    };
    visit::VisitMemory empty;
    REQUIRE(report(memory) == report(empty));
  }
}
