#include "group/changes.hpp"

#include "group/dropout.hpp"
#include "group/samples.hpp"
#include "stats/bayes_factor.hpp"
#include "stats/bootstrap.hpp"
#include "stats/difference.hpp"
#include "stats/effect_size.hpp"
#include "stats/equivalence.hpp"
#include "stats/reliability.hpp"
#include "words/ids/group.hpp"

namespace attune::group {
namespace {

words::Text no_spread() {
  return words::say<"group.no_spread">();
}

Estimate none(int n, const words::Text& reason) {
  Estimate estimate;
  estimate.n = n;
  estimate.reason = reason;
  return estimate;
}

Tested tested(const std::optional<stats::TTest>& test, int n) {
  Tested result;
  result.estimate.n = n;
  if (!test) {
    result.estimate.reason = no_spread();
    return result;
  }
  result.estimate = stats::with_interval(test->estimate, test->se, test->df, n);
  result.t = test->t;
  result.df = test->df;
  result.p = test->p;
  return result;
}

/// Why the two groups cannot be compared; empty if they can.
words::Text either(const words::Text& treated, const words::Text& control) {
  if (treated.empty()) return control;
  if (control.empty()) return treated;
  return words::say<"group.and">({{"first", treated}, {"second", control}});
}

GroupEquivalence equivalence(const std::optional<stats::TTest>& test, double control_sd, words::Text reason,
                             const Settings& settings) {
  GroupEquivalence result;
  const double epsilon = settings.equivalence_margin_sd * control_sd;
  if (reason.empty() && (!test || !(epsilon > 0))) reason = no_spread();
  if (!reason.empty()) {
    result.finding = words::say<"group.cannot_judge">({{"reason", reason}});
    return result;
  }
  const auto found = stats::test_equivalence(*test, epsilon);
  result.difference = test->estimate;
  result.epsilon = epsilon;
  result.t_lower = found.t_lower;
  result.p_lower = found.p_lower;
  result.t_upper = found.t_upper;
  result.p_upper = found.p_upper;
  result.df = test->df;
  result.p = found.p;
  result.ci90_low = found.ci90_low;
  result.ci90_high = found.ci90_high;
  result.power = found.power;
  const words::Number margin = words::significant(epsilon, 3);
  result.finding = found.p < settings.significance ? words::say<"group.equivalent">({{"margin", margin}})
                                                   : words::say<"group.not_equivalent">({{"margin", margin}});
  return result;
}

stats::BeforeAfter before_after(const Complete& infants) {
  const auto before = stats::summarize(infants.before);
  return {before.n, before.mean, stats::summarize(infants.after).mean, before.sd};
}

/// A group's own change, if it has enough infants.
void add_own_change(Tested& change, Estimate& g_z, const stats::Summary& changes, const words::Text& reason) {
  if (!reason.empty()) {
    change.estimate = g_z = none(changes.n, reason);
    return;
  }
  change = tested(stats::one_sample_t_test(changes), changes.n);
  g_z = stats::hedges_g_z(changes);
}

void add_changes(LaterVisit& later, const Table& table, const Complete& treated, const Complete& control,
                 const Settings& settings) {
  const auto t = stats::summarize(treated.change), c = stats::summarize(control.change);
  const words::Text few_treated = shortage_of_both(table.treated_group, treated.change.size(), settings),
                    few_control = shortage_of_both(table.control_group, control.change.size(), settings);
  add_own_change(later.treated_change, later.g_z_treated, t, few_treated);
  add_own_change(later.control_change, later.g_z_control, c, few_control);
  const words::Text reason = either(few_treated, few_control);
  const auto test = stats::pooled_t_test(t, c);
  if (!reason.empty() || !test) {
    later.d_ppc2_completers = later.change_difference =
        none(t.n + c.n, reason.empty() ? no_spread() : reason);
    return;
  }
  stats::PooledCorrelation correlation;
  correlation.add(treated.before, treated.after);
  correlation.add(control.before, control.after);
  later.completers_r = correlation.value();
  later.d_ppc2_completers =
      stats::d_ppc2(before_after(treated), before_after(control), later.completers_r.value_or(0));
  const auto interval = stats::bootstrap_difference(treated.change, control.change, settings.bootstrap_draws,
                                                    static_cast<std::uint64_t>(settings.bootstrap_seed));
  later.change_difference.n = t.n + c.n;
  later.change_difference.value = test->estimate;
  later.change_difference.se = interval.se;
  later.change_difference.ci_low = interval.ci_low;
  later.change_difference.ci_high = interval.ci_high;
  later.change_t = test->t;
  later.change_df = test->df;
  later.change_p = test->p;
  later.bayes_factor_10 = stats::jzs_bayes_factor(test->t, t.n, c.n, settings.bayes_prior_scale);
}

Matched by_pairs(const PairDifferences& differences, double control_sd, const Settings& settings) {
  Matched pairs;
  const auto change = stats::summarize(differences.change), there = stats::summarize(differences.at_visit);
  const auto few = [&](int n) { return is_short(static_cast<std::size_t>(n), settings); };
  if (few(change.n)) {
    pairs.change.estimate = pairs.g_z = none(
        change.n, words::say<"group.few_pairs_both">({{"n", change.n}, {"fewest", settings.fewest_infants}}));
  } else {
    pairs.change = tested(stats::one_sample_t_test(change), change.n);
    pairs.g_z = stats::hedges_g_z(change);
    if (pairs.change.t)
      pairs.bayes_factor_10 = stats::jzs_bayes_factor(*pairs.change.t, change.n, settings.bayes_prior_scale);
  }
  words::Text reason;
  if (few(there.n))
    reason = words::say<"group.few_pairs_at">({{"n", there.n}, {"fewest", settings.fewest_infants}});
  pairs.equivalence = equivalence(stats::one_sample_t_test(there), control_sd, std::move(reason), settings);
  return pairs;
}

ControlReliability reliability_of(const Table& table, const Complete& control, const Settings& settings) {
  ControlReliability result;
  const words::Text few = shortage_of_both(table.control_group, control.change.size(), settings);
  if (!few.empty()) {
    result.icc = result.sem = result.smallest_detectable_change =
        none(static_cast<int>(control.change.size()), few);
    return result;
  }
  const auto found = stats::reliability(control.before, control.after);
  return {found.icc, found.sem, found.smallest_detectable_change};
}

/// What the model says of a later visit; where it says nothing, why.
void add_model(LaterVisit& later, const Table& table, const MeasureTable& measure, std::size_t visit,
               const ModelResult& model, const Settings& settings) {
  const int n = model.group_by_time.participants;
  const ModelAtVisit& at = model.visits[visit];
  const auto change_of = [&](Side side, const std::string& group) {
    const auto& change = at.change[static_cast<std::size_t>(side)];
    if (change) return tested(change, n);
    Tested result;
    words::Text reason =
        shortage_at(group, values_at(table, measure, side, visit).size(), later.visit, settings);
    result.estimate = none(0, reason.empty() ? model.group_by_time.reason : reason);
    return result;
  };
  later.treated_change_model = change_of(Side::treated, table.treated_group);
  later.control_change_model = change_of(Side::control, table.control_group);
  ModelledChange change = modelled_change(table, measure, visit, model, settings);
  later.interaction = std::move(change.interaction);
  later.d_ppc2 = std::move(change.d_ppc2);
  later.interaction_p = change.p;
  if (!at.interaction) return;
  const stats::TTest& found = *at.interaction;
  const auto treated = stats::summarize(values_at(table, measure, Side::treated, 0)),
             control = stats::summarize(values_at(table, measure, Side::control, 0));
  later.completers_disagree =
      later.change_p && (found.p < settings.significance) != (*later.change_p < settings.significance);
  later.sensitivity = sensitivity(table, measure, visit, found, stats::pooled_sd(treated, control), settings);
}

}  // namespace

Tested difference_at(const Table& table, const MeasureTable& measure, std::size_t visit,
                     const Settings& settings) {
  const auto treated = values_at(table, measure, Side::treated, visit),
             control = values_at(table, measure, Side::control, visit);
  const auto n = static_cast<int>(treated.size() + control.size());
  const words::Text reason =
      either(shortage_at(table.treated_group, treated.size(), table.visits[visit], settings),
             shortage_at(table.control_group, control.size(), table.visits[visit], settings));
  if (reason.empty())
    return tested(stats::welch_t_test(stats::summarize(treated), stats::summarize(control)), n);
  Tested result;
  result.estimate = none(n, reason);
  return result;
}

Tested difference_by(const ModelResult& model, std::size_t visit, const Tested& seen) {
  const auto& found = model.visits[visit].difference;
  if (found) return tested(found, model.group_by_time.participants);
  Tested result;
  result.estimate = none(0, seen.estimate.reason.empty() ? model.group_by_time.reason : seen.estimate.reason);
  return result;
}

ModelledChange modelled_change(const Table& table, const MeasureTable& measure, std::size_t visit,
                               const ModelResult& model, const Settings& settings) {
  ModelledChange change;
  const auto& found = model.visits[visit].interaction;
  if (!found) {
    const words::Text first = difference_at(table, measure, 0, settings).estimate.reason;
    words::Text reason = difference_at(table, measure, visit, settings).estimate.reason;
    if (reason.empty()) reason = first.empty() ? model.group_by_time.reason : first;
    change.interaction = change.d_ppc2 = none(0, reason);
    return change;
  }
  change.interaction =
      stats::with_interval(found->estimate, found->se, found->df, model.group_by_time.participants);
  change.p = found->p;
  change.d_ppc2 = stats::d_ppc2(*found, stats::summarize(values_at(table, measure, Side::treated, 0)),
                                stats::summarize(values_at(table, measure, Side::control, 0)));
  return change;
}

LaterVisit compare_with_first(const Table& table, const MeasureTable& measure, std::size_t visit,
                              const ModelResult& model, const Settings& settings) {
  LaterVisit later;
  later.visit = table.visits[visit];
  later.incomplete_treated = incomplete_infants(table, measure, Side::treated, 0, visit);
  later.incomplete_control = incomplete_infants(table, measure, Side::control, 0, visit);
  const Complete control_infants = complete_infants(table, measure, Side::control, visit);
  add_changes(later, table, complete_infants(table, measure, Side::treated, visit), control_infants,
              settings);
  later.reliability = reliability_of(table, control_infants, settings);
  later.difference = difference_at(table, measure, visit, settings);
  later.difference_model = difference_by(model, visit, later.difference);
  add_model(later, table, measure, visit, model, settings);
  const auto treated = stats::summarize(values_at(table, measure, Side::treated, visit)),
             control = stats::summarize(values_at(table, measure, Side::control, visit));
  const auto first = values_at(table, measure, Side::control, 0);
  const double control_sd = stats::summarize(first).sd;
  words::Text reason = later.told_difference().estimate.reason;
  if (reason.empty()) reason = shortage_at(table.control_group, first.size(), table.visits.front(), settings);
  later.g_between = later.difference.estimate.reason.empty()
                        ? stats::hedges_g(treated, control)
                        : none(treated.n + control.n, later.difference.estimate.reason);
  later.equivalence =
      equivalence(later.incomplete() ? model.visits[visit].difference : stats::welch_t_test(treated, control),
                  control_sd, reason, settings);
  if (!table.pairs.empty())
    later.pairs = by_pairs(pair_differences(table, measure, visit), control_sd, settings);
  return later;
}

}  // namespace attune::group
