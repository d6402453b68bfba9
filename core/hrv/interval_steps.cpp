#include "hrv/interval_steps.hpp"

#include <algorithm>

namespace attune::hrv {

double interval_step_ms(std::vector<double> intervals_ms) {
  constexpr std::size_t fewest = 100;
  constexpr std::size_t fewest_apart = 4;  // of a few values the distance is the heart's, or a test's
  constexpr double same_ms = 0.05;         // as differences of times written with few digits come out
  if (intervals_ms.size() < fewest) return 0;
  std::sort(intervals_ms.begin(), intervals_ms.end());
  double step_ms = 0;
  std::size_t values = 1;
  for (std::size_t i = 1; i < intervals_ms.size(); ++i) {
    const double apart_ms = intervals_ms[i] - intervals_ms[i - 1];
    if (apart_ms <= same_ms) continue;
    ++values;
    if (step_ms == 0 || apart_ms < step_ms) step_ms = apart_ms;
  }
  return values < fewest_apart ? 0 : step_ms;
}

}  // namespace attune::hrv
