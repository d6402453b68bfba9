// How a viewer asks for a trace, and what it gets: equal columns of time, one for each pixel or so, and in
// each the lowest and the highest value that the trace takes there.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include "edf/recording.hpp"

namespace attune::edf {

/// Columns [from_s + i × column_s, from_s + (i + 1) × column_s), seconds from the first sample.
struct Columns {
  double from_s = 0;
  double column_s = 0;
  std::size_t count = 0;

  double end_s() const { return from_s + static_cast<double>(count) * column_s; }
};

/// Lowest and highest value in each column, in turn: 2 × count values, NaN where nothing was recorded.
using ColumnRange = std::span<float>;

inline constexpr float nothing_recorded = std::numeric_limits<float>::quiet_NaN();

/// Widens column `at` to hold a value.
inline void include(ColumnRange columns, std::size_t at, float low, float high) {
  float& lowest = columns[2 * at];
  float& highest = columns[2 * at + 1];
  // Written so that a column of NaN takes the value.
  if (!(lowest <= low)) lowest = low;
  if (!(highest >= high)) highest = high;
}

/// A stretch of one signal's samples without a gap.
struct Run {
  double start_s = 0;  ///< of the first sample
  double sample_rate_hz = 0;
  std::vector<double> samples;
};

/// Widens the columns by the range of the run's trace, samples joined by straight lines: neighbouring columns
/// meet in the value at their border, and a column between two samples holds a piece of the line.
void add_run(const Run& run, const Columns& columns, ColumnRange out);

}  // namespace attune::edf
