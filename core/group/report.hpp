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
    return std::make_tuple(
        field("estimate", &GroupByTime::estimate,
              "Change of the treated group minus change of the comparison group; null with several later "
              "visits that can be judged."),
        field("se", &GroupByTime::se, "Its standard error."),
        field("f", &GroupByTime::f,
              "F of all group × visit terms at once, of visits at which both groups have enough infants."),
        field("df_num", &GroupByTime::df_num, "Its numerator degrees of freedom."),
        field("df_den", &GroupByTime::df_den, "Its denominator degrees of freedom (Kenward–Roger)."),
        field("p", &GroupByTime::p, "Its probability without an effect."),
        field("infant_variance", &GroupByTime::infant_variance,
              "Covariance of two visits of a participant: where it is not negative, the variance of the "
              "participants' intercepts."),
        field("residual_variance", &GroupByTime::residual_variance, "Variance of the residuals."),
        field("correlation", &GroupByTime::correlation,
              "Correlation of two visits of a participant; it may be negative."),
        field("covariance", &GroupByTime::covariance, "How the visits of a participant go together."),
        field("df_method", &GroupByTime::df_method, "How standard errors and degrees of freedom are found."),
        field("singular", &GroupByTime::singular,
              "True if the visits of a participant do not correlate positively, where a model with random "
              "intercepts would be singular; this one allows for it."),
        field("observations", &GroupByTime::observations, "Values used."),
        field("participants", &GroupByTime::participants, "Participants with at least one value."),
        field("reason", &GroupByTime::reason, "Why there is no result; empty if there is."));
  }
};

/// A difference or a change with its t test.
struct Tested {
  Estimate estimate;  ///< with its 95 % interval
  std::optional<double> t, df, p;

  static constexpr const char* type_name = "TestedDifference";
  static constexpr auto fields() {
    return std::make_tuple(field("estimate", &Tested::estimate, "The difference, with its 95 % interval."),
                           field("t", &Tested::t, "t against 0."),
                           field("df", &Tested::df, "Its degrees of freedom."),
                           field("p", &Tested::p, "Its two-sided p."));
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
    return std::make_tuple(
        field("difference", &E::difference, "Treated minus comparison mean."),
        field("epsilon", &E::epsilon, "Margin, in the measure's unit."),
        field("t_lower", &E::t_lower, "t against −epsilon."),
        field("p_lower", &E::p_lower, "Its one-sided p."),
        field("t_upper", &E::t_upper, "t against +epsilon."),
        field("p_upper", &E::p_upper, "Its one-sided p."), field("df", &E::df, "Degrees of freedom."),
        field("p", &E::p, "The larger p."),
        field("ci90_low", &E::ci90_low, "Lower end of the 90 % interval."),
        field("ci90_high", &E::ci90_high, "Upper end of the 90 % interval."),
        field("power", &E::power,
              "Chance that these groups would be found equivalent if they truly were the same."),
        field("finding", &E::finding, "In words."));
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
    return std::make_tuple(
        field(
            "change", &Matched::change,
            "Mean over pairs of the treated infant's change minus its partner's (paired t); n counts pairs."),
        field("g_z", &Matched::g_z, "The same in SDs of these differences (Hedges' g_z)."),
        field("bayes_factor_10", &Matched::bayes_factor_10, "JZS Bayes factor of that t."),
        field("equivalence", &Matched::equivalence, "Pair differences at this visit within ± epsilon?"));
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
    return std::make_tuple(
        field("missing_treated", &M::missing_treated,
              "Share of the treated infants in the model without a value at this visit."),
        field("missing_control", &M::missing_control, "The same of the comparison infants."),
        field("delta_treated", &M::delta_treated,
              "The smallest shift of all missing treated infants from what the model expects that changes "
              "whether p is below the significance; null: none does, or nobody is missing."),
        field("delta_control", &M::delta_control, "The same of the missing comparison infants."),
        field("delta_treated_sd", &M::delta_treated_sd, "delta_treated in pooled SDs of the first visit."),
        field("delta_control_sd", &M::delta_control_sd, "delta_control in the same."));
  }
};

