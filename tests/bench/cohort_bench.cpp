// scripts/bench cohort [COHORTS] [DRAWS] (see also cohort_bench.mjs): are the published effects found again? Cohorts of 40 + 40 infants
// are drawn from known standardised changes and analysed as `attune group` does. And do tests and intervals hold what they
// say, over the correlation of visits, infants a group, visits, and dropout that hangs on the value seen before?
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "group/analysis.hpp"
#include "group/drawn_study.hpp"
#include "group/model.hpp"
#include "stats/equivalence.hpp"

using namespace attune;

namespace {

constexpr int infants_a_group = 40;
constexpr double retest = 0.6;  // correlation of the two visits; the bias of d does not depend on it

struct Outcome {
  const char* measure;
  double d;  ///< published change of the treated group (Krzeczkowski, Schmidt & Van Lieshout 2021)
};
constexpr Outcome outcomes[] = {{"faa", 0.60}, {"rsa", 0.56}, {"orc", 0.29}};

/// A cohort in which both groups have SD 1 at both visits; the treated change by `d`, the controls not. The
/// treated end where the controls are, so that equivalence at follow-up is true. `sign` turns all noise
/// round.
group::Table draw_cohort(Random& random, double sign) {
  group::Table table;
  table.treated_group = "ppd";
  table.control_group = "control";
  table.visits = {"baseline", "follow-up"};
  for (int i = 0; i < 2 * infants_a_group; ++i)
    table.participants.push_back(
        {std::to_string(i), i < infants_a_group ? group::Side::treated : group::Side::control});
  for (const Outcome& outcome : outcomes) {
    group::MeasureTable measure{outcome.measure, {}};
    for (const group::Participant& participant : table.participants) {
      const double shared = sign * std::sqrt(retest) * random.normal();
      const double own = sign * std::sqrt(1 - retest);
      const double start = participant.side == group::Side::treated ? -outcome.d : 0;
      measure.cells.push_back(
          {{start + shared + own * random.normal(), ""}, {shared + own * random.normal(), ""}});
    }
    table.measures.push_back(std::move(measure));
  }
  return table;
}

struct Found {
  double d = 0, d_squares = 0;  ///< of the means of mirrored pairs
  double covered = 0, significant = 0;
};

double add(Found& found, const group::MeasureResult& result, double truth) {
  const group::LaterVisit& later = result.later_visits.front();
  found.covered += *later.d_ppc2.ci_low <= truth && truth <= *later.d_ppc2.ci_high;
  found.significant += *result.group_by_time.p < 0.05;
  return *later.d_ppc2.value;
}

/// A study of two groups without effect, or with one at the last visit.
struct Plan {
  double correlation;
  int infants;  ///< a group
  int visits;
  bool
      dropout;  ///< high values leave the treated group, low ones the comparison group, about every fifth infant
};

group::DrawnStudy study_of(const Plan& plan, double last_effect) {
  group::DrawnStudy study;
  study.treated = study.control = plan.infants;
  study.visits = plan.visits;
  study.correlation = plan.correlation;
  study.last = last_effect;
  if (plan.dropout) study.dropout = group::DrawnStudy::Dropout{-1.5, 1};
  return study;
}

/// Counts of draws in which both groups have the fewest infants at the last visit.
struct Held {
  int judged = 0, contrast = 0, jointly = 0, equivalent = 0, difference = 0, d = 0, d_completers = 0;
};

bool holds(const Estimate& estimate, double truth) {
  return estimate.ci_low && *estimate.ci_low <= truth && truth <= *estimate.ci_high;
}

Held simulate(const Plan& plan, int draws, std::uint64_t seed, const group::Settings& settings) {
  // The bound of equivalence in true SDs: there the two one-sided tests have their largest error.
  const double effect = settings.equivalence_margin_sd;
  Random random(seed), again(seed);
  Held held;
  for (int i = 0; i < draws; ++i) {
    const group::Table without = group::draw_study(random, study_of(plan, 0));
    const auto none = group::fit_group_by_time(without, without.measures.front(), settings);
    const auto some =
        group::analyze(group::draw_study(again, study_of(plan, effect)), settings).measures.front();
    const group::LaterVisit& last = some.later_visits.back();
    if (!last.interaction_p) continue;
    ++held.judged;
    held.contrast += none.visits.back().interaction->p < settings.significance;
    held.jointly += *none.group_by_time.p < settings.significance;
    held.equivalent += *last.equivalence.p < settings.significance;
    held.difference += holds(last.told_difference().estimate, effect);
    held.d += holds(last.d_ppc2, effect);
    held.d_completers += holds(last.d_ppc2_completers, effect);
  }
  return held;
}

/// Prints a line; whether a cell that is judged holds its bounds.
bool print_cell(const Plan& plan, int draws, const Held& held) {
  const auto share = [&](int count) { return static_cast<double>(count) / std::max(1, held.judged); };
  // Fewer draws with five infants in each group are a selection of studies that says nothing of the others.
  const bool judged = held.judged >= 0.8 * draws;
  const auto within = [](double value, double low, double high) { return low <= value && value <= high; };
  const bool good = within(share(held.contrast), 0.04, 0.06) && within(share(held.jointly), 0.04, 0.06) &&
                    within(share(held.difference), 0.94, 0.96) && within(share(held.d), 0.94, 0.96) &&
                    share(held.equivalent) <= 0.057;
  std::printf("%+.1f  %2d  %d  %-4s  %5.1f %%  %.4f  %.4f  %.4f      %.4f   %.4f  %.4f       %s\n",
              plan.correlation, plan.infants, plan.visits, plan.dropout ? "MAR" : "none",
              100 * static_cast<double>(held.judged) / draws, share(held.contrast), share(held.jointly),
              share(held.equivalent), share(held.difference), share(held.d), share(held.d_completers),
              !judged ? "not judged"
              : good  ? "holds"
                      : "OUTSIDE");
  std::fflush(stdout);
  return good || !judged;
}

/// The grid of plans.
void print_errors(int draws) {
  group::Settings settings;
  settings.bootstrap_draws = 100;  // not looked at here
  std::printf(
      "\nError of the first kind and cover at p < .05, %d draws a line; with an effect of .5 SD at the last "
      "visit from "
      "`TOST` on\n"
      "r     n   visits    judged  group×time  joint F  TOST  difference holds  d holds  d of completers "
      "holds\n",
      draws);
  int outside = 0;
  std::uint64_t seed = 0;
  for (const bool dropout : {false, true})
    for (const int visits : {2, 3})
      for (const int infants : {8, 20, 40})
        for (const double correlation : {-0.4, 0.0, 0.4}) {
          const Plan plan{correlation, infants, visits, dropout};
          outside += !print_cell(plan, draws, simulate(plan, draws, ++seed, settings));
        }
  std::printf("%d judged lines outside .04-.06, .94-.96 or .057\n", outside);
}

/// Share of studies that find two groups of the same infants equivalent within half an SD of the controls.
double simulated_power(Random& random, int studies) {
  int equivalent = 0;
  for (int i = 0; i < studies; ++i) {
    std::vector<double> groups[2];
    for (auto& values : groups)
      for (int k = 0; k < infants_a_group; ++k) values.push_back(random.normal());
    const auto treated = stats::summarize(groups[0]), control = stats::summarize(groups[1]);
    equivalent += stats::test_equivalence(*stats::welch_t_test(treated, control), 0.5).p < 0.05;
  }
  return static_cast<double>(equivalent) / studies;
}

}  // namespace

