// The Report: baseline and later visits of one infant, compared. The contract between core, page, command
// line and tests; its JSON schema is written from the descriptions below.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "base/interval.hpp"
#include "base/type_info.hpp"
#include "behavior/coding_settings.hpp"
#include "behavior/still_face.hpp"
#include "edf/person.hpp"
#include "edf/recorded_phases.hpp"
#include "eeg/metrics.hpp"
#include "hrv/metrics.hpp"
#include "report/specification_curve.hpp"
#include "report/verdict.hpp"
#include "visit/channel_choice.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::report {

/// What a measure speaks of: the infant's heart and brain, its temperament as rated by a parent, its
/// behaviour as coded, the mother's own scales, and scales that are none of these.
enum class Domain { heart, brain, temperament, still_face, mother, other };
constexpr auto enum_names(Domain) {
  return std::array<std::string_view, 6>{"heart", "brain", "temperament", "still_face", "mother", "other"};
}

/// Measures of a recording carry its own error; scores and coded shares have none.
constexpr bool has_own_error(Domain domain) {
  return domain == Domain::heart || domain == Domain::brain;
}

enum class ReliableFinding { reliable_increase, reliable_decrease, no_reliable_change, cannot_judge };
constexpr auto enum_names(ReliableFinding) {
  return std::array<std::string_view, 4>{"reliable_increase", "reliable_decrease", "no_reliable_change",
                                         "cannot_judge"};
}

/// How strongly a change may be spoken of (report/strength.hpp decides).
enum class Strength {
  reliable,
  not_reliable,
  recordings_differ,
  no_difference_found,
  depends_on_choice,
  cannot_judge,
  too_little,
  not_comparable
};
constexpr auto enum_names(Strength) {
  return std::array<std::string_view, 8>{
      "reliable",          "not_reliable", "recordings_differ", "no_difference_found",
      "depends_on_choice", "cannot_judge", "too_little",        "not_comparable"};
}

enum class Direction { up, down };
constexpr auto enum_names(Direction) {
  return std::array<std::string_view, 2>{"up", "down"};
}

/// What may be said of a change, the same in the finding, on the cards and in the exports.
struct Ladder {
  Strength strength = Strength::cannot_judge;
  std::optional<Direction> direction;
  std::optional<bool> as_in_studies;
  words::Text reason;  ///< of depends_on_choice, cannot_judge, too_little and not_comparable

  static constexpr const char* type_name = "Ladder";
  static constexpr auto fields() {
    using L = Ladder;
    return std::make_tuple(
        field("strength", &L::strength, "How strongly the change may be spoken of."),
        field("direction", &L::direction, "Where it went, if it is said to have gone anywhere."),
        field("as_in_studies", &L::as_in_studies,
              "true: reliable, in the direction reported after the mothers' treatment; false: reliable the "
              "other "
              "way; null otherwise."),
        field("reason", &L::reason, "Why there is no verdict; empty if there is one."));
  }
};

/// Layer 2: is the change reliable?
struct ReliableChange {
  ReliableFinding finding = ReliableFinding::cannot_judge;
  std::optional<double> index;   ///< (change − control_change) / se, or the change in points
  std::optional<double> df;      ///< degrees of freedom of the index; none: normal theory
  std::optional<double> p;       ///< two-sided
  std::optional<double> p_holm;  ///< adjusted for the domains that the headline counts
  double level = 0.05;           ///< two-sided level at which the band is drawn: Holm's of its rank
  std::string method;            ///< "control-adjusted", "regression-based", "Jacobson–Truax", "points"
  std::string scale;             ///< "arcsine" where index, sd and se are of transformed shares
  std::optional<double> sd;      ///< s, or the SD of the comparison infants' changes
  std::optional<double> median_change, robust_sd;  ///< of those changes; they do not decide
  std::optional<double> se;                        ///< of a new infant's change
  std::optional<double> reliability;               ///< r
  std::optional<double>
      control_change;  ///< change expected: of the comparison infants, or of those who start like this
  std::optional<double> points;               ///< change that counts as reliable, where points are the rule
  std::optional<double> usual_drift;          ///< change over some weeks that is usual, beside the points
  std::optional<double> band_low, band_high;  ///< changes between them are not reliable
  std::optional<double> studies_effect;       ///< the studies' average change, in units of this measure
  int n = 0;                                  ///< comparison infants it rests on
  bool interval_known = true;     ///< whether their visits are known to lie as far apart as this infant's
  words::Text comparison_source;  ///< what their table says about itself
  words::Text source;
  words::Text reason;  ///< why it cannot be judged

