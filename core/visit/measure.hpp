// From one recording's features, and what was coded beside it, to everything measured at a visit.
#pragma once

#include <string>
#include <vector>

#include "eeg/memory.hpp"
#include "hrv/memory.hpp"
#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// Measures one visit. Decides on features only, so it is quick and can be called again for other settings.
Visit measure_visit(const RecordingFeatures& features, const VisitOptions& options, const Settings& settings);

/// What brain and heart of one recording came to, and from what.
struct VisitMemory {
  template <class T>
  struct Kept {
    std::string inputs;  ///< all that it rests on beside the recording, as text; empty: nothing is remembered
    T result;
  };
  /// The last two: beside the settings in use a page asks for the defaults.
  template <class T>
  struct Part {
    Kept<T> last, before;
  };
  Part<eeg::Metrics> brain;
  eeg::Memory windows;                 ///< of the brain
  Part<std::vector<ecg::Beat>> beats;  ///< as edited
  Part<hrv::Metrics> heart;
  hrv::Memory stretches;  ///< of the heart
};

/// The same for a recording that is measured again and again: a changed setting of the brain does not form
/// the heart anew, nor the other way round. `memory` is of this recording alone.
Visit measure_visit(const RecordingFeatures& features, const VisitOptions& options, const Settings& settings,
                    VisitMemory& memory);

/// A visit without any recording, with a coding or only scores: heart and brain say that there is none.
Visit visit_without_recording(const VisitOptions& options, const Settings& settings);

}  // namespace attune::visit
