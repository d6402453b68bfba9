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
    return std::array{field<&H::heart_rate_bpm>("heart_rate_bpm", "Its mean."),
                      field<&H::breathing_hz>("breathing_hz", "Breaths a second, some per cent apart."),
                      field<&H::rsa_ln_ms2>("rsa_ln_ms2", "Mean ln power of the arrhythmia.")};
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
    return std::array{field<&P::name>("name", "Text of its annotation."),
                      field<&P::kind>("kind", "What part of the protocol it is."),
                      field<&P::duration_s>("duration_s", "Its length."),
                      field<&P::coupling>("coupling", "Multiplies the strength; 0: no coupling in it.")};
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
    return std::array{
        field<&S::seed>("seed", "Same seed and settings: the same beats."),
        field<&S::duration_s>("duration_s", "Length."),
        field<&S::strength>(
            "strength",
            "Correlation of the follower's fluctuations with the leader's lag_s earlier; 0: uncoupled."),
        field<&S::lag_s>("lag_s", "Positive: the mother leads; negative: the infant."),
        field<&S::phases>("phases", "Parts of the protocol; may be empty."),
        field<&S::mother>("mother", "The mother's heart."),
        field<&S::infant>("infant", "The infant's heart."),
        field<&S::fluctuation_s>("fluctuation_s", "Correlation time of what is coupled."),
        field<&S::rsa_ln>("rsa_ln", "SD of the fluctuation of ln RSA power."),
        field<&S::period_share>("period_share", "SD of that of the heart period, of its mean."),
        field<&S::drift_time_s>("drift_time_s", "Correlation time of each heart's own drift."),
        field<&S::drift_ln>("drift_ln", "SD of the drift of ln RSA power."),
        field<&S::drift_share>("drift_share", "SD of that of the heart period, of its mean."),
        field<&S::jitter_ms>("jitter_ms", "SD of each interval's own random part.")};
  }
};

struct SimulatedPair {
  std::vector<ecg::Beat> mother, infant;
};

SimulatedPair simulate_pair(const PairSettings& settings);

/// How strongly the pair is coupled at a time.
double strength_at(const PairSettings& settings, double time_s);

}  // namespace attune::synth
