#include "hrv/respiration.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace attune::hrv {

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
