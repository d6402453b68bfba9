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
};

struct Heart {
  words::Text source;
  std::string preset;
  words::Text preset_reason;
  int beats = 0;
  double rsa_low_hz = 0, rsa_high_hz = 0;

  static constexpr const char* type_name = "DyadHeart";
  static constexpr auto fields() {
    return std::make_tuple(field("source", &Heart::source, "Where its beats come from."),
                           field("preset", &Heart::preset, "Age group that it was measured for."),
                           field("preset_reason", &Heart::preset_reason, "Why that one."),
                           field("beats", &Heart::beats, "Beats in use."),
                           field("rsa_low_hz", &Heart::rsa_low_hz, "Lower edge of its RSA band."),
                           field("rsa_high_hz", &Heart::rsa_high_hz, "Upper edge of its RSA band."));
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
    return std::make_tuple(
        field("phase", &S::phase, "Name of the phase; empty for the task."),
        field("kind", &S::kind, "What part of the protocol it is; empty for the task."),
        field("start_s", &S::start_s, "Start, seconds of the shared clock."),
        field("end_s", &S::end_s, "End (exclusive)."),
        field("mother_rsa_ln_ms2", &S::mother_rsa_ln_ms2, "Mean of the mother's continuous RSA."),
        field("infant_rsa_ln_ms2", &S::infant_rsa_ln_ms2, "Mean of the infant's continuous RSA."),
        field("mother_heart_period_ms", &S::mother_heart_period_ms, "Mean of the mother's heart period."),
        field("infant_heart_period_ms", &S::infant_heart_period_ms, "Mean of the infant's heart period."),
        field("rsa", &S::rsa, "How the two courses of RSA go together."),
        field("heart_period", &S::heart_period, "How the two courses of heart period go together."));
  }
};

/// One value a step; null where not valid.
struct Courses {
  std::vector<double> time_s, mother_rsa_ln_ms2, infant_rsa_ln_ms2, mother_heart_period_ms,
      infant_heart_period_ms;

  static constexpr const char* type_name = "DyadCourses";
  static constexpr auto fields() {
    using C = Courses;
    return std::make_tuple(
        field("time_s", &C::time_s, "Seconds of the shared clock."),
        field("mother_rsa_ln_ms2", &C::mother_rsa_ln_ms2, "Continuous RSA of the mother."),
        field("infant_rsa_ln_ms2", &C::infant_rsa_ln_ms2, "Continuous RSA of the infant."),
        field("mother_heart_period_ms", &C::mother_heart_period_ms, "Heart period of the mother."),
        field("infant_heart_period_ms", &C::infant_heart_period_ms, "Heart period of the infant."));
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
    return std::make_tuple(
        field("mother", &Dyad::mother, "The mother's heart; null: there is none."),
        field("infant", &Dyad::infant, "The infant's heart; null: there is none."),
        field("clock", &Dyad::clock, "How both stand on one clock."),
        field("task", &Dyad::task, "All phases at once, each with its own level and drift."),
        field("phases", &Dyad::phases, "Each by itself; many, and so exploratory."),
        field("change", &Dyad::change, "The task's lead since an earlier visit; null: none was given."),
        field("courses", &Dyad::courses, "Both hearts over time."),
        field("settings", &Dyad::settings, "What it was computed with."),
        field("methods", &Dyad::methods, "What was done, and what each measure can and cannot say."),
        field("diagnostics", &Dyad::diagnostics, "What is doubtful."));
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
    return std::make_tuple(field("mother", &E::mother, "The mother's heart."),
                           field("infant", &E::infant, "The infant's heart."),
                           field("clock", &E::clock, "How both stood on one clock."),
                           field("task", &E::task, "All phases at once."),
                           field("phases", &E::phases, "Each by itself."),
                           field("settings", &E::settings, "What it was computed with."));
  }
};

/// Of the JSON of a result. Errors: E_DYAD_BASELINE (it is none), those of JSON.
Result<EarlierVisit> earlier_visit(std::string_view json);

/// Fills `change` of the later visit, and says what is doubtful about it. Not comparable: other settings, RSA bands or
/// phases.
void compare_with(const EarlierVisit& earlier, Dyad& later);

}  // namespace attune::dyad
