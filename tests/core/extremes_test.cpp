// Inside its ranges no setting ends the program: a recording is measured to its end, in finite numbers or none,
// and no interval leaves out the value it is of.
#include <span>

#include "finite.hpp"
#include "leaves.hpp"
#include "report/compare.hpp"
#include "support.hpp"
#include "synth/recording.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// Where an interval does not hold the value it is of; empty if every one does.
std::string not_inside(const Json& json, const std::string& path) {
  std::string found;
  if (json.is_object() && json.contains("ci_low") && json["ci_low"].is_number() && json["value"].is_number())
    if (json["value"] < json["ci_low"] || json["value"] > json["ci_high"]) return path;
  if (json.is_structured())
    for (const auto& [key, item] : json.items())
      if (found.empty()) found = not_inside(item, path + "." + key);
  return found;
}

/// Forty seconds with two sites and ECG.
std::vector<std::uint8_t> short_recording(std::uint64_t seed) {
  synth::RecordingSettings wanted;
  wanted.seed = seed;
  wanted.duration_s = 40;
  wanted.phases = {{"Rest", PhaseKind::rest, 40, 0, 0, 1}};
  wanted.sites = {"F3", "F4"};
  wanted.eeg_sample_rate_hz = 64;
  wanted.ecg_sample_rate_hz = 250;
  const auto recording = synth::simulate(wanted);
  REQUIRE(recording.ok());
  return recording->edf;
}

visit::RecordingFeatures read_with(std::span<const std::uint8_t> edf, const visit::Settings& settings) {
  visit::RecordingStream stream(edf.size(), settings);
  REQUIRE(stream.push(edf).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

visit::Settings quick_settings() {
  visit::Settings settings;
  settings.eeg.bootstrap_samples = 100;
  return settings;
}

template <class T>
void check_numbers(const T& value) {
  CHECK(not_finite(value) == "");
  CHECK(not_inside(to_json(value), "") == "");
}

}  // namespace

TEST_CASE("a recording is measured at both ends of every range, in finite numbers or none") {
  const auto edf = short_recording(1);
  const auto usual = read_with(edf, {});
  for (const Leaf& leaf : leaves_of(visit::Settings{})) {
    for (const double value : {leaf.range.lowest, leaf.range.highest}) {
      visit::Settings settings = quick_settings();
      if (!set_leaf(settings, leaf, leaf_value(leaf, value))) continue;  // against another number
      CAPTURE(leaf.path);
      CAPTURE(value);
      const bool when_read = leaf.path.starts_with("ecg.") || leaf.path == "eeg.max_feature_mb";
      check_numbers(when_read ? visit::measure_visit(read_with(edf, settings), {}, settings)
                              : visit::measure_visit(usual, {}, settings));
    }
  }
}

TEST_CASE("a report holds no number that is not finite, and no value outside its own interval") {
  const visit::Settings settings = quick_settings();
  for (std::uint64_t seed = 1; seed < 8; seed += 2) {
    std::vector<visit::Visit> visits;
    for (const std::uint64_t visit : {seed, seed + 1}) {
      visit::VisitOptions options;
      options.age_months = static_cast<double>(visit);
      visits.push_back(visit::measure_visit(read_with(short_recording(visit), settings), options, settings));
    }
    const auto report = report::compare(std::move(visits), settings, {});
    REQUIRE(report.ok());
    CAPTURE(seed);
    check_numbers(*report);
  }
}
