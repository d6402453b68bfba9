// Peaks that may be beats, each with the log-likelihood ratio of being one.
#pragma once

#include <span>
#include <vector>

#include "ecg/beat_path.hpp"
#include "ecg/beat_shape.hpp"
#include "ecg/settings.hpp"
#include "ecg/working_signal.hpp"

namespace attune::ecg {

/// Slope energy gathered over a QRS's length, as an amplitude (Pan & Tompkins 1985).
std::vector<double> slope_energy(const WorkingSignal& working, const Settings& settings);

/// First look, before anything is known of the beats' shape: peaks of the slope energy against the usual
/// height of the higher ones around.
std::vector<Candidate> energy_candidates(std::span<const double> energy, double rate_hz,
                                         const Settings& settings);

/// With the beats' shape known: peaks of the matched filter's output, judged by their height (a beat of the
/// known shape) or by their energy (an ectopic beat of another shape), against the local noise. `beats`:
/// R times so far, in samples, to learn the usual energy from; without any there are no candidates.
std::vector<Candidate> matched_candidates(const MatchedOutput& matched, std::span<const double> energy,
                                          std::span<const double> beats, double rate_hz,
                                          const Settings& settings);

}  // namespace attune::ecg
