// The simulated study: its truth is what its settings say, exactly, and its folder is a cohort.
#include <algorithm>
#include <cmath>
#include <set>

#include "cohort/plan.hpp"
#include "stats/effect_size.hpp"
#include "support.hpp"
#include "synth/study.hpp"

using namespace attune;
using namespace attune::synth;
using doctest::Approx;

namespace {

std::vector<double> values_of(const Study& study, const std::string& measure, const std::string& group,
                              std::size_t visit) {
  std::vector<double> values;
  for (const StudyInfant& infant : study.infants)
    if (infant.group == group) values.push_back(infant.visits[visit].truth.at(measure));
  return values;
}

cohort::Folder folder_of(const Study& study) {
  cohort::Folder folder;
  for (const auto& [path, text] : study_tables(study)) {
    folder.paths.push_back(path);
    folder.tables[path] = text;
  }
  for (const StudyInfant& infant : study.infants)
    for (const StudyVisit& visit : infant.visits) folder.paths.push_back(study_path(infant, visit));
  return folder;
}

}  // namespace

TEST_CASE("a study's true means, SDs and correlations are exactly as set, whatever the seed") {
  for (const std::uint64_t seed : {study_seed, std::uint64_t{7}}) {
    const Study study = make_study(seed);
    REQUIRE(study.infants.size() == 80);
    for (const StudyMeasure& measure : study.measures) {
      for (std::size_t c = 0; c < 4; ++c) {
        const auto summary =
            stats::summarize(values_of(study, measure.measure, measure.cells[c].group, c % 2));
        CHECK(summary.mean == Approx(measure.cells[c].mean).epsilon(1e-9));
        CHECK(summary.sd == Approx(measure.sd).epsilon(1e-9));
      }
      stats::PooledCorrelation correlation;
      correlation.add(values_of(study, measure.measure, "ppd", 0),
                      values_of(study, measure.measure, "ppd", 1));
      CHECK(*correlation.value() == Approx(0.6).epsilon(1e-9));
    }
  }
}

TEST_CASE("the treated change by the published effects, the comparison infants do not") {
  const Study study = make_study();
  const double published[] = {0.60, 0.56, 0.29, 0.35};  // Krzeczkowski, Schmidt & Van Lieshout 2021
  for (std::size_t i = 0; i < 4; ++i) {
    const auto& cells = study.measures[i].cells;
    CHECK((cells[1].mean - cells[0].mean) / study.measures[i].sd == Approx(published[i]).epsilon(1e-12));
    CHECK(cells[3].mean == cells[2].mean);
    CHECK(cells[1].mean == cells[3].mean);
  }
  // t = .6 / sqrt(2 (1 - .6)) / sqrt(2 / 40) = 3.0, df 78: p = .0036232 (by numerical integration).
  CHECK(study.measures[0].p == Approx(0.0036232).epsilon(1e-7));
  CHECK(study.measures[0].significant);
  CHECK(study.measures[1].significant);
  CHECK_FALSE(study.measures[2].significant);
}

TEST_CASE("a study's folder is found as a cohort, with pairs, ages and scores") {
  const Study study = make_study(1, 5);
  const cohort::Folder folder = folder_of(study);
  std::set<std::uint64_t> seeds;
  for (const StudyInfant& infant : study.infants)
    for (const StudyVisit& visit : infant.visits) {
      seeds.insert(visit.recording.seed);
      CHECK(check(visit.recording).ok());
    }
  CHECK(seeds.size() == 20);  // no two recordings from one seed
  const auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan.ok());
  CHECK(plan->diagnostics.empty());
  CHECK(plan->infants.size() == 10);
  for (const cohort::Session& session : plan->sessions) {
    CHECK_FALSE(session.file.empty());
    CHECK(session.age_months.has_value());
    CHECK(session.scores.at("orc_mother").value.has_value());
  }
  CHECK(plan->infants[0].pair == plan->infants[5].pair);
  CHECK(plan->infants[0].sex == plan->infants[5].sex);
}

TEST_CASE("in a large study a score that is drawn beyond its scale of 1 to 7 is written as its end") {
  const Study study = make_study(study_seed, 250);
  double highest = 0;
  for (const StudyInfant& infant : study.infants)
    for (const StudyVisit& visit : infant.visits) highest = std::max(highest, visit.truth.at("orc_mother"));
  REQUIRE(highest > 7);
  const auto plan = cohort::find_cohort(folder_of(study), {});
  REQUIRE(plan.ok());
  CHECK(plan->diagnostics.empty());
  double written = 0;
  for (const cohort::Session& session : plan->sessions)
    written = std::max(written, session.scores.at("orc_mother").value.value_or(0));
  CHECK(written == 7);
}
