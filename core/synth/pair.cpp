#include "synth/pair.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {

namespace {

constexpr double pair_step_s = 0.25;

/// One value a step of pair_step_s, from `before_s` before the beginning on.
struct Course {
  std::vector<double> value;
  double before_s = 0;

  double at(double time_s) const {
    const double place =
        std::clamp((time_s + before_s) / pair_step_s, 0.0, static_cast<double>(value.size() - 1));
    return value[static_cast<std::size_t>(place)];
  }
};

class PairDraws {
 public:
  explicit PairDraws(const PairSettings& settings) : settings_(settings) {}

  Course fluctuation() { return slow(settings_.fluctuation_s); }

  Course drift() {
    Course course = slow(settings_.drift_time_s);
    const double slope = std::sqrt(12.0) * (Random(next()).uniform() < 0.5 ? -1 : 1);  // a line of SD 1
    const auto n = static_cast<double>(course.value.size());
    for (std::size_t i = 0; i < course.value.size(); ++i)
      course.value[i] = std::sqrt(0.5) * (course.value[i] + slope * (static_cast<double>(i) / n - 0.5));
    return course;
  }

  std::uint64_t next() { return seed_for(settings_.seed, purpose::pair, count_++); }

 private:
  Course slow(double correlation_s) {
    Course course;
    course.before_s = std::abs(settings_.lag_s) + 1;
    SlowProcess process(correlation_s, pair_step_s, next());
    const auto steps = static_cast<std::size_t>((settings_.duration_s + 2 * course.before_s) / pair_step_s);
    for (std::size_t i = 0; i < steps; ++i) course.value.push_back(process.step());
    return course;
  }

  const PairSettings& settings_;
  std::uint64_t count_ = 0;
};

/// What drives one heart.
struct Drive {
  Course depth, period, depth_drift, period_drift;
};

std::vector<ecg::Beat> beats_of(const PairHeart& heart, const Drive& drive, const PairSettings& settings,
                                Random random) {
  const double mean_ms = 60000 / heart.heart_rate_bpm;
  const double least_ms = 0.5 * mean_ms;
  std::vector<ecg::Beat> beats;
  double phase = 2 * std::numbers::pi * random.uniform();
  double time_s = mean_ms / 1000 * random.uniform();
  while (time_s < settings.duration_s) {
    beats.push_back({time_s});
    const double power = heart.rsa_ln_ms2 + settings.rsa_ln * drive.depth.at(time_s) +
                         settings.drift_ln * drive.depth_drift.at(time_s);
    const double slow = settings.period_share * drive.period.at(time_s) +
                        settings.drift_share * drive.period_drift.at(time_s);
    const double rr_ms =
        std::max(least_ms, mean_ms * (1 + slow) + std::sqrt(2 * std::exp(power)) * std::sin(phase) +
                               settings.jitter_ms * random.normal());
    // Breaths differ in length by some per cent.
    phase += 2 * std::numbers::pi * heart.breathing_hz * rr_ms / 1000 * (1 + 0.06 * random.normal());
    time_s += rr_ms / 1000;
  }
  return beats;
}

/// The follower's fluctuation: what the leader's was |lag_s| before, and its own.
void follow(Course& own, const Course& leader, const PairSettings& settings) {
  for (std::size_t i = 0; i < own.value.size(); ++i) {
    const double time_s = static_cast<double>(i) * pair_step_s - own.before_s;
    const double strength = strength_at(settings, time_s);
    own.value[i] = strength * leader.at(time_s - std::abs(settings.lag_s)) +
                   std::sqrt(1 - strength * strength) * own.value[i];
  }
}

}  // namespace

double strength_at(const PairSettings& settings, double time_s) {
  double end_s = 0;
  for (const PairPhase& phase : settings.phases) {
    end_s += phase.duration_s;
    if (time_s < end_s) return settings.strength * phase.coupling;
  }
  return settings.strength;
}

SimulatedPair simulate_pair(const PairSettings& settings) {
  PairDraws draws(settings);
  Drive mother{draws.fluctuation(), draws.fluctuation(), draws.drift(), draws.drift()};
  Drive infant{draws.fluctuation(), draws.fluctuation(), draws.drift(), draws.drift()};
  const bool mother_leads = settings.lag_s >= 0;
  const Drive& leader = mother_leads ? mother : infant;
  Drive& follower = mother_leads ? infant : mother;
  follow(follower.depth, leader.depth, settings);
  follow(follower.period, leader.period, settings);
  Random for_mother(draws.next()), for_infant(draws.next());
  return {beats_of(settings.mother, mother, settings, for_mother),
          beats_of(settings.infant, infant, settings, for_infant)};
}

}  // namespace attune::synth
