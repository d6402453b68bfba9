#include "hrv/lone_intervals.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "stats/quantile.hpp"

namespace attune::hrv {

namespace {

constexpr std::size_t beside = 3;

/// How an interval lies to the three on either side.
struct Around {
  std::size_t at = 0;
  double off_ms = 0;     ///< from the mean of the two next to it
  double away_ms = 0;    ///< from the median of the six
  double spread_ms = 0;  ///< of the six: the farthest from their median
};

/// Nothing where one of the seven is not measured, or the series is broken between them.
bool is_whole(std::span<const NnInterval> seven) {
  return std::all_of(seven.begin(), seven.end(), [](const NnInterval& nn) { return nn.measured; }) &&
         std::none_of(seven.begin() + 1, seven.end(), [](const NnInterval& nn) { return nn.gap_before; });
}

std::vector<Around> all_around(std::span<const NnInterval> series) {
  std::vector<Around> all;
  for (std::size_t i = beside; i + beside < series.size(); ++i) {
    if (!is_whole(series.subspan(i - beside, 2 * beside + 1))) continue;
    std::vector<double> others;
    for (std::size_t k = i - beside; k <= i + beside; ++k)
      if (k != i) others.push_back(series[k].nn_ms);
    const double usual = stats::median(others);
    const double off = series[i].nn_ms - (others[beside - 1] + others[beside]) / 2;
    const auto [low, high] = std::minmax_element(others.begin(), others.end());
    all.push_back({i, off, series[i].nn_ms - usual, std::max(usual - *low, *high - usual)});
  }
  return all;
}

}  // namespace

LoneIntervals find_lone_intervals(std::span<const NnInterval> series) {
  constexpr double scatters = 5;  // a normal heart's one interval in two millions
  std::vector<double> sizes;
  const std::vector<Around> all = all_around(series);
  for (const Around& one : all) sizes.push_back(std::abs(one.off_ms));
  const double least_ms = scatters * stats::sd_over_median_magnitude * stats::median(sizes);
  LoneIntervals found;
  std::vector<bool> is_lone(series.size(), false);
  for (const Around& one : all) {
    const double away_ms = std::abs(one.away_ms);
    if (std::min(std::abs(one.off_ms), away_ms) <= least_ms || one.spread_ms >= away_ms / 2) continue;
    is_lone[one.at] = true;
    ++found.count;
  }
  double squares = 0, lone_squares = 0;
  std::size_t differences = 0, lone_differences = 0;
  for (std::size_t i = 1; i < series.size(); ++i) {
    if (!series[i].has_difference) continue;
    const double difference = series[i].nn_ms - series[i - 1].nn_ms;
    const bool lone = is_lone[i] || is_lone[i - 1];
    ++(lone ? lone_differences : differences);
    (lone ? lone_squares : squares) += difference * difference;
  }
  const auto mean = [](double sum, std::size_t n) { return n > 0 ? sum / static_cast<double>(n) : 0; };
  const double all_square = mean(squares + lone_squares, differences + lone_differences);
  if (all_square > 0) found.part = 1 - mean(squares, differences) / all_square;
  return found;
}

}  // namespace attune::hrv
