#include "synth/heart.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

using std::numbers::pi;
// As the analysis defines RSA (Bar-Haim, Marshall & Fox 2000).
constexpr double rsa_low_hz = 0.24, rsa_high_hz = 1.04, epoch_s = 30;
constexpr double grid_hz = 32;
// Correlation times: an epoch's RSA then hardly depends on the epoch before, and a breath lasts a breath.
constexpr double rsa_correlation_s = 4, breathing_correlation_s = 6;
/// Heart rate moves from one phase's to the next's within this time around the boundary: slowly enough to
/// leave nothing in the RSA band.
constexpr double rate_change_s = 12;

/// Variance of the mean over one epoch of a lognormal process of mean 1 whose logarithm has the variance `v`.
double epoch_mean_variance(double v) {
  const int steps = 600;
  const double step_s = epoch_s / steps;
  double sum = 0;
  for (int i = 0; i < steps; ++i) {
    const double lag_s = (i + 0.5) * step_s;
    sum += (epoch_s - lag_s) * (std::exp(v * std::exp(-lag_s / rsa_correlation_s)) - 1) * step_s;
  }
  return 2 * sum / (epoch_s * epoch_s);
}

/// What of the jitter's variance lies in the band: it is white up to the beats' Nyquist frequency.
double jitter_power(const RecordingSettings& settings, double heart_rate_bpm) {
  const double nyquist_hz = heart_rate_bpm / 120;
  const double share = (std::min(rsa_high_hz, nyquist_hz) - rsa_low_hz) / nyquist_hz;
  return settings.beat_jitter_ms * settings.beat_jitter_ms * std::max(share, 0.0);
}

/// Expected ln of (m × lognormal epoch mean + jitter), to second order.
double expected_ln(double m, double jitter, double variance) {
  const double share = m / (m + jitter);
  return std::log(m + jitter) - 0.5 * std::log(1 + variance * share * share);
}

/// Mean arrhythmia power with which the expected ln is `target`; negative if jitter alone exceeds it.
double arrhythmia_power(double target, double jitter, double variance) {
  double m = std::exp(target) - jitter;
  for (int i = 0; i < 50 && m > 0; ++i)
    m = (m + jitter) * std::exp(target - expected_ln(m, jitter, variance)) - jitter;
  return m;
}

/// Levels of one phase; a last one stands for whatever follows the phases.
struct Level {
  double end_s, mean_rr_ms, power_ms2, jitter_ms2;
};

double mean_rr_at(const std::vector<Level>& levels, double time_s) {
  std::size_t i = 0;
  while (i + 1 < levels.size() && time_s >= levels[i].end_s) ++i;
  const auto blend = [&](const Level& from, const Level& to, double boundary_s) {
    const double x = (time_s - boundary_s) / rate_change_s + 0.5;
    return from.mean_rr_ms + (to.mean_rr_ms - from.mean_rr_ms) * (0.5 - 0.5 * std::cos(pi * x));
  };
  if (i + 1 < levels.size() && levels[i].end_s - time_s < rate_change_s / 2)
    return blend(levels[i], levels[i + 1], levels[i].end_s);
  if (i > 0 && time_s - levels[i - 1].end_s < rate_change_s / 2)
    return blend(levels[i - 1], levels[i], levels[i - 1].end_s);
  return levels[i].mean_rr_ms;
}

const Level& level_at(const std::vector<Level>& levels, double time_s) {
  std::size_t i = 0;
  while (i + 1 < levels.size() && time_s >= levels[i].end_s) ++i;
  return levels[i];
}

/// Sum of sines from 0.008 to 0.11 Hz with power falling as 1/f.
class Drift {
 public:
  explicit Drift(const RecordingSettings& settings) {
    constexpr int sines = 8;
    constexpr double lowest_hz = 0.008, highest_hz = 0.11;
    Random random(seed_for(settings.seed, purpose::heart_drift));
    double variance = 0;
    for (int i = 0; i < sines; ++i) {
      const double place = (i + random.uniform()) / sines;
      const double frequency = lowest_hz * std::pow(highest_hz / lowest_hz, place);
      // Log-spaced frequencies carry equal power each when density falls as 1/f.
      waves_.push_back({2 * pi * frequency, 2 * pi * random.uniform(), random.uniform(0.7, 1.3)});
      variance += waves_.back().amplitude * waves_.back().amplitude / 2;
    }
    for (Wave& wave : waves_) wave.amplitude *= settings.drift_ms / std::sqrt(variance);
  }
  double at(double time_s) const {
    double sum = 0;
    for (const Wave& wave : waves_) sum += wave.amplitude * std::sin(wave.omega * time_s + wave.phase);
    return sum;
  }

