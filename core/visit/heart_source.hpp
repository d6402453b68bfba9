// Where a visit's beats come from: a list that the user adds, else the best ECG channel, else annotations
// that mark beats. Whatever the source, the beats are then edited and measured the same way. Of several channels that
// of which the label says that it is the infant's is the best, else that with the surest beats; the difference of two
// electrodes is taken where either alone is poor.
#pragma once

#include <string>
#include <vector>

#include "ecg/beat_stream.hpp"
#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

struct HeartSource {
  words::Text name;    ///< channel label, "list of beats", "annotations"; empty: none
  words::Text reason;  ///< why there is none
  ecg::EcgFeatures features;
  const Lead* lead = nullptr;           ///< the channel, or the difference of two, if it is one
  std::vector<Diagnostic> diagnostics;  ///< of the choice: N_ECG_DIFFERENCE, W_TWO_HEARTS
};

HeartSource heart_source(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings);

}  // namespace attune::visit
