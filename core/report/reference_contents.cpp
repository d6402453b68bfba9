#include "report/reference_contents.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "report/measures.hpp"

namespace attune::report {

namespace {

/// Of aggregates: an infant may be in several cells of values, and is in one of the changes to a visit, by its age at the
/// first; so the most that either holds says how many there are at least.
void add_aggregates(ReferenceContents& contents, const std::vector<ReferenceAggregate>& cells) {
  std::map<std::string, int> by_measure;
  std::map<std::pair<std::string, int>, int> changed;
  for (const ReferenceAggregate& cell : cells) {
    if (cell.visit) contents.visits = std::max(contents.visits, *cell.visit + 1);
    if (!cell.comparison) continue;
    int& most = by_measure[cell.measure];
    int n = cell.comparison->n;
    if (cell.change) n = changed[{cell.measure, cell.visit.value_or(-1)}] += n;
    most = std::max(most, n);
    contents.infants = std::max(contents.infants, most);
    if (!cell.age_from || !cell.age_to) continue;
    contents.youngest_months = std::min(*cell.age_from, contents.youngest_months.value_or(*cell.age_from));
    contents.oldest_months = std::max(*cell.age_to, contents.oldest_months.value_or(*cell.age_to));
  }
  for (const auto& [measure, infants] : by_measure)
    contents.measures.push_back({measure, title_of_measure(measure), infants});
}

}  // namespace

ReferenceContents contents_of(const Reference& reference) {
  ReferenceContents contents;
  contents.source = name_of_source(reference.source);
  if (!reference.aggregates.empty()) {
    add_aggregates(contents, reference.aggregates);
    return contents;
  }
  std::set<std::string> infants;
  std::map<std::string, std::set<std::string>> by_measure;
  for (const ReferenceValue& value : reference.values) {
    infants.insert(value.participant);
    by_measure[value.measure].insert(value.participant);
    contents.visits = std::max(contents.visits, value.visit + 1);
    if (!value.age_months) continue;
    contents.youngest_months =
        std::min(*value.age_months, contents.youngest_months.value_or(*value.age_months));
    contents.oldest_months = std::max(*value.age_months, contents.oldest_months.value_or(*value.age_months));
  }
  contents.infants = static_cast<int>(infants.size());
  for (const auto& [measure, names] : by_measure)
    contents.measures.push_back({measure, title_of_measure(measure), static_cast<int>(names.size())});
  return contents;
}

}  // namespace attune::report