/// How well the comparison infants keep their places from the first visit to this one: retest and change over
/// the time between them, together (McGraw & Wong 1996, ICC(C,1)).
struct ControlReliability {
  Estimate icc, sem, smallest_detectable_change;

  static constexpr const char* type_name = "ControlReliability";
  static constexpr auto fields() {
    using C = ControlReliability;
    return std::make_tuple(
        field("icc", &C::icc,
              "ICC(C,1), two-way consistency, with its F interval: what all change alike does not count."),
        field("sem", &C::sem, "Standard error of measurement: SD of the changes / √2, with its χ² interval."),
        field("smallest_detectable_change", &C::smallest_detectable_change,
              "1.96 √2 SEM: 95 % of such infants change by less, apart from their mean change."));
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
    return std::make_tuple(
        field("visit", &L::visit, "Which visit."),
        field("interaction", &L::interaction, "Change of treated minus change of comparison, mixed model."),
        field("interaction_p", &L::interaction_p, "Its p."),
        field("d_ppc2", &L::d_ppc2,
              "The same in pooled SDs of the first visit (Morris 2008, eq. 8), with the model's error."),
        field("d_ppc2_completers", &L::d_ppc2_completers,
              "The same of completers, participants with both visits, with its large-sample variance."),
        field("completers_r", &L::completers_r,
              "The correlation in that variance: Pearson's of both visits within groups, of completers."),
        field("incomplete_treated", &L::incomplete_treated,
              "Treated infants in the model that lack the first visit or this one: missing at random."),
        field("incomplete_control", &L::incomplete_control, "The same of the comparison infants."),
        field("completers_disagree", &L::completers_disagree,
              "True if interaction_p and change_p lie on different sides of the significance."),
        field("treated_change", &L::treated_change,
              "Mean change of the treated group's completers (paired t)."),
        field("control_change", &L::control_change,
              "Mean change of the comparison group's completers (paired t)."),
        field("treated_change_model", &L::treated_change_model, "Change of the treated group, mixed model."),
        field("control_change_model", &L::control_change_model,
              "Change of the comparison group, mixed model."),
        field("g_z_treated", &L::g_z_treated,
              "Change of the treated group in SDs of its changes (Hedges' g_z)."),
        field("g_z_control", &L::g_z_control, "The same of the comparison group."),
        field("change_difference", &L::change_difference,
              "Difference of mean changes of participants with both visits; interval by bootstrap of "
              "participants."),
        field("change_t", &L::change_t, "Student's t of the changes, treated against comparison."),
        field("change_df", &L::change_df, "Its degrees of freedom."),
        field("change_p", &L::change_p, "Its p."),
        field("bayes_factor_10", &L::bayes_factor_10,
              "JZS Bayes factor of that t: evidence for an effect over none."),
        field("difference", &L::difference,
              "Treated minus comparison at this visit, of infants seen at it (Welch)."),
        field("difference_model", &L::difference_model, "The same by the mixed model, missing at random."),
        field("g_between", &L::g_between,
              "The same in pooled SDs (Hedges' g), of infants seen at this visit."),
        field("equivalence", &L::equivalence,
              "Indistinguishable from comparison infants at this visit? By `difference`, or by "
              "`difference_model` where infants lack the first visit or this one."),
        field("pairs", &L::pairs, "The same question by matched pairs; null where none are given."),
        field("sensitivity", &L::sensitivity,
              "What the missing would have to be to change the answer; null if nobody is missing."),
        field("reliability", &L::reliability,
              "How alike the comparison infants are at the first visit and this one."),
        field("finding", &L::finding, "A few words."), field("sentence", &L::sentence, "In words."));
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
    return std::make_tuple(
        field("group", &C::group, "Which group."), field("visit", &C::visit, "Which visit."),
        field("n", &C::n, "Participants with a value."), field("mean", &C::mean, "Their mean."),
        field("sd", &C::sd, "Their SD."),
        field("ci_low", &C::ci_low, "Lower end of the mean's 95 % interval (Student)."),
        field("ci_high", &C::ci_high, "Upper end of the mean's 95 % interval."),
        field("missing", &C::missing, "Participants without a value, by reason."),
        field("reason", &C::reason, "Why nothing is pooled; empty if it is."),
        field("missing_reasons", &C::missing_reasons,
              "What the reasons in `missing` say, by the same names."),
        field("model_mean", &C::model_mean,
              "The group's mean by the mixed model, as if nobody were missing (at random)."));
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
    return std::make_tuple(
        field("group", &D::group, "Which group."), field("visit", &D::visit, "Which visit."),
        field("seen", &D::seen, "Infants with a value."),
        field("missed", &D::missed, "Infants without a value here that have one at a later visit."),
        field("left", &D::left,
              "Infants whose last value is that of the visit before; at the first visit: with none at all."),
        field("left_first_mean", &D::left_first_mean,
              "Mean at the first visit of those who left; null of fewer than are pooled."),
        field("stayed_first_mean", &D::stayed_first_mean,
              "Mean at the first visit of those seen here or later; null likewise."));
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
    return std::make_tuple(
        field("measure", &M::measure, "As named in the table."), field("title", &M::title, "Name as shown."),
        field("unit", &M::unit, "Unit; empty if not known."),
        field("up_means", &M::up_means, "What a higher value says; empty if not known."),
        field("decimals", &M::decimals, "Digits shown after the point."),
        field("primary", &M::primary, "Whether it is one of the primary measures; others are exploratory."),
        field("group_by_time", &M::group_by_time, "Did the groups change differently?"),
        field("p_holm", &M::p_holm, "p adjusted over the primary measures (Holm 1979); null for others."),
        field("first_difference", &M::first_difference,
              "Treated minus comparison at the first visit, of infants seen at it (Welch)."),
        field("first_difference_model", &M::first_difference_model, "The same by the mixed model."),
        field("first_incomplete", &M::first_incomplete,
              "Infants in the model without a value at the first visit."),
        field("later_visits", &M::later_visits, "Each later visit against the first."),
        field("cells", &M::cells, "Values and missing values by group and visit."),
        field("dropout", &M::dropout, "Who was not seen at which visit, by group."),
        field("values", &M::values, "Every infant's value at every visit, in the order of `infants`."),
        field("missing", &M::missing, "What is missing and why, in words; empty if nothing is."));
  }
};

/// One infant of either group.
struct GroupInfant {
  std::string participant, group, pair;

  static constexpr const char* type_name = "GroupInfant";
  static constexpr auto fields() {
    return std::make_tuple(field("participant", &GroupInfant::participant, "As named in the table."),
                           field("group", &GroupInfant::group, "Which group."),
                           field("pair", &GroupInfant::pair, "Which matched pair; empty if none."));
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
    return std::make_tuple(
        field("format", &G::format, "Version of this tree."),
        field("version", &G::version, "Version of the core."),
        field("treated_group", &G::treated_group, "The group whose change is asked about."),
        field("control_group", &G::control_group, "The comparison group."),
        field("visits", &G::visits, "In their order in time."),
        field("infants", &G::infants, "Infants of both groups."),
        field("pairs", &G::pairs, "Matched pairs with an infant in each group."),
        field("measures", &G::measures, "Results, one a measure."),
        field("cautions", &G::cautions, "What the numbers cannot say."),
        field("diagnostics", &G::diagnostics, "What had to be assumed."),
        field("settings", &G::settings, "All settings, whole."));
  }
};

}  // namespace attune::group
