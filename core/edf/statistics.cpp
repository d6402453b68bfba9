#include "edf/statistics.hpp"

#include <algorithm>
#include <cmath>

#include "edf/diagnostics.hpp"

namespace attune::edf {

double SignalStatistics::min(const Signal& signal) const {
  return signal.gain * (signal.gain < 0 ? digital_max : digital_min) + signal.offset;
}
double SignalStatistics::max(const Signal& signal) const {
  return signal.gain * (signal.gain < 0 ? digital_min : digital_max) + signal.offset;
}
double SignalStatistics::sd(const Signal& signal) const {
  return std::abs(signal.gain) * digital_sd;
}

void Statistics::add(const Record& record) {
  const Header& header = record.header;
  if (sums_.empty()) sums_.resize(header.signals.size());
  // A block's sums stay exact in 64 bits: 2^16 squares of 2^25 differences.
  constexpr std::size_t block = std::size_t{1} << 12;
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const Signal& signal = header.signals[i];
    buffer_.resize(static_cast<std::size_t>(signal.samples_per_record));
    record.digital(i, buffer_);
    const auto low = std::min(signal.digital_min, signal.digital_max);
    const auto high = std::max(signal.digital_min, signal.digital_max);
    Sums& sums = sums_[i];
    for (std::size_t at = 0; at < buffer_.size(); at += block) {
      const auto part = std::span(buffer_).subspan(at, std::min(block, buffer_.size() - at));
      const std::int32_t first = part.front();
      std::int32_t least = first, most = first;
      std::int64_t sum = 0, squares = 0;
      for (const std::int32_t sample : part) {
        least = std::min(least, sample);
        most = std::max(most, sample);
        const std::int64_t departure = static_cast<std::int64_t>(sample) - first;
        sum += departure;
        squares += departure * departure;
      }
      if (least < low || most > high)
        for (const std::int32_t sample : part) sums.outside += sample < low || sample > high ? 1 : 0;
      if (sums.samples == 0) sums.min = least, sums.max = most;
      sums.min = std::min(sums.min, least);
      sums.max = std::max(sums.max, most);
      const auto count = static_cast<double>(part.size()), before = static_cast<double>(sums.samples);
      const double mean = first + static_cast<double>(sum) / count;
      const double own =
          static_cast<double>(squares) - static_cast<double>(sum) * (static_cast<double>(sum) / count);
      const double shift = mean - sums.mean;
      sums.squares += own + shift * shift * before * count / (before + count);
      sums.mean += shift * count / (before + count);
      sums.sum += sum + static_cast<std::int64_t>(part.size()) * first;
      sums.samples += part.size();
    }
  }
}

std::vector<SignalStatistics> Statistics::results() const {
  std::vector<SignalStatistics> out;
  for (const Sums& sums : sums_) {
    SignalStatistics result{sums.samples, sums.min, sums.max, 0, 0, sums.outside};
    if (sums.samples > 0) {
      result.digital_mean = static_cast<double>(sums.sum) / static_cast<double>(sums.samples);
      result.digital_sd = std::sqrt(std::max(0.0, sums.squares / static_cast<double>(sums.samples)));
    }
    out.push_back(result);
  }
  return out;
}

std::vector<Diagnostic> diagnose_samples(const Header& header,
                                         const std::vector<SignalStatistics>& statistics) {
  std::uint64_t count = 0;
  std::vector<std::size_t> signals;
  for (std::size_t i = 0; i < statistics.size() && i < header.signals.size(); ++i) {
    const Signal& signal = header.signals[i];
    if (signal.kind == ChannelKind::annotation || !signal.calibrated) continue;
    if (statistics[i].outside_digital_range == 0) continue;
    count += statistics[i].outside_digital_range;
    signals.push_back(i);
  }
  Findings findings;
  if (count > 0)
    findings.add<Finding::outside_digital_range>({{"count", count}},
                                                 where_signals(signals, labels_of(header)));
  return findings.list();
}

}  // namespace attune::edf
