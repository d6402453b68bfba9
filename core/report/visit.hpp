// From one recording's features to everything measured in it.
#pragma once

#include "report/recording_stream.hpp"
#include "report/report.hpp"

namespace attune::report {

/// Measures one visit. Decides on features only, so it is quick and can be called again for other settings.
Visit measure_visit(const RecordingFeatures& features, const VisitOptions& options, const Settings& settings);

}  // namespace attune::report
