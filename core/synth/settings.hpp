// What a simulated recording is made from: every level, rate and amplitude, each with a default that an
// infant of about five months could have. Settings are data: a truth file repeats them whole, so that the
// recording can be made again from its own JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "base/result.hpp"

namespace attune::synth {

/// One part of the visit's protocol; phases follow each other from the first sample.
struct PhaseSettings {
  std::string name;
  PhaseKind kind = PhaseKind::other;
  double duration_s = 120;
  double rsa_change_ln = 0;  ///< against rsa_ln_ms2
  double heart_rate_change_bpm = 0;
  double artifact_factor = 1;  ///< multiplies the rates of blinks, movement and muscle

  static constexpr const char* type_name = "SimulatedPhase";
  static constexpr auto fields() {
    return std::array{
        field<&PhaseSettings::name>("name", "Text of its annotation."),
        field<&PhaseSettings::kind>("kind", "What part of the protocol it is."),
        field<&PhaseSettings::duration_s>("duration_s", "Its length."),
        field<&PhaseSettings::rsa_change_ln>("rsa_change_ln", "RSA reactivity, added to rsa_ln_ms2."),
        field<&PhaseSettings::heart_rate_change_bpm>("heart_rate_change_bpm", "Added to heart_rate_bpm."),
        field<&PhaseSettings::artifact_factor>("artifact_factor",
                                               "Multiplies the rates of blinks, movement and muscle.")};
  }
};

/// flat: the electrode is off and the amplifier's input shorted. noisy: loose contact.
enum class BadChannelKind { flat, noisy };
constexpr auto enum_names(BadChannelKind) {
  return std::array<std::string_view, 2>{"flat", "noisy"};
}

struct RecordingSettings {
  std::uint64_t seed = 1;
  double duration_s = 360;
  std::string start = "2024-03-04T09:30:00";
  std::vector<PhaseSettings> phases{{"Rest", PhaseKind::rest, 120, 0, 0, 1},
                                    {"Stranger with toy", PhaseKind::stranger, 120, -0.3, 5, 1.5},
                                    {"Recovery", PhaseKind::recovery, 120, -0.1, 2, 1}};

  double eeg_sample_rate_hz = 256;
  std::vector<std::string> sites{"F3", "F4", "F7", "F8", "C3", "C4", "P3", "P4", "Fz", "Cz"};
  double background_uv2_per_hz = 60;
  double background_exponent = 1.5;
  double alpha_uv2 = 20;
  double alpha_peak_hz = 7.2;
  double alpha_bandwidth_hz = 2;
  double alpha_waxing = 0.4;
  double alpha_waxing_s = 2;
  double faa_ln = 0;
  double posterior_faa_ln = 0;
  double coherence = 0.5;
  double blinks_per_min = 3;
  double blink_uv = 180;
  double bursts_per_min = 1.2;
  double burst_uv = 160;
  double burst_ecg_mv = 0.06;
  double muscle_per_min = 0.8;
  double muscle_uv = 25;
  double pops_per_min = 0.3;
  double pop_uv = 250;
  double mains_hz = 50;
  double mains_uv = 1.5;
  std::string bad_channel;
  BadChannelKind bad_channel_kind = BadChannelKind::noisy;

  double ecg_sample_rate_hz = 256;
  double respiration_sample_rate_hz = 32;
  double heart_rate_bpm = 140;
  double rsa_ln_ms2 = 3.4;
  double rsa_variation_ln = 0.2;
  double breathing_hz = 0.6;
  double breathing_variation = 0.06;
  double beat_jitter_ms = 1.2;
  double drift_ms = 14;
  double ectopic_per_min = 0.2;
  double ecg_r_mv = 1.0;
  double ecg_noise_mv = 0.012;
  double ecg_wander_mv = 0.08;

