#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/table.hpp"
#include "cohort/results.hpp"
#include "group/analysis.hpp"
#include "group/roles.hpp"
#include "report/reference_method.hpp"
#include "stats/effect_size.hpp"
#include "stats/quantile.hpp"
#include "stats/t_test.hpp"

namespace attune::cohort {
namespace {

std::string quoted(const std::string& text) {
  return table_cell(text, Separator::comma);
}

std::string digits(const std::optional<double>& value) {
  return value ? dump(Json(*value)) : "NA";
}

/// How the measure was measured, as one cell.
std::string method(const std::string& measure, const visit::Settings& settings) {
  return quoted(report::method_of(measure, settings));
}

/// Which group the comparison infants are; the only one there is, if there is one.
Result<std::string> control_group(const Plan& plan, const group::Settings& settings) {
  std::vector<std::string> groups;
  for (const Infant& infant : plan.infants)
    if (!infant.group.empty() && std::find(groups.begin(), groups.end(), infant.group) == groups.end())
      groups.push_back(infant.group);
  if (groups.size() == 1) return groups.front();
  std::vector<Diagnostic> notes;
  const auto roles = group::roles_of(groups, settings, notes);
  if (!roles) return roles.error();
  return groups[roles->control];
}

/// One value of a comparison infant.
struct ControlValue {
  int infant = 0;
  std::size_t visit = 0;
  std::optional<double> age_months;
  std::string sex, measure;
  double value = 0;
};

/// Without those of mother and infant together, which a single report does not have.
std::vector<ControlValue> control_values(const Cohort& cohort, const std::string& control) {
  const auto& visits = cohort.plan().visits;
  std::vector<ControlValue> values;
  cohort.each_row([&](const Row& row) {
    if (row.infant.group != control || !row.value || group::is_of_pair(row.measure.id)) return;
    const auto visit = std::find(visits.begin(), visits.end(), row.session.visit) - visits.begin();
    const auto age = row.corrected_age_months ? row.corrected_age_months : row.session.age_months;
    values.push_back({row.session.infant, static_cast<std::size_t>(visit), age, row.infant.sex,
                      row.measure.id, *row.value});
  });
  return values;
}

std::string source_of(const Cohort& cohort, const std::string& control,
                      const std::vector<ControlValue>& values) {
  std::string source = cohort.settings().reference.source;
  if (source.empty()) {
    std::map<int, bool> infants;
    for (const ControlValue& value : values) infants[value.infant] = true;
    source = std::to_string(infants.size()) + " infants of the group " + control;
  }
  return (cohort.simulated() > 0 ? "simulated, " : "") + source;
}

std::string by_infant(const std::vector<ControlValue>& values, const std::string& source,
                      const visit::Settings& settings) {
  std::string text = "participant,visit,age_months,sex,measure,value,measured_as,source\n";
  std::map<int, std::size_t> numbers;
  for (const ControlValue& value : values) {
    const std::size_t number = numbers.try_emplace(value.infant, numbers.size() + 1).first->second;
    text += "c" + std::to_string(number) + "," + std::to_string(value.visit + 1) + "," +
            digits(value.age_months) + "," + value.sex + "," + quoted(value.measure) + "," +
            digits(value.value) + "," + method(value.measure, settings) + "," + quoted(source) + "\n";
  }
  return text;
}

/// An infant's change since the first visit.
struct ControlChange {
  double before = 0, after = 0;
  std::optional<double> months;  ///< between the two

  double change() const { return after - before; }
};

/// Values that one line of the aggregates is made of, one an infant.
struct AggregateCell {
  std::optional<std::size_t> visit;
  std::optional<double> age_from, age_to;  ///< of changes at the first visit
  std::map<int, double> values;
  std::map<int, ControlChange> changes;  ///< of those values, if they are changes

