#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "base/table.hpp"
#include "cohort/results.hpp"
#include "group/roles.hpp"
#include "stats/t_test.hpp"

namespace attune::cohort {
namespace {

std::string quoted(const std::string& text) {
  return table_cell(text, Separator::comma);
}

std::string digits(const std::optional<double>& value) {
  return value ? dump(Json(*value)) : "NA";
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

std::vector<ControlValue> control_values(const Cohort& cohort, const std::string& control) {
  const auto& visits = cohort.plan().visits;
  std::vector<ControlValue> values;
  cohort.each_row([&](const Row& row) {
    if (row.infant.group != control || !row.value) return;
    const auto visit = std::find(visits.begin(), visits.end(), row.session.visit) - visits.begin();
    values.push_back({row.session.infant, static_cast<std::size_t>(visit), row.session.age_months,
                      row.infant.sex, row.measure.id, *row.value});
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

std::string by_infant(const std::vector<ControlValue>& values, const std::string& source) {
  std::string text = "participant,visit,age_months,sex,measure,value,source\n";
  std::map<int, std::size_t> numbers;
  for (const ControlValue& value : values) {
    const std::size_t number = numbers.try_emplace(value.infant, numbers.size() + 1).first->second;
    text += "c" + std::to_string(number) + "," + std::to_string(value.visit + 1) + "," +
            digits(value.age_months) + "," + value.sex + "," + quoted(value.measure) + "," +
            digits(value.value) + "," + quoted(source) + "\n";
  }
  return text;
}

/// Values that one line of the aggregates is made of.
struct AggregateCell {
  std::string kind;
  std::optional<std::size_t> visit;
  std::optional<double> age_from, age_to;
  std::map<int, double> values;  ///< one an infant
};

std::vector<AggregateCell> value_cells(const std::vector<ControlValue>& values,
                                       const PackSettings& settings) {
  const double width = settings.age_band_months;
  const bool aged = std::any_of(values.begin(), values.end(),
                                [](const ControlValue& value) { return value.age_months.has_value(); });
  std::map<double, AggregateCell> cells;
  for (const ControlValue& value : values) {
    if (aged && !value.age_months) continue;
    const double key = aged ? std::floor(*value.age_months / width) : static_cast<double>(value.visit);
    AggregateCell& cell = cells[key];
    cell.kind = "value";
    if (aged) {
      cell.age_from = key * width;
      cell.age_to = (key + 1) * width;
    } else {
      cell.visit = value.visit;
    }
    cell.values.try_emplace(value.infant, value.value);
  }
  std::vector<AggregateCell> list;
  for (auto& cell : cells) list.push_back(std::move(cell.second));
  return list;
}

std::vector<AggregateCell> change_cells(const std::vector<ControlValue>& values) {
  std::map<int, double> first;
  std::map<std::size_t, AggregateCell> cells;
  for (const ControlValue& value : values)
    if (value.visit == 0) first[value.infant] = value.value;
  for (const ControlValue& value : values) {
    const auto before = first.find(value.infant);
    if (value.visit == 0 || before == first.end()) continue;
    AggregateCell& cell = cells[value.visit];
    cell.kind = "change";
    cell.visit = value.visit;
    cell.values[value.infant] = value.value - before->second;
  }
  std::vector<AggregateCell> list;
  for (auto& cell : cells) list.push_back(std::move(cell.second));
  return list;
}

std::string pack_line(const AggregateCell& cell, const std::string& measure, const std::string& source,
                      const PackSettings& settings) {
  std::vector<double> values;
  for (const auto& value : cell.values) values.push_back(value.second);
  const auto summary = stats::summarize(values);
  const bool withheld = summary.n < settings.fewest_infants;
  return cell.kind + "," + quoted(measure) + "," + (cell.visit ? std::to_string(*cell.visit + 1) : "NA") +
         "," + digits(cell.age_from) + "," + digits(cell.age_to) + "," +
         (withheld ? "NA,NA,NA"
                   : std::to_string(summary.n) + "," + digits(summary.mean) + "," + digits(summary.sd)) +
         "," + quoted(source) + "\n";
}

/// By age where ages are known, else by visit: both together would let a withheld cell be reckoned from the
/// others. So would changes beside a withheld cell: they are given only where no cell of the measure is.
std::string by_age(const std::vector<ControlValue>& values, const std::string& source,
                   const PackSettings& settings) {
  std::string text = "kind,measure,visit,age_from_months,age_to_months,n,mean,sd,source\n";
  std::vector<std::string> measures;
  std::map<std::string, std::vector<ControlValue>> of_measure;
  for (const ControlValue& value : values) {
    auto& list = of_measure[value.measure];
    if (list.empty()) measures.push_back(value.measure);
    list.push_back(value);
  }
  for (const std::string& measure : measures) {
    const auto cells = value_cells(of_measure[measure], settings);
    for (const AggregateCell& cell : cells) text += pack_line(cell, measure, source, settings);
    const bool complete = std::all_of(cells.begin(), cells.end(), [&](const AggregateCell& cell) {
      return cell.values.size() >= static_cast<std::size_t>(settings.fewest_infants);
    });
    if (!complete) continue;
    for (const AggregateCell& cell : change_cells(of_measure[measure]))
      text += pack_line(cell, measure, source, settings);
  }
  return text;
}

}  // namespace

Result<std::string> reference_pack(const Cohort& cohort, PackKind kind) {
  const auto control = control_group(cohort.plan(), cohort.settings().group);
  if (!control) return control.error();
  const auto values = control_values(cohort, *control);
  const std::string source = source_of(cohort, *control, values);
  return kind == PackKind::infants ? by_infant(values, source)
                                   : by_age(values, source, cohort.settings().reference);
}

}  // namespace attune::cohort
