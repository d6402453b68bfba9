// The beats of a report as a table of their own, one line an NN interval, for programs that compute from intervals: they are
// more lines than all other numbers together.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"
#include "report/report.hpp"

namespace attune::exports {

struct BeatRow {
  std::string participant, visit;
  double time_s = 0, nn_ms = 0;
  bool edited = false, gap_before = false;

  static constexpr const char* type_name = "BeatRow";
  static constexpr auto fields() {
    using B = BeatRow;
    return std::array{
        field<&B::participant>("participant", "Code of the infant, as entered; none: none was."),
        field<&B::visit>("visit", "Which visit."),
        field<&B::time_s>("time_s", "Time of the interval's second beat: seconds from the first sample."),
        field<&B::nn_ms>("nn_ms", "NN interval in ms, after editing."),
        field<&B::edited>("edited", "Whether editing changed a beat of the interval."),
        field<&B::gap_before>("gap_before", "Whether the series is broken before this interval.")};
  }
};

/// In order of visits and time.
std::vector<BeatRow> beat_rows(const report::Report& report);

}  // namespace attune::exports