  bool is_short(const PackSettings& settings) const {
    return values.size() < static_cast<std::size_t>(settings.fewest_infants);
  }
};

/// The cells of a map, in its order.
template <class Key>
std::vector<AggregateCell> listed(std::map<Key, AggregateCell>& cells) {
  std::vector<AggregateCell> list;
  for (auto& cell : cells) list.push_back(std::move(cell.second));
  return list;
}

bool tells_ages(const std::vector<ControlValue>& values) {
  return std::any_of(values.begin(), values.end(),
                     [](const ControlValue& value) { return value.age_months.has_value(); });
}

void set_ages(AggregateCell& cell, double band, const PackSettings& settings) {
  cell.age_from = band * settings.age_band_months;
  cell.age_to = (band + 1) * settings.age_band_months;
}

std::vector<AggregateCell> value_cells(const std::vector<ControlValue>& values,
                                       const PackSettings& settings) {
  const bool aged = tells_ages(values);
  std::map<double, AggregateCell> cells;
  for (const ControlValue& value : values) {
    if (aged && !value.age_months) continue;
    const double key =
        aged ? std::floor(*value.age_months / settings.age_band_months) : static_cast<double>(value.visit);
    AggregateCell& cell = cells[key];
    if (aged)
      set_ages(cell, key, settings);
    else
      cell.visit = value.visit;
    cell.values.try_emplace(value.infant, value.value);
  }
  return listed(cells);
}

/// All cells of a visit as one, over all their ages.
AggregateCell pooled(const std::vector<AggregateCell>& cells) {
  AggregateCell all = cells.front();
  for (const AggregateCell& cell : cells) {
    all.values.insert(cell.values.begin(), cell.values.end());
    all.changes.insert(cell.changes.begin(), cell.changes.end());
    if (cell.age_to) all.age_to = cell.age_to;
  }
  return all;
}

/// Of one visit, by age at the first; where one age has too few, all ages together, whose range then says so: beside a
/// withheld cell the others would let it be reckoned.
std::vector<AggregateCell> change_cells_at(std::size_t visit, const std::vector<ControlValue>& values,
                                           const PackSettings& settings) {
  std::map<int, const ControlValue*> first;
  for (const ControlValue& value : values)
    if (value.visit == 0) first[value.infant] = &value;
  const bool aged = tells_ages(values);
  std::map<double, AggregateCell> cells;
  for (const ControlValue& value : values) {
    const auto before = first.find(value.infant);
    if (value.visit != visit || before == first.end() || (aged && !before->second->age_months)) continue;
    const double band = aged ? std::floor(*before->second->age_months / settings.age_band_months) : 0;
    AggregateCell& cell = cells[band];
    cell.visit = visit;
    if (aged) set_ages(cell, band, settings);
    ControlChange change{before->second->value, value.value, std::nullopt};
    if (aged && value.age_months) change.months = *value.age_months - *before->second->age_months;
    cell.values[value.infant] = change.change();
    cell.changes[value.infant] = change;
  }
  std::vector<AggregateCell> list = listed(cells);
  const bool any_short = std::any_of(list.begin(), list.end(),
                                     [&](const AggregateCell& cell) { return cell.is_short(settings); });
  return any_short ? std::vector{pooled(list)} : list;
}

/// Mean and SD of the months between the visits, and the correlation of the visits; what is not known of all is NA.
std::string interval_and_r(const AggregateCell& cell) {
  std::vector<double> before, after, months;
  for (const auto& [infant, change] : cell.changes) {
    before.push_back(change.before);
    after.push_back(change.after);
    if (change.months) months.push_back(*change.months);
  }
  stats::PooledCorrelation correlation;
  if (!before.empty()) correlation.add(before, after);
  const bool known = !months.empty() && months.size() == before.size();
  const auto interval = stats::summarize(months);
  return (known ? digits(interval.mean) + "," + digits(interval.sd) : "NA,NA") + "," +
         (before.empty() ? "NA" : digits(correlation.value()));
}

std::string pack_line(const AggregateCell& cell, const std::string& measure, const std::string& source,
                      const PackSettings& settings) {
  std::vector<double> values;
  for (const auto& value : cell.values) values.push_back(value.second);
  std::string numbers = "NA,NA,NA,NA,NA,NA,NA,NA";
  if (!cell.is_short(settings)) {
    const auto summary = stats::summarize(values);
    const auto robust = stats::robust_summary(values);
    numbers = std::to_string(summary.n) + "," + digits(summary.mean) + "," + digits(summary.sd) + "," +
              digits(robust.median) + "," + digits(robust.sd) + "," + interval_and_r(cell);
  }
  return std::string(cell.changes.empty() ? "value" : "change") + "," + quoted(measure) + "," +
         (cell.visit ? std::to_string(*cell.visit + 1) : "NA") + "," + digits(cell.age_from) + "," +
         digits(cell.age_to) + "," + numbers + "," + source + "\n";
}

/// By age where ages are known, else by visit: both together would let a withheld cell be reckoned from the
/// others. So would changes beside a withheld cell: they are given only where no cell of the measure is.
std::string by_age(const std::vector<ControlValue>& values, const std::string& source,
                   const PackSettings& settings, const visit::Settings& measuring) {
  std::string text =
      "kind,measure,visit,age_from_months,age_to_months,n,mean,sd,median,robust_sd,interval_months,interval_"
      "sd,r,"
      "measured_as,source\n";
  std::vector<std::string> measures;
  std::map<std::string, std::vector<ControlValue>> of_measure;
  std::size_t visits = 0;
  for (const ControlValue& value : values) {
    auto& list = of_measure[value.measure];
    if (list.empty()) measures.push_back(value.measure);
    list.push_back(value);
    visits = std::max(visits, value.visit + 1);
  }
  for (const std::string& measure : measures) {
    const std::string end = method(measure, measuring) + "," + quoted(source);
    const auto cells = value_cells(of_measure[measure], settings);
    for (const AggregateCell& cell : cells) text += pack_line(cell, measure, end, settings);
    const bool complete = std::none_of(cells.begin(), cells.end(),
                                       [&](const AggregateCell& cell) { return cell.is_short(settings); });
    for (std::size_t visit = 1; complete && visit < visits; ++visit)
      for (const AggregateCell& cell : change_cells_at(visit, of_measure[measure], settings))
        text += pack_line(cell, measure, end, settings);
  }
  return text;
}

}  // namespace

Result<std::string> reference_pack(const Cohort& cohort, PackKind kind, const visit::Settings& settings) {
  const auto control = control_group(cohort.plan(), cohort.settings().group);
  if (!control) return control.error();
  const auto values = control_values(cohort, *control);
  const std::string source = source_of(cohort, *control, values);
  return kind == PackKind::infants ? by_infant(values, source, settings)
                                   : by_age(values, source, cohort.settings().reference, settings);
}

}  // namespace attune::cohort
