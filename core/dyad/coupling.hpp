// Do the courses of two hearts go together, and who came first? One measure, one stretch of time.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "dyad/settings.hpp"
#include "dyad/trend.hpp"
#include "words/said.hpp"

namespace attune::dyad {

enum class CourseKind { rsa, heart_period };
constexpr auto enum_names(CourseKind) {
  return std::array<std::string_view, 2>{"rsa", "heart_period"};
}

/// coupled: the peak stands against all three kinds of surrogates. no_coupling_found: it does not, which is no proof
/// that there is none. too_short: too little time in which both are valid, or a
/// course that does not change. missing: there is one heart only.
enum class CouplingVerdict { coupled, no_coupling_found, too_short, missing };
constexpr auto enum_names(CouplingVerdict) {
  return std::array<std::string_view, 4>{"coupled", "no_coupling_found", "too_short", "missing"};
}

/// cannot_tell: the interval of the lag holds 0, or no coupling was found.
enum class First { mother, infant, cannot_tell };
constexpr auto enum_names(First) {
  return std::array<std::string_view, 3>{"mother", "infant", "cannot_tell"};
}

struct PastEffect {
  int order = 0;
  double f = 0;
  int df_num = 0, df_den = 0;
  double p = 1;
  double share = 0;

  static constexpr const char* type_name = "DyadPastEffect";
  static constexpr auto fields() {
    using P = PastEffect;
    return std::array{
        field<&P::order>("order",
                         "Steps of the past that are tested; one more of each is there and not tested."),
        field<&P::f>("f", "F of the other's past beside the own."),
        field<&P::df_num>("df_num", "Its degrees of freedom."),
        field<&P::df_den>("df_den", "And those of what is left."),
        field<&P::p>("p", "Probability of such an F by chance, by theory, not by surrogates."),
        field<&P::share>("share", "Of what the own past leaves, the share that the other's past explains.")};
  }
};

struct Coupling {
  CourseKind measure = CourseKind::rsa;
  CouplingVerdict verdict = CouplingVerdict::missing;
  First first = First::cannot_tell;
  words::Text sentence;
  double overlap_s = 0;
  std::vector<double> lag_s, r;
  std::optional<double> concurrent_r;
  std::optional<double> peak_r, peak_r_low, peak_r_high;
  std::optional<double> peak_lag_s, peak_lag_low_s, peak_lag_high_s;
  std::optional<double> lead_lag_index, lead_lag_index_low, lead_lag_index_high;
  std::optional<double> p, p_adjusted, p_shifts, p_phases, p_waves, chance_peak_r;
  std::optional<PastEffect> mother_to_infant, infant_to_mother;

  static constexpr const char* type_name = "DyadCoupling";
  static constexpr auto fields() {
    using C = Coupling;
    return std::array{
        field<&C::measure>("measure", "Which course: continuous RSA, or heart period."),
        field<&C::verdict>("verdict", "What may be said."),
        field<&C::first>("first", "Whose changes came first."),
        field<&C::sentence>("sentence", "The same in words."),
        field<&C::overlap_s>("overlap_s", "Time in which both courses are valid."),
        field<&C::lag_s>("lag_s", "Lags; positive: the mother's changes come first."),
        field<&C::r>("r", "Cross-correlation of the courses without their drift, at each lag."),
        field<&C::concurrent_r>("concurrent_r", "The same at lag 0."),
        field<&C::peak_r>("peak_r", "The correlation of the largest magnitude, with its sign."),
        field<&C::peak_r_low>("peak_r_low", "Block bootstrap, 95 %: lower end."),
        field<&C::peak_r_high>("peak_r_high", "Upper end."),
        field<&C::peak_lag_s>(
            "peak_lag_s", "Lag of the peak, between steps by a parabola; none where no coupling is found."),
        field<&C::peak_lag_low_s>("peak_lag_low_s",
                                  "Block bootstrap, 95 %, and half a step more: lower end."),
        field<&C::peak_lag_high_s>("peak_lag_high_s", "Upper end."),
        field<&C::lead_lag_index>(
            "lead_lag_index",
            "Mean correlation at the mother's leads minus that at the infant's, by the sign of the peak."),
        field<&C::lead_lag_index_low>("lead_lag_index_low", "Block bootstrap, 95 %: lower end."),
        field<&C::lead_lag_index_high>("lead_lag_index_high", "Upper end."),
        field<&C::p>("p", "Of the peak over all lags: the largest of the three below."),
        field<&C::p_adjusted>("p_adjusted", "The same by Holm over both measures of the stretch: decides."),
        field<&C::p_shifts>("p_shifts", "Against circular shifts."),
        field<&C::p_phases>("p_phases", "Against phase-randomised surrogates."),
        field<&C::p_waves>("p_waves", "Against cosine waves of random sign."),
        field<&C::chance_peak_r>("chance_peak_r", "Magnitude that 5 % of the surrogates' peaks reach."),
        field<&C::mother_to_infant>(
            "mother_to_infant",
            "Whether the mother's past tells of the infant beside the infant's own past."),
        field<&C::infant_to_mother>(
            "infant_to_mother",
            "Whether the infant's past tells of the mother beside the mother's own past.")};
  }
};

/// Both courses over one grid, NaN where not valid; `parts` the phases, each with its own level and drift.
Coupling couple(CourseKind measure, std::span<const double> mother, std::span<const double> infant,
                std::span<const Part> parts, const Settings& settings);

/// Two measures of one stretch are two chances: both decided anew by Holm's p, where both have one.
void decide_together(Coupling& one, Coupling& other, const Settings& settings);

/// "RSA", "Heart period".
words::Said name_of_measure(CourseKind measure);

/// What is said where one heart is missing.
Coupling without_pair(CourseKind measure);

}  // namespace attune::dyad
