// The Report: baseline and later visits of one infant, compared. The contract between core, page, command
// line and tests; its JSON schema is written from the descriptions below.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/estimate.hpp"
#include "base/interval.hpp"
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
    return std::array{
        field<&L::strength>("strength", "How strongly the change may be spoken of."),
        field<&L::direction>("direction", "Where it went, if it is said to have gone anywhere."),
        field<&L::as_in_studies>(
            "as_in_studies",
            "true: reliable, in the direction reported after the mothers' treatment; false: reliable the "
            "other "
            "way; null otherwise."),
        field<&L::reason>("reason", "Why there is no verdict; empty if there is one.")};
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
    return std::array{
        field<&R::finding>("finding", "Whether the change is reliable."),
        field<&R::index>("index", "Reliable change index: t of the change, or the change in points."),
        field<&R::df>("df", "Degrees of freedom of the index; null: normal theory."),
        field<&R::p>("p", "Two-sided p of the index."),
        field<&R::p_holm>(
            "p_holm",
            "The same adjusted by Holm for the primary measures of all domains judged; null: not one of "
            "them."),
        field<&R::level>("level", "Two-sided level of the band: .05, or Holm's at this measure's rank."),
        field<&R::method>("method", "control-adjusted, regression-based, Jacobson-Truax, or points."),
        field<&R::scale>("scale",
                         "arcsine: index, sd and se are of arcsine-square-root shares; empty: as measured."),
        field<&R::sd>("sd",
                      "Standard deviation used: of the measure, or of the comparison infants' changes."),
        field<&R::median_change>(
            "median_change",
            "Median of the comparison infants' changes, beside their mean; control-adjusted alone."),
        field<&R::robust_sd>(
            "robust_sd",
            "1.4826 times the median absolute deviation of those changes, beside their SD. Both are shown "
            "and decide nothing."),
        field<&R::se>("se", "Standard error of a new infant's change."),
        field<&R::reliability>("reliability", "Retest reliability used; null: none needed."),
        field<&R::control_change>(
            "control_change",
            "Change to be expected, taken out: the comparison infants' mean, or that of those who start "
            "like this "
            "infant."),
        field<&R::points>("points", "Change that counts as reliable, where points are the rule."),
        field<&R::usual_drift>("usual_drift", "Beside the points: a change that is usual over some weeks."),
        field<&R::band_low>("band_low", "Changes from here …"),
        field<&R::band_high>("band_high", "… to here are not reliable: what could have been seen at all."),
        field<&R::studies_effect>(
            "studies_effect",
            "The studies' average change in units of this measure: d times the comparison infants' SD."),
        field<&R::n>("n", "Comparison infants it rests on."),
        field<&R::interval_known>("interval_known",
                                  "Whether their visits are known to lie as far apart as this infant's."),
        field<&R::comparison_source>("comparison_source", "What their table says about itself."),
        field<&R::source>("source", "Where these come from."),
        field<&R::reason>("reason", "Why it cannot be judged; empty if it can.")};
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
    return std::array{
        field<&Place::t>("t", "t of the infant against the comparison infants."),
        field<&Place::df>("df", "Degrees of freedom."),
        field<&Place::p>("p", "Two-sided p."),
        field<&Place::percentile>("percentile", "Estimated per cent of comparison infants below this one."),
        field<&Place::percentile_low>("percentile_low", "Its 95 % interval, lower."),
        field<&Place::percentile_high>("percentile_high", "Its 95 % interval, upper."),
        field<&Place::mean>("mean", "Mean of the comparison infants."),
        field<&Place::sd>("sd", "Their standard deviation."),
        field<&Place::median>("median", "Their median, beside the mean; null: they are given as aggregates."),
        field<&Place::robust_sd>(
            "robust_sd",
            "1.4826 times their median absolute deviation, beside the SD; what is judged rests on mean and "
            "SD."),
        field<&Place::n>("n", "How many they are."),
        field<&Place::matched>("matched", "How they were chosen."),
        field<&Place::source>("source", "What their table says about itself."),
        field<&Place::reason>("reason", "Why there is no place; empty if there is.")};
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
    return std::array{
        field<&Change::from>("from", "Index of the earlier visit."),
        field<&Change::to>("to", "Index of the later visit."),
        field<&Change::change>("change", "Later minus earlier, with its interval."),
        field<&Change::verdict>("verdict", "Whether the 95 % interval leaves out zero."),
        field<&Change::ladder>("ladder", "What may be said of it."),
        field<&Change::reliable>("reliable", "Whether the change is reliable."),
        field<&Change::other_forms>("other_forms", "Other forms of that question, which do not lead."),
        field<&Change::reliable_change>("reliable_change", "The same in words, or why it cannot be judged."),
        field<&Change::comparison>("comparison",
                                   "Place among comparison infants, or why it cannot be judged.")};
  }
};

