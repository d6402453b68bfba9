#include "behavior/scores.hpp"

#include <algorithm>
#include <cstdio>

namespace attune::behavior {
namespace {

constexpr double epds_possible = 10;  ///< cut-off for possible depression (Cox, Holden & Sagovsky 1987)
constexpr double epds_probable = 13;  ///< and for probable depression

std::string place(std::size_t visit, const std::string& scale) {
  return "visit " + std::to_string(visit + 1) + ", " + scale;
}

Status check(const std::vector<Scale>& scales, std::size_t visit, const std::string& name,
             const std::optional<double>& value) {
  const Scale* scale = scale_named(scales, name);
  if (!scale)
    return Error{"E_SCORE_SCALE", "There is no scale of this name; give it with its range under \"scales\".",
                 place(visit, name)};
  if (!value || (*value >= scale->lowest && *value <= scale->highest)) return success();
  char message[96];
  std::snprintf(message, sizeof message, "%g is not between %g and %g.", *value, scale->lowest,
                scale->highest);
  return Error{"E_SCORE_RANGE", message, place(visit, name)};
}

std::optional<double> score_of(const VisitScores& visit, const std::string& scale) {
  const auto found = visit.scores.find(scale);
  return found == visit.scores.end() ? std::nullopt : found->second;
}

std::size_t parts_there(const VisitScores& visit, const Composite& composite) {
  return static_cast<std::size_t>(
      std::count_if(composite.parts.begin(), composite.parts.end(),
                    [&](const std::string& part) { return score_of(visit, part).has_value(); }));
}

void add_composite(VisitScores& visit, const Composite& composite) {
  std::optional<double>& whole = visit.scores[composite.id];
  if (whole) return;
  const std::size_t there = parts_there(visit, composite);
  whole = from_parts(visit, composite);
  if (whole) {
    visit.missing.erase(composite.id);
  } else if (there > 0) {
    visit.missing.emplace(composite.id, std::to_string(composite.parts.size() - there) + " of its " +
                                            std::to_string(composite.parts.size()) + " scales missing.");
  }
}

}  // namespace

std::optional<double> from_parts(const VisitScores& visit, const Composite& composite) {
  if (parts_there(visit, composite) < composite.parts.size()) return std::nullopt;
  double sum = 0;
  for (const std::string& part : composite.parts) sum += *score_of(visit, part);
  return composite.mean ? sum / static_cast<double>(composite.parts.size()) : sum;
}

std::vector<Scale> all_scales(const Scores& scores) {
  std::vector<Scale> scales = known_scales();
  scales.insert(scales.end(), scores.scales.begin(), scores.scales.end());
  return scales;
}

Result<Scores> complete_scores(Scores scores) {
  if (scores.sex != "" && scores.sex != "f" && scores.sex != "m")
    return Error{"E_SCORE_SEX", "The sex is \"f\", \"m\" or left empty.", "sex"};
  const auto scales = all_scales(scores);
  for (std::size_t i = 0; i < scores.visits.size(); ++i) {
    for (const auto& entry : scores.visits[i].scores)
      if (const Status status = check(scales, i, entry.first, entry.second); !status) return status.error();
    for (const Composite& composite : composites()) add_composite(scores.visits[i], composite);
  }
  return scores;
}

std::vector<Diagnostic> score_notes(const Scores& scores) {
  std::vector<Diagnostic> notes;
  for (std::size_t i = 0; i < scores.visits.size(); ++i) {
    if (const auto item = score_of(scores.visits[i], "epds_item_10"); item && *item > 0)
      notes.push_back(
          {"W_EPDS_ITEM_10", Severity::warning,
           "Item 10 of the EPDS was answered above 0: the mother's safety needs to be asked about "
           "by a clinician today, whatever the total.",
           place(i, "epds_item_10"), ""});
    const auto total = score_of(scores.visits[i], "epds");
    if (!total || *total < epds_possible) continue;
    notes.push_back({"N_EPDS_CUTOFF", Severity::note,
                     *total >= epds_probable ? "The EPDS total is at or above 13, the cut-off for probable "
                                               "depression; a screening score, not a diagnosis."
                                             : "The EPDS total is at or above 10, the cut-off for possible "
                                               "depression; a screening score, not a diagnosis.",
                     place(i, "epds"), ""});
  }
  return notes;
}

}  // namespace attune::behavior
