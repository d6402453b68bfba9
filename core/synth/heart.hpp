// The heart of a simulated infant: breathing, heart period with respiratory sinus arrhythmia, beats, and the
// ECG and respiration that show them.
//
// Heart period: RR(t) = 60000 / rate(phase) + drift(t) + A(t) sin(breath phase(t)) + jitter, in ms; each beat
// follows the one before by RR at that beat's time. A(t)^2 / 2, the power of the arrhythmia, varies slowly
// (lognormal); drift is a sum of sines below 0.12 Hz; jitter is white from beat to beat. So the NN series
// sampled at the beats has, in 0.24-1.04 Hz, the power A^2/2 + the in-band share of jitter^2, and A is set
// such that the expected ln of that power over a 30-s epoch is rsa_ln_ms2 + the phase's change.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "synth/noise.hpp"
#include "synth/truth.hpp"

namespace attune::synth {

/// Everything about the heart that is decided before the first sample is written; about 3 MB an hour.
struct HeartPlan {
  double step_s = 0;
  std::vector<double> breath_phase;  ///< radians, one a step
  std::vector<double> breath_depth;  ///< relative, around 1
  std::vector<TrueBeat> beats;
  std::vector<double> rr_before_s;  ///< one a beat: the interval that ends with it
  TrueHeartPhase overall;
  std::vector<TrueHeartPhase> phases;
  double beat_nyquist_hz = 0;

  double phase_at(double time_s) const;
};

/// Errors: E_SYNTH_SETTINGS (breathing outside the RSA band or too fast for the heart rate; jitter that alone
/// exceeds the set RSA).
Result<HeartPlan> plan_heart(const RecordingSettings& settings, const std::vector<Phase>& phases);

/// Writes ECG (mV) and respiration (arbitrary units, around ±1), stretch by stretch.
class HeartRenderer {
 public:
  HeartRenderer(const RecordingSettings& settings, const HeartPlan& plan, std::vector<Interval> movement);

  void next_second(std::vector<double>& ecg, std::vector<double>& respiration);

 private:
  void add_beats(double start_s, std::vector<double>& ecg);
  void add_noise(double start_s, std::vector<double>& ecg);

  const RecordingSettings settings_;
  const HeartPlan plan_;
  std::vector<Interval> movement_;
  Random ecg_random_, respiration_random_;
  Cascade movement_shape_;
  double apex_s_[3];  ///< where each kind's template is highest, against its own zero
  std::size_t first_beat_ = 0;
  std::uint64_t seconds_ = 0;
};

}  // namespace attune::synth
