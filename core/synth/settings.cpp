#include "synth/settings.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

#include "base/json.hpp"
#include "synth/montage.hpp"

namespace attune::synth {
namespace {

/// What a simulation still makes sense with; wide, so that odd infants and hard cases can be made.
struct Limit {
  double RecordingSettings::*member;
  double low, high;
};
using S = RecordingSettings;
constexpr Limit limits[] = {
    {&S::duration_s, 1, 1e6},
    {&S::eeg_sample_rate_hz, 64, 4096},
    {&S::background_uv2_per_hz, 1e-3, 1e5},
    {&S::background_exponent, 0, 2},
    {&S::alpha_uv2, 0, 1e5},
    {&S::alpha_peak_hz, 2, 25},
    {&S::alpha_bandwidth_hz, 0.3, 10},
    {&S::alpha_waxing, 0, 2},
    {&S::alpha_waxing_s, 0.1, 100},
    {&S::faa_ln, -5, 5},
    {&S::posterior_faa_ln, -5, 5},
    {&S::coherence, 0, 0.99},
    {&S::blinks_per_min, 0, 100},
    {&S::blink_uv, 0, 5000},
    {&S::bursts_per_min, 0, 100},
    {&S::burst_uv, 0, 5000},
    {&S::burst_ecg_mv, 0, 10},
    {&S::muscle_per_min, 0, 100},
    {&S::muscle_uv, 0, 5000},
    {&S::pops_per_min, 0, 100},
    {&S::pop_uv, 0, 5000},
    {&S::mains_hz, 0, 100},
    {&S::mains_uv, 0, 5000},
    {&S::ecg_sample_rate_hz, 0, 8192},
    {&S::respiration_sample_rate_hz, 0, 8192},
    {&S::heart_rate_bpm, 40, 230},
    {&S::rsa_ln_ms2, -10, 12},
    {&S::rsa_variation_ln, 0, 2},
    {&S::breathing_hz, 0.05, 3},
    {&S::breathing_variation, 0, 0.3},
    {&S::beat_jitter_ms, 0, 100},
    {&S::drift_ms, 0, 200},
    {&S::ectopic_per_min, 0, 30},
    {&S::ecg_r_mv, 0, 20},
    {&S::ecg_noise_mv, 0, 20},
    {&S::ecg_wander_mv, 0, 20},
};

Error wrong(std::string message, const char* where) {
  return {"E_SYNTH_SETTINGS", std::move(message), where};
}

const char* name_of_member(double RecordingSettings::*member) {
  RecordingSettings settings;
  const auto& members = type_info<RecordingSettings>.members;
  return std::find_if(members.begin(), members.end(),
                      [&](const MemberInfo& one) { return one.of(&settings) == &(settings.*member); })
      ->name;
}

bool within(double value, double low, double high) {
  return value >= low && value <= high;  // false for NaN
}

Status check_limits(const RecordingSettings& settings) {
  for (const Limit& limit : limits) {
    if (within(settings.*limit.member, limit.low, limit.high)) continue;
    return wrong("This must lie between " + dump(Json(limit.low)) + " and " + dump(Json(limit.high)) + ".",
                 name_of_member(limit.member));
  }
  for (const PhaseSettings& phase : settings.phases)
    if (!within(phase.duration_s, 0, 1e6) || !within(phase.rsa_change_ln, -10, 10) ||
        !within(phase.heart_rate_change_bpm, -150, 150) || !within(phase.artifact_factor, 0, 20))
      return wrong("A number of the phase \"" + phase.name + "\" is out of range.", "phases");
  return success();
}

Status check_sites(const RecordingSettings& settings) {
  std::vector<Position> positions;
  for (const std::string& site : settings.sites) {
    const auto position = position_of(site);
    if (!position) return wrong("\"" + site + "\" is not a 10-20 or 10-10 site.", "sites");
    for (const Position& other : positions)
      if (distance(*position, other) < 1e-6) return wrong("\"" + site + "\" is there twice.", "sites");
    positions.push_back(*position);
  }
  if (settings.sites.empty() && settings.ecg_sample_rate_hz == 0 && settings.respiration_sample_rate_hz == 0)
    return wrong("There must be at least one channel.", "sites");
  if (!settings.bad_channel.empty() &&
      std::find(settings.sites.begin(), settings.sites.end(), settings.bad_channel) == settings.sites.end())
    return wrong("\"" + settings.bad_channel + "\" is not among the sites.", "bad_channel");
  return success();
}

}  // namespace

Status check(const RecordingSettings& settings) {
  if (const Status ok = check_limits(settings); !ok) return ok.error();
  const auto whole = [](double value) { return value == std::floor(value); };
  if (!whole(settings.eeg_sample_rate_hz / 2))
    return wrong("The EEG's rate must be an even whole number.", "eeg_sample_rate_hz");
  if (!whole(settings.ecg_sample_rate_hz))
    return wrong("The ECG's rate must be a whole number.", "ecg_sample_rate_hz");
  if (!whole(settings.respiration_sample_rate_hz))
    return wrong("The respiration's rate must be a whole number.", "respiration_sample_rate_hz");
  return check_sites(settings);
}

}  // namespace attune::synth