int main(int argc, char** argv) {
  const int cohorts = argc > 1 ? std::atoi(argv[1]) : 200;
  const int draws = argc > 2 ? std::atoi(argv[2]) : 4000;
  if (cohorts < 2 || draws < 1) return 2;
  Random random(1);
  Found found[std::size(outcomes)];
  group::Settings settings;
  settings.bootstrap_draws = 100;  // not looked at here
  const int pairs = cohorts / 2;
  for (int i = 0; i < pairs; ++i) {
    // Each cohort has a mirror with all noise turned round: chance cancels in their mean, bias does not.
    Random again = random;
    const auto report = group::analyze(draw_cohort(random, 1), settings);
    const auto mirrored = group::analyze(draw_cohort(again, -1), settings);
    for (std::size_t m = 0; m < std::size(outcomes); ++m) {
      const double truth = outcomes[m].d;
      const double mean =
          (add(found[m], report.measures[m], truth) + add(found[m], mirrored.measures[m], truth)) / 2;
      found[m].d += mean;
      found[m].d_squares += mean * mean;
    }
  }
  std::printf("%d cohorts of %d + %d infants in mirrored pairs, retest correlation %.1f\n", 2 * pairs,
              infants_a_group, infants_a_group, retest);
  std::printf("measure  true d  mean d_ppc2      bias     95%% CI holds  group x time p < .05\n");
  for (std::size_t m = 0; m < std::size(outcomes); ++m) {
    const double mean = found[m].d / pairs;
    const double se = std::sqrt((found[m].d_squares / pairs - mean * mean) / pairs);
    std::printf("%-7s  %.2f    %.4f ± %.4f  %+.1f %%   %5.1f %%        %5.1f %%\n", outcomes[m].measure,
                outcomes[m].d, mean, se, 100 * (mean / outcomes[m].d - 1), 50 * found[m].covered / pairs,
                50 * found[m].significant / pairs);
  }
  constexpr int studies = 20000;
  std::printf(
      "TOST, margin .5 SD, no true difference: power %.1f %% in %d simulated studies, %.1f %% as stated\n",
      100 * simulated_power(random, studies), studies,
      100 * stats::equivalence_power(0.5, std::sqrt(2.0 / infants_a_group), 2.0 * infants_a_group - 2));
  print_errors(draws);
  return 0;
}
