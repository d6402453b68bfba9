// Calibration signals that no mark of the recording tells.
#pragma once

#include "visit/recording_stream.hpp"

namespace attune::visit {

/// Leaves out what holds a calibration signal without a mark that says so. Diagnostic: W_CALIBRATION.
void mark_calibration(RecordingFeatures& features, const Settings& settings);

}  // namespace attune::visit
