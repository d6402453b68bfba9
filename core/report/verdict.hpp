// Layer 1: is a change beyond the two recordings' own measurement error? Decided here, for every change of a report and
// every analysis of its specification curves.
#pragma once

#include <array>
#include <string_view>

#include "base/estimate.hpp"

namespace attune::report {

enum class Verdict { increase, decrease, no_evidence, cannot_judge };
constexpr auto enum_names(Verdict) {
  return std::array<std::string_view, 4>{"increase", "decrease", "no_evidence", "cannot_judge"};
}

/// Whether the 95 % interval of a change leaves out zero, and on which side.
inline Verdict verdict_of(const Estimate& change) {
  if (!change.ci_low || !change.ci_high) return Verdict::cannot_judge;
  if (*change.ci_low > 0) return Verdict::increase;
  return *change.ci_high < 0 ? Verdict::decrease : Verdict::no_evidence;
}

constexpr bool is_beyond_error(Verdict verdict) {
  return verdict == Verdict::increase || verdict == Verdict::decrease;
}

}  // namespace attune::report
