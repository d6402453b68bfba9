#include "report/score_measures.hpp"

#include <algorithm>

namespace attune::report {
namespace {

Estimate score_at(const behavior::Scores& scores, const std::string& scale, std::size_t visit) {
  Estimate estimate;
  estimate.reason = "no score was entered.";
  if (visit >= scores.visits.size()) return estimate;
  const auto found = scores.visits[visit].scores.find(scale);
  if (found == scores.visits[visit].scores.end() || !found->second) return estimate;
  estimate.value = found->second;
  estimate.n = 1;
  estimate.reason = "a score has no standard error of its own.";
  return estimate;
}

}  // namespace

std::vector<Measure> score_measures(const behavior::Scores& scores, std::size_t visits) {
  std::vector<Measure> measures;
  for (const behavior::Scale& scale : behavior::all_scales(scores)) {
    Measure measure;
    measure.id = scale.id;
    measure.domain = Domain::behaviour;
    measure.title = scale.title;
    measure.unit = "points";
    measure.decimals = scale.decimals;
    measure.up_means = scale.up_means;
    for (std::size_t i = 0; i < visits; ++i) measure.visits.push_back(score_at(scores, scale.id, i));
    const bool any = std::any_of(measure.visits.begin(), measure.visits.end(),
                                 [](const Estimate& estimate) { return estimate.value.has_value(); });
    if (any) measures.push_back(std::move(measure));
  }
  for (const char* id : {"orc_mother", "orc_partner"}) {
    const auto found = std::find_if(measures.begin(), measures.end(),
                                    [&](const Measure& measure) { return measure.id == id; });
    if (found == measures.end()) continue;
    found->primary = true;
    break;
  }
  return measures;
}

}  // namespace attune::report