  static constexpr const char* type_name = "SimulatedRecordingSettings";
  static constexpr auto fields() {
    using S = RecordingSettings;
    return std::array{
        field<&S::seed>("seed", "Same seed and settings: the same bytes."),
        field<&S::duration_s>("duration_s", "Length; whole seconds are written."),
        field<&S::start>("start", "Local start time in the header."),
        field<&S::phases>("phases", "Parts of the protocol, in order; may be empty."),
        field<&S::eeg_sample_rate_hz>("eeg_sample_rate_hz", "An even whole number."),
        field<&S::sites>("sites", "10-20 or 10-10 names of the EEG channels; may be empty."),
        field<&S::background_uv2_per_hz>(
            "background_uv2_per_hz", "1/f background density at 1 Hz, one-sided.", "gives about 20 uV rms"),
        field<&S::background_exponent>("background_exponent", "Its exponent, 0 to 2.",
                                       "aperiodic exponents of infant EEG lie between 1 and 2"),
        field<&S::alpha_uv2>(
            "alpha_uv2",
            "Expected 6-9 Hz power of the rhythm alone at a frontal site (mean of left and right)."),
        field<&S::alpha_peak_hz>("alpha_peak_hz", "Centre of the rhythm.", "Marshall, Bar-Haim & Fox 2002"),
        field<&S::alpha_bandwidth_hz>("alpha_bandwidth_hz", "Full width at half power."),
        field<&S::alpha_waxing>("alpha_waxing", "Coefficient of variation of its slow amplitude, all sites."),
        field<&S::alpha_waxing_s>("alpha_waxing_s", "Correlation time of that amplitude."),
        field<&S::faa_ln>(
            "faa_ln",
            "Expected ln P(right) - ln P(left) of frontal pairs: whole 6-9 Hz power, background included."),
        field<&S::posterior_faa_ln>("posterior_faa_ln", "The same for all other pairs."),
        field<&S::coherence>(
            "coherence",
            "Magnitude-squared coherence of sites as far apart as F3 and F4; falls with distance."),
        field<&S::blinks_per_min>("blinks_per_min", "Blinks."),
        field<&S::blink_uv>("blink_uv", "Height at Fp1 and Fp2; falls towards the back."),
        field<&S::bursts_per_min>("bursts_per_min", "Movement bursts, all channels, ECG too."),
        field<&S::burst_uv>("burst_uv", "Their rms in the EEG."),
        field<&S::burst_ecg_mv>("burst_ecg_mv", "Their rms in the ECG."),
        field<&S::muscle_per_min>("muscle_per_min", "Stretches of muscle activity, some channels."),
        field<&S::muscle_uv>("muscle_uv", "Their rms, above 25 Hz."),
        field<&S::pops_per_min>("pops_per_min", "Electrode pops, one channel at a time."),
        field<&S::pop_uv>("pop_uv", "Step height."),
        field<&S::mains_hz>("mains_hz", "Mains frequency."),
        field<&S::mains_uv>("mains_uv",
                            "Mean amplitude of mains in the EEG; a 50th of it, in mV, in the ECG."),
        field<&S::bad_channel>("bad_channel", "A site that is bad throughout; empty: none."),
        field<&S::bad_channel_kind>("bad_channel_kind", "In what way it is bad."),
        field<&S::ecg_sample_rate_hz>("ecg_sample_rate_hz", "A whole number; 0: no ECG."),
        field<&S::respiration_sample_rate_hz>("respiration_sample_rate_hz",
                                              "A whole number; 0: no respiration."),
        field<&S::heart_rate_bpm>("heart_rate_bpm", "Of the first phase, unless that changes it.",
                                  "infants of 5 months: about 140"),
        field<&S::rsa_ln_ms2>("rsa_ln_ms2",
                              "Expected ln of the NN power in 0.24-1.04 Hz of a 30-s epoch, all of it."),
        field<&S::rsa_variation_ln>("rsa_variation_ln", "SD of the slow change of ln RSA power."),
        field<&S::breathing_hz>("breathing_hz", "Mean breathing frequency.", "36 breaths a minute"),
        field<&S::breathing_variation>("breathing_variation", "Its slow change, coefficient of variation."),
        field<&S::beat_jitter_ms>("beat_jitter_ms", "SD of each interval's own random part."),
        field<&S::drift_ms>("drift_ms", "SD of the slow drift of the heart period, below 0.12 Hz."),
        field<&S::ectopic_per_min>("ectopic_per_min", "Premature beats with a compensatory pause."),
        field<&S::ecg_r_mv>("ecg_r_mv", "Height of the R peak."),
        field<&S::ecg_noise_mv>("ecg_noise_mv", "White noise of the ECG, rms."),
        field<&S::ecg_wander_mv>("ecg_wander_mv", "Baseline wander with the breath, amplitude.")};
  }
};

/// Whether a recording can be made from these settings. Error: E_SYNTH_SETTINGS, `where` names the setting.
Status check(const RecordingSettings& settings);

}  // namespace attune::synth
