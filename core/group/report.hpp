// What a comparison of two groups of infants comes to: one tree, measure by measure, with its words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "base/result.hpp"
#include "group/settings.hpp"

namespace attune::group {

/// Did the groups change differently? Model y ~ group × visit with one correlation within participants, REML,
/// Kenward–Roger (stats/mixed_model.hpp).
struct GroupByTime {
  std::optional<double> estimate;  ///< of the only later visit; none with several, which `f` tests at once
  std::optional<double> se;
  std::optional<double> f, df_num, df_den, p;
  std::optional<double> infant_variance, residual_variance, correlation;
  std::string covariance = "compound symmetry";
  std::string df_method = "Kenward-Roger; standard errors with observed information";
  bool singular = false;
  int observations = 0;
  int participants = 0;
  words::Text reason;  ///< why there is no result

  static constexpr const char* type_name = "GroupByTime";
  static constexpr auto fields() {
    return std::array{
        field<&GroupByTime::estimate>(
            "estimate",
            "Change of the treated group minus change of the comparison group; null with several later "
            "visits that can be judged."),
        field<&GroupByTime::se>("se", "Its standard error."),
        field<&GroupByTime::f>(
            "f", "F of all group × visit terms at once, of visits at which both groups have enough infants."),
        field<&GroupByTime::df_num>("df_num", "Its numerator degrees of freedom."),
        field<&GroupByTime::df_den>("df_den", "Its denominator degrees of freedom (Kenward–Roger)."),
        field<&GroupByTime::p>("p", "Its probability without an effect."),
        field<&GroupByTime::infant_variance>(
            "infant_variance",
            "Covariance of two visits of a participant: where it is not negative, the variance of the "
            "participants' intercepts."),
        field<&GroupByTime::residual_variance>("residual_variance", "Variance of the residuals."),
        field<&GroupByTime::correlation>("correlation",
                                         "Correlation of two visits of a participant; it may be negative."),
        field<&GroupByTime::covariance>("covariance", "How the visits of a participant go together."),
        field<&GroupByTime::df_method>("df_method", "How standard errors and degrees of freedom are found."),
        field<&GroupByTime::singular>(
            "singular",
            "True if the visits of a participant do not correlate positively, where a model with random "
            "intercepts would be singular; this one allows for it."),
        field<&GroupByTime::observations>("observations", "Values used."),
        field<&GroupByTime::participants>("participants", "Participants with at least one value."),
        field<&GroupByTime::reason>("reason", "Why there is no result; empty if there is.")};
  }
};

/// A difference or a change with its t test.
struct Tested {
  Estimate estimate;  ///< with its 95 % interval
  std::optional<double> t, df, p;

  static constexpr const char* type_name = "TestedDifference";
  static constexpr auto fields() {
    return std::array{field<&Tested::estimate>("estimate", "The difference, with its 95 % interval."),
                      field<&Tested::t>("t", "t against 0."),
                      field<&Tested::df>("df", "Its degrees of freedom."),
                      field<&Tested::p>("p", "Its two-sided p.")};
  }
};

/// Are the treated infants within ± epsilon of the comparison infants at this visit? Two one-sided tests:
/// Welch's, or of pair differences.
struct GroupEquivalence {
  std::optional<double> difference, epsilon, t_lower, p_lower, t_upper, p_upper, df, p, ci90_low, ci90_high,
      power;
  words::Text finding;  ///< "equivalent within ±0.50", "not shown to be equivalent", or why neither

  static constexpr const char* type_name = "GroupEquivalence";
  static constexpr auto fields() {
    using E = GroupEquivalence;
    return std::array{
        field<&E::difference>("difference", "Treated minus comparison mean."),
        field<&E::epsilon>("epsilon", "Margin, in the measure's unit."),
        field<&E::t_lower>("t_lower", "t against −epsilon."),
        field<&E::p_lower>("p_lower", "Its one-sided p."),
        field<&E::t_upper>("t_upper", "t against +epsilon."),
        field<&E::p_upper>("p_upper", "Its one-sided p."),
        field<&E::df>("df", "Degrees of freedom."),
        field<&E::p>("p", "The larger p."),
        field<&E::ci90_low>("ci90_low", "Lower end of the 90 % interval."),
        field<&E::ci90_high>("ci90_high", "Upper end of the 90 % interval."),
        field<&E::power>("power",
                         "Chance that these groups would be found equivalent if they truly were the same."),
        field<&E::finding>("finding", "In words.")};
  }
};

/// Matched pairs: each treated infant against the comparison infant of its pair.
struct Matched {
  Tested change;  ///< mean over pairs of change of treated − change of comparison
  Estimate g_z;
  std::optional<double> bayes_factor_10;
  GroupEquivalence equivalence;

