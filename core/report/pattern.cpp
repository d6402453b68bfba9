#include "report/pattern.hpp"

#include <algorithm>

#include "base/measure_table.hpp"
#include "report/certainty.hpp"
#include "report/crying.hpp"
#include "report/layer_wording.hpp"
#include "report/sentences.hpp"
#include "report/strength.hpp"
#include "report/visit_names.hpp"
#include "report/wording.hpp"
#include "words/ask.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/measure.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Value;

Said name_of_domain(Domain domain) {
  return words::say<"finding.domain">({{"domain", words::as_is(name_of(domain))}});
}

/// "heart", "heart and brain", "heart, brain and still-face"; of at least one.
Value in_one_list(std::vector<Value> items) {
  Value last = std::move(items.back());
  items.pop_back();
  if (items.empty()) return last;
  return words::say<"finding.and">({{"first", std::move(items)}, {"last", std::move(last)}});
}

/// A state's share as "more withdrawn": its measure says "more STATE".
Said moved_state(const Measure& measure, bool up) {
  if (!words::says<"measure.up.state">(measure.up_means))
    return words::say<"finding.moved.other">({{"up", up}});
  return words::say<"finding.moved.state">(
      {{"up", up}, {"state", words::in_hole<"measure.up.state">(measure.up_means, "state")}});
}

Said moved_words(const Measure& measure, bool up) {
  switch (measure.domain) {
    case Domain::heart:
      return words::say<"finding.moved.heart">({{"up", up}});
    case Domain::brain:
      return words::say<"finding.moved.brain">({{"up", up}});
    case Domain::temperament:
      return words::say<"finding.moved.temperament">({{"up", up}});
    default:
      return moved_state(measure, up);
  }
}

/// The domains of one later visit.
struct Tally {
  std::vector<const Measure*> changed;
  std::vector<Value> as_in_studies, against_studies;
  std::vector<Value> judged_names;
  std::vector<Value> within, within_retest;  ///< not reliable, though the recordings differ
  std::vector<Value> unsure;                 ///< judged on data of low certainty
  std::vector<Value> crying;                 ///< visits at which the infant may have cried
  std::vector<Value> not_recorded;           ///< at neither visit
  std::vector<Value> by_strength[enum_names(Strength{}).size()];  ///< all others but those that changed
  std::vector<Said> raters;                                       ///< that they disagree about a change
  bool beyond_retest_alone = false;  ///< all changed are judged by their retest error, none by infants
  int all = 0;
  int in_family = 0;    ///< whose p values were adjusted together
  int of_one_file = 0;  ///< both visits are one file
};

bool has_numbers(Strength strength) {
  return strength == Strength::reliable || strength == Strength::not_reliable ||
         strength == Strength::recordings_differ || strength == Strength::no_difference_found;
}

bool is_by_retest(const Change& change) {
  return change.reliable.reliability.has_value();
}

/// The visits of a pair at which crying may have made the change; what was marked as crying and left out has not.
std::vector<Value> crying_visits(const Measure& measure, const std::vector<visit::Visit>& visits,
                                 std::span<const std::size_t> pair, const visit::Settings& settings) {
  if (!belongs_to(Family::rsa, measure.id)) return {};
  std::vector<Value> found;
  for (std::size_t i = 0; i < 2; ++i) {
    const Crying crying =
        crying_at(visits[pair[i]], visits[pair[1 - i]], part_of(measure.id), settings.check);
    if (crying.fast_s > 0 || (crying.marked_s > 0 && !settings.marks.leave_out))
      found.push_back(name_of_visit(visits, pair[i]));
  }
  return found;
}

