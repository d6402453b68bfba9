#include "group/changes.hpp"

#include <cstdio>
#include <string>

#include "group/samples.hpp"
#include "stats/bayes_factor.hpp"
#include "stats/bootstrap.hpp"
#include "stats/difference.hpp"
#include "stats/effect_size.hpp"
#include "stats/equivalence.hpp"

namespace attune::group {
namespace {

constexpr const char* no_spread = "all values are the same";

Estimate none(int n, const std::string& reason) {
  Estimate estimate;
  estimate.n = n;
  estimate.reason = reason;
  return estimate;
}

Tested tested(const std::optional<stats::TTest>& test, int n) {
  Tested result;
  result.estimate.n = n;
  if (!test) {
    result.estimate.reason = no_spread;
    return result;
  }
  result.estimate = stats::with_interval(test->estimate, test->se, test->df, n);
  result.t = test->t;
  result.df = test->df;
  result.p = test->p;
  return result;
}

/// Why the two groups cannot be compared; empty if they can.
std::string shortage_of_groups(const Table& table, std::size_t treated, std::size_t control,
                               const std::string& where, const Settings& settings) {
  std::string reason = shortage(table.treated_group, treated, where, settings);
  const std::string other = shortage(table.control_group, control, where, settings);
  if (!reason.empty() && !other.empty()) reason += "; ";
  return reason + other;
}

GroupEquivalence equivalence(const std::optional<stats::TTest>& test, double control_sd, std::string reason,
                             const Settings& settings) {
  GroupEquivalence result;
  const double epsilon = settings.equivalence_margin_sd * control_sd;
  if (reason.empty() && (!test || !(epsilon > 0))) reason = no_spread;
  if (!reason.empty()) {
    result.finding = "cannot be judged: " + reason;
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
  char margin[32];
  std::snprintf(margin, sizeof margin, "%.3g", epsilon);
  result.finding =
      (found.p < settings.significance ? "equivalent within ±" : "not shown to be equivalent within ±") +
      std::string(margin);
  return result;
}

stats::BeforeAfter before_after(const Complete& infants) {
  const auto before = stats::summarize(infants.before);
  return {before.n, before.mean, stats::summarize(infants.after).mean, before.sd};
}

/// A group's own change, if it has enough infants.
void add_own_change(Tested& change, Estimate& g_z, const stats::Summary& changes, const std::string& reason) {
  if (!reason.empty()) {
    change.estimate = g_z = none(changes.n, reason);
    return;
  }
  change = tested(stats::one_sample_t_test(changes), changes.n);
  g_z = stats::hedges_g_z(changes);
}

void add_changes(LaterVisit& later, const Table& table, const Complete& treated, const Complete& control,
                 const Settings& settings) {
  const std::string both = "with both visits";
  const auto t = stats::summarize(treated.change), c = stats::summarize(control.change);
  add_own_change(later.treated_change, later.g_z_treated, t,
                 shortage(table.treated_group, treated.change.size(), both, settings));
  add_own_change(later.control_change, later.g_z_control, c,
                 shortage(table.control_group, control.change.size(), both, settings));
  const std::string reason =
      shortage_of_groups(table, treated.change.size(), control.change.size(), both, settings);
  const auto test = stats::pooled_t_test(t, c);
  if (!reason.empty() || !test) {
    later.d_ppc2 = later.change_difference = none(t.n + c.n, reason.empty() ? no_spread : reason);
    return;
  }
  stats::PooledCorrelation correlation;
  correlation.add(treated.before, treated.after);
  correlation.add(control.before, control.after);
  later.d_ppc2 = stats::d_ppc2(before_after(treated), before_after(control), correlation.value().value_or(0));
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
  const auto reason = [&](int n, const char* where) {
    return n >= settings.fewest_infants ? ""
                                        : std::to_string(n) + " pairs " + where + ", at least " +
                                              std::to_string(settings.fewest_infants) + " are needed";
  };
  if (const std::string why = reason(change.n, "with both visits"); !why.empty()) {
    pairs.change.estimate = pairs.g_z = none(change.n, why);
  } else {
    pairs.change = tested(stats::one_sample_t_test(change), change.n);
    pairs.g_z = stats::hedges_g_z(change);
    if (pairs.change.t)
      pairs.bayes_factor_10 = stats::jzs_bayes_factor(*pairs.change.t, change.n, settings.bayes_prior_scale);
  }
  pairs.equivalence =
      equivalence(stats::one_sample_t_test(there), control_sd, reason(there.n, "with this visit"), settings);
  return pairs;
}

}  // namespace

Tested difference_at(const Table& table, const MeasureTable& measure, std::size_t visit,
                     const Settings& settings) {
  const auto treated = values_at(table, measure, Side::treated, visit),
             control = values_at(table, measure, Side::control, visit);
  const auto n = static_cast<int>(treated.size() + control.size());
  const std::string reason =
      shortage_of_groups(table, treated.size(), control.size(), "at " + table.visits[visit], settings);
  if (reason.empty())
    return tested(stats::welch_t_test(stats::summarize(treated), stats::summarize(control)), n);
  Tested result;
  result.estimate = none(n, reason);
  return result;
}

LaterVisit compare_with_first(const Table& table, const MeasureTable& measure, std::size_t visit,
                              const Settings& settings) {
  LaterVisit later;
  later.visit = table.visits[visit];
  add_changes(later, table, complete_infants(table, measure, Side::treated, visit),
              complete_infants(table, measure, Side::control, visit), settings);
  later.difference = difference_at(table, measure, visit, settings);
  const auto treated = stats::summarize(values_at(table, measure, Side::treated, visit)),
             control = stats::summarize(values_at(table, measure, Side::control, visit));
  const auto first = values_at(table, measure, Side::control, 0);
  const double control_sd = stats::summarize(first).sd;
  std::string reason = later.difference.estimate.reason;
  if (reason.empty())
    reason = shortage(table.control_group, first.size(), "at " + table.visits.front(), settings);
  later.g_between = later.difference.estimate.reason.empty() ? stats::hedges_g(treated, control)
                                                             : none(treated.n + control.n, reason);
  later.equivalence = equivalence(stats::welch_t_test(treated, control), control_sd, reason, settings);
  if (!table.pairs.empty())
    later.pairs = by_pairs(pair_differences(table, measure, visit), control_sd, settings);
  return later;
}

}  // namespace attune::group