  static constexpr const char* type_name = "MatchedPairs";
  static constexpr auto fields() {
    return std::array{
        field<&Matched::change>(
            "change",
            "Mean over pairs of the treated infant's change minus its partner's (paired t); n counts pairs."),
        field<&Matched::g_z>("g_z", "The same in SDs of these differences (Hedges' g_z)."),
        field<&Matched::bayes_factor_10>("bayes_factor_10", "JZS Bayes factor of that t."),
        field<&Matched::equivalence>("equivalence", "Pair differences at this visit within ± epsilon?")};
  }
};

/// How far the missing values would have to be from what the model expects of them for the interval of the difference in
/// change to take in 0, or to leave it out (delta adjustment; White, Carpenter & Horton 2018).
struct MissingSensitivity {
  double missing_treated = 0, missing_control = 0;
  std::optional<double> delta_treated, delta_control, delta_treated_sd, delta_control_sd;

  static constexpr const char* type_name = "MissingSensitivity";
  static constexpr auto fields() {
    using M = MissingSensitivity;
    return std::array{
        field<&M::missing_treated>(
            "missing_treated", "Share of the treated infants in the model without a value at this visit."),
        field<&M::missing_control>("missing_control", "The same of the comparison infants."),
        field<&M::delta_treated>(
            "delta_treated",
            "The smallest shift of all missing treated infants from what the model expects that changes "
            "whether p is below the significance; null: none does, or nobody is missing."),
        field<&M::delta_control>("delta_control", "The same of the missing comparison infants."),
        field<&M::delta_treated_sd>("delta_treated_sd", "delta_treated in pooled SDs of the first visit."),
        field<&M::delta_control_sd>("delta_control_sd", "delta_control in the same.")};
  }
};

/// How well the comparison infants keep their places from the first visit to this one: retest and change over
/// the time between them, together (McGraw & Wong 1996, ICC(C,1)).
struct ControlReliability {
  Estimate icc, sem, smallest_detectable_change;

  static constexpr const char* type_name = "ControlReliability";
  static constexpr auto fields() {
    using C = ControlReliability;
    return std::array{
        field<&C::icc>(
            "icc",
            "ICC(C,1), two-way consistency, with its F interval: what all change alike does not count."),
        field<&C::sem>("sem", "Standard error of measurement: SD of the changes / √2, with its χ² interval."),
        field<&C::smallest_detectable_change>(
            "smallest_detectable_change",
            "1.96 √2 SEM: 95 % of such infants change by less, apart from their mean change.")};
  }
};

/// One later visit against the first.
struct LaterVisit {
  std::string visit;
  Estimate interaction;  ///< change of treated − change of comparison, mixed model
  std::optional<double> interaction_p;
  Estimate d_ppc2, d_ppc2_completers;
  std::optional<double> completers_r;
  int incomplete_treated = 0, incomplete_control = 0;
  bool completers_disagree = false;
  Tested treated_change, control_change, treated_change_model, control_change_model;
  Estimate g_z_treated, g_z_control;
  Estimate change_difference;  ///< mean changes of complete infants; interval by bootstrap
  std::optional<double> change_t, change_df, change_p;
  std::optional<double> bayes_factor_10;
  Tested difference, difference_model;
  Estimate g_between;
  GroupEquivalence equivalence;
  std::optional<Matched> pairs;
  std::optional<MissingSensitivity> sensitivity;
  ControlReliability reliability;
  words::Text finding;
  words::Text sentence;

  bool incomplete() const { return incomplete_treated + incomplete_control > 0; }
  /// What is told of the groups at this visit, and of their own changes: where values are missing, the model's.
  const Tested& told_difference() const { return incomplete() ? difference_model : difference; }
  const Tested& told_treated() const { return incomplete() ? treated_change_model : treated_change; }
  const Tested& told_control() const { return incomplete() ? control_change_model : control_change; }

