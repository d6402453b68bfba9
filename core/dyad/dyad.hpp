// Mother and infant together: two lists of edited beats on one clock → what may be said of who leads whom, in each phase
// and over the task. The task is all phases at once, each with its own level and drift; without phases it is the time
// that both hearts share.
//
// Nothing here is called attuned or not: a peak, its lag, their error, and how often chance does as much.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "base/result.hpp"
#include "dyad/change.hpp"
#include "dyad/clock.hpp"
#include "dyad/coupling.hpp"
#include "ecg/beats.hpp"
#include "ecg/settings.hpp"
#include "hrv/settings.hpp"

namespace attune::dyad {

/// One heart before it is measured, in its own recording's time.
struct HeartInput {
  words::Text source;  ///< channel label, or "list of beats"
  ecg::AgeGroup group;
  std::vector<ecg::Beat> beats;    ///< edited, by time
  std::vector<Interval> segments;  ///< without gaps; empty: everywhere
  std::vector<Interval> unusable;
  hrv::Settings settings;
  int edits = 0;  ///< by hand, which the beats have
};

struct Heart {
  words::Text source;
  std::string preset;
  words::Text preset_reason;
  int beats = 0;
  int edits = 0;
  double rsa_low_hz = 0, rsa_high_hz = 0;

  static constexpr const char* type_name = "DyadHeart";
  static constexpr auto fields() {
    return std::array{field<&Heart::source>("source", "Where its beats come from."),
                      field<&Heart::preset>("preset", "Age group that it was measured for."),
                      field<&Heart::preset_reason>("preset_reason", "Why that one."),
                      field<&Heart::beats>("beats", "Beats in use."),
                      field<&Heart::edits>("edits", "Edits by hand that they have."),
                      field<&Heart::rsa_low_hz>("rsa_low_hz", "Lower edge of its RSA band."),
                      field<&Heart::rsa_high_hz>("rsa_high_hz", "Upper edge of its RSA band.")};
  }
};

/// A phase, or the task.
struct Stretch {
  std::string phase;
  std::string kind;
  double start_s = 0, end_s = 0;
  std::optional<double> mother_rsa_ln_ms2, infant_rsa_ln_ms2, mother_heart_period_ms, infant_heart_period_ms;
  Coupling rsa, heart_period;

  static constexpr const char* type_name = "DyadStretch";
  static constexpr auto fields() {
    using S = Stretch;
    return std::array{
        field<&S::phase>("phase", "Name of the phase; empty for the task."),
        field<&S::kind>("kind", "What part of the protocol it is; empty for the task."),
        field<&S::start_s>("start_s", "Start, seconds of the shared clock."),
        field<&S::end_s>("end_s", "End (exclusive)."),
        field<&S::mother_rsa_ln_ms2>("mother_rsa_ln_ms2", "Mean of the mother's continuous RSA."),
        field<&S::infant_rsa_ln_ms2>("infant_rsa_ln_ms2", "Mean of the infant's continuous RSA."),
        field<&S::mother_heart_period_ms>("mother_heart_period_ms", "Mean of the mother's heart period."),
        field<&S::infant_heart_period_ms>("infant_heart_period_ms", "Mean of the infant's heart period."),
        field<&S::rsa>("rsa", "How the two courses of RSA go together."),
        field<&S::heart_period>("heart_period", "How the two courses of heart period go together.")};
  }
};

/// One value a step; null where not valid.
struct Courses {
  std::vector<double> time_s, mother_rsa_ln_ms2, infant_rsa_ln_ms2, mother_heart_period_ms,
      infant_heart_period_ms;

  static constexpr const char* type_name = "DyadCourses";
  static constexpr auto fields() {
    using C = Courses;
    return std::array{
        field<&C::time_s>("time_s", "Seconds of the shared clock."),
        field<&C::mother_rsa_ln_ms2>("mother_rsa_ln_ms2", "Continuous RSA of the mother."),
        field<&C::infant_rsa_ln_ms2>("infant_rsa_ln_ms2", "Continuous RSA of the infant."),
        field<&C::mother_heart_period_ms>("mother_heart_period_ms", "Heart period of the mother."),
        field<&C::infant_heart_period_ms>("infant_heart_period_ms", "Heart period of the infant.")};
  }
};

struct Dyad {
  std::optional<Heart> mother, infant;
  Clock clock;
  Stretch task;
  std::vector<Stretch> phases;
  std::optional<Change> change;
  Courses courses;
  Settings settings;
  std::vector<words::Text> methods;
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "Dyad";
  static constexpr auto fields() {
    return std::array{
        field<&Dyad::mother>("mother", "The mother's heart; null: there is none."),
        field<&Dyad::infant>("infant", "The infant's heart; null: there is none."),
        field<&Dyad::clock>("clock", "How both stand on one clock."),
        field<&Dyad::task>("task", "All phases at once, each with its own level and drift."),
        field<&Dyad::phases>("phases", "Each by itself; many, and so exploratory."),
        field<&Dyad::change>("change", "The task's lead since an earlier visit; null: none was given."),
        field<&Dyad::courses>("courses", "Both hearts over time."),
        field<&Dyad::settings>("settings", "What it was computed with."),
        field<&Dyad::methods>("methods", "What was done, and what each measure can and cannot say."),
        field<&Dyad::diagnostics>("diagnostics", "What is doubtful.")};
  }
};

/// At least one heart; `phases` on the shared clock. Errors: E_DYAD_OVERLAP (both, and no time in common).
Result<Dyad> analyze(const std::optional<HeartInput>& mother, const std::optional<HeartInput>& infant,
                     const Clock& clock, std::span<const Phase> phases, const Settings& settings);

/// What was done, in sentences; the bands are those of the hearts.
std::vector<words::Text> methods(const std::optional<Heart>& mother, const std::optional<Heart>& infant,
                                 const Settings& settings);

/// What of an earlier visit's result a later one is held against.
struct EarlierVisit {
  std::optional<Heart> mother, infant;
  Clock clock;
  Stretch task;
  std::vector<Stretch> phases;
  Settings settings;

  static constexpr const char* type_name = "DyadEarlierVisit";
  static constexpr auto fields() {
    using E = EarlierVisit;
    return std::array{field<&E::mother>("mother", "The mother's heart."),
                      field<&E::infant>("infant", "The infant's heart."),
                      field<&E::clock>("clock", "How both stood on one clock."),
                      field<&E::task>("task", "All phases at once."),
                      field<&E::phases>("phases", "Each by itself."),
                      field<&E::settings>("settings", "What it was computed with.")};
  }
};

/// Of the JSON of a result. Errors: E_DYAD_BASELINE (it is none), those of JSON.
Result<EarlierVisit> earlier_visit(std::string_view json);

/// Fills `change` of the later visit, and says what is doubtful about it. Not comparable: other settings, RSA bands or
/// phases.
void compare_with(const EarlierVisit& earlier, Dyad& later);

}  // namespace attune::dyad
