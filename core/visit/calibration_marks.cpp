#include "visit/calibration_marks.hpp"

#include <algorithm>

#include "base/sort_by.hpp"
#include "eeg/calibration.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {

void mark_calibration(RecordingFeatures& features, const Settings& settings) {
  if (!settings.marks.leave_out || features.segments.empty()) return;
  const double end_s = features.segments.back().end_s;
  std::vector<edf::MarkedStretch>& marked = features.marks.marked;
  const std::vector<edf::MarkedStretch> known = marked;
  for (const eeg::Features& group : features.eeg)
    for (const Interval& found : eeg::calibration_stretches(group, settings.eeg)) {
      const Interval stretch{found.start_s, std::min(found.end_s, end_s)};
      const bool is_known = std::any_of(known.begin(), known.end(), [&](const edf::MarkedStretch& one) {
        return one.kind == edf::MarkKind::calibration && stretch.overlaps(one.start_s, one.end_s);
      });
      if (is_known) continue;
      marked.push_back({stretch.start_s, stretch.end_s, edf::MarkKind::calibration});
      features.diagnostics.push_back(
          {"W_CALIBRATION", Severity::warning,
           words::say<"recording.calibration">({{"channels", group.channels.size()},
                                                {"start", words::duration(stretch.start_s)},
                                                {"time", words::duration(stretch.duration_s())}}),
           group.channels.front().info().label, ""});
    }
  sort_by(marked, &edf::MarkedStretch::start_s);
}

}  // namespace attune::visit
