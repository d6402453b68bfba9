// Where a visit's beats come from: a list that the user adds, else the best ECG channel, else annotations
// that mark beats. Whatever the source, the beats are then edited and measured the same way.
#pragma once

#include <string>

#include "ecg/beat_stream.hpp"
#include "report/recording_stream.hpp"
#include "report/report.hpp"

namespace attune::report {

struct HeartSource {
  words::Text name;    ///< channel label, "list of beats", "annotations"; empty: none
  words::Text reason;  ///< why there is none
  ecg::EcgFeatures features;
  const Lead* lead = nullptr;  ///< the channel, if it is one
};

/// The ECG channel wanted by its number in the header, else that with the best beats; null if there is none.
const Lead* best_lead(const std::vector<Lead>& leads, std::optional<int> wanted = {});

HeartSource heart_source(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings);

}  // namespace attune::report
