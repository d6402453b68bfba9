#include "report/layers.hpp"

#include <cmath>
#include <map>

#include "report/layer_wording.hpp"
#include "stats/single_case.hpp"
#include "stats/students_t.hpp"

namespace attune::report {
namespace {

std::string no_measure(const std::string& id) {
  return "no comparison infant has " + id;
}

/// Why the measure is compared with nothing at this visit; empty if it may be.
std::string not_comparable(const Measure& measure, const Visit& visit) {
  return measure.id.starts_with("rsa_") ? visit.heart.rsa_not_comparable : "";
}

MatchOn match_on(const Visit& visit, const Comparison& comparison) {
  return {visit.age_months, comparison.sex};
}

Place place_at(const Measure& measure, std::size_t i, const Visit& visit, const Comparison& comparison) {
  Place place;
  if (!comparison.reference) {
    place.reason = "no comparison infants were given";
    return place;
  }
  const Matched matched =
      match_infants(*comparison.reference, measure.id, i, match_on(visit, comparison), comparison.settings);
  const auto summary = matched.summary();
  place.n = summary.n;
  place.matched = matched.how;
  place.source = comparison.reference->source;
  if (summary.n == 0) {
    place.reason = matched.withheld ? "comparison infants " + matched.how + " are too few; they were withheld"
                                    : no_measure(measure.id) + " " + matched.how;
    return place;
  }
  if (summary.n < comparison.settings.fewest_infants) {
    place.reason = std::to_string(summary.n) + " comparison infants " + matched.how + ", at least " +
                   std::to_string(comparison.settings.fewest_infants) + " are needed";
    return place;
  }
  place.mean = summary.mean;
  place.sd = summary.sd;
  if (!measure.visits[i].value) {
    place.reason = "no value at " + visit.label;
    return place;
  }
  if (const std::string doubt = not_comparable(measure, visit); !doubt.empty()) {
    place.reason = doubt;
    return place;
  }
  const auto found = stats::place_in_sample(*measure.visits[i].value, summary);
  if (!found) {
    place.reason = "all comparison infants have the same value";
    return place;
  }
  place.t = found->t;
  place.df = found->df;
  place.p = found->p;
  place.percentile = found->percentile;
  return place;
}

/// Every matched infant's value at each visit, for figures.
std::vector<ComparisonInfant> infants_behind(const Measure& measure, const std::vector<Visit>& visits,
                                             const Comparison& comparison) {
  std::map<std::string, ComparisonInfant> infants;
  for (std::size_t i = 0; i < visits.size(); ++i)
    for (const auto& [name, value] : matched_values(*comparison.reference, measure.id, i,
                                                    match_on(visits[i], comparison), comparison.settings)) {
      auto& values = infants[name].values;
      values.resize(visits.size());
      values[i] = value;
    }
  std::vector<ComparisonInfant> behind;
  for (auto& entry : infants) behind.push_back(std::move(entry.second));
  return behind;
}

const Reliability* reliability_of(const std::string& measure, const ComparisonSettings& settings) {
  for (const Reliability& reliability : settings.reliabilities)
    if (reliability.measure == measure) return &reliability;
  return nullptr;
}

/// The control-adjusted form; none where too few comparison infants have both visits.
std::optional<ReliableChange> adjusted(const Measure& measure, const Change& change, const Visit& first,
                                       const Comparison& comparison) {
  if (!comparison.reference) return std::nullopt;
  const Matched matched =
      match_changes(*comparison.reference, measure.id, static_cast<std::size_t>(change.to),
                    match_on(first, comparison), comparison.settings);
  const auto summary = matched.summary();
  if (summary.n < comparison.settings.fewest_infants) return std::nullopt;
  ReliableChange result;
  result.method = "control-adjusted";
  result.index = stats::control_adjusted_change(*measure.visits[change.from].value,
                                                *measure.visits[change.to].value, summary);
  if (!result.index) return std::nullopt;
  result.sd = summary.sd;
  result.control_change = summary.mean;
  result.n = summary.n;
  const double widest = stats::normal_quantile(0.975) * summary.sd;
  result.band_low = summary.mean - widest;
  result.band_high = summary.mean + widest;
  result.comparison_source = comparison.reference->source;
  result.source = "changes of " + std::to_string(summary.n) + " comparison infants " + matched.how;
  if (!comparison.reference->source.empty()) result.source += " (" + comparison.reference->source + ")";
  return result;
}

/// The plain form, with the SD that was given, else that of the comparison infants at the first visit.
std::optional<ReliableChange> jacobson_truax(const Measure& measure, const Change& change,
                                             const Comparison& comparison) {
  const Reliability* known = reliability_of(measure.id, comparison.settings);
  if (!known) return std::nullopt;
  const Place& first = measure.places[static_cast<std::size_t>(change.from)];
  ReliableChange result;
  result.method = "Jacobson–Truax";
  result.sd = known->sd ? known->sd : first.sd;
  result.reliability = known->reliability;
  result.source = "r: " + known->source;
  if (!known->sd && first.sd) {
    result.n = first.n;
    result.comparison_source = first.source;
    result.source += "; s: " + std::to_string(first.n) + " comparison infants " + first.matched;
    if (!first.source.empty()) result.source += " (" + first.source + ")";
  }
  if (!result.sd) return std::nullopt;
  result.index = stats::reliable_change(*measure.visits[change.from].value, *measure.visits[change.to].value,
                                        *result.sd, known->reliability);
  if (!result.index) return std::nullopt;
  result.band_high =
      stats::normal_quantile(0.975) * *result.sd * std::sqrt(2.0) * std::sqrt(1 - known->reliability);
  result.band_low = -*result.band_high;
  return result;
}

/// The fixed number of points of the EPDS that count as reliable, in units of which its change is given.
std::optional<ReliableChange> by_points(const Measure& measure, const Change& change,
                                        const Comparison& comparison) {
  if (measure.id != "epds") return std::nullopt;
  ReliableChange result;
  result.method = "points";
  result.points = comparison.settings.epds_reliable_points;
  result.index = *measure.visits[change.to].value - *measure.visits[change.from].value;
  result.source = "Matthey 2004";
  result.band_low = -*result.points;
  result.band_high = *result.points;
  return result;
}

ReliableFinding finding_of(const ReliableChange& change) {
  if (!change.index) return ReliableFinding::cannot_judge;
  const bool beyond = change.points ? std::abs(*change.index) >= *change.points
                                    : std::abs(*change.index) > stats::normal_quantile(0.975);
  if (!beyond) return ReliableFinding::no_reliable_change;
  return *change.index > 0 ? ReliableFinding::reliable_increase : ReliableFinding::reliable_decrease;
}

ReliableChange judge(const Measure& measure, const Change& change, const std::vector<Visit>& visits,
                     const Comparison& comparison) {
  ReliableChange none;
  for (const int i : {change.from, change.to})
    if (const std::string doubt = not_comparable(measure, visits[static_cast<std::size_t>(i)]);
        !doubt.empty()) {
      none.reason = visits[static_cast<std::size_t>(i)].label + ": " + doubt;
      return none;
    }
  for (const int i : {change.from, change.to})
    if (!measure.visits[static_cast<std::size_t>(i)].value) {
      none.reason = "no value at " + visits[static_cast<std::size_t>(i)].label;
      return none;
    }
  auto found = by_points(measure, change, comparison);
  if (!found) found = adjusted(measure, change, visits.front(), comparison);
  if (!found) found = jacobson_truax(measure, change, comparison);
  if (!found) {
    none.reason = comparison.reference
                      ? "too few fitting comparison infants have both visits, and no standard deviation and "
                        "reliability were given"
                      : "no standard deviation and reliability were given";
    return none;
  }
  found->finding = finding_of(*found);
  return *found;
}

}  // namespace

void add_layers(Measure& measure, const std::vector<Visit>& visits, const Comparison& comparison) {
  for (std::size_t i = 0; i < visits.size(); ++i)
    measure.places.push_back(place_at(measure, i, visits[i], comparison));
  if (comparison.reference) measure.comparison_infants = infants_behind(measure, visits, comparison);
  for (Change& change : measure.changes) {
    change.reliable = judge(measure, change, visits, comparison);
    change.reliable_change = say_reliable(change.reliable);
    change.comparison = say_places(measure, change, visits);
  }
}

}  // namespace attune::report
