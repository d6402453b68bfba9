// What is true of a simulated recording, as the analysis defines its measures: band power of 1-s Hann windows
// with 50 % overlap, bins inclusive; RSA as ln of the NN power in 0.24-1.04 Hz of 30-s epochs, averaged over
// epochs. `expected` values belong to the process and follow from its settings by formula; `realised` values
// belong to this one recording, before artifacts and noise were added.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "synth/settings.hpp"

namespace attune::synth {

/// sinus: normal. ventricular: premature, wide, no P wave. supraventricular: premature, of normal shape.
enum class TrueBeatKind { sinus, ventricular, supraventricular };
constexpr auto enum_names(TrueBeatKind) {
  return std::array<std::string_view, 3>{"sinus", "ventricular", "supraventricular"};
}

struct TrueBeat {
  double time_s = 0;  ///< apex of the R wave, before noise
  TrueBeatKind kind = TrueBeatKind::sinus;

  static constexpr const char* type_name = "TrueBeat";
  static constexpr auto fields() {
    return std::array{field<&TrueBeat::time_s>("time_s", "Apex of the R wave."),
                      field<&TrueBeat::kind>("kind", "Where the beat came from.")};
  }
};

enum class ArtifactKind { blink, burst, muscle, pop };
constexpr auto enum_names(ArtifactKind) {
  return std::array<std::string_view, 4>{"blink", "burst", "muscle", "pop"};
}

struct TrueArtifact {
  ArtifactKind kind = ArtifactKind::blink;
  double start_s = 0;
  double end_s = 0;
  std::vector<std::string> sites;  ///< empty: all

  static constexpr const char* type_name = "TrueArtifact";
  static constexpr auto fields() {
    return std::array{field<&TrueArtifact::kind>("kind", "What it is."),
                      field<&TrueArtifact::start_s>("start_s", "First moment it is there."),
                      field<&TrueArtifact::end_s>("end_s", "Last moment it is there."),
                      field<&TrueArtifact::sites>("sites", "Channels it is in; empty: all.")};
  }
};

/// Expected powers of one channel, artifacts apart.
struct TrueChannel {
  std::string site;
  double alpha_uv2 = 0;
  double oscillatory_uv2 = 0;
  double background_uv2 = 0;
  double total_uv2 = 0;

  static constexpr const char* type_name = "TrueChannel";
  static constexpr auto fields() {
    return std::array{
        field<&TrueChannel::site>("site", "Site."),
        field<&TrueChannel::alpha_uv2>("alpha_uv2", "Expected power in 6-9 Hz, rhythm and background."),
        field<&TrueChannel::oscillatory_uv2>("oscillatory_uv2", "Of it, the rhythm."),
        field<&TrueChannel::background_uv2>("background_uv2", "Of it, the 1/f background."),
        field<&TrueChannel::total_uv2>("total_uv2", "Expected power in 1-20 Hz.")};
  }
};

/// ln P(right) - ln P(left) of one pair of sites.
struct TruePair {
  std::string left, right;
  double faa_ln = 0;
  double faa_relative_ln = 0;
  std::optional<double> faa_oscillatory_ln;
  double coherence = 0;
  std::optional<double> realised_faa_ln;
  std::optional<double> realised_faa_oscillatory_ln;

  static constexpr const char* type_name = "TruePair";
  static constexpr auto fields() {
    return std::array{
        field<&TruePair::left>("left", "Left site."),
        field<&TruePair::right>("right", "Right site."),
        field<&TruePair::faa_ln>("faa_ln", "Expected, whole power in 6-9 Hz."),
        field<&TruePair::faa_relative_ln>("faa_relative_ln", "Expected, power relative to 1-20 Hz."),
        field<&TruePair::faa_oscillatory_ln>("faa_oscillatory_ln",
                                             "Expected, rhythm alone; null where one side has none."),
        field<&TruePair::coherence>("coherence", "Magnitude-squared coherence in 6-9 Hz."),
        field<&TruePair::realised_faa_ln>(
            "realised_faa_ln",
            "Of this recording over its whole length, before artifacts; null until it was written."),
        field<&TruePair::realised_faa_oscillatory_ln>("realised_faa_oscillatory_ln",
                                                      "The same of the rhythm alone.")};
  }
};

/// The heart in one phase, or (name empty) over all 30-s epochs of all phases.
struct TrueHeartPhase {
  std::string phase;
  int epochs = 0;
  double rsa_ln_ms2 = 0;
  double realised_rsa_ln_ms2 = 0;
  double heart_rate_bpm = 0;

  static constexpr const char* type_name = "TrueHeartPhase";
  static constexpr auto fields() {
    return std::array{
        field<&TrueHeartPhase::phase>("phase", "Name; empty for the whole visit."),
        field<&TrueHeartPhase::epochs>("epochs", "Whole 30-s epochs in it."),
        field<&TrueHeartPhase::rsa_ln_ms2>("rsa_ln_ms2", "Expected ln of the NN power in 0.24-1.04 Hz."),
        field<&TrueHeartPhase::realised_rsa_ln_ms2>(
            "realised_rsa_ln_ms2",
            "The same with this recording's own course of the amplitude: mean over its epochs of "
            "ln(mean A(t)^2 / 2 + in-band power of the jitter)."),
        field<&TrueHeartPhase::heart_rate_bpm>("heart_rate_bpm", "60 / mean interval of its sinus beats.")};
  }
};

/// The share of one state in one phase of the coding that goes with the visit.
struct TrueShare {
  std::string phase;
  std::string state;
  double proportion = 0;

  static constexpr const char* type_name = "TrueShare";
  static constexpr auto fields() {
    return std::array{field<&TrueShare::phase>("phase", "play, still_face or reunion."),
                      field<&TrueShare::state>("state", "State."),
                      field<&TrueShare::proportion>("proportion", "Of scorable time.")};
  }
};

struct Truth {
  std::string about;
  std::string participant, visit;
  std::optional<double> age_months;
  RecordingSettings settings;
  std::vector<Phase> phases;
  std::vector<TrueChannel> channels;
  std::vector<TruePair> pairs;
  TrueHeartPhase heart;
  std::vector<TrueHeartPhase> heart_phases;
  double beat_nyquist_hz = 0;
  std::vector<TrueBeat> beats;
  std::vector<TrueArtifact> artifacts;
  std::vector<TrueShare> still_face;

  static constexpr const char* type_name = "SimulationTruth";
  static constexpr auto fields() {
    return std::array{
        field<&Truth::about>("about", "What this file is."),
        field<&Truth::participant>("participant", "Label of the simulated infant."),
        field<&Truth::visit>("visit", "baseline, follow-up, …"),
        field<&Truth::age_months>("age_months", "Age at the visit."),
        field<&Truth::settings>("settings", "All settings: the recording can be made again from them."),
        field<&Truth::phases>("phases", "Parts of the protocol."),
        field<&Truth::channels>("channels", "Expected powers."),
        field<&Truth::pairs>("pairs", "Asymmetry of every pair of homologous sites."),
        field<&Truth::heart>("heart", "The heart over the whole visit."),
        field<&Truth::heart_phases>("heart_phases", "The heart in each phase."),
        field<&Truth::beat_nyquist_hz>("beat_nyquist_hz", "Half the mean rate of beats."),
        field<&Truth::beats>("beats", "Every beat."),
        field<&Truth::artifacts>("artifacts", "Every artifact added to the EEG."),
        field<&Truth::still_face>("still_face",
                                  "Shares of the states in the visit's coding, if it has one.")};
  }
};

}  // namespace attune::synth