 private:
  struct Wave {
    double omega, phase, amplitude;
  };
  std::vector<Wave> waves_;
};

Error wrong(const char* message, const char* where) {
  return {"E_SYNTH_SETTINGS", message, where};
}

Result<std::vector<Level>> levels_of(const RecordingSettings& settings, const std::vector<Phase>& phases) {
  const double v = settings.rsa_variation_ln * settings.rsa_variation_ln;
  const double variance = epoch_mean_variance(v);
  std::vector<Level> levels;
  for (std::size_t i = 0; i <= phases.size(); ++i) {
    const bool beyond = i == phases.size();
    const double rate = settings.heart_rate_bpm + (beyond ? 0 : settings.phases[i].heart_rate_change_bpm);
    const double rsa = settings.rsa_ln_ms2 + (beyond ? 0 : settings.phases[i].rsa_change_ln);
    if (!(rate >= 40 && rate <= 230))
      return wrong("The heart rate must lie between 40 and 230 bpm.", "heart_rate_bpm");
    if (settings.breathing_hz > 0.9 * rate / 120)
      return wrong("Breathing must be slower than 0.9 of the beats' Nyquist frequency (rate / 120).",
                   "breathing_hz");
    const double jitter = jitter_power(settings, rate);
    const double power = arrhythmia_power(rsa, jitter, variance);
    if (!(power > 0))
      return wrong("The beats' jitter alone has more power in the band than the set RSA.", "rsa_ln_ms2");
    levels.push_back({beyond ? settings.duration_s + epoch_s : phases[i].end_s, 60000 / rate, power, jitter});
  }
  return levels;
}

void plan_breathing(const RecordingSettings& settings, HeartPlan& plan) {
  constexpr double after_end_s = 3;
  plan.step_s = 1 / grid_hz;
  SlowProcess pace(breathing_correlation_s, plan.step_s, seed_for(settings.seed, purpose::breathing));
  SlowProcess depth(rsa_correlation_s, plan.step_s, seed_for(settings.seed, purpose::rsa_amplitude));
  const auto steps = static_cast<std::size_t>((settings.duration_s + after_end_s) * grid_hz);
  double phase = 2 * pi * Random(seed_for(settings.seed, purpose::breathing, 1)).uniform();
  const double sd = settings.rsa_variation_ln;
  for (std::size_t i = 0; i < steps; ++i) {
    plan.breath_phase.push_back(phase);
    // Power has the mean 1, so amplitude is the root of exp(sd x - sd² / 2).
    plan.breath_depth.push_back(std::exp(0.5 * (sd * depth.step() - 0.5 * sd * sd)));
    phase += 2 * pi * settings.breathing_hz * (1 + settings.breathing_variation * pace.step()) * plan.step_s;
  }
}

/// Times are whole ticks of 100 ns, so that the last digit of a sine, which is not the same on every machine,
/// does not show in the truth.
double whole_ticks(double time_s) {
  return std::round(time_s * 1e7) / 1e7;
}

double value_at(const std::vector<double>& grid, double time_s) {
  const double place = std::clamp(time_s * grid_hz, 0.0, static_cast<double>(grid.size() - 1));
  const auto below = std::min(static_cast<std::size_t>(place), grid.size() - 2);
  return grid[below] + (place - static_cast<double>(below)) * (grid[below + 1] - grid[below]);
}

void plan_beats(const RecordingSettings& settings, const std::vector<Level>& levels, HeartPlan& plan) {
  constexpr double shortest_rr_ms = 250;
  constexpr int beats_between_ectopics = 8;
  Random random(seed_for(settings.seed, purpose::beats));
  const Drift drift(settings);
  double sinus_s = 0.2 + 0.2 * random.uniform();
  double emitted_before_s = sinus_s - levels[0].mean_rr_ms / 1000;
  int since_ectopic = 0;
  while (sinus_s < settings.duration_s + 1) {
    const double jitter = settings.beat_jitter_ms * random.normal();
    const double chance = random.uniform(), prematurity = random.uniform(0.25, 0.4), sort = random.uniform();
    const double amplitude =
        std::sqrt(2 * level_at(levels, sinus_s).power_ms2) * value_at(plan.breath_depth, sinus_s);
    const double rr_ms = std::max(shortest_rr_ms, mean_rr_at(levels, sinus_s) + drift.at(sinus_s) + jitter +
                                                      amplitude * std::sin(plan.phase_at(sinus_s)));
    // An ectopic beat comes early and the next sinus beat when it would have come: a full pause.
    const bool ectopic =
        ++since_ectopic > beats_between_ectopics && chance < settings.ectopic_per_min * rr_ms / 60000;
    TrueBeat beat{sinus_s, TrueBeatKind::sinus};
    if (ectopic) {
      since_ectopic = 0;
      beat.time_s -= prematurity * (sinus_s - emitted_before_s);
      beat.kind = sort < 0.5 ? TrueBeatKind::ventricular : TrueBeatKind::supraventricular;
    }
    beat.time_s = whole_ticks(beat.time_s);
    plan.beats.push_back(beat);
    plan.rr_before_s.push_back(beat.time_s - emitted_before_s);
    emitted_before_s = beat.time_s;
    sinus_s += rr_ms / 1000;
  }
}

