#include "stats/slow_waves.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <numbers>
#include <vector>

namespace attune::stats {

namespace {

double product(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// Which level each value has, counted from 0 as they come.
std::vector<std::size_t> levels_of(std::span<const TimedValue> values) {
  std::map<int, std::size_t> known;
  std::vector<std::size_t> levels;
  for (const TimedValue& value : values)
    levels.push_back(known.try_emplace(value.stratum, known.size()).first->second);
  return levels;
}

void take_out_levels(std::vector<double>& wave, std::span<const std::size_t> level_of) {
  struct Level {
    double sum = 0, n = 0;
  };
  std::vector<Level> levels(1 + *std::max_element(level_of.begin(), level_of.end()));
  for (std::size_t i = 0; i < wave.size(); ++i) {
    Level& level = levels[level_of[i]];
    level.sum += wave[i];
    ++level.n;
  }
  for (std::size_t i = 0; i < wave.size(); ++i) {
    const Level& level = levels[level_of[i]];
    wave[i] -= level.sum / level.n;
  }
}

}  // namespace

SlowWaves::SlowWaves(std::span<const TimedValue> values, double length_s, int most) {
  if (values.size() < 2) return;
  constexpr double nothing = 1e-6;  // of a wave's square, left by what came before
  const double begin_s = values.front().time_s - length_s / 2;
  const double span_s = values.back().time_s + length_s / 2 - begin_s;
  const std::vector<std::size_t> levels = levels_of(values);
  // n values have no more than n - 1 waves; a few that nothing is left of are passed over.
  for (std::size_t k = 1; k < 2 * values.size() && static_cast<int>(waves_.size()) < most; ++k) {
    std::vector<double> wave;
    wave.reserve(values.size());
    for (const TimedValue& v : values)
      wave.push_back(std::cos(std::numbers::pi * static_cast<double>(k) * (v.time_s - begin_s) / span_s));
    const double whole = product(wave, wave);
    for (int pass = 0; pass < 2; ++pass) {  // the second takes off what rounding left
      take_out_levels(wave, levels);
      for (const std::vector<double>& before : waves_) {
        const double shared = product(wave, before);
        for (std::size_t i = 0; i < wave.size(); ++i) wave[i] -= shared * before[i];
      }
    }
    const double left = product(wave, wave);
    if (!(left > nothing * whole)) continue;
    for (double& value : wave) value /= std::sqrt(left);
    waves_.push_back(std::move(wave));
  }
}

WavePower SlowWaves::power_of(std::span<const double> values) const {
  WavePower power;
  power.waves = static_cast<int>(waves_.size());
  if (power.waves == 0) return power;
  double all = 0, all_squares = 0;
  for (std::size_t k = 0; k < waves_.size(); ++k) {
    const double projection = product(waves_[k], values);
    const auto weight = static_cast<double>(waves_.size() - k);
    power.mean_square += weight * (projection * projection);
    all += weight;
    all_squares += weight * weight;
  }
  power.mean_square /= all;
  power.df = all * all / all_squares;
  return power;
}

WavePower slow_wave_power(std::span<const TimedValue> values, double length_s, int most) {
  std::vector<double> series;
  for (const TimedValue& v : values) series.push_back(v.value);
  return SlowWaves(values, length_s, most).power_of(series);
}

int slow_waves(double duration_s, double in_two_minutes, int fewest) {
  constexpr double two_minutes_s = 120;
  const double waves = in_two_minutes * std::cbrt(std::max(0.0, duration_s) / two_minutes_s);
  return std::max(fewest, static_cast<int>(std::lround(waves)));
}

}  // namespace attune::stats
