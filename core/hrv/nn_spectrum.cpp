#include "hrv/nn_spectrum.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

#include "dsp/lanes.hpp"

namespace attune::hrv {

namespace {

using dsp::Two;

/// After so many pairs of frequencies the phasors are formed anew: turned on and on they would drift, by the rounding
/// of each turn.
constexpr std::size_t pairs_turned = 16;

/// Each interval's phasor times its weight, at two neighbouring frequencies of a grid.
class Phasors {
 public:
  Phasors(std::span<const double> time_s, std::span<const double> weight, double step_hz)
      : time_s_(time_s), weight_(weight), step_hz_(step_hz) {
    for (const double t : time_s) {
      const double angle = 2 * std::numbers::pi * 2 * step_hz * t;
      turn_cos_.emplace_back(std::cos(angle));
      turn_sin_.emplace_back(std::sin(angle));
    }
    cosine.resize(time_s.size());
    sine.resize(time_s.size());
  }

  void set(double frequency_hz) {
    for (std::size_t i = 0; i < time_s_.size(); ++i) {
      const double radians = 2 * std::numbers::pi * time_s_[i];
      const double first = radians * frequency_hz, second = radians * (frequency_hz + step_hz_);
      const Two weight = weight_[i];
      cosine[i] = weight * Two(std::cos(first), std::cos(second));
      sine[i] = weight * Two(std::sin(first), std::sin(second));
    }
  }

  /// On by two frequencies.
  void turn() {
    for (std::size_t i = 0; i < cosine.size(); ++i) {
      const Two before = cosine[i];
      cosine[i] = before * turn_cos_[i] - sine[i] * turn_sin_[i];
      sine[i] = before * turn_sin_[i] + sine[i] * turn_cos_[i];
    }
  }

  std::vector<Two> cosine, sine;

 private:
  std::span<const double> time_s_, weight_;
  double step_hz_;
  std::vector<Two> turn_cos_, turn_sin_;
};

}  // namespace

bool are_too_few(std::size_t intervals, const Settings& settings) {
  constexpr int of_a_line = 2;  // two points leave nothing beside their line
  return std::cmp_less(intervals, std::max(settings.fewest_intervals, of_a_line + 1));
}

double epoch_taper(double from_middle_s, double length_s) {
  return 0.54 + 0.46 * std::cos(2 * std::numbers::pi * from_middle_s / length_s);
}

NnSpectrum::NnSpectrum(std::span<const NnInterval> series, double start_s, double end_s,
                       const Settings& settings) {
  const double centre_s = (start_s + end_s) / 2;
  double last_end_s = 0;
  for (const NnInterval& nn : bridged(intervals_in(series, start_s, end_s), settings)) {
    time_s_.push_back(middle_s(nn) - centre_s);
    value_ms_.push_back(nn.nn_ms);
    weight_s_.push_back(nn.nn_ms / 1000);
    const bool real = nn.fault == NnFault::none;
    real_.push_back(real);
    follows_.push_back(real && time_s_.size() > 1 && nn.start_s == last_end_s ? 1 : 0);
    last_end_s = real ? nn.end_s : -1;
    start_variance_.push_back(nn.start_noise_ms * nn.start_noise_ms);
    end_variance_.push_back(nn.end_noise_ms * nn.end_noise_ms);
  }
  exists_ = !are_too_few(time_s_.size(), settings);
  if (exists_) detrend_and_taper(end_s - start_s);
}

void NnSpectrum::detrend_and_taper(double length_s) {
  double sum_w = 0, sum_t = 0, sum_x = 0, sum_tt = 0, sum_tx = 0;
  for (std::size_t i = 0; i < time_s_.size(); ++i) {
    const double t = time_s_[i], w = weight_s_[i], x = value_ms_[i];
    sum_w += w;
    sum_t += w * t;
    sum_x += w * x;
    sum_tt += w * t * t;
    sum_tx += w * t * x;
  }
  const double slope = (sum_w * sum_tx - sum_t * sum_x) / (sum_w * sum_tt - sum_t * sum_t);
  const double level = (sum_x - slope * sum_t) / sum_w;
  for (std::size_t i = 0; i < time_s_.size(); ++i) {
    value_ms_[i] -= level + slope * time_s_[i];
    const double taper = epoch_taper(time_s_[i], length_s);
    if (real_[i]) energy_s_ += taper * taper * weight_s_[i];
    weight_s_[i] *= taper;
  }
  mean_nn_s_ = sum_w / static_cast<double>(time_s_.size());
}

PowerDensity NnSpectrum::density(const FrequencyGrid& grid) const {
  PowerDensity result{std::vector<double>(grid.count), std::vector<double>(grid.count)};
  if (!exists_) return result;
  Phasors phasors(time_s_, weight_s_, grid.step_hz);
  for (std::size_t k = 0; k < grid.count; k += 2) {
    k / 2 % pairs_turned == 0 ? phasors.set(grid.at(k)) : phasors.turn();
    Two real = 0, imaginary = 0, noise = 0;
    // Of the interval before, and of the time of its second beat.
    Two before_cos = 0, before_sin = 0, before_variance = 0;
    for (std::size_t i = 0; i < time_s_.size(); ++i) {
      const Two cosine = phasors.cosine[i], sine = phasors.sine[i], value = value_ms_[i];
      real += value * cosine;
      imaginary += value * sine;
      // A beat that is late makes the interval before it longer and its own shorter.
      const Two follows = follows_[i], breaks = 1 - follows_[i], variance = start_variance_[i];
      noise += breaks * before_variance * (before_cos * before_cos + before_sin * before_sin);
      const Two change_cos = cosine - follows * before_cos, change_sin = sine - follows * before_sin;
      noise += variance * (change_cos * change_cos + change_sin * change_sin);
      before_cos = cosine;
      before_sin = sine;
      before_variance = end_variance_[i];
    }
    noise += before_variance * (before_cos * before_cos + before_sin * before_sin);
    const Two power = real * real + imaginary * imaginary;
    for (std::size_t lane = 0; lane < 2 && k + lane < grid.count; ++lane) {
      result.power[k + lane] = 2 * power[lane] / energy_s_;
      result.noise[k + lane] = 2 * noise[lane] / energy_s_;
    }
  }
  return result;
}

PowerDensity nn_power_density(std::span<const NnInterval> series, double start_s, double end_s,
                              const FrequencyGrid& grid, const Settings& settings) {
  return NnSpectrum(series, start_s, end_s, settings).density(grid);
}

}  // namespace attune::hrv
