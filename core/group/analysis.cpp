#include "group/analysis.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/csv.hpp"
#include "base/measure_table.hpp"
#include "group/changes.hpp"
#include "group/dropout.hpp"
#include "group/model.hpp"
#include "group/samples.hpp"
#include "group/wording.hpp"
#include "stats/difference.hpp"
#include "stats/holm.hpp"
#include "words/ids/brain.hpp"
#include "words/ids/group.hpp"
#include "words/ids/heart.hpp"
#include "words/named.hpp"

namespace attune::group {
namespace {

const std::string& name_of_side(const Table& table, Side side) {
  return side == Side::treated ? table.treated_group : table.control_group;
}

/// Reasons that have the same beginning in common, and what says it alone.
struct ReasonKind {
  std::string_view reason, kind;
};
constexpr std::array reason_kinds{
    ReasonKind{words::entry_of<"brain.too_little">->id, words::name<"group.kind.little_eeg">},
    ReasonKind{words::entry_of<"heart.few_epochs">->id, words::name<"group.kind.not_enough">},
    ReasonKind{words::entry_of<"heart.rmssd_noise">->id, words::name<"group.kind.not_enough">},
    ReasonKind{words::entry_of<"heart.rmssd_short">->id, words::name<"group.kind.not_enough">},
    ReasonKind{words::entry_of<"heart.rsa_noise">->id, words::name<"group.kind.not_enough">},
    ReasonKind{words::entry_of<"heart.too_short">->id, words::name<"group.kind.too_short">},
};

/// What several reasons have in common: "Not enough clean EEG to say: 22 s found …" up to the colon.
words::Text kind_of_reason(const words::Text& reason) {
  if (const words::Said* said = reason.said())
    for (const ReasonKind& one : reason_kinds)
      if (one.reason == said->id) return words::Said{one.kind, {}};
  const std::string english = reason.english();
  const std::size_t colon = english.find(": ");
  return colon == std::string::npos ? reason : words::Text(english.substr(0, colon));
}

CellSummary summarize_cell(const Table& table, const MeasureTable& measure, Side side, std::size_t visit,
                           const Settings& settings) {
  CellSummary cell;
  cell.group = name_of_side(table, side);
  cell.visit = table.visits[visit];
  const auto values = values_at(table, measure, side, visit);
  const auto summary = stats::summarize(values);
  cell.n = summary.n;
  cell.reason = shortage_at(cell.group, values.size(), cell.visit, settings);
  if (cell.reason.empty() && summary.n > 1) {
    const auto mean =
        stats::with_interval(summary.mean, summary.sd / std::sqrt(summary.n), summary.n - 1.0, summary.n);
    cell.mean = summary.mean;
    cell.sd = summary.sd;
    cell.ci_low = mean.ci_low;
    cell.ci_high = mean.ci_high;
  }
  for (std::size_t i = 0; i < table.participants.size(); ++i)
    if (table.participants[i].side == side && !measure.cells[i][visit].value) {
      const words::Text kind = kind_of_reason(measure.cells[i][visit].missing);
      const std::string name = kind.english();
      ++cell.missing[name];
      cell.missing_reasons[name] = kind;
    }
  return cell;
}

/// Three significant digits of a typical value, where the table does not say how many are shown.
int decimals_of(const MeasureTable& measure, double sd) {
  if (measure.decimals) return *measure.decimals;
  if (!(sd > 0)) return 2;
  return std::clamp(2 - static_cast<int>(std::floor(std::log10(sd))), 0, 6);
}

MeasureResult analyze_measure(const Table& table, const MeasureTable& measure, const Settings& settings) {
  MeasureResult result;
  result.measure = measure.name;
  result.title = measure.title.empty() ? words::named(measure.name) : measure.title;
  result.unit = measure.unit;
  result.up_means = measure.up_means;
  result.decimals = decimals_of(measure, stats::summarize(values_at(table, measure, Side::control, 0)).sd);
  result.first_difference = difference_at(table, measure, 0, settings);
  const ModelResult model = fit_group_by_time(table, measure, settings);
  result.group_by_time = model.group_by_time;
  result.first_difference_model = difference_by(model, 0, result.first_difference);
  for (const Side side : sides) result.first_incomplete += incomplete_infants(table, measure, side, 0, 0);
  for (std::size_t visit = 1; visit < table.visits.size(); ++visit)
    result.later_visits.push_back(compare_with_first(table, measure, visit, model, settings));
  for (const Side side : sides)
    for (std::size_t visit = 0; visit < table.visits.size(); ++visit) {
      CellSummary& cell = result.cells.emplace_back(summarize_cell(table, measure, side, visit, settings));
      const auto& mean = model.visits[visit].mean[static_cast<std::size_t>(side)];
      if (mean)
        cell.model_mean =
            stats::with_interval(mean->estimate, mean->se, mean->df, model.group_by_time.participants);
      else
        cell.model_mean.reason = cell.reason.empty() ? model.group_by_time.reason : cell.reason;
    }
  result.dropout = dropout(table, measure, settings);
  for (const auto& cells : measure.cells) {
    auto& values = result.values.emplace_back();
    for (const Cell& cell : cells) values.push_back(cell.value);
  }
  return result;
}

/// Which measures Holm runs over: those named in the settings, else the three outcomes by the names that
/// reports and tables give them, the first of each that is there. Where none is, all but those of pairs are primary.
std::vector<std::string> primary_names(const Table& table, const Settings& settings) {
  if (!settings.primary.empty()) return settings.primary;
  std::vector<std::string> names;
  for (const auto& spellings : outcome_names) {
    const auto present = [&](std::string_view name) {
      return std::any_of(table.measures.begin(), table.measures.end(),
                         [&](const MeasureTable& measure) { return measure.name == name; });
    };
    const auto found = std::find_if(spellings.begin(), spellings.end(), present);
    if (found != spellings.end()) names.emplace_back(*found);
  }
  return names;
}

void adjust_primary(GroupReport& report, const std::vector<std::string>& names) {
  if (names.empty())
    report.diagnostics.push_back({"N_GROUP_PRIMARY", Severity::note, words::say<"group.no_primary">(),
                                  place_of_column("measure"), ""});
  std::vector<MeasureResult*> primary;
  std::vector<double> p_values;
  for (MeasureResult& measure : report.measures) {
    measure.primary = names.empty() ? !is_of_pair(measure.measure)
                                    : std::find(names.begin(), names.end(), measure.measure) != names.end();
    if (!measure.primary || !measure.group_by_time.p) continue;
    primary.push_back(&measure);
    p_values.push_back(*measure.group_by_time.p);
  }
  const auto adjusted = stats::holm(p_values);
  for (std::size_t i = 0; i < primary.size(); ++i) primary[i]->p_holm = adjusted[i];
}

}  // namespace

bool is_of_pair(std::string_view measure) {
  return belongs_to(Family::pair, measure);
}

GroupReport analyze(const Table& table, const Settings& settings) {
  GroupReport report;
  report.version = ATTUNE_VERSION;
  report.treated_group = table.treated_group;
  report.control_group = table.control_group;
  report.visits = table.visits;
  for (const Participant& infant : table.participants)
    report.infants.push_back({infant.name, name_of_side(table, infant.side), infant.pair});
  report.pairs = static_cast<int>(table.pairs.size());
  report.diagnostics = table.diagnostics;
  report.settings = settings;
  for (const MeasureTable& measure : table.measures)
    report.measures.push_back(analyze_measure(table, measure, settings));
  adjust_primary(report, primary_names(table, settings));
  for (MeasureResult& measure : report.measures) add_words(measure, report);
  report.cautions = cautions_for(report);
  return report;
}

}  // namespace attune::group
