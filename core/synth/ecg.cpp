// The ECG and respiration that show a HeartPlan.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "synth/heart.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

using std::numbers::pi;

/// One wave of a beat: a Gaussian. Height relative to the R peak; times against the R wave.
struct Wave {
  double height, centre_s, width_s;
  bool follows_rate;  ///< P and T move with the root of the interval (Bazett), times given for 0.43 s
};

// QRS of an infant, 60 ms from the onset of Q to the end of S.
constexpr std::array<Wave, 5> sinus_beat{{{0.12, -0.095, 0.016, true},
                                          {-0.12, -0.019, 0.006, false},
                                          {1, 0, 0.0075, false},
                                          {-0.28, 0.019, 0.0075, false},
                                          {0.22, 0.175, 0.032, true}}};
// No P wave, wide QRS, T against it.
constexpr std::array<Wave, 3> ventricular_beat{
    {{1.2, 0, 0.021, false}, {-0.5, 0.05, 0.025, false}, {-0.35, 0.2, 0.04, true}}};
constexpr double reference_rr_s = 0.43;
constexpr double before_s = 0.25, after_s = 0.5;  ///< how far a beat reaches

std::span<const Wave> waves_of(TrueBeatKind kind) {
  if (kind == TrueBeatKind::ventricular) return ventricular_beat;
  return sinus_beat;
}

double beat_value(TrueBeatKind kind, double t, double stretch) {
  double sum = 0;
  for (const Wave& wave : waves_of(kind)) {
    const double z = (t - wave.centre_s * (wave.follows_rate ? stretch : 1)) / wave.width_s;
    if (z > -6 && z < 6) sum += wave.height * std::exp(-0.5 * z * z);
  }
  return sum;
}

/// Where the template is highest: Q and S pull the apex away from the R wave's own centre. Golden section.
double apex_of(TrueBeatKind kind) {
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = -0.01, high = 0.01;
  for (int i = 0; i < 60; ++i) {
    const double width = golden * (high - low);
    if (beat_value(kind, high - width, 1) < beat_value(kind, low + width, 1))
      low = high - width;
    else
      high = low + width;
  }
  return 0.5 * (low + high);
}

}  // namespace

HeartRenderer::HeartRenderer(const RecordingSettings& settings, const HeartPlan& plan,
                             std::vector<Interval> movement)
    : settings_(settings),
      plan_(plan),
      movement_(std::move(movement)),
      ecg_random_(seed_for(settings.seed, purpose::ecg_noise)),
      respiration_random_(seed_for(settings.seed, purpose::respiration_noise)),
      movement_shape_(low_pass_shape(10, std::max(settings.ecg_sample_rate_hz, 100.0))),
      apex_s_{apex_of(TrueBeatKind::sinus), apex_of(TrueBeatKind::ventricular),
              apex_of(TrueBeatKind::supraventricular)} {}

void HeartRenderer::add_beats(double start_s, std::vector<double>& ecg) {
  const double end_s = start_s + static_cast<double>(ecg.size()) / settings_.ecg_sample_rate_hz;
  while (first_beat_ < plan_.beats.size() && plan_.beats[first_beat_].time_s + after_s < start_s)
    ++first_beat_;
  for (std::size_t k = first_beat_; k < plan_.beats.size(); ++k) {
    const TrueBeat& beat = plan_.beats[k];
    if (beat.time_s - before_s > end_s) break;
    const double stretch = std::sqrt(plan_.rr_before_s[k] / reference_rr_s);
    // The heart's axis turns a little with the breath.
    const double height = settings_.ecg_r_mv * (1 + 0.06 * std::sin(plan_.phase_at(beat.time_s)));
    const double from = std::ceil((beat.time_s - before_s - start_s) * settings_.ecg_sample_rate_hz);
    for (auto n = static_cast<std::size_t>(std::max(from, 0.0)); n < ecg.size(); ++n) {
      const double t = start_s + static_cast<double>(n) / settings_.ecg_sample_rate_hz - beat.time_s;
      if (t > after_s) break;
      ecg[n] += height * beat_value(beat.kind, t + apex_s_[static_cast<std::size_t>(beat.kind)], stretch);
    }
  }
}

void HeartRenderer::add_noise(double start_s, std::vector<double>& ecg) {
  constexpr double mains_share = 0.02, movement_edge_s = 0.25;
  for (std::size_t n = 0; n < ecg.size(); ++n) {
    const double offset_s = static_cast<double>(n) / settings_.ecg_sample_rate_hz;
    const double time_s = start_s + offset_s;
    const double mains_turns = settings_.mains_hz * start_s;
    ecg[n] += settings_.ecg_noise_mv * ecg_random_.normal();
    ecg[n] += settings_.ecg_wander_mv * std::sin(plan_.phase_at(time_s) + 0.7);
    ecg[n] += settings_.mains_uv * mains_share *
              std::sin(2 * pi * (mains_turns - std::floor(mains_turns) + settings_.mains_hz * offset_s));
    const double shaken = movement_shape_.step(ecg_random_.normal());
    for (const Interval& moving : movement_) {
      if (!moving.contains(time_s)) continue;
      const double inside = std::min(time_s - moving.start_s, moving.end_s - time_s) / movement_edge_s;
      ecg[n] += settings_.burst_ecg_mv * std::min(inside, 1.0) * shaken;
      break;
    }
  }
}

void HeartRenderer::next_second(std::vector<double>& ecg, std::vector<double>& respiration) {
  const auto start_s = static_cast<double>(seconds_);
  while (!movement_.empty() && movement_.front().end_s < start_s) movement_.erase(movement_.begin());
  std::fill(ecg.begin(), ecg.end(), 0.0);
  add_beats(start_s, ecg);
  add_noise(start_s, ecg);
  // The chest rises while the heart quickens: respiration runs against the heart period, a little ahead of
  // it.
  constexpr double ahead_rad = 0.5, noise = 0.03;
  for (std::size_t n = 0; n < respiration.size(); ++n) {
    const double time_s = start_s + static_cast<double>(n) / settings_.respiration_sample_rate_hz;
    const auto step =
        std::min(static_cast<std::size_t>(time_s / plan_.step_s), plan_.breath_depth.size() - 1);
    respiration[n] = -plan_.breath_depth[step] * std::sin(plan_.phase_at(time_s) + ahead_rad) +
                     noise * respiration_random_.normal();
  }
  ++seconds_;
}

}  // namespace attune::synth