/// Counts one domain, of this name.
void count_one(Tally& tally, const Measure& measure, const Change& change, const Said& name) {
  const Ladder& ladder = change.ladder;
  if (ladder.strength == Strength::not_reliable && ladder.direction) {
    (is_by_retest(change) ? tally.within_retest : tally.within).push_back(name);
  } else if (ladder.strength != Strength::reliable) {
    tally.by_strength[static_cast<std::size_t>(ladder.strength)].push_back(name);
  } else {
    tally.changed.push_back(&measure);
    tally.beyond_retest_alone =
        is_by_retest(change) && (tally.changed.size() == 1 || tally.beyond_retest_alone);
    if (ladder.as_in_studies)
      (*ladder.as_in_studies ? tally.as_in_studies : tally.against_studies).push_back(name);
  }
}

Tally count(const std::vector<Measure>& measures, const std::vector<visit::Visit>& visits, std::size_t k,
            const visit::Settings& settings) {
  const std::size_t pair[] = {0, k + 1};
  Tally tally;
  for (const Measure& measure : measures) {
    if (!measure.primary) continue;
    const Change& change = measure.changes[k];
    const Ladder& ladder = change.ladder;
    const Said name = name_of_domain(measure.domain);
    ++tally.all;
    if (ladder.strength == Strength::reliable || ladder.strength == Strength::not_reliable)
      tally.judged_names.push_back(name);
    if (has_numbers(ladder.strength) &&
        certainty_of(measure, visits, pair, settings).level == eeg::DataLevel::low)
      tally.unsure.push_back(name);
    if (has_numbers(ladder.strength))
      for (Value& visit : crying_visits(measure, visits, pair, settings))
        tally.crying.push_back(std::move(visit));
    tally.in_family += change.reliable.p_holm.has_value();
    tally.of_one_file += change.change.reason == words::Text(same_file());
    if (ladder.strength == Strength::cannot_judge && is_recorded_nowhere(measure, visits, pair))
      tally.not_recorded.push_back(name);
    else
      count_one(tally, measure, change, name);
    if (ladder.strength == Strength::reliable)
      for (Said& opposite : raters(measure, change, measures)) tally.raters.push_back(std::move(opposite));
  }
  return tally;
}

/// What the k-th changes that are reliable go beyond: "retest", "ageless" (infants of whatever age) or "infants".
const char* basis_of(const Tally& tally, std::size_t k) {
  if (tally.beyond_retest_alone) return "retest";
  const bool ageless = std::any_of(tally.changed.begin(), tally.changed.end(), [&](const Measure* measure) {
    const Change& change = measure->changes[k];
    return !is_by_retest(change) && !is_matched_by_age(change.reliable);
  });
  return ageless ? "ageless" : "infants";
}

Said changed_sentence(const Tally& tally, std::size_t k) {
  std::vector<Value> moved;
  for (const Measure* measure : tally.changed) {
    const Change& change = measure->changes[k];
    const bool noted = is_by_retest(change) && !tally.beyond_retest_alone;
    moved.push_back(words::say<"finding.domain_moved">(
        {{"domain", name_of_domain(measure->domain)},
         {"moved", moved_words(*measure, change.ladder.direction == Direction::up)},
         {"basis", words::as_is(noted ? "retest" : "infants")}}));
  }
  const std::size_t judged = tally.judged_names.size();
  return words::say<"finding.pattern.some">({{"count", tally.changed.size()},
                                             {"judged", judged},
                                             {"every", tally.changed.size() == judged},
                                             {"all", std::cmp_equal(judged, tally.all)},
                                             {"basis", words::as_is(basis_of(tally, k))},
                                             {"list", in_one_list(std::move(moved))}});
}

/// How far the changes go the way of the studies, and how far the recordings differ where they do not.
void say_directions(std::vector<Said>& said, const Tally& tally) {
  const bool retest = tally.beyond_retest_alone;
  if (!tally.as_in_studies.empty())
    said.push_back(words::say<"finding.pattern.as_in_studies">(
        {{"all", tally.as_in_studies.size() == tally.changed.size()},
         {"retest", retest},
         {"list", in_one_list(tally.as_in_studies)}}));
  if (!tally.against_studies.empty())
    said.push_back(words::say<"finding.pattern.against_studies">(
        {{"all", tally.against_studies.size() == tally.changed.size()},
         {"retest", retest},
         {"list", in_one_list(tally.against_studies)}}));
  for (const auto* within : {&tally.within, &tally.within_retest})
    if (!within->empty())
      said.push_back(words::say<"finding.pattern.within">(
          {{"list", in_one_list(*within)}, {"retest", within == &tally.within_retest}}));
}

