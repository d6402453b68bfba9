// Breathing beside the heart: its rate, how sure that is, and how closely the heart period follows it.
//
// The visit is cut into segments of settings.breathing_segment_s, half overlapping.
//
// From a respiration channel: within its own stretches and where the heart has beats. In each segment the
// respiration and the NN series (cubic spline at the respiration's times) are stripped of their line, tapered
// (Hann) and scaled to unit variance, so that one large movement does not stand for the visit. Rate: highest
// mean power of respiration. Coherence: squared modulus of the mean cross-spectrum over both mean powers at
// that rate (Carter 1987, Proc IEEE 75:236).
//
// From the beats alone: power density of the NN intervals of a segment, without what the noise of the R times
// brings, times frequency (a spectrum that falls as 1/f is then flat), scaled to a sum of one. Rate: the
// highest hill of the mean over segments between the RSA band's lower edge and the beats' Nyquist frequency,
// half the heart rate. Slower breathing cannot be told from the slow waves of blood pressure, and faster
// breathing shows as its mirror image, heart rate − breathing rate.
//
// Certainty: share of the segments whose own highest hill lies within settings.breathing_same_hz of the rate.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "hrv/nn_series.hpp"
#include "hrv/respiration.hpp"
#include "hrv/settings.hpp"
#include "words/said.hpp"

namespace attune::hrv {

class Memory;

enum class BreathingSource { respiration, beats };
constexpr auto enum_names(BreathingSource) {
  return std::array<std::string_view, 2>{"respiration", "beats"};
}

struct Breathing {
  BreathingSource source = BreathingSource::respiration;
  double rate_hz = 0;
  double certainty = 0;             ///< 0 … 1
  std::optional<double> coherence;  ///< 0 … 1; none from fewer than settings.min_breathing_segments
};

/// None where no segment is whole, or where respiration is flat.
std::optional<Breathing> breathing(const Respiration& respiration, std::span<const NnInterval> series,
                                   const Settings& settings);

/// None where fewer than settings.min_breathing_segments are covered, or their mean has no hill.
/// `joins_s`: where time was cut, by time; no segment spans one.
std::optional<Breathing> breathing_from_beats(std::span<const NnInterval> series,
                                              std::span<const double> joins_s, const Settings& settings);
/// The same of a recording that is analyzed again and again.
std::optional<Breathing> breathing_from_beats(std::span<const NnInterval> series,
                                              std::span<const double> joins_s, const Settings& settings,
                                              Memory& memory);

/// Why RSA does not hold this breathing.
struct BreathingDoubt {
  const char* code = "";  ///< of the diagnostic
  words::Said reason;     ///< "breathing at 1.15 Hz lies outside the RSA band, 0.24 Hz to 1.04 Hz"
  words::Said opening;    ///< the same at the beginning of a sentence
};

/// Every reason why it does not; `nyquist_hz` of the beats: half the heart rate.
std::vector<BreathingDoubt> breathing_doubts(const Breathing& breathing, double nyquist_hz,
                                             const Settings& settings);

}  // namespace attune::hrv