  static constexpr const char* type_name = "ReliableChange";
  static constexpr auto fields() {
    using R = ReliableChange;
    return std::make_tuple(
        field("finding", &R::finding, "Whether the change is reliable."),
        field("index", &R::index, "Reliable change index: t of the change, or the change in points."),
        field("df", &R::df, "Degrees of freedom of the index; null: normal theory."),
        field("p", &R::p, "Two-sided p of the index."),
        field("p_holm", &R::p_holm,
              "The same adjusted by Holm for the primary measures of all domains judged; null: not one of "
              "them."),
        field("level", &R::level, "Two-sided level of the band: .05, or Holm's at this measure's rank."),
        field("method", &R::method, "control-adjusted, regression-based, Jacobson-Truax, or points."),
        field("scale", &R::scale,
              "arcsine: index, sd and se are of arcsine-square-root shares; empty: as measured."),
        field("sd", &R::sd,
              "Standard deviation used: of the measure, or of the comparison infants' changes."),
        field("median_change", &R::median_change,
              "Median of the comparison infants' changes, beside their mean; control-adjusted alone."),
        field("robust_sd", &R::robust_sd,
              "1.4826 times the median absolute deviation of those changes, beside their SD. Both are shown "
              "and decide nothing."),
        field("se", &R::se, "Standard error of a new infant's change."),
        field("reliability", &R::reliability, "Retest reliability used; null: none needed."),
        field("control_change", &R::control_change,
              "Change to be expected, taken out: the comparison infants' mean, or that of those who start "
              "like this "
              "infant."),
        field("points", &R::points, "Change that counts as reliable, where points are the rule."),
        field("usual_drift", &R::usual_drift, "Beside the points: a change that is usual over some weeks."),
        field("band_low", &R::band_low, "Changes from here …"),
        field("band_high", &R::band_high, "… to here are not reliable: what could have been seen at all."),
        field("studies_effect", &R::studies_effect,
              "The studies' average change in units of this measure: d times the comparison infants' SD."),
        field("n", &R::n, "Comparison infants it rests on."),
        field("interval_known", &R::interval_known,
              "Whether their visits are known to lie as far apart as this infant's."),
        field("comparison_source", &R::comparison_source, "What their table says about itself."),
        field("source", &R::source, "Where these come from."),
        field("reason", &R::reason, "Why it cannot be judged; empty if it can."));
  }
};

/// Layer 3: where the infant stands among comparison infants at one visit (Crawford & Howell 1998).
struct Place {
  std::optional<double> t, df, p;    ///< p two-sided
  std::optional<double> percentile;  ///< per cent of comparison infants below
  std::optional<double> percentile_low, percentile_high;
  std::optional<double> mean, sd;           ///< of the comparison infants
  std::optional<double> median, robust_sd;  ///< beside them; none of aggregates
  int n = 0;
  words::Text matched;
  words::Text source;
  words::Text reason;

