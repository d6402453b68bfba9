// Between two visits of one pair: did the lead of one heart over the other change by more than the recordings' own error?
//
// The lead–lag index of each visit with the error of its block bootstrap, df one less than the blocks; the later minus the
// earlier by Welch's t, Holm over both measures, at a level of its own, since that error comes out too small. Whoever
// leads, leads in one direction of change: at a visit without coupling the index is read in the direction of the other's.
#pragma once

#include "base/estimate.hpp"
#include "dyad/coupling.hpp"

namespace attune::dyad {

/// As in the report: the two recordings differ beyond their own error, or not; too_little: too short at one visit;
/// cannot_judge: one heart only, or coupling at neither visit, so that nobody leads; not_comparable: other settings, or
/// the same direction at one visit and the opposite at the other.
enum class LeadStrength { recordings_differ, no_difference_found, too_little, cannot_judge, not_comparable };
constexpr auto enum_names(LeadStrength) {
  return std::array<std::string_view, 5>{"recordings_differ", "no_difference_found", "too_little",
                                         "cannot_judge", "not_comparable"};
}

struct LeadChange {
  CourseKind measure = CourseKind::rsa;
  LeadStrength strength = LeadStrength::cannot_judge;
  Estimate before, after, change;
  std::optional<double> p, p_adjusted;
  words::Text sentence;

  static constexpr const char* type_name = "DyadLeadChange";
  static constexpr auto fields() {
    using C = LeadChange;
    return std::array{
        field<&C::measure>("measure", "Which course: continuous RSA, or heart period."),
        field<&C::strength>("strength", "How strongly a change may be spoken of, as in the report."),
        field<&C::before>("before", "Lead–lag index of the earlier visit; positive: the mother leads."),
        field<&C::after>("after", "That of the later visit, in the same direction of change."),
        field<&C::change>("change", "Later minus earlier; positive: toward the mother."),
        field<&C::p>("p", "Of the change, by Welch's t."),
        field<&C::p_adjusted>("p_adjusted", "The same by Holm over both measures: decides."),
        field<&C::sentence>("sentence", "The same in words.")};
  }
};

struct Change {
  LeadChange rsa, heart_period;

  static constexpr const char* type_name = "DyadChange";
  static constexpr auto fields() {
    return std::array{field<&Change::rsa>("rsa", "Of the courses of RSA."),
                      field<&Change::heart_period>("heart_period", "Of the courses of heart period.")};
  }
};

/// One visit's two measures of the task.
struct Couplings {
  const Coupling& rsa;
  const Coupling& heart_period;
};

/// From the earlier visit to the later one, both computed with `settings`.
Change change_between(const Couplings& earlier, const Couplings& later, const Settings& settings);

/// Where both were computed with different settings.
Change no_change_comparable();

}  // namespace attune::dyad
