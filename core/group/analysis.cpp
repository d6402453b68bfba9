#include "group/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "group/model.hpp"
#include "stats/bayes_factor.hpp"
#include "stats/bootstrap.hpp"
#include "stats/difference.hpp"
#include "stats/effect_size.hpp"
#include "stats/equivalence.hpp"
#include "stats/holm.hpp"

namespace attune::group {
namespace {

constexpr std::array sides{Side::treated, Side::control};

/// The values of participants of one group who have both visits, by position the same infants.
struct Pairs {
  std::vector<double> before, after, change;
};

Pairs complete_pairs(const Table& table, const MeasureTable& measure, Side side, std::size_t visit) {
  Pairs pairs;
  for (std::size_t i = 0; i < table.participants.size(); ++i) {
    const auto &before = measure.cells[i][0].value, &after = measure.cells[i][visit].value;
    if (table.participants[i].side != side || !before || !after) continue;
    pairs.before.push_back(*before);
    pairs.after.push_back(*after);
    pairs.change.push_back(*after - *before);
  }
  return pairs;
}

stats::Summary at_visit(const Table& table, const MeasureTable& measure, Side side, std::size_t visit) {
  std::vector<double> values;
  for (std::size_t i = 0; i < table.participants.size(); ++i)
    if (table.participants[i].side == side && measure.cells[i][visit].value)
      values.push_back(*measure.cells[i][visit].value);
  return stats::summarize(values);
}

stats::BeforeAfter before_after(const Pairs& pairs) {
  const auto before = stats::summarize(pairs.before);
  return {before.n, before.mean, stats::summarize(pairs.after).mean, before.sd};
}

void compare_changes(LaterVisit& later, const Pairs& treated, const Pairs& control,
                     const Settings& settings) {
  const auto t_changes = stats::summarize(treated.change), c_changes = stats::summarize(control.change);
  later.g_z_treated = stats::hedges_g_z(t_changes);
  later.g_z_control = stats::hedges_g_z(c_changes);
  stats::PooledCorrelation correlation;
  correlation.add(treated.before, treated.after);
  correlation.add(control.before, control.after);
  later.d_ppc2 = stats::d_ppc2(before_after(treated), before_after(control), correlation.value().value_or(0));
  later.change_difference.n = t_changes.n + c_changes.n;
  const auto test = stats::pooled_t_test(t_changes, c_changes);
  if (!test) {
    later.change_difference.reason =
        "Fewer than two participants of a group have both visits, or none differ.";
    return;
  }
  const auto interval = stats::bootstrap_difference(treated.change, control.change, settings.bootstrap_draws,
                                                    static_cast<std::uint64_t>(settings.bootstrap_seed));
  later.change_difference.value = test->estimate;
  later.change_difference.se = interval.se;
  later.change_difference.ci_low = interval.ci_low;
  later.change_difference.ci_high = interval.ci_high;
  later.change_t = test->t;
  later.change_df = test->df;
  later.change_p = test->p;
  later.bayes_factor_10 =
      stats::jzs_bayes_factor(test->t, t_changes.n, c_changes.n, settings.bayes_prior_scale);
}

GroupEquivalence equivalence(const stats::Summary& treated, const stats::Summary& control,
                             const stats::Summary& control_first, const Settings& settings) {
  GroupEquivalence result;
  const auto test = stats::welch_t_test(treated, control);
  const double epsilon = settings.equivalence_margin_sd * control_first.sd;
  if (!test || !(epsilon > 0)) {
    result.finding = "cannot be judged: too few values";
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
  result.finding = found.p < 0.05 ? "equivalent within ±" + std::string(margin)
                                  : "not shown to be equivalent within ±" + std::string(margin);
  return result;
}

std::vector<CellSummary> summarize_cells(const Table& table, const MeasureTable& measure) {
  std::vector<CellSummary> summaries;
  for (const Side side : sides)
    for (std::size_t visit = 0; visit < table.visits.size(); ++visit) {
      CellSummary cell;
      cell.group = side == Side::treated ? table.treated_group : table.control_group;
      cell.visit = table.visits[visit];
      const auto summary = at_visit(table, measure, side, visit);
      cell.n = summary.n;
      if (summary.n > 0) cell.mean = summary.mean;
      if (summary.n > 1) cell.sd = summary.sd;
      for (std::size_t i = 0; i < table.participants.size(); ++i)
        if (table.participants[i].side == side && !measure.cells[i][visit].value)
          ++cell.missing[measure.cells[i][visit].missing];
      summaries.push_back(std::move(cell));
    }
  return summaries;
}

MeasureResult analyze_measure(const Table& table, const MeasureTable& measure, const Settings& settings) {
  MeasureResult result;
  result.measure = measure.name;
  const ModelResult model = fit_group_by_time(table, measure);
  result.group_by_time = model.group_by_time;
  const auto control_first = at_visit(table, measure, Side::control, 0);
  for (std::size_t visit = 1; visit < table.visits.size(); ++visit) {
    LaterVisit later;
    later.visit = table.visits[visit];
    later.interaction.reason = model.group_by_time.reason;
    if (!model.interactions.empty()) {
      const stats::TTest& test = model.interactions[visit - 1];
      later.interaction =
          stats::with_interval(test.estimate, test.se, test.df, model.group_by_time.participants);
      later.interaction_p = test.p;
    }
    compare_changes(later, complete_pairs(table, measure, Side::treated, visit),
                    complete_pairs(table, measure, Side::control, visit), settings);
    const auto treated = at_visit(table, measure, Side::treated, visit);
    const auto control = at_visit(table, measure, Side::control, visit);
    later.g_between = stats::hedges_g(treated, control);
    later.equivalence = equivalence(treated, control, control_first, settings);
    result.later_visits.push_back(std::move(later));
  }
  result.cells = summarize_cells(table, measure);
  return result;
}

/// Which measures Holm runs over: those named in the settings, else the three outcomes by the names that
/// reports and tables give them, the first of each that is there.
std::vector<std::string> primary_names(const Table& table, const Settings& settings) {
  if (!settings.primary.empty()) return settings.primary;
  const std::array<std::vector<std::string>, 3> outcomes{{
      {"faa_f4_f3", "faa", "FAA"},
      {"rsa_ln_ms2_rest", "rsa_ln_ms2", "rsa", "RSA"},
      {"ibq_orc_mother", "orc_mother", "orc", "ORC"},
  }};
  std::vector<std::string> names;
  for (const auto& spellings : outcomes) {
    const auto present = [&](const std::string& name) {
      return std::any_of(table.measures.begin(), table.measures.end(),
                         [&](const MeasureTable& measure) { return measure.name == name; });
    };
    const auto found = std::find_if(spellings.begin(), spellings.end(), present);
    if (found != spellings.end()) names.push_back(*found);
  }
  return names;
}

void adjust_primary(GroupReport& report, const std::vector<std::string>& names) {
  if (names.empty())
    report.diagnostics.push_back(
        {"N_GROUP_PRIMARY", Severity::note,
         "No measure has the name of a primary one; p is adjusted over all measures.", "column measure", ""});
  std::vector<MeasureResult*> primary;
  std::vector<double> p_values;
  for (MeasureResult& measure : report.measures) {
    measure.primary = names.empty() || std::find(names.begin(), names.end(), measure.measure) != names.end();
    if (!measure.primary || !measure.group_by_time.p) continue;
    primary.push_back(&measure);
    p_values.push_back(*measure.group_by_time.p);
  }
  const auto adjusted = stats::holm(p_values);
  for (std::size_t i = 0; i < primary.size(); ++i) primary[i]->p_holm = adjusted[i];
}

}  // namespace

GroupReport analyze(const Table& table, const Settings& settings) {
  GroupReport report;
  report.version = ATTUNE_VERSION;
  report.treated_group = table.treated_group;
  report.control_group = table.control_group;
  report.visits = table.visits;
  report.diagnostics = table.diagnostics;
  report.settings = settings;
  for (const MeasureTable& measure : table.measures)
    report.measures.push_back(analyze_measure(table, measure, settings));
  adjust_primary(report, primary_names(table, settings));
  report.cautions = {"Groups that were not drawn by lot may differ for reasons other than treatment.",
                     "No evidence of a difference is not evidence of none; see equivalence and its power."};
  return report;
}

}  // namespace attune::group
