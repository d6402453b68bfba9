#include "stats/quantile.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace attune::stats {

double quantile(std::span<const double> sample, double q) {
  if (sample.empty()) return 0;
  std::vector<double> values(sample.begin(), sample.end());
  const double place = std::clamp(q, 0.0, 1.0) * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(place);
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double low = values[static_cast<std::size_t>(below)];
  if (static_cast<std::size_t>(below) + 1 == values.size()) return low;
  const double high = *std::min_element(values.begin() + below + 1, values.end());
  return low + (place - static_cast<double>(below)) * (high - low);
}

double quantile_of_sorted(std::span<const double> sample, double q) {
  if (sample.empty()) return 0;
  const double place = std::clamp(q, 0.0, 1.0) * static_cast<double>(sample.size() - 1);
  const auto below = static_cast<std::size_t>(place);
  if (below + 1 == sample.size()) return sample[below];
  return sample[below] + (place - static_cast<double>(below)) * (sample[below + 1] - sample[below]);
}

double median(std::span<const double> sample) {
  return quantile(sample, 0.5);
}

RobustSummary robust_summary(std::span<const double> sample) {
  RobustSummary robust{median(sample), 0};
  std::vector<double> deviations;
  double largest = 0;
  for (const double value : sample) {
    deviations.push_back(std::abs(value - robust.median));
    largest = std::max(largest, std::abs(value));
  }
  robust.sd = sd_over_median_magnitude * median(deviations);
  constexpr double rounding = 1e-12;  // differences of equal steps are not equal to the last digits
  if (robust.sd <= rounding * largest) robust.sd = 0;
  return robust;
}

double quartile_deviation(std::span<const double> sample) {
  return (quantile(sample, 0.75) - quantile(sample, 0.25)) / 2;
}

}  // namespace attune::stats
