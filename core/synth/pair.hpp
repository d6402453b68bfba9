// Two simulated hearts at once, mother's and infant's, as beats: coupled with a known strength, direction and lag, or not
// at all, with drifts of their own either way.
//
// Each heart period is RR(t) = 60000 / rate + period_ms · v(t) + drift_ms · d(t) + A(t) sin(breath(t)) + jitter, and
// ln(A(t)² / 2) = rsa_ln_ms2 + rsa_ln · u(t) + drift_ln · e(t). u and v fluctuate within fluctuation_s (Ornstein-Uhlenbeck,
// SD 1); d and e drift within drift_time_s, half of them a straight line, and are each heart's own. Where the pair is
// coupled, the follower's u and v are strength · those of the one who leads, lag_s earlier, + √(1 − strength²) · its own, so
// that all four have the same spectrum whatever the strength. In a phase whose `coupling` is 0 the follower goes its own way.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "ecg/beats.hpp"

namespace attune::synth {

struct PairHeart {
  double heart_rate_bpm = 140;
  double breathing_hz = 0.6;
  double rsa_ln_ms2 = 3.4;

  static constexpr const char* type_name = "SimulatedPairHeart";
  static constexpr auto fields() {
    using H = PairHeart;
    return std::make_tuple(field("heart_rate_bpm", &H::heart_rate_bpm, "Its mean."),
                           field("breathing_hz", &H::breathing_hz, "Breaths a second, some per cent apart."),
                           field("rsa_ln_ms2", &H::rsa_ln_ms2, "Mean ln power of the arrhythmia."));
  }
};

/// A part of the protocol; parts follow each other from time 0.
struct PairPhase {
  std::string name;
  PhaseKind kind = PhaseKind::other;
  double duration_s = 240;
  double coupling = 1;  ///< multiplies the strength: 0 … 1

  static constexpr const char* type_name = "SimulatedPairPhase";
  static constexpr auto fields() {
    using P = PairPhase;
    return std::make_tuple(field("name", &P::name, "Text of its annotation."),
                           field("kind", &P::kind, "What part of the protocol it is."),
                           field("duration_s", &P::duration_s, "Its length."),
                           field("coupling", &P::coupling, "Multiplies the strength; 0: no coupling in it."));
  }
};

struct PairSettings {
  std::uint64_t seed = 1;
  double duration_s = 300;
  double strength = 0;  ///< 0 … 1
  double lag_s = 3;     ///< positive: the mother leads; negative: the infant
  std::vector<PairPhase> phases;
  PairHeart mother{78, 0.27, 6.2}, infant{140, 0.6, 3.4};
  double fluctuation_s = 6;
  double rsa_ln = 0.6;
  double period_share = 0.03;  ///< period_ms and drift_ms, of the mean heart period
  double drift_time_s = 90;
  double drift_ln = 0.6;
  double drift_share = 0.03;
  double jitter_ms = 1.2;

  static constexpr const char* type_name = "SimulatedPairSettings";
  static constexpr auto fields() {
    using S = PairSettings;
    return std::make_tuple(
        field("seed", &S::seed, "Same seed and settings: the same beats."),
        field("duration_s", &S::duration_s, "Length."),
        field("strength", &S::strength,
              "Correlation of the follower's fluctuations with the leader's lag_s earlier; 0: uncoupled."),
        field("lag_s", &S::lag_s, "Positive: the mother leads; negative: the infant."),
        field("phases", &S::phases, "Parts of the protocol; may be empty."),
        field("mother", &S::mother, "The mother's heart."),
        field("infant", &S::infant, "The infant's heart."),
        field("fluctuation_s", &S::fluctuation_s, "Correlation time of what is coupled."),
        field("rsa_ln", &S::rsa_ln, "SD of the fluctuation of ln RSA power."),
        field("period_share", &S::period_share, "SD of that of the heart period, of its mean."),
        field("drift_time_s", &S::drift_time_s, "Correlation time of each heart's own drift."),
        field("drift_ln", &S::drift_ln, "SD of the drift of ln RSA power."),
        field("drift_share", &S::drift_share, "SD of that of the heart period, of its mean."),
        field("jitter_ms", &S::jitter_ms, "SD of each interval's own random part."));
  }
};

struct SimulatedPair {
  std::vector<ecg::Beat> mother, infant;
};

SimulatedPair simulate_pair(const PairSettings& settings);

/// How strongly the pair is coupled at a time.
double strength_at(const PairSettings& settings, double time_s);

}  // namespace attune::synth
