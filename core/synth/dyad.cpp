#include "synth/dyad.hpp"

#include <algorithm>
#include <cmath>

#include "synth/calendar.hpp"
#include "synth/coding.hpp"
#include "synth/montage.hpp"
#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

/// Three times the highest frequency that the analysis looks at. The page makes and measures its examples when
/// they are opened, so that each sample more is waited for.
constexpr double eeg_sample_rate_hz = 128;
constexpr double baseline_age_months = 5.2, weeks_to_follow_up = 9, months_to_third = 3;
constexpr const char* labels[] = {"baseline", "follow-up", "visit 3"};
// Nine weeks and then 91 days after the first, all at the same time of day.
constexpr const char* starts[] = {"2024-03-04T09:30:00", "2024-05-06T09:30:00", "2024-08-05T09:30:00"};

double age_at(int visit, double at_baseline) {
  return at_baseline + (visit > 0 ? weeks_to_follow_up * 7 / days_per_month : 0) +
         (visit > 1 ? months_to_third : 0);
}

struct Words {
  const char* title;
  const char* about;
};
Words words_for(Scenario scenario) {
  switch (scenario) {
    case Scenario::improved:
      return {"Regulation improves",
              "Frontal asymmetry moves from right to left and RSA rises, as much as in the published group."};
    case Scenario::unchanged:
      return {"Nothing changes", "Asymmetry and RSA have the same true values at every visit."};
    case Scenario::too_little:
      return {"Too little data", "Short, restless recordings: not enough clean data to say anything."};
    case Scenario::mixed:
      return {"Brain and heart disagree", "Frontal asymmetry moves from right to left while RSA falls."};
  }
  return {"", ""};
}

/// A restless, short visit: well under 30 s of clean windows, one epoch of heart data at most.
void make_short(RecordingSettings& settings) {
  settings.duration_s = 36;
  settings.phases = {{"Rest", PhaseKind::rest, 36, 0, 0, 1}};
  settings.bursts_per_min = 20;
  settings.muscle_per_min = 8;
  settings.ectopic_per_min = 0;
}

}  // namespace

std::optional<Scenario> scenario_named(std::string_view name) {
  const auto names = enum_names(Scenario{});
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == name) return static_cast<Scenario>(i);
  return std::nullopt;
}

Dyad make_dyad(Scenario scenario, std::uint64_t seed, int visits) {
  const PublishedEffect effect;
  Dyad dyad;
  dyad.scenario = scenario;
  dyad.seed = seed;
  dyad.title = words_for(scenario).title;
  dyad.about = words_for(scenario).about;

  Random random(seed_for(seed, purpose::dyad, static_cast<std::uint64_t>(scenario)));
  const bool faa_moves = scenario == Scenario::improved || scenario == Scenario::mixed;
  const double rsa_direction = scenario == Scenario::improved ? 1 : (scenario == Scenario::mixed ? -1 : 0);
  const double faa_ln = (faa_moves ? -0.1 : -0.04) + 0.02 * random.uniform(-1, 1);
  const double rsa_ln_ms2 = 3.3 + 0.3 * random.uniform(-1, 1);
  const double heart_rate_bpm = 141 + 4 * random.uniform(-1, 1);
  const double breathing_hz = 0.62 + 0.05 * random.uniform(-1, 1);
  const double age_months = baseline_age_months + 0.3 * random.uniform(-1, 1);
  for (int v = 0; v < visits && v < 3; ++v) {
    DyadVisit visit;
    visit.label = labels[v];
    visit.age_months = age_at(v, age_months);
    RecordingSettings& s = visit.settings;
    // 32 bits, so that a reader of the truth whose numbers are doubles gets the same seed.
    s.seed = seed_for(seed, purpose::dyad,
                      16 * (static_cast<std::uint64_t>(scenario) + 1) + static_cast<std::uint64_t>(v)) >>
             32;
    s.start = starts[v];
    s.eeg_sample_rate_hz = eeg_sample_rate_hz;
    // The published change is there at the second visit and stays.
    s.faa_ln = faa_ln + (v > 0 && faa_moves ? effect.faa_d * effect.faa_sd_ln : 0);
    s.rsa_ln_ms2 = rsa_ln_ms2 + (v > 0 ? rsa_direction * effect.rsa_d * effect.rsa_sd_ln : 0);
    // Growing up: the heart and the breath slow down, the rhythm quickens.
    const double months = visit.age_months - age_months;
    s.heart_rate_bpm = heart_rate_bpm - 1.5 * months;
    s.breathing_hz = breathing_hz - 0.01 * months;
    s.alpha_peak_hz = 7.1 + 0.1 * months;
    if (v == 0) s.bad_channel = "C4";
    if (scenario == Scenario::too_little) make_short(s);
    dyad.visits.push_back(std::move(visit));
  }
  return dyad;
}

Result<SimulatedRecording> simulate_visit(const Dyad& dyad, std::size_t visit) {
  auto recording = simulate(dyad.visits[visit].settings);
  if (!recording) return recording.error();
  recording->truth.visit = dyad.visits[visit].label;
  recording->truth.age_months = dyad.visits[visit].age_months;
  recording->truth.still_face = simulate_coding(dyad, visit).truth;
  return recording;
}

RecordingSettings long_recording(double hours, std::size_t channels, double rate_hz, std::uint64_t seed) {
  RecordingSettings settings;
  settings.seed = seed;
  settings.duration_s = std::floor(hours * 3600);
  settings.sites = first_sites(std::max<std::size_t>(channels, 2) - 1);
  settings.eeg_sample_rate_hz = rate_hz;
  settings.ecg_sample_rate_hz = channels > 1 ? rate_hz : 0;
  settings.respiration_sample_rate_hz = 0;
  for (PhaseSettings& phase : settings.phases) phase.duration_s = std::floor(settings.duration_s / 3);
  return settings;
}

}  // namespace attune::synth
