#include "ecg/r_peak.hpp"

#include <algorithm>
#include <cmath>

#include "dsp/filter.hpp"
#include "ecg/working_signal.hpp"

namespace attune::ecg {

std::ptrdiff_t extreme_near(std::span<const double> x, double place, std::ptrdiff_t reach, double sign) {
  const auto n = std::ssize(x);
  if (n < 3) return 0;
  const auto centre = std::clamp<std::ptrdiff_t>(std::llround(place), 1, n - 2);
  auto best = centre;
  for (auto i = std::max<std::ptrdiff_t>(1, centre - reach); i <= std::min(n - 2, centre + reach); ++i) {
    if (sign * x[static_cast<std::size_t>(i)] > sign * x[static_cast<std::size_t>(best)]) best = i;
  }
  return best;
}

double apex_place(std::span<const double> x, std::ptrdiff_t at) {
  if (at < 1 || at + 1 >= std::ssize(x)) return static_cast<double>(at);
  const auto i = static_cast<std::size_t>(at);
  return static_cast<double>(at) + dsp::parabola_offset(x[i - 1], x[i], x[i + 1]);
}

std::optional<double> r_peak_near(std::span<const double> samples, double sample_rate_hz, double time_s,
                                  bool inverted, const Settings& settings) {
  const auto working = working_signal(samples, sample_rate_hz, settings);
  if (!working || working->qrs.size() < 3) return {};
  const WorkingSignal& w = *working;
  const double sign = inverted ? -1 : 1;
  const auto reach = static_cast<std::ptrdiff_t>(settings.evidence.apex_reach_ms / 1000 * w.rate_hz);
  const auto at = extreme_near(w.qrs, time_s * w.rate_hz, reach, sign);
  const auto i = static_cast<std::size_t>(at);
  const bool peak =
      sign * w.qrs[i] > 0 && sign * w.qrs[i] >= sign * w.qrs[i - 1] && sign * w.qrs[i] >= sign * w.qrs[i + 1];
  if (!peak) return {};
  return apex_place(w.qrs, at) / w.rate_hz;
}

}  // namespace attune::ecg
