#include "report/pattern.hpp"

#include <algorithm>

#include "report/certainty.hpp"
#include "report/sentences.hpp"
#include "report/visit_names.hpp"
#include "report/wording.hpp"
#include "words/ask.hpp"
#include "words/ids/finding.hpp"
#include "words/ids/measure.hpp"

namespace attune::report {
namespace {

using words::Said;

Said name_of_domain(Domain domain) {
  return words::say<"finding.domain">({{"domain", words::as_is(name_of(domain))}});
}

/// "heart", "heart and brain", "heart, brain and still-face"; of at least one.
Said listed(std::vector<Said> items) {
  Said last = std::move(items.back());
  items.pop_back();
  if (items.empty()) return last;
  words::Value::List first(items.begin(), items.end());
  return words::say<"finding.and">({{"first", std::move(first)}, {"last", std::move(last)}});
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
  std::vector<Said> changed, as_in_studies, against_studies;
  std::vector<Said> judged_names;
  std::vector<Said> within;  ///< not reliable, though the recordings differ
  std::vector<Said> unsure;  ///< judged on data of low certainty
  std::vector<Said> by_strength[enum_names(Strength{}).size()];  ///< all but those that changed
  int all = 0;
  int in_family = 0;    ///< whose p values were adjusted together
  int of_one_file = 0;  ///< both visits are one file
};

bool has_numbers(Strength strength) {
  return strength == Strength::reliable || strength == Strength::not_reliable ||
         strength == Strength::recordings_differ || strength == Strength::no_difference_found;
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
    tally.in_family += change.reliable.p_holm.has_value();
    tally.of_one_file += change.change.reason == words::Text(same_file());
    if (ladder.strength == Strength::not_reliable && ladder.direction) {
      tally.within.push_back(name);
      continue;
    }
    if (ladder.strength != Strength::reliable) {
      tally.by_strength[static_cast<std::size_t>(ladder.strength)].push_back(name);
      continue;
    }
    const Said moved = moved_words(measure, ladder.direction == Direction::up);
    tally.changed.push_back(words::say<"finding.domain_moved">({{"domain", name}, {"moved", moved}}));
    if (ladder.as_in_studies)
      (*ladder.as_in_studies ? tally.as_in_studies : tally.against_studies).push_back(name);
  }
  return tally;
}

std::vector<Said> sentences(const Tally& tally, bool compared) {
  std::vector<Said> said;
  const auto judged = static_cast<int>(tally.judged_names.size());
  const bool all = judged == tally.all;
  if (judged == 0) {
    const char* why = tally.of_one_file == tally.all ? "same_file" : compared ? "other" : "nobody";
    said.push_back(words::say<"finding.pattern.nothing">({{"why", words::as_is(why)}}));
  } else if (tally.changed.empty()) {
    said.push_back(words::say<"finding.pattern.none">(
        {{"judged", judged}, {"all", all}, {"list", listed(tally.judged_names)}}));
  } else {
    said.push_back(
        words::say<"finding.pattern.some">({{"count", tally.changed.size()},
                                            {"judged", judged},
                                            {"every", static_cast<int>(tally.changed.size()) == judged},
                                            {"all", all},
                                            {"list", listed(tally.changed)}}));
  }
  if (!tally.as_in_studies.empty())
    said.push_back(words::say<"finding.pattern.as_in_studies">(
        {{"all", tally.as_in_studies.size() == tally.changed.size()},
         {"list", listed(tally.as_in_studies)}}));
  if (!tally.against_studies.empty())
    said.push_back(words::say<"finding.pattern.against_studies">(
        {{"all", tally.against_studies.size() == tally.changed.size()},
         {"list", listed(tally.against_studies)}}));
  if (!tally.within.empty())
    said.push_back(words::say<"finding.pattern.within">({{"list", listed(tally.within)}}));
  if (tally.of_one_file < tally.all)
    for (std::size_t i = 0; i < std::size(tally.by_strength); ++i) {
      const auto strength = static_cast<Strength>(i);
      const bool told = strength == Strength::not_reliable && tally.changed.empty();
      if (!tally.by_strength[i].empty() && !told)
        said.push_back(words::say<"finding.pattern.for">(
            {{"list", listed(tally.by_strength[i])}, {"strength", words::as_is(name_of(strength))}}));
    }
  if (!tally.unsure.empty())
    said.push_back(words::say<"finding.pattern.low_certainty">({{"list", listed(tally.unsure)}}));
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
  std::vector<Said> patterns;
  for (std::size_t i = 1; i < visits.size(); ++i) {
    Said said = joined(sentences(count(measures, visits, i - 1, settings), compared));
    if (visits.size() > 2)
      said = words::say<"finding.pattern.at_visit">(
          {{"visit", name_of_visit(visits, i)}, {"said", std::move(said)}});
    patterns.push_back(std::move(said));
  }
  return joined(std::move(patterns));
}

}  // namespace attune::report