/// Truth of [start, end): its whole epochs and the rate of its intervals between sinus beats.
TrueHeartPhase summarise(const std::string& name, double start_s, double end_s, double expected_ln_ms2,
                         const std::vector<Level>& levels, const HeartPlan& plan) {
  TrueHeartPhase truth{name, static_cast<int>((end_s - start_s) / epoch_s + 1e-9), expected_ln_ms2, 0, 0};
  for (int e = 0; e < truth.epochs; ++e) {
    double sum = 0;
    const auto first = static_cast<std::size_t>((start_s + e * epoch_s) * grid_hz);
    const auto count = static_cast<std::size_t>(epoch_s * grid_hz);
    for (std::size_t i = first; i < first + count; ++i) {
      const Level& level = level_at(levels, static_cast<double>(i) / grid_hz);
      sum += level.power_ms2 * plan.breath_depth[i] * plan.breath_depth[i] + level.jitter_ms2;
    }
    truth.realised_rsa_ln_ms2 += std::log(sum / static_cast<double>(count)) / truth.epochs;
  }
  double intervals_s = 0;
  int intervals = 0;
  for (std::size_t k = 1; k < plan.beats.size(); ++k) {
    if (plan.beats[k - 1].time_s < start_s || plan.beats[k].time_s >= end_s) continue;
    if (plan.beats[k - 1].kind != TrueBeatKind::sinus || plan.beats[k].kind != TrueBeatKind::sinus) continue;
    intervals_s += plan.beats[k].time_s - plan.beats[k - 1].time_s;
    ++intervals;
  }
  truth.heart_rate_bpm = intervals > 0 ? 60 * intervals / intervals_s : 0;
  return truth;
}

}  // namespace

double HeartPlan::phase_at(double time_s) const {
  return value_at(breath_phase, time_s);
}

Result<HeartPlan> plan_heart(const RecordingSettings& settings, const std::vector<Phase>& phases) {
  const double spread = 3 * settings.breathing_variation;
  if (!(settings.breathing_hz * (1 - spread) > rsa_low_hz &&
        settings.breathing_hz * (1 + spread) < rsa_high_hz))
    return wrong("Breathing, with three times its variation, must stay within 0.24-1.04 Hz.", "breathing_hz");
  const auto levels = levels_of(settings, phases);
  if (!levels) return levels.error();
  HeartPlan plan;
  plan_breathing(settings, plan);
  plan_beats(settings, *levels, plan);

  double expected = 0, realised = 0;
  int epochs = 0;
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const double rsa = settings.rsa_ln_ms2 + settings.phases[i].rsa_change_ln;
    plan.phases.push_back(summarise(phases[i].name, phases[i].start_s, phases[i].end_s, rsa, *levels, plan));
    expected += rsa * plan.phases[i].epochs;
    realised += plan.phases[i].realised_rsa_ln_ms2 * plan.phases[i].epochs;
    epochs += plan.phases[i].epochs;
  }
  plan.overall = summarise("", 0, settings.duration_s, settings.rsa_ln_ms2, *levels, plan);
  if (epochs > 0) {
    plan.overall.epochs = epochs;
    plan.overall.rsa_ln_ms2 = expected / epochs;
    plan.overall.realised_rsa_ln_ms2 = realised / epochs;
  }
  plan.beat_nyquist_hz = plan.overall.heart_rate_bpm / 120;
  while (!plan.beats.empty() && plan.beats.back().time_s >= settings.duration_s + 0.7) {
    plan.beats.pop_back();
    plan.rr_before_s.pop_back();
  }
  return plan;
}

}  // namespace attune::synth
