// What an infant did in each phase of the still-face procedure: the part of a Visit that its coding gives.
// Proportions are of scorable time; what has no number has a reason. Names of subjects stay out.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "base/interval.hpp"
#include "base/result.hpp"
#include "words/ids/reason.hpp"

namespace attune::behavior {

/// One state in one phase.
struct StateShare {
  std::string state;
  double seconds = 0;
  double proportion = 0;
  int bouts = 0;
  double frequency_per_min = 0;
  std::optional<double> latency_s;

  static constexpr const char* type_name = "StateShare";
  static constexpr auto fields() {
    using S = StateShare;
    return std::array{
        field<&S::state>("state", "Which state."),
        field<&S::seconds>("seconds", "Time in it."),
        field<&S::proportion>("proportion", "Of the scorable time, 0 to 1."),
        field<&S::bouts>("bouts", "How often it was there without a break."),
        field<&S::frequency_per_min>("frequency_per_min", "Bouts per scorable minute."),
        field<&S::latency_s>("latency_s", "From the phase's start to the first bout; null: none.")};
  }
};

struct Transition {
  std::string from;
  std::string to;
  int count = 0;

  static constexpr const char* type_name = "Transition";
  static constexpr auto fields() {
    return std::array{field<&Transition::from>("from", "State before."),
                      field<&Transition::to>("to", "State after."),
                      field<&Transition::count>("count", "How often, without unscorable time between them.")};
  }
};

/// What was recorded in the same phase, beside the behaviour.
struct PhaseBeside {
  Estimate rsa_ln_ms2, heart_rate_bpm, faa_ln;

  static constexpr const char* type_name = "PhaseBeside";
  static constexpr auto fields() {
    return std::array{field<&PhaseBeside::rsa_ln_ms2>("rsa_ln_ms2", "RSA of the phase."),
                      field<&PhaseBeside::heart_rate_bpm>("heart_rate_bpm", "Heart rate of the phase."),
                      field<&PhaseBeside::faa_ln>("faa_ln", "Asymmetry of the primary pair in the phase.")};
  }
};

struct StillFacePhase {
  Phase phase;
  double scorable_s = 0;
  double unscorable_s = 0;
  double uncoded_s = 0;
  std::vector<StateShare> states;
  std::vector<Transition> transitions;
  words::Text reason;
  PhaseBeside beside;

  static constexpr const char* type_name = "StillFacePhase";
  static constexpr auto fields() {
    using P = StillFacePhase;
    return std::array{
        field<&P::phase>("phase", "Which phase, in the time of the coding."),
        field<&P::scorable_s>("scorable_s", "Time coded with a state."),
        field<&P::unscorable_s>("unscorable_s", "Time coded as unscorable."),
        field<&P::uncoded_s>("uncoded_s", "Time without any code."),
        field<&P::states>("states", "Every state coded anywhere in the visit; empty: see reason."),
        field<&P::transitions>("transitions", "Changes from one state to another."),
        field<&P::reason>("reason", "Why there are no proportions; empty if there are."),
        field<&P::beside>("beside", "Heart and brain in the same phase of the recording.")};
  }
};

/// Change of one state's proportion between phases.
struct StateEffect {
  std::string state;
  std::optional<double> still_face_effect;
  std::optional<double> recovery;

  static constexpr const char* type_name = "StateEffect";
  static constexpr auto fields() {
    return std::array{
        field<&StateEffect::state>("state", "Which state."),
        field<&StateEffect::still_face_effect>(
            "still_face_effect", "Proportion in still-face minus that in play; null: a phase is missing."),
        field<&StateEffect::recovery>(
            "recovery", "Proportion in reunion minus that in still-face; null: a phase is missing.")};
  }
};

/// Two coders compared in one phase, or on one state against all others.
struct PartAgreement {
  std::string name;
  std::optional<double> kappa, kappa_ci_low, kappa_ci_high;
  std::optional<double> percent;
  int n = 0;
  words::Text reason;

  static constexpr const char* type_name = "PartAgreement";
  static constexpr auto fields() {
    using P = PartAgreement;
    return std::array{
        field<&P::name>("name", "Which phase or state."),
        field<&P::kappa>("kappa", "Cohen's kappa; null: see reason."),
        field<&P::kappa_ci_low>(
            "kappa_ci_low",
            "Lower end of kappa's 95 % interval, from stretches of time; null: no kappa, no difference, "
            "or fewer than two stretches."),
        field<&P::kappa_ci_high>("kappa_ci_high", "Its upper end."),
        field<&P::percent>("percent", "Bins in which both coders agree, per cent."),
        field<&P::n>("n", "Bins compared."),
        field<&P::reason>("reason", "Why there is no kappa; empty if there is.")};
  }
};

/// Bins that the first coder put into one state and the second into the same or another; an empty name: left uncoded.
struct StatePair {
  std::string first, second;
  int n = 0;

