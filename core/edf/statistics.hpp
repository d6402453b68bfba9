// Extremes, mean and spread of every signal, exact in the digital values: sums are integers, so that neither
// order nor length of a recording matters.
#pragma once

#include <cstdint>
#include <vector>

#include "base/result.hpp"
#include "edf/reader.hpp"

namespace attune::edf {

struct SignalStatistics {
  std::uint64_t samples = 0;
  std::int32_t digital_min = 0;
  std::int32_t digital_max = 0;
  double digital_mean = 0;
  double digital_sd = 0;  ///< population: over n, not n - 1
  std::uint64_t outside_digital_range = 0;

  /// In the signal's physical unit.
  double min(const Signal& signal) const;
  double max(const Signal& signal) const;
  double mean(const Signal& signal) const { return signal.gain * digital_mean + signal.offset; }
  double sd(const Signal& signal) const;
};

class Statistics {
 public:
  /// Takes every signal of a record.
  void add(const Record& record);
  std::vector<SignalStatistics> results() const;

 private:
  struct Sums {
    std::uint64_t samples = 0;
    std::int32_t min = 0, max = 0;
    std::int64_t sum = 0;
    double mean = 0, squares = 0;  ///< of departures from the mean (Chan, Golub & LeVeque 1979)
    std::uint64_t outside = 0;
  };
  std::vector<Sums> sums_;
  std::vector<std::int32_t> buffer_;
};

/// What the samples show that the header does not: values outside the digital range (W_OUTSIDE_RANGE).
std::vector<Diagnostic> diagnose_samples(const Header& header,
                                         const std::vector<SignalStatistics>& statistics);

}  // namespace attune::edf
