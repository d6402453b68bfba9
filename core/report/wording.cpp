#include "report/wording.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "report/certainty.hpp"
#include "report/sentences.hpp"

namespace attune::report {
namespace {

bool has_reliable_change(const Measure& measure) {
  return std::any_of(measure.changes.begin(), measure.changes.end(), [](const Change& change) {
    return change.reliable.finding != ReliableFinding::cannot_judge;
  });
}

bool nothing_to_compare(const Measure& measure) {
  return std::all_of(measure.changes.begin(), measure.changes.end(), [](const Change& change) {
    return change.verdict == Verdict::cannot_judge && !change.change.value;
  });
}

/// A measure at the only visit there is.
std::string single_visit(const Measure& primary) {
  const Estimate& only = primary.visits.front();
  return subject_of(primary) + (only.value ? " was " + number(*only.value, primary.decimals) +
                                                 "; a second visit is needed to speak of change."
                                           : " could not be measured: " + ended(only.reason));
}

/// Every later visit against the first, a sentence each.
std::string all_changes(const Measure& primary, const std::vector<Visit>& visits, const Settings& settings) {
  if (primary.changes.size() > 1 && nothing_to_compare(primary)) {
    std::vector<std::string> labels;
    for (const Visit& visit : visits) labels.push_back(visit.label);
    return subject_of(primary) + " cannot be compared between visits: " +
           ended(missing_reasons(primary.visits, labels, has_own_error(primary.domain)));
  }
  std::string text;
  for (const Change& change : primary.changes) {
    const std::size_t pair[] = {static_cast<std::size_t>(change.from), static_cast<std::size_t>(change.to)};
    const Certainty certainty = certainty_of(primary, visits, pair, settings);
    text += (text.empty() ? "" : " ") + change_sentence(primary, change, visits, certainty);
  }
  return text;
}

}  // namespace

std::string ended(std::string reason) {
  if (!reason.empty() && reason.back() != '.') reason += '.';
  return reason;
}

std::string missing_reasons(std::span<const Estimate> estimates, std::span<const std::string> labels,
                            bool own_error) {
  std::vector<std::pair<std::string, std::string>> told;  // the visits' names, the reason they share
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    if (estimates[i].value && (estimates[i].se || !own_error)) continue;
    std::string why = estimates[i].reason.empty() ? "no standard error" : estimates[i].reason;
    if (why.back() == '.') why.pop_back();
    const auto same =
        std::find_if(told.begin(), told.end(), [&](const auto& one) { return one.second == why; });
    if (same == told.end())
      told.emplace_back(labels[i], why);
    else
      same->first += " and " + labels[i];
  }
  std::string reason;
  for (const auto& [names, why] : told) reason += (reason.empty() ? "" : "; ") + names + ": " + why;
  return reason;
}

Statement state_finding(const Measure& primary, const std::vector<Visit>& visits, const Settings& settings) {
  Statement statement;
  statement.domain = primary.domain;
  if (primary.changes.empty()) {
    statement.headline = "One visit only";
    statement.sentence = single_visit(primary);
  } else {
    statement.headline = change_headline(primary, primary.changes.back());
    statement.sentence = all_changes(primary, visits, settings);
  }
  std::vector<std::size_t> all(visits.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const Certainty certainty = certainty_of(primary, visits, all, settings);
  statement.certainty = certainty.level;
  statement.certainty_reason = certainty.reason;
  return statement;
}

std::vector<std::string> cautions_for(const std::vector<Measure>& measures, const std::vector<Visit>& visits,
                                      const Reference* reference) {
  std::vector<std::string> cautions;
  if (visits.size() > 1) {
    const auto days = visits.back().days_from_first;
    const std::string span =
        days && *days > 0 ? " (" + std::to_string(*days) + " days between first and last visit)" : "";
    cautions.push_back(
        "A change beyond measurement error says that the recordings differ, not that the infant is better or "
        "worse.");
    cautions.push_back("Changes in one infant also reflect growing up" + span +
                       "; they do not show what caused them.");
    if (!reference)
      cautions.push_back(
          "Whether a change is reliable, and where the infant stands among comparison infants, cannot be "
          "judged: no "
          "reliability of these measures and no comparison infants were given.");
    else if (std::none_of(measures.begin(), measures.end(), has_reliable_change))
      cautions.push_back(
          "Whether a change is reliable cannot be judged: too few fitting comparison infants were seen "
          "twice, "
          "and no reliability of these measures was given.");
  }
  if (visits.size() > 1 && std::any_of(measures.begin(), measures.end(),
                                       [](const Measure& m) { return m.domain == Domain::temperament; }))
    cautions.push_back(
        "Three of the four scales of ORC fall with age (Gartstein & Rothbart 2003); a parent's rating is "
        "also the "
        "parent's view.");
  if (std::any_of(visits.begin(), visits.end(), [](const Visit& visit) { return visit.file.simulated; }))
    cautions.push_back("The recordings are simulated: no infant was measured.");
  if (reference && !reference->source.empty())
    cautions.push_back("The comparison infants are: " + reference->source + ".");
  cautions.push_back("Attune is a research and education tool. It does not diagnose.");
  return cautions;
}

}  // namespace attune::report
