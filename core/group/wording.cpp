#include "group/wording.hpp"

#include <cmath>

#include "base/words.hpp"

namespace attune::group {
namespace {

/// One later visit of one measure, with what its words rest on.
struct Told {
  const MeasureResult& measure;
  const LaterVisit& later;
  const GroupReport& report;

  bool low(const std::optional<double>& p) const { return p && *p < report.settings.significance; }
  bool changed_differently() const {
    return low(later.interaction_p) && low(measure.p_holm ? measure.p_holm : measure.group_by_time.p);
  }
};

std::string cannot_judge(const Told& told) {
  for (const std::string* reason :
       {&told.later.interaction.reason, &told.measure.first_difference.estimate.reason,
        &told.later.difference.estimate.reason})
    if (!reason->empty()) return "cannot be judged: " + *reason;
  return "";
}

std::string finding_of(const Told& told) {
  if (const std::string none = cannot_judge(told); !none.empty()) return none;
  const std::string &treated = told.report.treated_group, &control = told.report.control_group;
  const std::string& visit = told.later.visit;
  const bool apart_first = told.low(told.measure.first_difference.p),
             apart_later = told.low(told.later.difference.p);
  if (told.changed_differently()) {
    if (!apart_first)
      return std::string("changed differently; ") +
             (apart_later ? "different at " : "no evidence of a difference at ") + visit;
    if (std::abs(*told.later.difference.estimate.value) >=
        std::abs(*told.measure.first_difference.estimate.value))
      return treated + " moved away from " + control;
    return treated + " moved toward " + control +
           (apart_later ? ", still different at " : "; no evidence of a difference at ") + visit;
  }
  constexpr const char* same_change = "no evidence of a different change";
  if (apart_first && apart_later) return std::string("different at both visits; ") + same_change;
  if (apart_first) return "different at first, no evidence of a difference at " + visit + "; " + same_change;
  if (apart_later) return "different at " + visit + "; " + same_change;
  return "no evidence of a difference";
}

bool equivalent(const Told& told) {
  return told.later.equivalence.finding.starts_with("equivalent");
}

/// "+0.15 (95 % CI +0.05 to +0.25", without the closing bracket.
std::string with_interval(const Estimate& estimate, const MeasureResult& measure) {
  const int d = measure.decimals;
  const std::string unit = measure.unit.empty() || measure.unit == "ln" ? "" : " " + measure.unit;
  return number(*estimate.value, d, true) + unit + " (95 % CI " + number(*estimate.ci_low, d, true) + " to " +
         number(*estimate.ci_high, d, true);
}

std::string own_change(const std::string& group, const Tested& change, const MeasureResult& measure) {
  if (!change.p) return group + ": " + change.estimate.reason;
  return group + " changed by " + with_interval(change.estimate, measure) + ", " + p_words(*change.p) + ")";
}

std::string change_sentence(const Told& told) {
  const MeasureResult& measure = told.measure;
  std::string p = p_words(*told.later.interaction_p);
  if (told.report.visits.size() > 2 && measure.group_by_time.p)
    p += ", all later visits " + p_words(*measure.group_by_time.p);
  if (measure.primary && measure.p_holm) p += ", Holm " + p_words(*measure.p_holm);
  return "from " + told.report.visits.front() + " to " + told.later.visit + " " +
         own_change(told.report.treated_group, told.later.treated_change, measure) + ", " +
         own_change(told.report.control_group, told.later.control_change, measure) + "; difference " +
         with_interval(told.later.interaction, measure) + "; " + p + "): " +
         (told.changed_differently() ? "the groups changed differently."
                                     : "no evidence of a difference in change.");
}

std::string place_sentence(const Told& told) {
  const GroupEquivalence& found = told.later.equivalence;
  std::string sentence =
      " At " + told.later.visit + " " + told.report.treated_group + " − " + told.report.control_group +
      " is " + with_interval(told.later.difference.estimate, told.measure) + ", " +
      p_words(*told.later.difference.p) +
      "): " + (told.low(told.later.difference.p) ? "a difference; " : "no evidence of a difference; ") +
      found.finding;
  if (found.p) sentence += " (" + p_words(*found.p) + ", power " + number(100 * *found.power, 0) + " %)";
  return sentence + ".";
}

std::string pair_sentence(const Told& told) {
  if (!told.later.pairs) return "";
  const Tested& change = told.later.pairs->change;
  if (!change.p) return " By matched pairs it cannot be judged: " + change.estimate.reason + ".";
  return " In " + std::to_string(change.estimate.n) + " matched pairs the difference in change is " +
         with_interval(change.estimate, told.measure) + ", " + p_words(*change.p) + ").";
}

std::string sentence_of(const Told& told) {
  const MeasureResult& measure = told.measure;
  const std::string head = (measure.primary ? "" : "Exploratory: ") + measure.title +
                           (measure.up_means.empty() ? "" : " (higher means " + measure.up_means + ")") +
                           ": ";
  if (const std::string none = cannot_judge(told); !none.empty()) return head + none + ".";
  return head + change_sentence(told) + place_sentence(told) + pair_sentence(told);
}

/// "ppd at visit 2: 3 without a value (no recording 2, too little clean EEG 1)"
std::string missing_words(const MeasureResult& measure) {
  std::string words;
  for (const CellSummary& cell : measure.cells) {
    int count = 0;
    std::string reasons;
    for (const auto& [reason, times] : cell.missing) {
      count += times;
      reasons += (reasons.empty() ? "" : ", ") + reason + " " + std::to_string(times);
    }
    if (count > 0)
      words += (words.empty() ? "" : "; ") + cell.group + " at " + cell.visit + ": " + std::to_string(count) +
               " without a value (" + reasons + ")";
  }
  return words;
}

}  // namespace

void add_words(MeasureResult& measure, const GroupReport& report) {
  for (LaterVisit& later : measure.later_visits) {
    const Told told{measure, later, report};
    later.finding = finding_of(told);
    if (equivalent(told)) later.finding += "; " + later.equivalence.finding + " at " + later.visit;
    later.sentence = sentence_of(told);
  }
  measure.missing = missing_words(measure);
}

std::vector<std::string> cautions_for(const GroupReport& report) {
  return {"Groups that were not drawn by lot may differ for reasons other than treatment.",
          "No evidence of a difference is not evidence of none; see equivalence and its power.",
          "Measures that are not primary are exploratory: their p is not adjusted.",
          "Nothing is pooled from fewer than " + std::to_string(report.settings.fewest_infants) +
              " infants of a group."};
}

}  // namespace attune::group
