#include "dyad/change.hpp"

#include <algorithm>
#include <vector>

#include "stats/difference.hpp"
#include "stats/holm.hpp"
#include "stats/students_t.hpp"
#include "words/ids/dyad.hpp"

namespace attune::dyad {

namespace {

using words::say;

bool is_coupled(const Coupling& coupling) {
  return coupling.verdict == CouplingVerdict::coupled;
}

int direction_of(const Coupling& coupling) {
  return *coupling.peak_r < 0 ? -1 : 1;
}

/// The index in one direction of change, its error by the width of its interval.
Estimate index_in(const Coupling& coupling, int direction, const Settings& settings) {
  const int sign = direction * direction_of(coupling);
  const int blocks = std::max(2, static_cast<int>(coupling.overlap_s / settings.block_s));
  const double se =
      (*coupling.lead_lag_index_high - *coupling.lead_lag_index_low) / (2 * stats::normal_quantile(0.975));
  return stats::with_interval(sign * *coupling.lead_lag_index, se, blocks - 1.0, blocks);
}

/// Why the two visits cannot be held against each other; recordings_differ where they can.
LeadStrength obstacle(const Coupling& before, const Coupling& after) {
  for (const Coupling* visit : {&before, &after}) {
    if (visit->verdict == CouplingVerdict::missing) return LeadStrength::cannot_judge;
    if (visit->verdict == CouplingVerdict::too_short) return LeadStrength::too_little;
  }
  if (!is_coupled(before) && !is_coupled(after)) return LeadStrength::cannot_judge;
  if (is_coupled(before) && is_coupled(after) && direction_of(before) != direction_of(after))
    return LeadStrength::not_comparable;
  return LeadStrength::recordings_differ;
}

words::Text sentence_of(const LeadChange& c, const Coupling& before, const Coupling& after,
                        const Settings& settings) {
  const words::Said measure = name_of_measure(c.measure);
  switch (c.strength) {
    case LeadStrength::too_little:
      return say<"dyad.change_short">({{"measure", measure}});
    case LeadStrength::not_comparable:
      return say<"dyad.change_directions">({{"measure", measure}});
    case LeadStrength::cannot_judge:
      for (const Coupling* visit : {&before, &after})
        if (visit->verdict == CouplingVerdict::missing) return say<"dyad.one_heart">();
      return say<"dyad.change_none_coupled">({{"measure", measure}});
    case LeadStrength::recordings_differ:
    case LeadStrength::no_difference_found:
      break;
  }
  const bool differs = c.strength == LeadStrength::recordings_differ;
  const char* toward = *c.change.value < 0 ? "infant" : "mother";
  return say<"dyad.change">({{"measure", measure},
                             {"toward", words::as_is(differs ? toward : "neither")},
                             {"change", words::change(*c.change.value, 2)},
                             {"low", words::change(*c.change.ci_low, 2)},
                             {"high", words::change(*c.change.ci_high, 2)},
                             {"p", words::probability(*c.p_adjusted)},
                             {"level", words::at_most(settings.change_level, 3)}});
}

LeadChange compared(const Coupling& before, const Coupling& after, const Settings& settings) {
  LeadChange c;
  c.measure = after.measure;
  c.strength = obstacle(before, after);
  if (c.strength != LeadStrength::recordings_differ) return c;
  const int direction = direction_of(is_coupled(before) ? before : after);
  c.before = index_in(before, direction, settings);
  c.after = index_in(after, direction, settings);
  c.change = stats::difference(c.after, c.before);
  if (!(*c.change.se > 0)) {
    c.strength = LeadStrength::too_little;  // draws that all agree tell no error
    return c;
  }
  c.p = stats::students_t_two_sided_p(*c.change.value / *c.change.se, *c.change.df);
  return c;
}

/// Two measures are two chances, where both are judged.
void decide(LeadChange& rsa, LeadChange& heart_period, double level) {
  std::vector<LeadChange*> judged;
  std::vector<double> p;
  for (LeadChange* one : {&rsa, &heart_period})
    if (one->p) {
      judged.push_back(one);
      p.push_back(*one->p);
    }
  const std::vector<double> adjusted = stats::holm(p);
  for (std::size_t k = 0; k < judged.size(); ++k) {
    judged[k]->p_adjusted = adjusted[k];
    if (adjusted[k] > level) judged[k]->strength = LeadStrength::no_difference_found;
  }
}

}  // namespace

Change change_between(const Couplings& earlier, const Couplings& later, const Settings& settings) {
  Change change{compared(earlier.rsa, later.rsa, settings),
                compared(earlier.heart_period, later.heart_period, settings)};
  decide(change.rsa, change.heart_period, settings.change_level);
  change.rsa.sentence = sentence_of(change.rsa, earlier.rsa, later.rsa, settings);
  change.heart_period.sentence =
      sentence_of(change.heart_period, earlier.heart_period, later.heart_period, settings);
  return change;
}

Change no_change_comparable() {
  Change change;
  change.heart_period.measure = CourseKind::heart_period;
  for (LeadChange* one : {&change.rsa, &change.heart_period}) {
    one->strength = LeadStrength::not_comparable;
    one->sentence = say<"dyad.change_settings">();
  }
  return change;
}

}  // namespace attune::dyad
