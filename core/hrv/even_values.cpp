#include "hrv/even_values.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace attune::hrv {

namespace {

constexpr std::size_t fewest_values = 100;

}  // namespace

bool are_even(std::span<const double> times, double but_step) {
  constexpr double tolerance =
      0.005;  // of a step, as times are rounded; hearts are off by more within a few beats
  if (times.size() < fewest_values) return false;
  const double step = (times.back() - times.front()) / static_cast<double>(times.size() - 1);
  if (!(step > 0) || (but_step > 0 && std::abs(step - but_step) < tolerance * but_step)) return false;
  for (std::size_t i = 0; i < times.size(); ++i)
    if (std::abs(times[i] - times.front() - static_cast<double>(i) * step) > tolerance * step) return false;
  return true;
}

bool are_held(std::span<const double> intervals) {
  constexpr double least_twice = 0.25;
  if (intervals.size() < fewest_values) return false;
  double step = 0;
  std::size_t twice = 0, near = 0;
  const auto apart = [&](std::size_t i) { return std::abs(intervals[i] - intervals[i - 1]); };
  for (std::size_t i = 1; i < intervals.size(); ++i)
    if (apart(i) > 0 && (step == 0 || apart(i) < step)) step = apart(i);
  if (step == 0) return false;  // all are one value, as in a test
  for (std::size_t i = 1; i < intervals.size(); ++i) {
    twice += apart(i) == 0 ? 1 : 0;
    near += apart(i) > 0 && apart(i) < 1.5 * step ? 1 : 0;
  }
  return static_cast<double>(twice) > least_twice * static_cast<double>(intervals.size()) && 2 * near < twice;
}

}  // namespace attune::hrv
