#include "report/wording.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "report/certainty.hpp"
#include "report/layer_wording.hpp"
#include "report/sentences.hpp"
#include "report/visit_names.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/reason.hpp"

namespace attune::report {
namespace {

bool has_reliable_change(const Measure& measure) {
  return std::any_of(measure.changes.begin(), measure.changes.end(), [](const Change& change) {
    return change.reliable.finding != ReliableFinding::cannot_judge;
  });
}

bool rests_on_unknown_interval(const Measure& measure) {
  return std::any_of(measure.changes.begin(), measure.changes.end(),
                     [](const Change& change) { return !change.reliable.interval_known; });
}

bool has_size(const Change& change) {
  return change.verdict != Verdict::cannot_judge || change.change.value;
}

bool nothing_to_compare(const Measure& measure) {
  return std::all_of(change_lists.begin(), change_lists.end(), [&](const auto list) {
    return std::none_of((measure.*list).begin(), (measure.*list).end(), has_size);
  });
}

/// A measure at the only visit there is.
words::Said single_visit(const Measure& primary) {
  const Estimate& only = primary.visits.front();
  if (only.value)
    return words::say<"finding.one_visit">(
        {{"subject", subject_of(primary)},
         {"value", value_words(primary, *only.value)},
         {"unit", primary.domain == Domain::still_face ? words::Value(words::as_is(""))
                                                       : unit_words(primary, *only.value)}});
  return words::say<"finding.not_measured">(
      {{"subject", subject_of(primary)}, {"reason", without_stop(only.reason)}});
}

/// What the finding tells of: every later visit against the first, and before the last of them each later step that has a
/// size, so that what was true on the way is not lost.
std::vector<const Change*> told_changes(const Measure& primary) {
  std::vector<const Change*> told;
  for (const Change& change : primary.changes) told.push_back(&change);
  const auto last = told.end() - 1;
  std::vector<const Change*> steps;
  for (const Change& step : primary.steps)
    if (has_size(step)) steps.push_back(&step);
  told.insert(last, steps.begin(), steps.end());
  return told;
}

/// Every later visit against the first, and each step.
words::Said all_changes(const Measure& primary, const std::vector<Measure>& measures,
                        const std::vector<visit::Visit>& visits, const visit::Settings& settings) {
  if (primary.changes.size() > 1 && nothing_to_compare(primary)) {
    std::vector<std::size_t> places(visits.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    return words::say<"finding.cannot_judge_any">(
        {{"subject", subject_of(primary)},
         {"reason", missing_reasons(primary.visits, visits, places, has_own_error(primary.domain))}});
  }
  words::Said said;
  for (const Change* change : told_changes(primary)) {
    const std::size_t pair[] = {static_cast<std::size_t>(change->from), static_cast<std::size_t>(change->to)};
    const Certainty certainty = certainty_of(primary, visits, pair, settings);
    words::Said sentence = change_sentence(primary, *change, visits, certainty, measures, settings);
    said = said.id.empty() ? std::move(sentence) : then(std::move(said), std::move(sentence));
  }
  return said;
}

/// Every later visit against the first, what is found alone.
words::Said plain_changes(const Measure& primary, const std::vector<Measure>& measures,
                          const std::vector<visit::Visit>& visits) {
  words::Said said;
  for (const Change& change : primary.changes) {
    words::Said sentence = plain_sentence(primary, change, visits, measures);
    said = said.id.empty() ? std::move(sentence) : then(std::move(said), std::move(sentence));
  }
  return said;
}

bool has_phase(const visit::Visit& visit, PhaseKind kind) {
  return std::any_of(visit.phases.begin(), visit.phases.end(),
                     [&](const Phase& phase) { return phase.kind == kind; });
}

/// "baseline", "baseline and follow-up".
words::Value listed(const std::vector<words::Value>& visits) {
  words::Value list = visits.front();
  for (std::size_t i = 1; i < visits.size(); ++i)
    list = words::say<"reason.visits">(
        {{"visits", std::move(list)}, {"last", i + 1 == visits.size()}, {"next", visits[i]}});
  return list;
}

}  // namespace

words::Said same_file() {
  return words::say<"reason.same_file">();
}

words::Text missing_reasons(std::span<const Estimate> estimates, const std::vector<visit::Visit>& visits,
                            std::span<const std::size_t> places, bool own_error) {
  struct Told {
    words::Text why;
    std::vector<words::Value> visits;  ///< that share it
  };
  std::vector<Told> told;
  for (std::size_t i = 0; i < estimates.size(); ++i) {
    if (estimates[i].value && (estimates[i].se || !own_error)) continue;
    const words::Text why =
        estimates[i].reason.empty() ? words::say<"reason.no_error">() : without_stop(estimates[i].reason);
    const auto same = std::find_if(told.begin(), told.end(), [&](const Told& one) { return one.why == why; });
    Told& of = same == told.end() ? told.emplace_back(Told{why, {}}) : *same;
    of.visits.push_back(name_of_visit(visits, places[i]));
  }
  std::vector<words::Said> parts;
  for (const Told& one : told)
    parts.push_back(words::say<"reason.at_visits">({{"visits", listed(one.visits)}, {"reason", one.why}}));
  if (parts.empty()) return {};
  words::Said all = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i)
    all = words::say<"reason.also">({{"first", std::move(all)}, {"next", std::move(parts[i])}});
  return all;
}

Statement state_finding(const Measure& primary, const std::vector<Measure>& measures,
                        const std::vector<visit::Visit>& visits, const visit::Settings& settings) {
  Statement statement;
  statement.domain = primary.domain;
  if (primary.changes.empty()) {
    statement.headline = words::say<"finding.headline.one_visit">();
    statement.sentence = single_visit(primary);
    statement.plain = statement.sentence;
  } else {
    const Change& last = primary.changes.back();
    statement.strength = last.ladder.strength;
    statement.direction = last.ladder.direction;
    statement.as_in_studies = last.ladder.as_in_studies;
    statement.headline = change_headline(primary, last);
    if (visits.size() > 2)
      statement.headline = words::say<"finding.headline.at_visit">(
          {{"headline", statement.headline}, {"visit", name_of_visit(visits, visits.size() - 1)}});
    statement.sentence = all_changes(primary, measures, visits, settings);
    statement.plain = plain_changes(primary, measures, visits);
  }
  std::vector<std::size_t> all(visits.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  const Certainty certainty = certainty_of(primary, visits, all, settings);
  statement.certainty = certainty.level;
  statement.certainty_reason = certainty.reason;
  return statement;
}

std::vector<words::Text> cautions_for(const std::vector<Measure>& measures,
                                      const std::vector<visit::Visit>& visits, const Reference* reference) {
  std::vector<words::Text> cautions;
  const bool several = visits.size() > 1;
  const bool judged = std::any_of(measures.begin(), measures.end(), has_reliable_change);
  if (several) {
    const auto days = visits.back().days_from_first;
    const bool known = days && *days > 0;
    if (!judged) cautions.push_back(words::say<"finding.caution.recordings">());
    cautions.push_back(
        words::say<"finding.caution.growing">({{"known", known}, {"days", known ? *days : 0}}));
    if (!reference)
      cautions.push_back(words::say<"finding.caution.no_comparison">());
    else if (!judged)
      cautions.push_back(words::say<"finding.caution.nobody_twice">());
    if (std::any_of(measures.begin(), measures.end(), rests_on_unknown_interval))
      cautions.push_back(words::say<"finding.caution.unknown_interval">());
    cautions.push_back(words::say<"finding.caution.exploratory">());
    const auto still_faces = std::count_if(visits.begin(), visits.end(), [](const visit::Visit& visit) {
      return visit.recorded && has_phase(visit, PhaseKind::still_face);
    });
    if (still_faces > 1) cautions.push_back(words::say<"finding.caution.second_still_face">());
    if (std::any_of(measures.begin(), measures.end(),
                    [](const Measure& m) { return m.domain == Domain::temperament; }))
      cautions.push_back(words::say<"finding.caution.orc">());
  }
  if (std::any_of(visits.begin(), visits.end(),
                  [](const visit::Visit& visit) { return visit.file.simulated; }))
    cautions.push_back(words::say<"finding.caution.simulated">());
  if (reference && !reference->source.empty())
    cautions.push_back(words::say<"finding.caution.source">({{"source", name_of_source(reference->source)}}));
  cautions.push_back(words::say<"finding.caution.tool">());
  return cautions;
}

}  // namespace attune::report
