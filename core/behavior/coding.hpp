// Coded behaviour of a still-face visit: what the infant did in each phase. Codes are mutually exclusive
// states with a start and an end; what is not coded, or coded as unscorable, is not scorable time. Nothing is
// guessed: codes that overlap or end before they start are refused.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "base/result.hpp"
#include "stats/agreement.hpp"

namespace attune::behavior {

/// One stretch of one state.
struct Code {
  std::string state;
  double start_s = 0;
  double end_s = 0;
  int line = 0;  ///< in the file it came from
};

/// The code that marks time as not scorable.
inline constexpr const char* unscorable = "unscorable";

/// Orders the codes in time. Errors: E_CODE_ORDER (ends before it starts), E_CODE_OVERLAP, both with line and
/// time.
Result<std::vector<Code>> ordered_codes(std::vector<Code> codes);

struct StateSummary {
  double proportion = 0;  ///< of scorable seconds
  int bouts = 0;
  double frequency_per_min = 0;     ///< bouts per scorable minute
  std::optional<double> latency_s;  ///< from the phase's start to the first bout; none if there is none
};

struct PhaseSummary {
  Phase phase;
  double scorable_s = 0;
  std::map<std::string, StateSummary> states;  ///< every state coded anywhere in the visit
  std::map<std::string, int> transitions;      ///< "protest > withdrawn", between scorable states
  std::string reason;                          ///< why there are no proportions
};

/// `codes` in order (ordered_codes). A bout that reaches over a phase's border counts in both, with its part.
std::vector<PhaseSummary> summarize_phases(std::span<const Code> codes, std::span<const Phase> phases);

/// Proportion in one phase minus that in another, of the first phase of each kind: still-face effect =
/// still-face − play; recovery = reunion − still-face. None without scorable time in both.
std::optional<double> proportion_change(std::span<const PhaseSummary> phases, const std::string& state,
                                        PhaseKind from, PhaseKind to);

/// Two coders of the same visit, second by second (the state at the middle of each 1-s bin), over the phases.
/// Time that a coder left uncoded is a category of its own.
stats::Agreement coder_agreement(std::span<const Code> first, std::span<const Code> second,
                                 std::span<const Phase> phases);

}  // namespace attune::behavior
