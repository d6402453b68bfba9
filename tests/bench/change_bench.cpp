// usage: bench_change [DRAWS [SEEDS]]: how often an infant without any true change is called reliably changed.
//
// First one measure, DRAWS (4000) infants a cell, each against n comparison infants of its own: normal, a coded share of
// which a third is zero, and infants chosen because their baseline lies beyond −2 SD. Beside it the plain forms: ±1.96 SDs
// of the comparison infants' changes. Then what median and robust SD would call in place of mean and SD, with and without an
// outlier among the comparison infants. Then the whole simulated study (synth/study.hpp), SEEDS (50) times: each of its 40 comparison infants against
// the 39 others in three domains, and each treated one against the 40, at the values that recordings of that length measure:
// the truth and an error of SD .12 (asymmetry) and .20 (RSA).
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "../core/false_change.hpp"
#include "stats/quantile.hpp"
#include "stats/t_test.hpp"
#include "synth/study.hpp"

using namespace attune;

namespace {

double percent(int part, int of) {
  return 100.0 * part / of;
}

/// The share of unchanged infants beyond ±1.96 SDs of the comparison infants' changes.
int beyond_two_sds(int draws, int n, const std::function<double(double)>& shape, double highest,
                   std::uint64_t seed) {
  int beyond = 0;
  Random random(seed);
  for (int k = 0; k < draws; ++k) {
    std::vector<double> changes;
    for (int i = 0; i < n; ++i) {
      const test::Drawn other = test::draw(random, shape);
      changes.push_back(other.after - other.before);
    }
    test::Drawn infant;
    do infant = test::draw(random, shape);
    while (infant.before >= highest);
    const stats::Summary of_others = stats::summarize(changes);
    beyond += std::abs(infant.after - infant.before - of_others.mean) > 1.959964 * of_others.sd;
  }
  return beyond;
}

void one_measure(int draws) {
  const auto as_it_is = [](double score) { return score; };
  constexpr double any = std::numeric_limits<double>::infinity();
  struct Kind {
    const char* name;
    test::OneMeasure measure;
    std::function<double(double)> shape;
    double highest;
  };
  const Kind kinds[] = {
      {"normal", {}, as_it_is, any},
      {"skewed share", {"withdrawn_still_face", report::Domain::still_face}, test::skewed_share, any},
      {"baseline below -2 SD", {}, as_it_is, -2},
  };
  std::printf("Unchanged infants called reliably changed, per cent of %d (plain +-1.96 SD beside it)\n",
              draws);
  for (const Kind& kind : kinds) {
    std::printf("  %-22s", kind.name);
    for (const int n : {5, 8, 10, 20, 40}) {
      const auto seed = static_cast<std::uint64_t>(1000 + n);
      std::printf(
          "  n %2d: %4.1f (%4.1f)", n,
          percent(test::called_changed(draws, n, kind.measure, kind.shape, kind.highest, seed), draws),
          percent(beyond_two_sds(draws, n, kind.shape, kind.highest, seed), draws));
    }
    std::printf("\n");
  }
}

struct Spread {
  int plain = 0,
      robust = 0;  ///< called by mean and SD; by median and 1.4826 times the median absolute deviation
};

/// Infants who change by `true_change` on top of what chance does, called reliably changed (two-sided .05) against n others,
/// one of whom lost the point of its later value where `outlier`.
Spread called_by_spread(int draws, int n, double true_change, bool outlier, std::uint64_t seed) {
  constexpr double level = 3;  // of RSA, in SDs about
  const auto as_it_is = [](double score) { return score + level; };
  Spread called;
  Random random(seed);
  for (int k = 0; k < draws; ++k) {
    std::vector<double> changes;
    for (int i = 0; i < n; ++i) {
      test::Drawn other = test::draw(random, as_it_is);
      if (outlier && i == 0) other.after *= 10;
      changes.push_back(other.after - other.before);
    }
    const test::Drawn infant = test::draw(random, as_it_is);
    const double after = infant.after + true_change;
    const stats::Summary plain = stats::summarize(changes);
    const stats::RobustSummary robust = stats::robust_summary(changes);
    const auto is_called = [&](const stats::Summary& summary) {
      const auto test = stats::control_adjusted_change(infant.before, after, summary);
      return test && test->p < 0.05;
    };
    called.plain += is_called(plain);
    called.robust += is_called({n, robust.median, robust.sd});
  }
  return called;
}

void spreads(int draws) {
  // 3 SDs of the changes of unchanged infants, √(2 (1 − retest)).
  const double large = 3 * std::sqrt(2 * (1 - test::retest));
  std::printf("Called by mean and SD (by median and robust SD), per cent of %d\n", draws);
  struct Row {
    const char* name;
    double change;
    bool outlier;
  };
  for (const Row& row : {Row{"unchanged", 0, false}, Row{"changed by 3 SD", large, false},
                         Row{"unchanged, one outlier", 0, true}, Row{"changed, one outlier", large, true}}) {
    std::printf("  %-22s", row.name);
    for (const int n : {5, 8, 10, 20, 40}) {
      const Spread called =
          called_by_spread(draws, n, row.change, row.outlier, static_cast<std::uint64_t>(2000 + n));
      std::printf("  n %2d: %4.1f (%4.1f)", n, percent(called.plain, draws), percent(called.robust, draws));
    }
    std::printf("\n");
  }
}

struct Outcome {
  test::OneMeasure measure;
  double error_sd;
};
const Outcome outcomes[] = {{{"faa_f4_f3", report::Domain::brain}, 0.12},
                            {{"rsa_ln_ms2", report::Domain::heart}, 0.20},
                            {{"orc_mother", report::Domain::temperament}, 0}};

test::Drawn measured(const synth::StudyInfant& infant, const Outcome& outcome, Random& random) {
  const auto value = [&](std::size_t visit) {
    return infant.visits[visit].truth.at(outcome.measure.id) + outcome.error_sd * random.normal();
  };
  const double before = value(0);
  return {before, value(1)};
}

struct Called {
  int infants = 0, changed = 0, as_in_studies = 0, as_in_studies_alone = 0;
};

/// What is called of one infant, by the report's own layers and ladder.
void judge(Called& called, std::vector<report::Measure> measures, const report::Reference& reference) {
  const std::vector<visit::Visit> visits = test::two_visits();
  for (report::Measure& measure : measures) report::add_layers(measure, visits, {&reference, "", {}});
  report::adjust_for_domains(measures, 0.05);
  report::decide_strengths(measures, visits);
  bool changed = false, as_in_studies = false;
  for (const report::Measure& measure : measures) {
    changed |= measure.changes[0].ladder.strength == report::Strength::reliable;
    as_in_studies |= measure.changes[0].ladder.as_in_studies.value_or(false);
  }
  ++called.infants;
  called.changed += changed;
  called.as_in_studies += as_in_studies;
  called.as_in_studies_alone += as_in_studies && !changed;
}

void print(const char* who, const Called& called) {
  std::printf(
      "  %-10s %5d infants: %.1f %% with any reliable change in the headline, %.1f %% as in the studies, %d "
      "of them without a reliable change\n",
      who, called.infants, percent(called.changed, called.infants),
      percent(called.as_in_studies, called.infants), called.as_in_studies_alone);
}

void whole_study(int seeds) {
  Called untreated, treated;
  for (int seed = 1; seed <= seeds; ++seed) {
    const synth::Study study = synth::make_study(static_cast<std::uint64_t>(seed));
    Random random(static_cast<std::uint64_t>(seed) + 7000);
    struct Infant {
      std::string name;
      bool control;
      std::vector<test::Drawn> values;
    };
    std::vector<Infant> infants;
    for (const synth::StudyInfant& infant : study.infants) {
      infants.push_back({infant.participant, infant.group == study.measures[0].cells.back().group, {}});
      for (const Outcome& outcome : outcomes)
        infants.back().values.push_back(measured(infant, outcome, random));
    }
    for (const Infant& one : infants) {
      report::Reference others;
      std::vector<report::Measure> measures;
      for (std::size_t k = 0; k < std::size(outcomes); ++k) {
        measures.push_back(test::measure_of(outcomes[k].measure, one.values[k]));
        for (const Infant& other : infants)
          if (other.control && other.name != one.name)
            test::add_infant(others, other.name, outcomes[k].measure.id, other.values[k]);
      }
      judge(one.control ? untreated : treated, std::move(measures), others);
    }
  }
  std::printf("The simulated study, %d seeds, each infant against the comparison infants but itself\n",
              seeds);
  print("untreated", untreated);
  print("treated", treated);
}

}  // namespace

int main(int argc, char** argv) {
  const int draws = argc > 1 ? std::max(1, std::atoi(argv[1])) : 4000;
  one_measure(draws);
  spreads(draws);
  whole_study(argc > 2 ? std::max(1, std::atoi(argv[2])) : 50);
  return 0;
}