  static constexpr const char* type_name = "Place";
  static constexpr auto fields() {
    return std::make_tuple(
        field("t", &Place::t, "t of the infant against the comparison infants."),
        field("df", &Place::df, "Degrees of freedom."), field("p", &Place::p, "Two-sided p."),
        field("percentile", &Place::percentile, "Estimated per cent of comparison infants below this one."),
        field("percentile_low", &Place::percentile_low, "Its 95 % interval, lower."),
        field("percentile_high", &Place::percentile_high, "Its 95 % interval, upper."),
        field("mean", &Place::mean, "Mean of the comparison infants."),
        field("sd", &Place::sd, "Their standard deviation."),
        field("median", &Place::median, "Their median, beside the mean; null: they are given as aggregates."),
        field("robust_sd", &Place::robust_sd,
              "1.4826 times their median absolute deviation, beside the SD; what is judged rests on mean and "
              "SD."),
        field("n", &Place::n, "How many they are."),
        field("matched", &Place::matched, "How they were chosen."),
        field("source", &Place::source, "What their table says about itself."),
        field("reason", &Place::reason, "Why there is no place; empty if there is."));
  }
};

/// Change of one measure from a visit to a later one.
struct Change {
  int from = 0;  ///< index of the visit
  int to = 0;
  Estimate change;  ///< later − earlier
  Verdict verdict = Verdict::cannot_judge;
  Ladder ladder;
  ReliableChange reliable;
  std::vector<ReliableChange> other_forms;  ///< of the same question; they do not lead
  words::Text reliable_change;  ///< layer 2, in words; "cannot be judged: …" where s and r are not known
  words::Text comparison;       ///< layer 3, in words; likewise

  static constexpr const char* type_name = "Change";
  static constexpr auto fields() {
    return std::make_tuple(
        field("from", &Change::from, "Index of the earlier visit."),
        field("to", &Change::to, "Index of the later visit."),
        field("change", &Change::change, "Later minus earlier, with its interval."),
        field("verdict", &Change::verdict, "Whether the 95 % interval leaves out zero."),
        field("ladder", &Change::ladder, "What may be said of it."),
        field("reliable", &Change::reliable, "Whether the change is reliable."),
        field("other_forms", &Change::other_forms, "Other forms of that question, which do not lead."),
        field("reliable_change", &Change::reliable_change, "The same in words, or why it cannot be judged."),
        field("comparison", &Change::comparison,
              "Place among comparison infants, or why it cannot be judged."));
  }
};

/// One comparison infant behind a figure; no name.
struct ComparisonInfant {
  std::vector<std::optional<double>> values;

  static constexpr const char* type_name = "ComparisonInfant";
  static constexpr auto fields() {
    return std::make_tuple(
        field("values", &ComparisonInfant::values, "Its value at each visit, as matched; null: none there."));
  }
};

/// One measure over all visits.
struct Measure {
  std::string id;  ///< "rsa_ln_ms2", "faa_f4_f3", …
  Domain domain = Domain::heart;
  words::Text title;  ///< "RSA"
  words::Text unit;   ///< "ln ms²"
  bool primary = false;
  int decimals = 2;      ///< digits shown after the point
  words::Text up_means;  ///< what a higher value says: "more variability"
  std::vector<Estimate> visits;
  std::vector<Place> places;
  std::vector<Change> changes;  ///< each later visit against the first
  std::vector<Change> steps;    ///< from the third visit on, against the one before
  std::vector<ComparisonInfant> comparison_infants;

  static constexpr const char* type_name = "Measure";
  static constexpr auto fields() {
    return std::make_tuple(
        field("id", &Measure::id, "Stable name."), field("domain", &Measure::domain, "Which domain."),
        field("title", &Measure::title, "Name as shown."), field("unit", &Measure::unit, "Unit as shown."),
        field("primary", &Measure::primary, "Whether its domain's sentence rests on it."),
        field("decimals", &Measure::decimals, "Digits shown after the point."),
        field("up_means", &Measure::up_means, "What a higher value says."),
        field("visits", &Measure::visits, "Estimate at each visit."),
        field("places", &Measure::places, "Place among comparison infants at each visit."),
        field("changes", &Measure::changes, "Each later visit against the first."),
        field("steps", &Measure::steps,
              "From the third visit on: each visit against the one before it. The finding's strength, its "
              "headline and the studies' direction rest on `changes` alone."),
        field("comparison_infants", &Measure::comparison_infants,
              "The comparison infants one by one, for figures; empty: none were given."));
  }
};

