// Coded behaviour of a still-face visit: the infant's states in time, and what they come to in each phase.
// States exclude each other; what is not coded, or coded as unscorable, is not scorable time. Nothing is
// guessed: codes that overlap, end before they start or never end are refused, with line and time.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "base/result.hpp"
#include "behavior/still_face.hpp"
#include "stats/agreement.hpp"

namespace attune::behavior {

/// Times are written to the millisecond: what is nearer is one time.
inline constexpr double rounding_s = 0.0005;

/// One stretch of one state.
struct Code {
  std::string state;
  double start_s = 0;
  double end_s = 0;
  int line = 0;  ///< in the file it came from
};

/// Codes in order of time, none of which overlap.
struct OrderedCodes {
  std::vector<Code> codes;
  int clipped = 0;  ///< that ended after the next had begun, by a frame or less: they end there
};

/// Orders the codes in time and joins those of one state that follow each other without a break. Errors:
/// E_CODE_ORDER (ends before it starts), E_CODE_OVERLAP (by more than a frame), both with line and time.
Result<OrderedCodes> ordered_codes(std::vector<Code> codes, double frame_s = 0);

/// Where in a table a coding stands; names are empty where the table has none.
struct CodingPlace {
  std::string observation;
  std::vector<std::string> subjects, tiers;
};

/// The codes of one visit by one coder.
struct Coding {
  words::Text format;
  CodingPlace place;
  std::vector<Code> states;
  std::vector<Phase> phases;  ///< those that the coding itself has
  std::vector<PointCount> points;
  std::vector<Diagnostic> diagnostics;
};

/// `codes` in order (ordered_codes). A bout that reaches over a phase's border counts in both, with its part.
/// Every one of `states` has its share in every phase.
std::vector<StillFacePhase> summarize_phases(std::span<const Code> codes, std::span<const Phase> phases,
                                             std::span<const std::string> states);

/// The share of a state in the first phase of this kind; null if there is no such phase or no scorable time.
const StateShare* share_in(std::span<const StillFacePhase> phases, PhaseKind kind, const std::string& state);

/// Still-face effect and recovery of each state, of the first phase of each kind.
std::vector<StateEffect> state_effects(std::span<const StillFacePhase> phases,
                                       std::span<const std::string> states);

/// Two coders of the same visit, bin by bin (the state at the middle of each bin), over the phases, in each phase and
/// on each state. A bin that a coder called unscorable is left out, as kappa leaves out what is missing (listwise, as
/// kappa2 of R's irr), and so is one that neither coded; one that one coder left uncoded counts as a difference.
/// Kappa's interval is over stretches of `stretch_s` (stats/agreement.hpp), none of which spans two phases.
CoderAgreement coder_agreement(std::span<const Code> first, std::span<const Code> second,
                               std::span<const Phase> phases, double bin_s = 1, double stretch_s = 30);

}  // namespace attune::behavior
