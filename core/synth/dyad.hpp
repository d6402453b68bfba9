// Simulated infants, visit by visit, for the page's examples, the tests and `attune synth`. A dyad is one
// typical case whose course is set, not a draw from a population: what varies with the seed is where the
// infant starts, and every sample.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "report/studies.hpp"
#include "synth/recording.hpp"

namespace attune::synth {

/// improved: moves as the published effect does. unchanged: the same truth at every visit. too_little
/// ("short"): so little clean data that nothing can be said. mixed: asymmetry moves as in improved, RSA
/// falls.
enum class Scenario { improved, unchanged, too_little, mixed };
constexpr auto enum_names(Scenario) {
  return std::array<std::string_view, 4>{"improved", "unchanged", "short", "mixed"};
}
std::optional<Scenario> scenario_named(std::string_view name);

/// The seed that examples are shown with: the first with which every interval holds its truth and every verdict
/// is what the scenario set. That is a choice. With any one seed about one interval in twenty does not hold, and
/// of the first 40 seeds 14 are such in all of three scenarios.
inline constexpr std::uint64_t example_seed = 4;

/// Sizes of the published changes (report/studies.hpp) in units of these standard deviations between infants, which the
/// abstract does not give: assumed here.
struct PublishedEffect {
  double faa_d = report::published_d("faa_f4_f3");
  double rsa_d = report::published_d("rsa_ln_ms2");
  double faa_sd_ln = 0.25;
  double rsa_sd_ln = 0.80;
};

struct DyadVisit {
  std::string label;  ///< "baseline", "follow-up", "visit 3"
  double age_months = 0;
  RecordingSettings settings;
};

struct Dyad {
  Scenario scenario = Scenario::improved;
  std::uint64_t seed = 0;
  std::string title;  ///< a few words
  std::string about;  ///< what it shows, one sentence
  std::vector<DyadVisit> visits;
};

/// `visits` is 2 (nine weeks apart) or 3 (and three months after that).
Dyad make_dyad(Scenario scenario, std::uint64_t seed, int visits = 2);

/// One visit's bytes and truth, the truth labelled with visit and age.
Result<SimulatedRecording> simulate_visit(const Dyad& dyad, std::size_t visit);

/// A long recording for measurements of speed and memory: `hours` of `channels` channels at `rate_hz`, the
/// last of them ECG (one channel alone is EEG), in three equal phases. 1 h, 32, 512 Hz: 118 MB.
RecordingSettings long_recording(double hours, std::size_t channels, double rate_hz, std::uint64_t seed);

}  // namespace attune::synth
