#include "dsp/spline.hpp"

#include <cstddef>

namespace attune::dsp {

namespace {

/// Second derivatives at the points; zero at both ends (Thomas algorithm on the tridiagonal system).
std::vector<double> second_derivatives(std::span<const double> x, std::span<const double> y) {
  const std::size_t n = x.size();
  std::vector<double> second(n, 0.0);
  std::vector<double> upper(n, 0.0);
  for (std::size_t i = 1; i + 1 < n; ++i) {
    const double left = x[i] - x[i - 1];
    const double right = x[i + 1] - x[i];
    const double slope_change = 6 * ((y[i + 1] - y[i]) / right - (y[i] - y[i - 1]) / left);
    const double pivot = 2 * (left + right) - left * upper[i - 1];
    upper[i] = right / pivot;
    second[i] = (slope_change - left * second[i - 1]) / pivot;
  }
  for (std::size_t i = n - 1; i-- > 1;) second[i] -= upper[i] * second[i + 1];
  return second;
}

}  // namespace

std::vector<double> cubic_spline(std::span<const double> x, std::span<const double> y,
                                 std::span<const double> at) {
  if (x.empty()) return std::vector<double>(at.size(), 0.0);
  if (x.size() == 1) return std::vector<double>(at.size(), y[0]);
  const std::vector<double> second = second_derivatives(x, y);
  std::vector<double> result;
  result.reserve(at.size());
  std::size_t i = 0;
  for (const double place : at) {
    if (place <= x.front()) {
      result.push_back(y.front());
      continue;
    }
    if (place >= x.back()) {
      result.push_back(y.back());
      continue;
    }
    while (x[i + 1] < place) ++i;
    const double width = x[i + 1] - x[i];
    const double a = (x[i + 1] - place) / width;
    const double b = 1 - a;
    result.push_back(a * y[i] + b * y[i + 1] +
                     ((a * a * a - a) * second[i] + (b * b * b - b) * second[i + 1]) * width * width / 6);
  }
  return result;
}

}  // namespace attune::dsp
