#include "report/score_measures.hpp"

#include <algorithm>

#include "base/measure_table.hpp"
#include "words/ids/measure.hpp"
#include "words/ids/reason.hpp"
#include "words/named.hpp"

namespace attune::report {
namespace {

Estimate score_at(const behavior::Scores& scores, const std::string& scale, std::size_t visit) {
  Estimate estimate;
  estimate.reason = words::say<"reason.no_score">();
  if (visit >= scores.visits.size()) return estimate;
  const auto& missing = scores.visits[visit].missing;
  if (const auto why = missing.find(scale); why != missing.end()) estimate.reason = why->second;
  const auto found = scores.visits[visit].scores.find(scale);
  if (found == scores.visits[visit].scores.end() || !found->second) return estimate;
  estimate.value = found->second;
  estimate.n = 1;
  estimate.reason = words::say<"reason.no_error_score">();
  return estimate;
}

Domain domain_of(behavior::ScaleDomain domain) {
  switch (domain) {
    case behavior::ScaleDomain::temperament:
      return Domain::temperament;
    case behavior::ScaleDomain::mother:
      return Domain::mother;
    default:
      return Domain::other;
  }
}

bool has_change(const Measure& measure) {
  return measure.visits.front().value && std::any_of(measure.visits.begin() + 1, measure.visits.end(),
                                                     [](const Estimate& e) { return e.value.has_value(); });
}

}  // namespace

std::vector<Measure> score_measures(const behavior::Scores& scores, std::size_t visits) {
  std::vector<Measure> measures;
  for (const behavior::Scale& scale : behavior::all_scales(scores)) {
    Measure measure;
    measure.id = scale.id;
    measure.domain = domain_of(scale.domain);
    measure.title = words::named(scale.title);
    measure.unit = words::say<"measure.unit.points">();
    measure.decimals = scale.decimals;
    measure.up_means = words::named(scale.up_means);
    for (std::size_t i = 0; i < visits; ++i) measure.visits.push_back(score_at(scores, scale.id, i));
    const bool any = std::any_of(measure.visits.begin(), measure.visits.end(),
                                 [](const Estimate& estimate) { return estimate.value.has_value(); });
    if (any) measures.push_back(std::move(measure));
  }
  const auto named = [&](std::string_view id) {
    return std::find_if(measures.begin(), measures.end(), [&](const Measure& m) { return m.id == id; });
  };
  auto primary = named(measures::mother_orc);
  const auto partner = named(measures::partner_orc);
  const bool partner_only = partner != measures.end() &&
                            (primary == measures.end() || (!has_change(*primary) && has_change(*partner)));
  if (partner_only) primary = partner;
  if (primary != measures.end()) primary->primary = true;
  return measures;
}

}  // namespace attune::report