  static constexpr const char* type_name = "StatePair";
  static constexpr auto fields() {
    using P = StatePair;
    return std::array{field<&P::first>("first", "State by the first coder; empty: uncoded."),
                      field<&P::second>("second", "State by the second coder; empty: uncoded."),
                      field<&P::n>("n", "Bins.")};
  }
};

struct CoderAgreement {
  std::optional<double> kappa, kappa_ci_low, kappa_ci_high;
  std::optional<double> percent;
  int n = 0;
  words::Text reason;
  int unscorable_n = 0;
  int unscorable_one_n = 0;
  std::vector<PartAgreement> phases, states;
  std::vector<StatePair> pairs;

  static constexpr const char* type_name = "CoderAgreement";
  static constexpr auto fields() {
    using C = CoderAgreement;
    return std::array{
        field<&C::kappa>("kappa", "Cohen's kappa; null: see reason."),
        field<&C::kappa_ci_low>(
            "kappa_ci_low",
            "Lower end of kappa's 95 % interval, from stretches of time; null: no kappa, no difference, "
            "or fewer than two stretches."),
        field<&C::kappa_ci_high>("kappa_ci_high", "Its upper end."),
        field<&C::percent>("percent", "Bins in which both coders agree, per cent."),
        field<&C::n>("n", "Bins compared: those that both coders could score."),
        field<&C::reason>("reason", "Why there is no kappa; empty if there is."),
        field<&C::unscorable_n>("unscorable_n", "Bins left out because a coder called them unscorable."),
        field<&C::unscorable_one_n>("unscorable_one_n",
                                    "Those of them that only one coder called unscorable."),
        field<&C::phases>("phases", "The same in each phase."),
        field<&C::states>("states", "Each state against all others together."),
        field<&C::pairs>(
            "pairs",
            "Bins by the states that the two coders gave them; pairs that never occur are left out.")};
  }
};

/// A stretch of one state, for the ribbon.
struct StateRun {
  std::string state;
  double start_s = 0;
  double end_s = 0;

  static constexpr const char* type_name = "StateRun";
  static constexpr auto fields() {
    return std::array{field<&StateRun::state>("state", "Which state."),
                      field<&StateRun::start_s>("start_s", "Start, in the time of the coding."),
                      field<&StateRun::end_s>("end_s", "End, in the time of the coding.")};
  }
};

/// A point event: a code without a length.
struct PointCount {
  std::string code;
  std::vector<double> times_s;

  static constexpr const char* type_name = "PointCount";
  static constexpr auto fields() {
    return std::array{field<&PointCount::code>("code", "As coded."),
                      field<&PointCount::times_s>("times_s", "When, in the time of the coding.")};
  }
};

/// Where the phases of a coding come from.
enum class PhaseSource { none, coding, recording, hand };
constexpr auto enum_names(PhaseSource) {
  return std::array<std::string_view, 4>{"none", "coding", "recording", "hand"};
}

struct StillFace {
  words::Text reason = words::say<"reason.no_coding">();
  words::Text format;
  std::string sha256, sha256_second;
  std::optional<double> offset_s;
  PhaseSource phases_from = PhaseSource::none;
  std::vector<std::string> states;
  std::vector<StillFacePhase> phases;
  std::vector<StateEffect> effects;
  CoderAgreement agreement;
  std::vector<StateRun> runs, runs_second;
  std::vector<PointCount> points;
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "StillFace";
  static constexpr auto fields() {
    using S = StillFace;
    return std::array{
        field<&S::reason>("reason", "Why there is no still-face part; empty if there is."),
        field<&S::format>("format", "What the coding was read as."),
        field<&S::sha256>("sha256", "Digest of the coding's text; empty: annotations of the recording."),
        field<&S::sha256_second>("sha256_second", "Digest of the second coder's; empty: none."),
        field<&S::offset_s>("offset_s",
                            "Time of the recording at which the coding's clock shows 0; null: not known."),
        field<&S::phases_from>("phases_from", "Where the phases come from."),
        field<&S::states>("states", "States coded anywhere in the visit, in the order of the settings."),
        field<&S::phases>("phases", "What the infant did in each phase."),
        field<&S::effects>("effects", "Still-face effect and recovery of each state."),
        field<&S::agreement>("agreement", "Two coders compared."),
        field<&S::runs>("runs", "States over time, unscorable included."),
        field<&S::runs_second>("runs_second", "The same by the second coder."),
        field<&S::points>("points", "Codes without a length, which enter no proportion."),
        field<&S::diagnostics>("diagnostics", "What is to be known about the coding.")};
  }
};

}  // namespace attune::behavior
