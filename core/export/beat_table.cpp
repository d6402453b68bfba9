#include "export/beat_table.hpp"

#include <algorithm>

namespace attune::exports {

std::vector<BeatRow> beat_rows(const report::Report& report) {
  std::vector<BeatRow> rows;
  for (const visit::Visit& visit : report.visits) {
    const hrv::Tachogram& of = visit.heart.tachogram;
    // A report that was saved may hold lists of any length.
    const std::size_t beats =
        std::min({of.time_s.size(), of.nn_ms.size(), of.edited.size(), of.gap_before.size()});
    for (std::size_t i = 0; i < beats; ++i)
      rows.push_back(
          {report.participant, visit.label, of.time_s[i], of.nn_ms[i], of.edited[i], of.gap_before[i]});
  }
  return rows;
}

}  // namespace attune::exports
