// Finds the beats of one stretch of ECG without a gap.
//
// 0. What is no ECG is taken out (ecg/signal_faults.hpp). Where each value is repeated, as of an ECG of a lower rate, the
//    signal between the values is taken (dsp/repeats.hpp).
// 1. The ECG is brought to a working rate of at least 250 Hz and to two bands (ecg/working_signal.hpp).
// 2. First look: energy of the slope, gathered over a QRS's length (Pan & Tompkins 1985); its peaks are
//    candidates, the most likely path through them (ecg/beat_path.hpp) a first list of beats. Their QRS tells
//    the polarity of the lead.
// 3. The average beat and the noise between beats give a matched filter (ecg/beat_shape.hpp); peaks of its
//    output are candidates of a second look. This is repeated until the beats stay the same.
// 4. R time: parabola through the matched filter's peak, moved to the apex of the average beat; of a beat of
//    another shape, through its own apex. Such a beat is never sure: its R time is not comparable.
// 5. How like the usual beat each is: correlation of the matched filter's output with the average of the half that are
//    most like the average beat.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ecg/beats.hpp"
#include "ecg/settings.hpp"
#include "ecg/signal_faults.hpp"

namespace attune::ecg {

struct BlockResult {
  std::vector<Beat> beats;       ///< times in seconds from the block's first sample
  std::vector<char> seen_twice;  ///< of each, whether the first look found it too
  std::vector<FaultySamples> faults;
  bool inverted = false;
  bool skips_beats = false;  ///< in the middle of most intervals stands another beat: none is sure
  double value_samples = 1;  ///< samples that each value stands for (dsp/repeats.hpp)
};

/// No beats where the stretch is shorter than the filters, its rate too low, or there are fewer beats in it
/// than make an average one. `inverted`: the polarity found in an earlier block, if there was one.
BlockResult detect_block(std::span<const double> samples, double sample_rate_hz, std::optional<bool> inverted,
                         const Settings& settings);

}  // namespace attune::ecg
