#include "report/layer_wording.hpp"

#include <cmath>

#include "report/wording.hpp"

namespace attune::report {
namespace {

std::string method_words(const ReliableChange& change) {
  if (change.points)
    return "change of " + number(*change.index, 0, true) + " points, " + number(*change.points, 0) +
           " or more count; " + change.source;
  if (change.method == "control-adjusted")
    return "control-adjusted RC " + number(*change.index, 2, true) + ": mean change " +
           number(*change.control_change, 2, true) + " taken out, SD " + number(*change.sd, 2) + "; " +
           change.source;
  return "Jacobson–Truax RC " + number(*change.index, 2, true) + ": s " + number(*change.sd, 2) + ", r " +
         number(*change.reliability, 2) + "; " + change.source;
}

bool within(const Place& place) {
  return *place.p >= 0.05;
}

std::string situation(const Place& before, const Place& after, bool changed) {
  if (within(before) && within(after)) return "within the comparison range at both visits";
  if (within(after))
    return changed ? "moved toward the comparison range and is now within it"
                   : "outside at first and within later, but no evidence that it changed";
  if (within(before))
    return changed ? "moved away from the comparison range, now outside it"
                   : "within at first and outside later, but no evidence that it changed";
  return changed && std::abs(*after.t) < std::abs(*before.t)
             ? "moved toward the comparison range, still outside it"
             : "outside the comparison range at both visits";
}

std::string percentile_words(const Place& place, const std::string& label) {
  const std::string percentile = *place.percentile < 1    ? "below the 1st"
                                 : *place.percentile > 99 ? "above the 99th"
                                                          : number(*place.percentile, 0);
  return label + ": percentile " + percentile + " of " + std::to_string(place.n) + " comparison infants " +
         place.matched + (place.source.empty() ? "" : " (" + place.source + ")");
}

}  // namespace

std::string say_reliable(const ReliableChange& change) {
  switch (change.finding) {
    case ReliableFinding::reliable_increase:
      return "reliable increase (" + method_words(change) + ")";
    case ReliableFinding::reliable_decrease:
      return "reliable decrease (" + method_words(change) + ")";
    case ReliableFinding::no_reliable_change:
      return "no reliable change (" + method_words(change) + ")";
    default:
      return "cannot be judged: " + change.reason;
  }
}

std::string infants_words(int n, const std::string& source) {
  return std::to_string(n) + " comparison infants" + (source.empty() ? "" : " (" + source + ")");
}

std::string place_situation(const Measure& measure, const Change& change) {
  const bool beyond_error = change.verdict == Verdict::increase || change.verdict == Verdict::decrease;
  const bool reliable = change.reliable.finding == ReliableFinding::reliable_increase ||
                        change.reliable.finding == ReliableFinding::reliable_decrease;
  return situation(measure.places[static_cast<std::size_t>(change.from)],
                   measure.places[static_cast<std::size_t>(change.to)], beyond_error || reliable);
}

std::string say_places(const Measure& measure, const Change& change, const std::vector<Visit>& visits) {
  const auto from = static_cast<std::size_t>(change.from), to = static_cast<std::size_t>(change.to);
  const Place &before = measure.places[from], &after = measure.places[to];
  if (!before.p || !after.p) {
    if (before.reason == after.reason) return "cannot be judged: " + before.reason;
    std::string reasons;
    for (const std::size_t i : {from, to}) {
      const std::string& reason = measure.places[i].reason;
      if (!reason.empty()) reasons += (reasons.empty() ? "" : "; ") + visits[i].label + ": " + reason;
    }
    return "cannot be judged: " + reasons;
  }
  return place_situation(measure, change) + " (" + percentile_words(before, visits[from].label) + "; " +
         percentile_words(after, visits[to].label) + ")";
}

}  // namespace attune::report
