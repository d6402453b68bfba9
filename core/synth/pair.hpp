// Two simulated hearts at once, mother's and infant's, as beats: coupled with a known strength, direction and lag, or not
// at all, with drifts of their own either way.
//
// Each heart period is RR(t) = 60000 / rate + period_ms · v(t) + drift_ms · d(t) + A(t) sin(breath(t)) + jitter, and
// ln(A(t)² / 2) = rsa_ln_ms2 + rsa_ln · u(t) + drift_ln · e(t). u and v fluctuate within fluctuation_s (Ornstein-Uhlenbeck,
// SD 1); d and e drift within drift_time_s, half of them a straight line, and are each heart's own. Where the pair is
// coupled, the follower's u and v are strength · those of the one who leads, lag_s earlier, + √(1 − strength²) · its own, so
// that all four have the same spectrum whatever the strength.
#pragma once

#include <cstdint>
#include <vector>

#include "base/describe.hpp"
#include "ecg/beats.hpp"

namespace attune::synth {

struct PairHeart {
  double heart_rate_bpm = 140;
  double breathing_hz = 0.6;
  double rsa_ln_ms2 = 3.4;
};

struct PairSettings {
  std::uint64_t seed = 1;
  double duration_s = 300;
  double strength = 0;  ///< 0 … 1
  double lag_s = 3;     ///< positive: the mother leads; negative: the infant
  PairHeart mother{78, 0.27, 6.2}, infant{140, 0.6, 3.4};
  double fluctuation_s = 6;
  double rsa_ln = 0.6;
  double period_share = 0.03;  ///< period_ms and drift_ms, of the mean heart period
  double drift_time_s = 90;
  double drift_ln = 0.6;
  double drift_share = 0.03;
  double jitter_ms = 1.2;
};

struct SimulatedPair {
  std::vector<ecg::Beat> mother, infant;
};

SimulatedPair simulate_pair(const PairSettings& settings);

}  // namespace attune::synth
