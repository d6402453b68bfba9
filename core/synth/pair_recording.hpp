// Two simulated hearts as an EDF+ recording with `ECG infant` and `ECG mother`, or as one recording of each, with its truth.
// Both are drawn with one shape of beat, an infant's, and the noise of an examined recording; a record is one second.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "synth/pair.hpp"

namespace attune::synth {

enum class WhoLeads { mother, infant, nobody };
constexpr auto enum_names(WhoLeads) {
  return std::array<std::string_view, 3>{"mother", "infant", "nobody"};
}

struct TruePairPhase {
  std::string name;
  PhaseKind kind = PhaseKind::other;
  double start_s = 0, end_s = 0;
  double strength = 0;

  static constexpr const char* type_name = "TruePairPhase";
  static constexpr auto fields() {
    using P = TruePairPhase;
    return std::array{field<&P::name>("name", "Text of its annotation."),
                      field<&P::kind>("kind", "What part of the protocol it is."),
                      field<&P::start_s>("start_s", "Start, on the mother's clock."),
                      field<&P::end_s>("end_s", "End (exclusive)."),
                      field<&P::strength>("strength", "How strongly the pair is coupled in it.")};
  }
};

/// The infant's own recording, where each has one: shared = offset_s + (1 + drift_ppm / 10⁶) · infant's.
struct PairClock {
  double offset_s = 0, drift_ppm = 0;

  static constexpr const char* type_name = "SimulatedPairClock";
  static constexpr auto fields() {
    return std::array{field<&PairClock::offset_s>(
                          "offset_s", "The infant's second 0 on the mother's clock; its header says 0."),
                      field<&PairClock::drift_ppm>("drift_ppm", "How much longer the infant's second is.")};
  }
};

struct PairTruth {
  std::string about;
  std::string visit;
  WhoLeads leads = WhoLeads::nobody;
  double lag_s = 0;
  std::vector<TruePairPhase> phases;
  PairClock clock;
  PairSettings settings;
  std::vector<double> mother_beats_s, infant_beats_s;

  static constexpr const char* type_name = "PairTruth";
  static constexpr auto fields() {
    using T = PairTruth;
    return std::array{
        field<&T::about>("about", "What this file is."),
        field<&T::visit>("visit", "Which visit."),
        field<&T::leads>("leads", "Whose changes come first where the pair is coupled."),
        field<&T::lag_s>("lag_s", "By how much; positive: the mother's."),
        field<&T::phases>("phases", "Parts of the protocol, and how strongly the pair is coupled in each."),
        field<&T::clock>("clock", "The infant's clock, where each heart has a recording of its own."),
        field<&T::settings>("settings", "All settings: the pair can be made again from them."),
        field<&T::mother_beats_s>("mother_beats_s", "R waves of the mother, on the mother's clock."),
        field<&T::infant_beats_s>("infant_beats_s", "R waves of the infant, on the mother's clock.")};
  }
};

/// Everything of a pair before it is written.
struct PairPlan {
  std::string start = "2024-03-04T09:30:00";
  PairTruth truth;
};

PairPlan plan_pair(const PairSettings& settings, const PairClock& clock = {});

enum class PairHearts { both, mother, infant };
/// The bytes of a recording of both, or of one on its own clock. Errors: those of edf::Writer.
Result<std::vector<std::uint8_t>> pair_edf(const PairPlan& plan, PairHearts hearts);

/// "Who leads?": play, still-face in which the coupling breaks, reunion, at two visits nine weeks apart. At the first (0)
/// the infant leads by 2 s, at the second (1) the mother by 3 s. Of the first seed, with which the analysis tells both leaders
/// of heart period, and nobody in still-face.
PairPlan example_pair(std::size_t visit);
inline constexpr std::size_t example_pair_visits = 2;

}  // namespace attune::synth
