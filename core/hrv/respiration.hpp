// Breathing: a copy of the respiration channel at a low rate, kept while the recording is read.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/interval.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// Breathing at a low rate. Samples of all segments one after the other; the signal's unit means nothing.
struct Respiration {
  double rate_hz = 0;
  std::vector<Interval> segments;  ///< in time
  std::vector<std::size_t> first;  ///< index of each segment's first sample
  std::vector<double> samples;
};

/// What of it lies in these stretches, each a segment of its own.
Respiration only_within(const Respiration& respiration, std::span<const Interval> stretches);

/// Decimates while reading: each kept sample is the mean of the whole samples it stands for.
class RespirationStream {
 public:
  /// Keeps at least settings.breathing_kept_hz, or what there is.
  RespirationStream(double sample_rate_hz, const Settings& settings);

  void begin_segment(double start_s);
  void push(std::span<const double> samples);
  Respiration finish();

 private:
  std::size_t block_ = 1;  ///< samples a kept one stands for
  double sum_ = 0;
  std::size_t count_ = 0;
  Respiration result_;
};

}  // namespace attune::hrv