/// One comparison infant behind a figure; no name.
struct ComparisonInfant {
  std::vector<std::optional<double>> values;

  static constexpr const char* type_name = "ComparisonInfant";
  static constexpr auto fields() {
    return std::array{
        field<&ComparisonInfant::values>("values", "Its value at each visit, as matched; null: none there.")};
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
    return std::array{
        field<&Measure::id>("id", "Stable name."),
        field<&Measure::domain>("domain", "Which domain."),
        field<&Measure::title>("title", "Name as shown."),
        field<&Measure::unit>("unit", "Unit as shown."),
        field<&Measure::primary>("primary", "Whether its domain's sentence rests on it."),
        field<&Measure::decimals>("decimals", "Digits shown after the point."),
        field<&Measure::up_means>("up_means", "What a higher value says."),
        field<&Measure::visits>("visits", "Estimate at each visit."),
        field<&Measure::places>("places", "Place among comparison infants at each visit."),
        field<&Measure::changes>("changes", "Each later visit against the first."),
        field<&Measure::steps>(
            "steps",
            "From the third visit on: each visit against the one before it. The finding's strength, its "
            "headline and the studies' direction rest on `changes` alone."),
        field<&Measure::comparison_infants>(
            "comparison_infants", "The comparison infants one by one, for figures; empty: none were given.")};
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
    return std::array{
        field<&S::domain>("domain", "Which domain."),
        field<&S::strength>("strength", "How strongly the change may be spoken of."),
        field<&S::direction>("direction", "Where it went, if it is said to have gone anywhere."),
        field<&S::as_in_studies>(
            "as_in_studies",
            "true: reliable, in the direction reported after the mothers' treatment; false: reliable the "
            "other "
            "way; null otherwise."),
        field<&S::headline>("headline", "A few words."),
        field<&S::plain>("plain", "What is found, in one sentence without statistics."),
        field<&S::sentence>("sentence", "What is found, and what it rests on."),
        field<&S::certainty>("certainty", "good, low, or none: cannot be judged."),
        field<&S::certainty_reason>("certainty_reason", "Why certainty is not good; empty if it is.")};
  }
};

struct Provenance {
  std::string program;
  std::string version;
  visit::Settings settings;
  std::vector<std::string> inputs_sha256;

  static constexpr const char* type_name = "Provenance";
  static constexpr auto fields() {
    return std::array{
        field<&Provenance::program>("program", "attune"),
        field<&Provenance::version>("version", "Version of the core."),
        field<&Provenance::settings>("settings", "All settings, whole."),
        field<&Provenance::inputs_sha256>("inputs_sha256", "Digests of the files, in order of visits.")};
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
    return std::array{
        field<&Report::format>("format", "Version of this tree."),
        field<&Report::title>("title", "Heading."),
        field<&Report::participant>("participant",
                                    "Code of the infant, as entered; empty: none. Never from a recording."),
        field<&Report::statements>("statements", "The findings, one a domain."),
        field<&Report::pattern>("pattern", "What the domains say together, in words; no sum score."),
        field<&Report::cautions>("cautions", "What the numbers cannot say."),
        field<&Report::measures>("measures", "Every measure over the visits."),
        field<&Report::visits>("visits", "What was measured in each recording."),
        field<&Report::diagnostics>("diagnostics", "What is to be known about the comparison."),
        field<&Report::provenance>("provenance",
                                   "Version, settings and inputs: what is needed to repeat this."),
        field<&Report::specification_curves>(
            "specification_curves",
            "The changes of brain and heart under every combination of choices; empty: not formed.")};
  }
};

}  // namespace attune::report

namespace attune {
extern template const TypeInfo type_info<report::Report>;
}  // namespace attune