std::vector<Said> sentences(const Tally& tally, std::size_t k, bool compared) {
  std::vector<Said> said;
  const auto judged = static_cast<int>(tally.judged_names.size());
  const bool all = judged == tally.all;
  if (judged == 0) {
    const char* why = tally.of_one_file == tally.all ? "same_file" : compared ? "other" : "nobody";
    said.push_back(words::say<"finding.pattern.nothing">({{"why", words::as_is(why)}}));
  } else if (tally.changed.empty()) {
    said.push_back(words::say<"finding.pattern.none">(
        {{"judged", judged}, {"all", all}, {"list", in_one_list(tally.judged_names)}}));
  } else {
    said.push_back(changed_sentence(tally, k));
    said.insert(said.end(), tally.raters.begin(), tally.raters.end());
  }
  if (!tally.crying.empty())
    said.push_back(words::say<"finding.pattern.crying">({{"visits", in_one_list(tally.crying)}}));
  say_directions(said, tally);
  if (tally.of_one_file < tally.all) {
    for (std::size_t i = 0; i < std::size(tally.by_strength); ++i) {
      const auto strength = static_cast<Strength>(i);
      const bool told = strength == Strength::not_reliable && tally.changed.empty();
      if (!tally.by_strength[i].empty() && !told)
        said.push_back(words::say<"finding.pattern.for">(
            {{"list", in_one_list(tally.by_strength[i])}, {"strength", words::as_is(name_of(strength))}}));
    }
    if (!tally.not_recorded.empty())
      said.push_back(words::say<"finding.pattern.for">(
          {{"list", in_one_list(tally.not_recorded)}, {"strength", words::as_is("not_recorded")}}));
  }
  if (!tally.unsure.empty())
    said.push_back(words::say<"finding.pattern.low_certainty">({{"list", in_one_list(tally.unsure)}}));
  if (tally.in_family > 1) said.push_back(words::say<"finding.pattern.holm">({{"n", tally.in_family}}));
  return said;
}

Said joined(std::vector<Said> sentences) {
  Said said = std::move(sentences.front());
  for (std::size_t i = 1; i < sentences.size(); ++i) said = then(std::move(said), std::move(sentences[i]));
  return said;
}

}  // namespace

words::Text overall_pattern(const std::vector<Measure>& measures, const std::vector<visit::Visit>& visits,
                            bool compared, const visit::Settings& settings) {
  const bool any = std::any_of(measures.begin(), measures.end(), [](const Measure& m) { return m.primary; });
  if (!any || visits.size() < 2) return {};
  std::vector<std::vector<Said>> told;
  for (std::size_t k = 0; k + 1 < visits.size(); ++k)
    told.push_back(sentences(count(measures, visits, k, settings), k, compared));
  std::vector<Said> patterns;
  const Said first = told.front().front();
  const bool nowhere = words::says<"finding.pattern.nothing">(first) &&
                       std::all_of(told.begin(), told.end(),
                                   [&](const std::vector<Said>& one) { return one.front() == first; });
  if (nowhere) {
    patterns.push_back(first);
    for (std::vector<Said>& one : told) one.erase(one.begin());
  }
  for (std::size_t k = 0; k < told.size(); ++k) {
    if (told[k].empty()) continue;
    Said said = joined(std::move(told[k]));
    if (told.size() > 1)
      said = words::say<"finding.pattern.at_visit">(
          {{"visit", name_of_visit(visits, k + 1)}, {"said", std::move(said)}});
    patterns.push_back(std::move(said));
  }
  return joined(std::move(patterns));
}

}  // namespace attune::report
