#include "hrv/time_domain.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "stats/t_test.hpp"

namespace attune::hrv {

double noise_in_difference_ms2(const NnInterval& before, const NnInterval& now) {
  const double first = before.start_noise_ms, middle = now.start_noise_ms, last = now.end_noise_ms;
  return first * first + 4 * middle * middle + last * last;
}

// White timing noise of SD σ adds 2σ² to the variance of intervals and 6σ² to the mean squared difference.
double sdnn_without_noise_ms(double variance_ms2, double noise_ms2) {
  return std::sqrt(std::max(0.0, variance_ms2 - noise_ms2 / 3));
}

double rmssd_without_noise_ms(double mean_square_ms2, double noise_ms2) {
  return std::sqrt(std::max(0.0, mean_square_ms2 - noise_ms2));
}

std::optional<double> percent_over(std::span<const NnInterval> series, double limit_ms) {
  int differences = 0, over = 0;
  for (std::size_t i = 1; i < series.size(); ++i) {
    if (!series[i].has_difference) continue;
    ++differences;
    if (std::abs(series[i].nn_ms - series[i - 1].nn_ms) > limit_ms) ++over;
  }
  if (differences < 2) return {};
  return 100.0 * over / differences;
}

TimeDomain time_domain(std::span<const NnInterval> series) {
  TimeDomain result;
  std::vector<double> intervals, differences;
  intervals.reserve(series.size());
  differences.reserve(series.size());
  double squared_noise = 0;  // that noise adds to the squared differences
  for (std::size_t i = 0; i < series.size(); ++i) {
    const NnInterval& now = series[i];
    if (now.measured) intervals.push_back(now.nn_ms);
    if (i == 0 || !now.has_difference) continue;
    differences.push_back(now.nn_ms - series[i - 1].nn_ms);
    squared_noise += noise_in_difference_ms2(series[i - 1], now);
  }
  result.intervals = static_cast<int>(intervals.size());
  result.differences = static_cast<int>(differences.size());
  if (intervals.empty()) return result;
  const stats::Summary of_intervals = stats::summarize(intervals);
  result.mean_nn_ms = of_intervals.mean;
  result.heart_rate_bpm = 60000 / *result.mean_nn_ms;
  if (!differences.empty()) squared_noise /= static_cast<double>(differences.size());
  result.timing_noise_ms = std::sqrt(squared_noise / 6);
  if (intervals.size() >= 2)
    result.sdnn_ms = sdnn_without_noise_ms(of_intervals.sd * of_intervals.sd, squared_noise);
  if (differences.size() < 2) return result;
  double sum = 0;
  for (const double d : differences) sum += d * d;
  const double mean_square = sum / static_cast<double>(differences.size());
  result.mean_square_ms2 = mean_square;
  result.noise_square_ms2 = squared_noise;
  result.rmssd_ms = rmssd_without_noise_ms(mean_square, squared_noise);
  result.pnn20_percent = percent_over(series, 20);
  result.pnn50_percent = percent_over(series, 50);
  const double sd_of_differences = stats::summarize(differences).sd;
  const double sd1_squared = std::max(0.0, sd_of_differences * sd_of_differences - squared_noise) / 2;
  result.sd1_ms = std::sqrt(sd1_squared);
  if (result.sdnn_ms)
    result.sd2_ms = std::sqrt(std::max(0.0, 2 * *result.sdnn_ms * *result.sdnn_ms - sd1_squared));
  return result;
}

double RmssdDoubt::error(int differences) const {
  return std::sqrt(lasting * lasting + passing * passing / std::max(1, differences));
}

std::optional<RmssdDoubt> rmssd_doubt(const TimeDomain& values, double sd_uncertainty) {
  const double noise = values.noise_square_ms2;
  const double signal = values.mean_square_ms2 - noise;
  if (!(signal > 0)) return {};
  // White noise in the times has the weights 1, −2, 1 in a difference of intervals. Correlations of its
  // differences −2/3 and 1/6: the mean square of n of them has the variance 2 (1 + 2 (4/9 + 1/36)) noise² /
  // n. Times true differences, which are correlated by −1/2 where the intervals are not: 4 (1 + 2/3) noise
  // signal / n. Half the relative error of a square is that of its root.
  RmssdDoubt doubt;
  doubt.lasting = sd_uncertainty * noise / signal;
  doubt.passing = std::sqrt(35.0 / 9 * noise * noise + 20.0 / 3 * noise * signal) / (2 * signal);
  return doubt;
}

}  // namespace attune::hrv
