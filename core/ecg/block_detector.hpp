// Finds the beats of one stretch of ECG without a gap.
//
// 1. The ECG is band-passed to the QRS band (no delay) at a working rate of at least 250 Hz.
// 2. First look: energy of the slope, gathered over a QRS's length (Pan & Tompkins 1985); its peaks are
//    candidates, the most likely path through them (ecg/beat_path.hpp) a first list of beats.
// 3. The beats are averaged into a template; its sign tells the polarity of the lead.
// 4. Second look: correlation with the template; again the most likely path.
// 5. R time: parabola through the apex of the band-passed ECG.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "ecg/beats.hpp"
#include "ecg/settings.hpp"

namespace attune::ecg {

struct BlockResult {
  std::vector<Beat> beats;  ///< times in seconds from the block's first sample
  double quality = 0;
  bool inverted = false;
};

/// `inverted`: the polarity found in an earlier block, if there was one.
BlockResult detect_block(std::span<const double> samples, double sample_rate_hz, std::optional<bool> inverted,
                         const Settings& settings);

}  // namespace attune::ecg
