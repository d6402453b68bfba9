#include "hrv/respiration.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::hrv {

Respiration only_within(const Respiration& respiration, std::span<const Interval> stretches) {
  Respiration kept;
  kept.rate_hz = respiration.rate_hz;
  for (std::size_t s = 0; s < respiration.segments.size(); ++s) {
    const std::size_t first = respiration.first[s];
    const std::size_t end =
        s + 1 < respiration.first.size() ? respiration.first[s + 1] : respiration.samples.size();
    const double start_s = respiration.segments[s].start_s;
    const auto sample_from = [&](double time_s) {  // the first that begins at this time or later
      const double samples = std::ceil((time_s - start_s) * respiration.rate_hz - 1e-6);
      return first + static_cast<std::size_t>(std::clamp(samples, 0.0, static_cast<double>(end - first)));
    };
    for (const Interval& stretch : stretches) {
      const std::size_t from = sample_from(stretch.start_s), to = sample_from(stretch.end_s);
      if (from >= to) continue;
      const auto time_of = [&](std::size_t sample) {
        return start_s + static_cast<double>(sample - first) / respiration.rate_hz;
      };
      kept.segments.push_back({time_of(from), time_of(to)});
      kept.first.push_back(kept.samples.size());
      const auto samples = respiration.samples.begin();
      kept.samples.insert(kept.samples.end(), samples + static_cast<std::ptrdiff_t>(from),
                          samples + static_cast<std::ptrdiff_t>(to));
    }
  }
  return kept;
}

RespirationStream::RespirationStream(double sample_rate_hz, const Settings& settings) {
  const double samples = std::floor(sample_rate_hz / settings.breathing_kept_hz);
  block_ = samples > 1 ? static_cast<std::size_t>(samples) : 1;
  result_.rate_hz = sample_rate_hz / static_cast<double>(block_);
}

void RespirationStream::begin_segment(double start_s) {
  sum_ = 0;
  count_ = 0;
  result_.segments.push_back({start_s, start_s});
  result_.first.push_back(result_.samples.size());
}

void RespirationStream::push(std::span<const double> samples) {
  if (result_.segments.empty()) begin_segment(0);
  for (const double sample : samples) {
    sum_ += std::isfinite(sample) ? sample : 0;
    if (++count_ < block_) continue;
    result_.samples.push_back(sum_ / static_cast<double>(block_));
    result_.segments.back().end_s += 1 / result_.rate_hz;
    sum_ = 0;
    count_ = 0;
  }
}

Respiration RespirationStream::finish() {
  return std::exchange(result_, {});
}

}  // namespace attune::hrv
