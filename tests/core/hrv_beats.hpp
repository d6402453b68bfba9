// A heart whose breathing, slow waves and jitter are known, for suites of hrv and report.
#pragma once

#include <cmath>
#include <numbers>
#include <vector>

#include "base/random.hpp"
#include "hrv/hrv.hpp"

namespace attune::test {

/// Beats one by one: breathing at one frequency, slow waves, a drift, and a beat-to-beat jitter.
inline std::vector<ecg::Beat> beats_with_breath(double bpm, double breathing_hz, double amplitude_ms,
                                                std::uint64_t seed, double seconds = 240) {
  Random random(seed);
  const double phase = 2 * std::numbers::pi * random.uniform(0, 1);
  std::vector<ecg::Beat> beats;
  for (double t = 0; t < seconds;) {
    beats.push_back({t, ecg::BeatKind::detected, 1, 0, "", {}});
    const auto wave = [&](double hz, double from) { return std::sin(2 * std::numbers::pi * hz * t + from); };
    t += (60000 / bpm + amplitude_ms * wave(breathing_hz, phase) + 8 * wave(0.09, 2 * phase) +
          12 * wave(0.02, 3 * phase) + random.normal()) /
         1000;
  }
  return beats;
}

inline hrv::Metrics heart_of(double bpm, double breathing_hz, double amplitude_ms, std::uint64_t seed) {
  return hrv::analyze({beats_with_breath(bpm, breathing_hz, amplitude_ms, seed)}, {});
}

}  // namespace attune::test
