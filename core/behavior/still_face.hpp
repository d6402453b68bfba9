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
    return std::make_tuple(
        field("state", &S::state, "Which state."), field("seconds", &S::seconds, "Time in it."),
        field("proportion", &S::proportion, "Of the scorable time, 0 to 1."),
        field("bouts", &S::bouts, "How often it was there without a break."),
        field("frequency_per_min", &S::frequency_per_min, "Bouts per scorable minute."),
        field("latency_s", &S::latency_s, "From the phase's start to the first bout; null: none."));
  }
};

struct Transition {
  std::string from;
  std::string to;
  int count = 0;

  static constexpr const char* type_name = "Transition";
  static constexpr auto fields() {
    return std::make_tuple(
        field("from", &Transition::from, "State before."), field("to", &Transition::to, "State after."),
        field("count", &Transition::count, "How often, without unscorable time between them."));
  }
};

/// What was recorded in the same phase, beside the behaviour.
struct PhaseBeside {
  Estimate rsa_ln_ms2, heart_rate_bpm, faa_ln;

  static constexpr const char* type_name = "PhaseBeside";
  static constexpr auto fields() {
    return std::make_tuple(
        field("rsa_ln_ms2", &PhaseBeside::rsa_ln_ms2, "RSA of the phase."),
        field("heart_rate_bpm", &PhaseBeside::heart_rate_bpm, "Heart rate of the phase."),
        field("faa_ln", &PhaseBeside::faa_ln, "Asymmetry of the primary pair in the phase."));
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
    return std::make_tuple(
        field("phase", &P::phase, "Which phase, in the time of the coding."),
        field("scorable_s", &P::scorable_s, "Time coded with a state."),
        field("unscorable_s", &P::unscorable_s, "Time coded as unscorable."),
        field("uncoded_s", &P::uncoded_s, "Time without any code."),
        field("states", &P::states, "Every state coded anywhere in the visit; empty: see reason."),
        field("transitions", &P::transitions, "Changes from one state to another."),
        field("reason", &P::reason, "Why there are no proportions; empty if there are."),
        field("beside", &P::beside, "Heart and brain in the same phase of the recording."));
  }
};

/// Change of one state's proportion between phases.
struct StateEffect {
  std::string state;
  std::optional<double> still_face_effect;
  std::optional<double> recovery;

  static constexpr const char* type_name = "StateEffect";
  static constexpr auto fields() {
    return std::make_tuple(
        field("state", &StateEffect::state, "Which state."),
        field("still_face_effect", &StateEffect::still_face_effect,
              "Proportion in still-face minus that in play; null: a phase is missing."),
        field("recovery", &StateEffect::recovery,
              "Proportion in reunion minus that in still-face; null: a phase is missing."));
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
    return std::make_tuple(
        field("name", &P::name, "Which phase or state."),
        field("kappa", &P::kappa, "Cohen's kappa; null: see reason."),
        field("kappa_ci_low", &P::kappa_ci_low,
              "Lower end of kappa's 95 % interval, from stretches of time; null: no kappa, no difference, "
              "or fewer than two stretches."),
        field("kappa_ci_high", &P::kappa_ci_high, "Its upper end."),
        field("percent", &P::percent, "Bins in which both coders agree, per cent."),
        field("n", &P::n, "Bins compared."),
        field("reason", &P::reason, "Why there is no kappa; empty if there is."));
  }
};

/// Bins that the first coder put into one state and the second into the same or another; an empty name: left uncoded.
struct StatePair {
  std::string first, second;
  int n = 0;

  static constexpr const char* type_name = "StatePair";
  static constexpr auto fields() {
    using P = StatePair;
    return std::make_tuple(field("first", &P::first, "State by the first coder; empty: uncoded."),
                           field("second", &P::second, "State by the second coder; empty: uncoded."),
                           field("n", &P::n, "Bins."));
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
    return std::make_tuple(
        field("kappa", &C::kappa, "Cohen's kappa; null: see reason."),
        field("kappa_ci_low", &C::kappa_ci_low,
              "Lower end of kappa's 95 % interval, from stretches of time; null: no kappa, no difference, "
              "or fewer than two stretches."),
        field("kappa_ci_high", &C::kappa_ci_high, "Its upper end."),
        field("percent", &C::percent, "Bins in which both coders agree, per cent."),
        field("n", &C::n, "Bins compared: those that both coders could score."),
        field("reason", &C::reason, "Why there is no kappa; empty if there is."),
        field("unscorable_n", &C::unscorable_n, "Bins left out because a coder called them unscorable."),
        field("unscorable_one_n", &C::unscorable_one_n,
              "Those of them that only one coder called unscorable."),
        field("phases", &C::phases, "The same in each phase."),
        field("states", &C::states, "Each state against all others together."),
        field("pairs", &C::pairs,
              "Bins by the states that the two coders gave them; pairs that never occur are left out."));
  }
};

/// A stretch of one state, for the ribbon.
struct StateRun {
  std::string state;
  double start_s = 0;
  double end_s = 0;

  static constexpr const char* type_name = "StateRun";
  static constexpr auto fields() {
    return std::make_tuple(field("state", &StateRun::state, "Which state."),
                           field("start_s", &StateRun::start_s, "Start, in the time of the coding."),
                           field("end_s", &StateRun::end_s, "End, in the time of the coding."));
  }
};

/// A point event: a code without a length.
struct PointCount {
  std::string code;
  std::vector<double> times_s;

  static constexpr const char* type_name = "PointCount";
  static constexpr auto fields() {
    return std::make_tuple(field("code", &PointCount::code, "As coded."),
                           field("times_s", &PointCount::times_s, "When, in the time of the coding."));
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
    return std::make_tuple(
        field("reason", &S::reason, "Why there is no still-face part; empty if there is."),
        field("format", &S::format, "What the coding was read as."),
        field("sha256", &S::sha256, "Digest of the coding's text; empty: annotations of the recording."),
        field("sha256_second", &S::sha256_second, "Digest of the second coder's; empty: none."),
        field("offset_s", &S::offset_s,
              "Time of the recording at which the coding's clock shows 0; null: not known."),
        field("phases_from", &S::phases_from, "Where the phases come from."),
        field("states", &S::states, "States coded anywhere in the visit, in the order of the settings."),
        field("phases", &S::phases, "What the infant did in each phase."),
        field("effects", &S::effects, "Still-face effect and recovery of each state."),
        field("agreement", &S::agreement, "Two coders compared."),
        field("runs", &S::runs, "States over time, unscorable included."),
        field("runs_second", &S::runs_second, "The same by the second coder."),
        field("points", &S::points, "Codes without a length, which enter no proportion."),
        field("diagnostics", &S::diagnostics, "What is to be known about the coding."));
  }
};

}  // namespace attune::behavior
