#include "edf/columns.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace attune::edf {

void add_run(const Run& run, const Columns& columns, ColumnRange out) {
  const auto count = static_cast<std::int64_t>(columns.count);
  /// Place of sample i in units of columns.
  const double step = 1 / (run.sample_rate_hz * columns.column_s);
  const double origin = (run.start_s - columns.from_s) / columns.column_s;
  const auto place = [&](std::size_t i) { return origin + static_cast<double>(i) * step; };
  const auto put = [&](std::int64_t column, double value) {
    if (column < 0 || column >= count) return;
    const auto as_float = static_cast<float>(value);
    include(out, static_cast<std::size_t>(column), as_float, as_float);
  };
  if (columns.count == 0 || run.samples.empty()) return;
  // From the last sample before the first column on: the line to the next one enters the column.
  const double skipped = std::floor(-origin / step);
  std::size_t i = skipped > 0 ? static_cast<std::size_t>(skipped) : 0;
  for (; i < run.samples.size(); ++i) {
    const double at = place(i);
    const auto column = static_cast<std::int64_t>(std::floor(at));
    put(column, run.samples[i]);
    if (column >= count) return;
    if (i + 1 >= run.samples.size()) return;
    const double next = place(i + 1);
    const double rise = (run.samples[i + 1] - run.samples[i]) / (next - at);
    const auto last = std::min<std::int64_t>(static_cast<std::int64_t>(std::floor(next)), count);
    for (auto border = std::max<std::int64_t>(column + 1, 0); border <= last; ++border) {
      const double value = run.samples[i] + rise * (static_cast<double>(border) - at);
      put(border - 1, value);
      put(border, value);
    }
  }
}

}  // namespace attune::edf