/// Where a measure keeps its changes.
inline constexpr std::array change_lists{&Measure::changes, &Measure::steps};

/// One domain's finding in words. `strength`, `direction` and `as_in_studies` are those of its primary measure from the
/// first visit to the last.
struct Statement {
  Domain domain = Domain::heart;
  Strength strength = Strength::cannot_judge;
  std::optional<Direction> direction;
  std::optional<bool> as_in_studies;
  words::Text headline;  ///< a few words, above the figure
  words::Text plain;     ///< what is found, in one sentence
  words::Text sentence;  ///< what is found first, then what it rests on
  eeg::DataLevel certainty = eeg::DataLevel::none;
  words::Text certainty_reason;

  static constexpr const char* type_name = "Statement";
  static constexpr auto fields() {
    using S = Statement;
    return std::make_tuple(
        field("domain", &S::domain, "Which domain."),
        field("strength", &S::strength, "How strongly the change may be spoken of."),
        field("direction", &S::direction, "Where it went, if it is said to have gone anywhere."),
        field("as_in_studies", &S::as_in_studies,
              "true: reliable, in the direction reported after the mothers' treatment; false: reliable the "
              "other "
              "way; null otherwise."),
        field("headline", &S::headline, "A few words."),
        field("plain", &S::plain, "What is found, in one sentence without statistics."),
        field("sentence", &S::sentence, "What is found, and what it rests on."),
        field("certainty", &S::certainty, "good, low, or none: cannot be judged."),
        field("certainty_reason", &S::certainty_reason, "Why certainty is not good; empty if it is."));
  }
};

struct Provenance {
  std::string program;
  std::string version;
  visit::Settings settings;
  std::vector<std::string> inputs_sha256;

  static constexpr const char* type_name = "Provenance";
  static constexpr auto fields() {
    return std::make_tuple(
        field("program", &Provenance::program, "attune"),
        field("version", &Provenance::version, "Version of the core."),
        field("settings", &Provenance::settings, "All settings, whole."),
        field("inputs_sha256", &Provenance::inputs_sha256, "Digests of the files, in order of visits."));
  }
};

struct Report {
  int format = 1;
  words::Text title;
  std::string participant;  ///< the infant's code as entered (report/participant.hpp); empty: none
  std::vector<Statement> statements;
  words::Text pattern;                ///< what the domains say together; no sum score
  std::vector<words::Text> cautions;  ///< what the numbers cannot say; stands under the statements
  std::vector<Measure> measures;
  std::vector<visit::Visit> visits;
  std::vector<Diagnostic> diagnostics;  ///< about the comparison: same file twice, visits out of order, …
  Provenance provenance;
  std::vector<SpecificationCurve> specification_curves;

  static constexpr const char* type_name = "Report";
  static constexpr auto fields() {
    return std::make_tuple(
        field("format", &Report::format, "Version of this tree."), field("title", &Report::title, "Heading."),
        field("participant", &Report::participant,
              "Code of the infant, as entered; empty: none. Never from a recording."),
        field("statements", &Report::statements, "The findings, one a domain."),
        field("pattern", &Report::pattern, "What the domains say together, in words; no sum score."),
        field("cautions", &Report::cautions, "What the numbers cannot say."),
        field("measures", &Report::measures, "Every measure over the visits."),
        field("visits", &Report::visits, "What was measured in each recording."),
        field("diagnostics", &Report::diagnostics, "What is to be known about the comparison."),
        field("provenance", &Report::provenance,
              "Version, settings and inputs: what is needed to repeat this."),
        field("specification_curves", &Report::specification_curves,
              "The changes of brain and heart under every combination of choices; empty: not formed."));
  }
};

}  // namespace attune::report

namespace attune {
extern template const TypeInfo type_info<report::Report>;
}  // namespace attune
