// Breathing beside the heart: its rate, and how closely the heart period follows it.
//
// The visit is cut into segments of settings.breathing_segment_s, half overlapping, within the respiration's
// own stretches and where the heart has beats. In each the respiration and the NN series (cubic spline at the
// respiration's times) are stripped of their line, tapered (Hann) and scaled to unit variance, so that one
// large movement does not stand for the visit. Rate: highest mean power of respiration. Coherence: squared
// modulus of the mean cross-spectrum over both mean powers at that rate (Carter 1987, Proc IEEE 75:236).
#pragma once

#include <optional>
#include <span>

#include "hrv/nn_series.hpp"
#include "hrv/respiration.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

struct Breathing {
  double rate_hz = 0;
  std::optional<double> coherence;  ///< 0 … 1; none from fewer than settings.min_breathing_segments
};

/// None where no segment is whole, or where respiration is flat.
std::optional<Breathing> breathing(const Respiration& respiration, std::span<const NnInterval> series,
                                   const Settings& settings);

}  // namespace attune::hrv