  static constexpr const char* type_name = "LaterVisit";
  static constexpr auto fields() {
    using L = LaterVisit;
    return std::array{
        field<&L::visit>("visit", "Which visit."),
        field<&L::interaction>("interaction", "Change of treated minus change of comparison, mixed model."),
        field<&L::interaction_p>("interaction_p", "Its p."),
        field<&L::d_ppc2>(
            "d_ppc2",
            "The same in pooled SDs of the first visit (Morris 2008, eq. 8), with the model's error."),
        field<&L::d_ppc2_completers>(
            "d_ppc2_completers",
            "The same of completers, participants with both visits, with its large-sample variance."),
        field<&L::completers_r>(
            "completers_r",
            "The correlation in that variance: Pearson's of both visits within groups, of completers."),
        field<&L::incomplete_treated>(
            "incomplete_treated",
            "Treated infants in the model that lack the first visit or this one: missing at random."),
        field<&L::incomplete_control>("incomplete_control", "The same of the comparison infants."),
        field<&L::completers_disagree>(
            "completers_disagree",
            "True if interaction_p and change_p lie on different sides of the significance."),
        field<&L::treated_change>("treated_change",
                                  "Mean change of the treated group's completers (paired t)."),
        field<&L::control_change>("control_change",
                                  "Mean change of the comparison group's completers (paired t)."),
        field<&L::treated_change_model>("treated_change_model", "Change of the treated group, mixed model."),
        field<&L::control_change_model>("control_change_model",
                                        "Change of the comparison group, mixed model."),
        field<&L::g_z_treated>("g_z_treated",
                               "Change of the treated group in SDs of its changes (Hedges' g_z)."),
        field<&L::g_z_control>("g_z_control", "The same of the comparison group."),
        field<&L::change_difference>(
            "change_difference",
            "Difference of mean changes of participants with both visits; interval by bootstrap of "
            "participants."),
        field<&L::change_t>("change_t", "Student's t of the changes, treated against comparison."),
        field<&L::change_df>("change_df", "Its degrees of freedom."),
        field<&L::change_p>("change_p", "Its p."),
        field<&L::bayes_factor_10>("bayes_factor_10",
                                   "JZS Bayes factor of that t: evidence for an effect over none."),
        field<&L::difference>("difference",
                              "Treated minus comparison at this visit, of infants seen at it (Welch)."),
        field<&L::difference_model>("difference_model", "The same by the mixed model, missing at random."),
        field<&L::g_between>("g_between",
                             "The same in pooled SDs (Hedges' g), of infants seen at this visit."),
        field<&L::equivalence>(
            "equivalence",
            "Indistinguishable from comparison infants at this visit? By `difference`, or by "
            "`difference_model` where infants lack the first visit or this one."),
        field<&L::pairs>("pairs", "The same question by matched pairs; null where none are given."),
        field<&L::sensitivity>(
            "sensitivity",
            "What the missing would have to be to change the answer; null if nobody is missing."),
        field<&L::reliability>("reliability",
                               "How alike the comparison infants are at the first visit and this one."),
        field<&L::finding>("finding", "A few words."),
        field<&L::sentence>("sentence", "In words.")};
  }
};

/// One group at one visit.
struct CellSummary {
  std::string group, visit;
  int n = 0;
  std::optional<double> mean, sd, ci_low, ci_high;
  std::map<std::string, int> missing;  ///< by reason, in English
  words::Text reason;
  std::map<std::string, words::Text> missing_reasons = {};  ///< what the names in `missing` say
  Estimate model_mean = {};

  static constexpr const char* type_name = "CellSummary";
  static constexpr auto fields() {
    using C = CellSummary;
    return std::array{
        field<&C::group>("group", "Which group."),
        field<&C::visit>("visit", "Which visit."),
        field<&C::n>("n", "Participants with a value."),
        field<&C::mean>("mean", "Their mean."),
        field<&C::sd>("sd", "Their SD."),
        field<&C::ci_low>("ci_low", "Lower end of the mean's 95 % interval (Student)."),
        field<&C::ci_high>("ci_high", "Upper end of the mean's 95 % interval."),
        field<&C::missing>("missing", "Participants without a value, by reason."),
        field<&C::reason>("reason", "Why nothing is pooled; empty if it is."),
        field<&C::missing_reasons>("missing_reasons",
                                   "What the reasons in `missing` say, by the same names."),
        field<&C::model_mean>("model_mean",
                              "The group's mean by the mixed model, as if nobody were missing (at random).")};
  }
};

/// Who of one group was not seen at one visit. Of all its infants, seen + missed + left up to here are all.
struct DropoutRow {
  std::string group, visit;
  int seen = 0, missed = 0, left = 0;
  std::optional<double> left_first_mean, stayed_first_mean;

