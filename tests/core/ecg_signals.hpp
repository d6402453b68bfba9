// Simulated ECG for the suites: waves as Gaussians at known R times.
#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "base/random.hpp"

namespace attune::test {

struct GaussianWave {
  double at_s, width_s, height_mv;
};

struct SimulatedEcg {
  double rate_hz = 0;
  std::vector<double> beats_s;
  std::vector<double> samples;  ///< mV

  double seconds() const { return static_cast<double>(samples.size()) / rate_hz; }
  std::size_t index(double time_s) const { return static_cast<std::size_t>(std::llround(time_s * rate_hz)); }
};

inline void draw_waves(SimulatedEcg& ecg, const std::vector<GaussianWave>& waves) {
  for (const double beat_s : ecg.beats_s) {
    for (const GaussianWave& wave : waves) {
      const double reach_s = 6 * wave.width_s, centre_s = beat_s + wave.at_s;
      for (double i = std::max(0.0, std::ceil((centre_s - reach_s) * ecg.rate_hz));
           i < static_cast<double>(ecg.samples.size()) && i / ecg.rate_hz < centre_s + reach_s; ++i) {
        const double x = (i / ecg.rate_hz - centre_s) / wave.width_s;
        ecg.samples[static_cast<std::size_t>(i)] += wave.height_mv * std::exp(-0.5 * x * x);
      }
    }
  }
}

/// A heart that breathes: intervals vary by 3 % at 0.25 Hz.
inline SimulatedEcg breathing_ecg(double bpm, double seconds, double rate_hz, double noise_mv,
                                  const std::vector<GaussianWave>& waves) {
  SimulatedEcg ecg{rate_hz, {}, std::vector<double>(static_cast<std::size_t>(seconds * rate_hz))};
  Random random(5);
  for (double t = 0.4; t < seconds - 0.4;
       t += 60 / bpm * (1 + 0.03 * std::sin(2 * std::numbers::pi * 0.25 * t) + 0.004 * random.normal()))
    ecg.beats_s.push_back(t);
  for (double& sample : ecg.samples) sample = noise_mv * random.normal();
  draw_waves(ecg, waves);
  return ecg;
}

inline std::vector<GaussianWave> infant_waves() {
  return {
      {-0.09, 0.018, 0.1}, {-0.013, 0.006, -0.12}, {0, 0.007, 1}, {0.014, 0.007, -0.25}, {0.13, 0.03, 0.2}};
}

/// At 60/min.
inline std::vector<GaussianWave> adult_waves(double t_height_mv) {
  return {{-0.16, 0.025, 0.12},
          {-0.026, 0.011, -0.12},
          {0, 0.012, 1},
          {0.027, 0.012, -0.25},
          {0.31, 0.053, t_height_mv}};
}

}  // namespace attune::test
