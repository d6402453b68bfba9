// What automatic editing (ecg/edit.hpp) would not suspect an interval for: the band that a screen draws round a beat's interval.
#pragma once

#include <optional>
#include <vector>

#include "ecg/edit.hpp"

namespace attune::ecg {

/// Before anything is edited: an interval that ends at a beat, as found or as set by hand, and between which limits it is
/// not suspected. Suspected is one that differs from the interval before it by settings.editing.suspect_scatters usual changes or
/// more; it is edited only where that makes the rhythm likelier. In this first round no beat is edited that is further than
/// settings.editing.most_taken_out + 1 beats from a suspected interval, unless a beat's shape is another. Later rounds form the
/// limits anew from what is left.
struct IntervalLimits {
  double end_s = 0;  ///< where the beat that ends it was found or set
  double interval_ms = 0;
  std::optional<double> low_ms,
      high_ms;  ///< none: it is the first of its run, or its run is too short to be edited
};

/// By time: every interval of the runs that editing looks at.
std::vector<IntervalLimits> interval_limits(const EcgFeatures& features, const std::vector<BeatEdit>& manual,
                                            const Settings& settings);

}  // namespace attune::ecg