  static constexpr const char* type_name = "DropoutRow";
  static constexpr auto fields() {
    using D = DropoutRow;
    return std::array{
        field<&D::group>("group", "Which group."),
        field<&D::visit>("visit", "Which visit."),
        field<&D::seen>("seen", "Infants with a value."),
        field<&D::missed>("missed", "Infants without a value here that have one at a later visit."),
        field<&D::left>(
            "left",
            "Infants whose last value is that of the visit before; at the first visit: with none at all."),
        field<&D::left_first_mean>(
            "left_first_mean", "Mean at the first visit of those who left; null of fewer than are pooled."),
        field<&D::stayed_first_mean>("stayed_first_mean",
                                     "Mean at the first visit of those seen here or later; null likewise.")};
  }
};

struct MeasureResult {
  std::string measure;
  words::Text title, unit, up_means;
  int decimals = 2;
  bool primary = false;
  GroupByTime group_by_time;
  std::optional<double> p_holm;
  Tested first_difference, first_difference_model;
  int first_incomplete = 0;
  std::vector<LaterVisit> later_visits;
  std::vector<CellSummary> cells;
  std::vector<DropoutRow> dropout;
  std::vector<std::vector<std::optional<double>>> values;
  words::Text missing;

  /// What is told of the groups at the first visit.
  const Tested& told_first() const {
    return first_incomplete > 0 ? first_difference_model : first_difference;
  }

  static constexpr const char* type_name = "MeasureResult";
  static constexpr auto fields() {
    using M = MeasureResult;
    return std::array{
        field<&M::measure>("measure", "As named in the table."),
        field<&M::title>("title", "Name as shown."),
        field<&M::unit>("unit", "Unit; empty if not known."),
        field<&M::up_means>("up_means", "What a higher value says; empty if not known."),
        field<&M::decimals>("decimals", "Digits shown after the point."),
        field<&M::primary>("primary", "Whether it is one of the primary measures; others are exploratory."),
        field<&M::group_by_time>("group_by_time", "Did the groups change differently?"),
        field<&M::p_holm>("p_holm", "p adjusted over the primary measures (Holm 1979); null for others."),
        field<&M::first_difference>(
            "first_difference",
            "Treated minus comparison at the first visit, of infants seen at it (Welch)."),
        field<&M::first_difference_model>("first_difference_model", "The same by the mixed model."),
        field<&M::first_incomplete>("first_incomplete",
                                    "Infants in the model without a value at the first visit."),
        field<&M::later_visits>("later_visits", "Each later visit against the first."),
        field<&M::cells>("cells", "Values and missing values by group and visit."),
        field<&M::dropout>("dropout", "Who was not seen at which visit, by group."),
        field<&M::values>("values", "Every infant's value at every visit, in the order of `infants`."),
        field<&M::missing>("missing", "What is missing and why, in words; empty if nothing is.")};
  }
};

/// One infant of either group.
struct GroupInfant {
  std::string participant, group, pair;

  static constexpr const char* type_name = "GroupInfant";
  static constexpr auto fields() {
    return std::array{field<&GroupInfant::participant>("participant", "As named in the table."),
                      field<&GroupInfant::group>("group", "Which group."),
                      field<&GroupInfant::pair>("pair", "Which matched pair; empty if none.")};
  }
};

struct GroupReport {
  int format = 2;
  std::string version;
  std::string treated_group, control_group;
  std::vector<std::string> visits;
  std::vector<GroupInfant> infants;
  int pairs = 0;
  std::vector<MeasureResult> measures;
  std::vector<words::Text> cautions;
  std::vector<Diagnostic> diagnostics;
  Settings settings;

  static constexpr const char* type_name = "GroupReport";
  static constexpr auto fields() {
    using G = GroupReport;
    return std::array{field<&G::format>("format", "Version of this tree."),
                      field<&G::version>("version", "Version of the core."),
                      field<&G::treated_group>("treated_group", "The group whose change is asked about."),
                      field<&G::control_group>("control_group", "The comparison group."),
                      field<&G::visits>("visits", "In their order in time."),
                      field<&G::infants>("infants", "Infants of both groups."),
                      field<&G::pairs>("pairs", "Matched pairs with an infant in each group."),
                      field<&G::measures>("measures", "Results, one a measure."),
                      field<&G::cautions>("cautions", "What the numbers cannot say."),
                      field<&G::diagnostics>("diagnostics", "What had to be assumed."),
                      field<&G::settings>("settings", "All settings, whole.")};
  }
};

}  // namespace attune::group
