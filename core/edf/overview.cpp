#include "edf/overview.hpp"

#include <algorithm>
#include <cmath>

namespace attune::edf {

namespace {

constexpr double finest_bin_s = 1.0 / 64;  // two pixels of a view of 20 s
constexpr std::size_t children = 4;        // bins of one level in a bin of the next

bool is_drawn(const Signal& signal) {
  return signal.kind != ChannelKind::annotation && signal.samples_per_record > 0 && signal.sample_rate_hz > 0;
}

std::size_t samples_in(double bin_s, const Signal& signal) {
  return static_cast<std::size_t>(std::max(1.0, std::round(bin_s * signal.sample_rate_hz)));
}

/// Finest bins of a signal; those of all levels above come to a third of them.
double bins_of(const Header& header, const Signal& signal, double bin_s) {
  return std::ceil(static_cast<double>(header.records) * static_cast<double>(signal.samples_per_record) /
                   static_cast<double>(samples_in(bin_s, signal)));
}

double bytes_needed(const Header& header, double bin_s, std::size_t bin_bytes) {
  double bins = 0;
  for (const Signal& signal : header.signals)
    if (is_drawn(signal)) bins += bins_of(header, signal, bin_s) * 4 / 3 + 64;
  return bins * static_cast<double>(bin_bytes);
}

}  // namespace

Overview::Overview(const Header& header, std::size_t most_bytes) {
  double longest_s = 0;
  for (const Signal& signal : header.signals)
    if (is_drawn(signal))
      longest_s =
          std::max(longest_s, static_cast<double>(header.records) *
                                  static_cast<double>(signal.samples_per_record) / signal.sample_rate_hz);
  double bin_s = finest_bin_s;
  while (bytes_needed(header, bin_s, sizeof(Bin)) > static_cast<double>(most_bytes) && bin_s < longest_s)
    bin_s *= 2;
  if (longest_s <= 0 || bytes_needed(header, bin_s, sizeof(Bin)) > static_cast<double>(most_bytes)) return;
  bin_s_ = bin_s;
  pyramids_.resize(header.signals.size());
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const Signal& signal = header.signals[i];
    if (!is_drawn(signal)) continue;
    pyramids_[i].bin_samples = samples_in(bin_s, signal);
    pyramids_[i].levels.emplace_back().reserve(static_cast<std::size_t>(bins_of(header, signal, bin_s)));
    samples_.resize(std::max(samples_.size(), static_cast<std::size_t>(signal.samples_per_record)));
  }
}

void Overview::close_bin(const Signal& signal, Pyramid& pyramid) {
  const auto at = [&](std::int32_t digital) {
    return static_cast<float>(signal.gain * static_cast<double>(digital) + signal.offset);
  };
  const float a = at(pyramid.low), b = at(pyramid.high);
  pyramid.levels[0].push_back({std::min(a, b), std::max(a, b)});  // a negative gain swaps them
  pyramid.filled = 0;
}

void Overview::add(const Record& record) {
  for (std::size_t i = 0; i < pyramids_.size(); ++i) {
    Pyramid& pyramid = pyramids_[i];
    if (pyramid.bin_samples == 0) continue;
    const Signal& signal = record.header.signals[i];
    const auto count = static_cast<std::size_t>(signal.samples_per_record);
    record.digital(i, std::span(samples_).first(count));
    for (std::size_t at = 0; at < count;) {
      const std::size_t end = std::min(count, at + pyramid.bin_samples - pyramid.filled);
      std::int32_t low = pyramid.filled > 0 ? pyramid.low : samples_[at];
      std::int32_t high = pyramid.filled > 0 ? pyramid.high : samples_[at];
      for (std::size_t k = at; k < end; ++k) {
        low = std::min(low, samples_[k]);
        high = std::max(high, samples_[k]);
      }
      pyramid.low = low;
      pyramid.high = high;
      pyramid.filled += end - at;
      at = end;
      if (pyramid.filled == pyramid.bin_samples) close_bin(signal, pyramid);
    }
  }
}

void Overview::finish(const Header& header) {
  for (std::size_t i = 0; i < pyramids_.size(); ++i) {
    Pyramid& pyramid = pyramids_[i];
    if (pyramid.bin_samples == 0) continue;
    if (pyramid.filled > 0) close_bin(header.signals[i], pyramid);
    while (pyramid.levels.back().size() > children) {
      const std::vector<Bin>& below = pyramid.levels.back();
      std::vector<Bin> level((below.size() + children - 1) / children);
      for (std::size_t b = 0; b < below.size(); ++b) {
        Bin& bin = level[b / children];
        if (!(bin.low <= below[b].low)) bin.low = below[b].low;
        if (!(bin.high >= below[b].high)) bin.high = below[b].high;
      }
      pyramid.levels.push_back(std::move(level));
    }
  }
  samples_ = {};
}

std::size_t Overview::bytes() const {
  std::size_t bins = 0;
  for (const Pyramid& pyramid : pyramids_)
    for (const auto& level : pyramid.levels) bins += level.capacity();
  return bins * sizeof(Bin);
}

/// The range of finest bins [from, to), by the fewest bins of all levels.
Overview::Bin Overview::range_of(const Pyramid& pyramid, std::size_t from, std::size_t to) {
  Bin range;
  to = std::min(to, pyramid.levels[0].size());
  while (from < to) {
    std::size_t level = 0, width = 1;
    while (level + 1 < pyramid.levels.size() && from % (width * children) == 0 &&
           from + width * children <= to) {
      ++level;
      width *= children;
    }
    const Bin& bin = pyramid.levels[level][from / width];
    if (!(range.low <= bin.low)) range.low = bin.low;
    if (!(range.high >= bin.high)) range.high = bin.high;
    from += width;
  }
  return range;
}

void Overview::columns(const Header& header, std::span<const Segment> segments, std::size_t signal,
                       const Columns& wanted, ColumnRange out) const {
  std::fill(out.begin(), out.end(), nothing_recorded);
  if (signal >= pyramids_.size() || pyramids_[signal].bin_samples == 0 || wanted.column_s <= 0) return;
  const Pyramid& pyramid = pyramids_[signal];
  const auto per_record = static_cast<std::uint64_t>(header.signals[signal].samples_per_record);
  const double rate_hz = header.signals[signal].sample_rate_hz;
  for (const Segment& segment : segments) {
    const double start_s = seconds(segment.onset);
    const auto samples = static_cast<double>(segment.records * per_record);
    const double end_s = start_s + samples / rate_hz;
    if (end_s <= wanted.from_s || start_s >= wanted.end_s()) continue;
    const double first = std::max(0.0, std::floor((start_s - wanted.from_s) / wanted.column_s));
    const double last =
        std::min(static_cast<double>(wanted.count), std::ceil((end_s - wanted.from_s) / wanted.column_s));
    for (double column = first; column < last; ++column) {
      const double from_s = wanted.from_s + column * wanted.column_s - start_s;
      const double from = std::clamp(std::floor(from_s * rate_hz), 0.0, samples - 1);
      const double to = std::clamp(std::ceil((from_s + wanted.column_s) * rate_hz), from + 1, samples);
      const std::uint64_t base = segment.first_record * per_record;
      const Bin range = range_of(
          pyramid, static_cast<std::size_t>((base + static_cast<std::uint64_t>(from)) / pyramid.bin_samples),
          static_cast<std::size_t>((base + static_cast<std::uint64_t>(to) - 1) / pyramid.bin_samples + 1));
      if (!std::isnan(range.low)) include(out, static_cast<std::size_t>(column), range.low, range.high);
    }
  }
}

}  // namespace attune::edf
