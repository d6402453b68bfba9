#include "report/reference_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "base/measure_table.hpp"
#include "report/measures.hpp"
#include "stats/quantile.hpp"
#include "tables/ages.hpp"
#include "tables/missing.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/reason.hpp"
#include "words/ids/reference.hpp"

namespace attune::report {
namespace {

constexpr std::size_t fewest_values = 5;

struct Outliers {
  double median = 0;
  std::vector<double> values;
};

Outliers outliers_of(const std::vector<double>& values, double robust_sds) {
  Outliers found;
  if (values.size() < fewest_values) return found;
  const stats::RobustSummary robust = stats::robust_summary(values);
  found.median = robust.median;
  const double limit = robust_sds * robust.sd;
  if (!(limit > 0)) return found;
  for (const double value : values)
    if (std::abs(value - robust.median) > limit) found.values.push_back(value);
  return found;
}

/// As a sentence names it that stands beside no heading of its domain.
words::Value said_title(const Measure& measure) {
  return measure.domain == Domain::brain ? title_of_measure(measure.id) : measure.title;
}

void add_outliers(std::vector<Diagnostic>& notes, const Measure& measure, int visit,
                  const Outliers& outliers) {
  if (outliers.values.empty()) return;
  const double worst = *std::max_element(
      outliers.values.begin(), outliers.values.end(),
      [&](double a, double b) { return std::abs(a - outliers.median) < std::abs(b - outliers.median); });
  const bool code = tables::is_missing_code(worst);
  notes.push_back(
      {code ? "W_REFERENCE_MISSING_CODE" : "W_REFERENCE_OUTLIER", Severity::warning,
       words::say<"finding.reference.outlier">({{"count", outliers.values.size()},
                                                {"measure", said_title(measure)},
                                                {"visit", visit + 1},
                                                {"value", words::significant(worst, 4)},
                                                {"median", words::significant(outliers.median, 3)},
                                                {"code", code}}),
       words::say<"finding.reference.where">(), ""});
}

/// Whether one is so much larger than the other that their units must differ: always above 0, and by a factor.
bool differ_as_units(double infant, double others, double factor) {
  if (!(infant > 0) || !(others > 0)) return false;
  const double ratio = infant / others;
  return ratio > factor || ratio < 1 / factor;
}

/// The report's measure of the outcome that a name like "rsa" or "faa" means; null: it means none, or that is not there.
const Measure* outcome_named(const std::string& name, const std::vector<Measure>& measures) {
  for (std::size_t i = 0; i < 2; ++i) {  // a scale is known by its names
    const auto& names = outcome_names[i];
    if (measure_info(name) || std::find(names.begin(), names.end(), name) == names.end()) continue;
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) {
      return belongs_to(i == 0 ? Family::asymmetry : Family::rsa, measure.id);
    });
    return found == measures.end() ? nullptr : &*found;
  }
  return nullptr;
}

/// Names the measures that the report does not have. Titles hold commas, so that they stand between semicolons.
void add_unused(std::vector<Diagnostic>& notes,
                const std::map<std::string, std::map<int, std::vector<double>>>& by_measure,
                const std::vector<Measure>& measures) {
  words::Value unused;
  int count = 0;
  for (const auto& entry : by_measure) {
    const std::string& id = entry.first;
    if (std::any_of(measures.begin(), measures.end(),
                    [&](const Measure& measure) { return measure.id == id; }))
      continue;
    if (const Measure* meant = outcome_named(id, measures)) {
      notes.push_back({"W_REFERENCE_NAME", Severity::warning,
                       words::say<"reference.outcome_named">(
                           {{"name", words::as_is(id)}, {"measure", words::as_is(meant->id)}}),
                       words::say<"finding.reference.where">(), ""});
      continue;
    }
    const words::Value title = title_of_measure(id);
    unused =
        count++ == 0 ? title : words::say<"reason.also">({{"first", std::move(unused)}, {"next", title}});
  }
  if (count == 0) return;
  notes.push_back({"N_REFERENCE_MEASURE", Severity::note,
                   words::say<"imports.measure_of_none">({{"count", count}, {"measures", std::move(unused)}}),
                   words::say<"finding.reference.where">(), ""});
}

}  // namespace

std::vector<Diagnostic> check_reference(const Reference& reference, const std::vector<Measure>& measures,
                                        const visit::ComparisonSettings& settings) {
  std::vector<Diagnostic> notes;
  std::map<std::string, std::map<int, std::vector<double>>> by_measure;
  for (const ReferenceValue& value : reference.values)
    by_measure[value.measure][value.visit].push_back(value.value);
  add_unused(notes, by_measure, measures);
  for (const Measure& measure : measures) {
    const auto found = by_measure.find(measure.id);
    if (found == by_measure.end()) continue;
    for (const auto& [visit, values] : found->second)
      add_outliers(notes, measure, visit, outliers_of(values, settings.outlier_robust_sds));
    const std::vector<double>& first = found->second.begin()->second;
    const auto& infant = measure.visits.front().value;
    if (infant && first.size() >= fewest_values && measure.domain != Domain::brain &&
        differ_as_units(*infant, stats::median(first), settings.unit_factor))
      notes.push_back(
          {"W_REFERENCE_UNIT", Severity::warning,
           words::say<"finding.reference.unit">({{"measure", said_title(measure)},
                                                 {"infant", words::significant(*infant, 3)},
                                                 {"median", words::significant(stats::median(first), 3)}}),
           words::say<"finding.reference.where">(), ""});
  }
  return notes;
}

std::optional<Diagnostic> check_reference_ages(const Reference& reference,
                                               const std::vector<visit::Visit>& visits,
                                               const visit::ComparisonSettings& settings) {
  constexpr std::array<std::string_view, 3> units{"weeks", "days", "years"};
  std::vector<double> all;
  for (const ReferenceValue& value : reference.values)
    if (value.age_months) all.push_back(*value.age_months);
  const auto& first = visits.front().age_months;
  if (all.empty() || !first) return std::nullopt;
  const auto fits = [&](const std::vector<double>& ages, double age_months, double months_of_unit) {
    return std::any_of(ages.begin(), ages.end(), [&](double age) {
      return std::abs(age * months_of_unit - age_months) <= settings.age_band_months;
    });
  };
  const auto note = [&](double age_months, const std::vector<double>& ages, std::string_view unit) {
    const auto [lowest, highest] = std::minmax_element(ages.begin(), ages.end());
    return Diagnostic{"W_REFERENCE_AGE", Severity::warning,
                      words::say<"imports.reference_ages">({{"age", words::at_most(age_months, 1)},
                                                            {"lowest", words::at_most(*lowest, 1)},
                                                            {"highest", words::at_most(*highest, 1)},
                                                            {"unit", words::as_is(unit)}}),
                      words::say<"finding.reference.where">(), ""};
  };
  bool any_fits = false;
  for (std::size_t i = 0; i < visits.size(); ++i) {
    const auto& age_months = visits[i].age_months;
    if (!age_months) continue;
    if (fits(all, *age_months, 1)) {
      any_fits = true;
      continue;
    }
    std::vector<double> ages;  // at the same visit
    for (const ReferenceValue& value : reference.values)
      if (value.age_months && value.visit == static_cast<int>(i)) ages.push_back(*value.age_months);
    for (const std::string_view unit : units)
      if (fits(ages, *age_months, *tables::months_of_unit(unit))) return note(*age_months, ages, unit);
  }
  return any_fits ? std::nullopt : std::optional(note(*first, all, "none"));
}

}  // namespace attune::report
