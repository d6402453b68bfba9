// The parts of the protocol of one recording: from its annotations and from those codes of its Status channel that the
// settings name ("status 2"), with what a careful technician would ask about them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "edf/marks.hpp"
#include "edf/phases.hpp"
#include "edf/recording.hpp"
#include "edf/triggers.hpp"

namespace attune::edf {

/// A change of the Status channel to a code.
struct StatusCode {
  double onset_s = 0;
  std::uint32_t code = 0;

  static constexpr const char* type_name = "StatusCode";
  static constexpr auto fields() {
    return std::array{field<&StatusCode::onset_s>("onset_s", "When, seconds from the first sample."),
                      field<&StatusCode::code>("code", "The code of the trigger lines.")};
  }
};

struct RecordedPhases {
  std::vector<Phase> phases;      ///< as find_phases gives them
  std::vector<StatusCode> codes;  ///< where no phase is known: codes that may begin parts
  std::vector<Diagnostic>
      diagnostics;  ///< W_PHASE_MARK, W_PHASE_CUT, W_PHASES_OVERLAP, W_PHASES_MANY, N_STATUS_CODES, N_MARKS_UNKNOWN
};

/// `end_s`: of the recording. A phase without duration ends, and that is said, at a short point mark of unknown meaning
/// too, which may begin the next part; what `marks` knows as a pause or a fault is none.
RecordedPhases find_recorded_phases(std::span<const Annotation> annotations,
                                    std::span<const TriggerEvent> events, double end_s,
                                    const PhaseSettings& phases, const MarkSettings& marks);

}  // namespace attune::edf
