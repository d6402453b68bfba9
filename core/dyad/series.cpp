#include "dyad/series.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "hrv/rsa.hpp"

namespace attune::dyad {

namespace {

constexpr double not_valid = std::numeric_limits<double>::quiet_NaN();

/// Running sums over the used intervals by time: what lies before a time is told by one search.
class Covered {
 public:
  explicit Covered(std::span<const hrv::NnInterval> used) : used_(used) {
    before_.reserve(used.size() + 1);
    before_.push_back({});
    for (const hrv::NnInterval& nn : used) before_.push_back(before_.back() + of(nn, nn.end_s));
  }

  struct Sums {
    double covered_s = 0, edited_s = 0, period_ms_s = 0;
    Sums operator+(const Sums& o) const {
      return {covered_s + o.covered_s, edited_s + o.edited_s, period_ms_s + o.period_ms_s};
    }
    Sums operator-(const Sums& o) const {
      return {covered_s - o.covered_s, edited_s - o.edited_s, period_ms_s - o.period_ms_s};
    }
  };

  Sums within(double start_s, double end_s) const { return until(end_s) - until(start_s); }

 private:
  static Sums of(const hrv::NnInterval& nn, double time_s) {
    const double held_s = std::min(time_s, nn.end_s) - nn.start_s;
    return {held_s, nn.measured ? 0 : held_s, held_s * nn.nn_ms};
  }

  Sums until(double time_s) const {
    const auto next = std::lower_bound(used_.begin(), used_.end(), time_s,
                                       [](const hrv::NnInterval& nn, double t) { return nn.start_s < t; });
    const auto count = static_cast<std::size_t>(next - used_.begin());
    if (count == 0) return {};
    return before_[count - 1] + of(used_[count - 1], time_s);
  }

  std::span<const hrv::NnInterval> used_;
  std::vector<Sums> before_;
};

bool is_valid(const Covered::Sums& sums, double length_s, const Settings& settings) {
  constexpr double rounding = 1e-9;
  return sums.covered_s > 0 &&
         length_s - sums.covered_s <= settings.most_missing_percent / 100 * length_s + rounding &&
         sums.edited_s <= settings.most_edited_percent / 100 * length_s + rounding;
}

}  // namespace

Grid grid_over(double start_s, double end_s, double step_s) {
  const auto first = static_cast<long long>(std::ceil(start_s / step_s));
  const auto past = static_cast<long long>(std::ceil(end_s / step_s));
  return {first, static_cast<std::size_t>(std::max(past - first, 0LL)), step_s};
}

Part steps_of(const Grid& grid, double start_s, double end_s) {
  const auto step_at = [&](double time_s) {
    const double place = std::ceil(time_s / grid.step_s) - static_cast<double>(grid.first);
    return static_cast<std::size_t>(std::clamp(place, 0.0, static_cast<double>(grid.count)));
  };
  return {step_at(start_s), step_at(end_s)};
}

std::vector<double> heart_period_course(std::span<const hrv::NnInterval> used, const Grid& grid,
                                        const Settings& settings) {
  const Covered covered(used);
  std::vector<double> course(grid.count, not_valid);
  for (std::size_t i = 0; i < grid.count; ++i) {
    const double t = grid.time_s(i);
    const auto sums = covered.within(t - grid.step_s / 2, t + grid.step_s / 2);
    if (is_valid(sums, grid.step_s, settings)) course[i] = sums.period_ms_s / sums.covered_s;
  }
  return course;
}

std::vector<double> rsa_course(std::span<const hrv::NnInterval> used, const Grid& grid,
                               const Settings& settings, const hrv::Settings& heart) {
  const Covered covered(used);
  std::vector<double> course(grid.count, not_valid);
  for (std::size_t i = 0; i < grid.count; ++i) {
    const double start_s = grid.time_s(i) - settings.window_s / 2, end_s = start_s + settings.window_s;
    if (!is_valid(covered.within(start_s, end_s), settings.window_s, settings)) continue;
    const auto power = hrv::rsa_power(used, start_s, end_s, heart);
    if (!power) continue;
    const hrv::BandPower& band = power->of(heart.rsa_beat_model);
    const double share = band.noise_share();
    if (share > heart.most_noise_taken) continue;
    course[i] = std::log(band.power_ms2 - band.noise_ms2);
  }
  return course;
}

}  // namespace attune::dyad
