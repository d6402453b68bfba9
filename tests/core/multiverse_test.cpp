// The groups' question under every choice. Two complete visits make group × time the t test of the gains, so what each
// analysis comes to is known from outside: the values below are those of R 4.2.2 (lmerTest: estimate 3.375,
// SE .639126, t(14) 5.280648, p .000116183).
#include "cohort/multiverse.hpp"

#include <algorithm>
#include <cmath>

#include "cohort/results.hpp"
#include "support.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::cohort;
using doctest::Approx;
using report::Verdict;

namespace {

constexpr std::size_t vector_cases = 8;
constexpr double vector_values[2 * vector_cases][2] = {
    {10, 14}, {9, 12},  {11, 13}, {8, 13},  {12, 15}, {10, 11}, {9, 14},  {7, 12},
    {14, 14}, {13, 14}, {15, 14}, {12, 13}, {16, 15}, {14, 15}, {13, 12}, {15, 16}};
constexpr double gains_estimate = 3.375, gains_se = 0.639126, gains_p = 0.000116183;

Plan plan_of_vector() {
  Plan plan;
  plan.layout = "BIDS";
  plan.visits = {"ses-1", "ses-2"};
  for (std::size_t i = 0; i < 2 * vector_cases; ++i) {
    const std::string name = "sub-" + std::to_string(10 + i);
    plan.infants.push_back({name, i < vector_cases ? "ppd" : "control", "", "f"});
    for (int v = 0; v < 2; ++v)
      plan.sessions.push_back({static_cast<int>(i),
                               plan.visits[static_cast<std::size_t>(v)],
                               6,
                               name + std::to_string(v) + ".edf",
                               name + ".json",
                               "",
                               {}});
  }
  return plan;
}

Estimate only_value(double value) {
  Estimate estimate;
  estimate.value = value;
  return estimate;
}

visit::AsymmetrySpecification specification_with(double limit_uv, const eeg::Pair& pair, double absolute,
                                                 double relative) {
  return {{6, 9},
          eeg::Reference::as_recorded,
          limit_uv,
          pair,
          only_value(absolute),
          only_value(relative),
          missing("no rhythm"),
          80};
}

/// F4 and F3: the absolute asymmetry is the vector, the relative one the vector with its groups exchanged. F8 and F7: the
/// second visit is the first, for everybody, but for one infant. A lower limit leaves out nothing.
Measured measured_in_every_way(std::size_t infant, std::size_t visit) {
  const double own = vector_values[infant][visit],
               exchanged = vector_values[(infant + vector_cases) % (2 * vector_cases)][visit],
               still = vector_values[infant][0] + (infant == 0 && visit == 1 ? 0.1 : 0);
  Measured measured;
  measured.sha256 = std::to_string(2 * infant + visit);
  measured.quality.eeg_clean_s = 80;
  measured.quality.heart_epochs_used = 4;
  measured.values = {{"faa_f4_f3", report::Domain::brain, "F4 − F3", "ln", "left", 2, own, 0.05, 80, ""}};
  measured.specifications = visit::VisitSpecifications{};
  for (const double limit_uv : {150.0, 100.0})
    for (const bool frontal : {true, false})
      measured.specifications->brain.push_back(
          frontal ? specification_with(limit_uv, {"F3", "F4"}, own, exchanged)
                  : specification_with(limit_uv, {"F7", "F8"}, still, still));
  return measured;
}

cohort::Settings with_multiverse() {
  cohort::Settings settings;
  settings.multiverse = true;
  return settings;
}

using ChangeRecording = std::function<void(std::size_t infant, std::size_t visit, Measured&)>;

Cohort cohort_of_vector(const cohort::Settings& settings, const ChangeRecording& change = {}) {
  Cohort cohort(plan_of_vector(), settings);
  for (std::size_t i = 0; i < 2 * vector_cases; ++i)
    for (std::size_t v = 0; v < 2; ++v) {
      Measured measured = measured_in_every_way(i, v);
      if (change) change(i, v, measured);
      cohort.add(2 * i + v, measured);
    }
  return cohort;
}

struct GroupsAsked {
  group::GroupReport report;
  std::vector<Multiverse> multiverses;
};

GroupsAsked ask_every_way(const Cohort& cohort) {
  const auto report = compare_groups(cohort);
  REQUIRE(report.ok());
  return {*report, compare_every_way(cohort, *report, {})};
}

}  // namespace

TEST_CASE("one choice turns the answer round, another takes it away, and the counts are those made by hand") {
  const auto [report, multiverses] = ask_every_way(cohort_of_vector(with_multiverse()));
  REQUIRE(multiverses.size() == 1);
  const Multiverse& found = multiverses.front();
  CHECK(found.measure == "faa_f4_f3");
  CHECK(found.visit == "ses-2");
  REQUIRE(found.analyses.size() ==
          4);  // two forms × two pairs; the lower limit repeats, nothing is oscillatory
  const MultiverseAnalysis &lowest = found.analyses.front(), &highest = found.analyses.back();
  CHECK(*lowest.change.value == Approx(-gains_estimate).epsilon(1e-9));
  CHECK(lowest.verdict == Verdict::decrease);
  CHECK(*highest.change.value == Approx(gains_estimate).epsilon(1e-9));
  CHECK(*highest.change.se == Approx(gains_se).epsilon(1e-5));
  CHECK(*highest.p == Approx(gains_p).epsilon(1e-5));
  CHECK(highest.verdict == Verdict::increase);
  CHECK(highest.own);
  CHECK(highest.treated == 8);
  CHECK(highest.control == 8);
  for (const std::size_t middle : {1u, 2u}) {  // gains .1 of one infant in 8: .0125 ± .0125
    CHECK(*found.analyses[middle].change.value == Approx(0.0125));
    CHECK(found.analyses[middle].verdict == Verdict::no_evidence);
  }
  CHECK(found.up == 3);
  CHECK(found.down == 1);
  CHECK(found.up_beyond == 1);
  CHECK(found.down_beyond == 1);
  CHECK(found.headline.english() ==
        "Of 4 analyses the groups’ changes differed in 2 (p below 0.05, each taken alone), 1 of them above "
        "zero "
        "and 1 below, the main one among them.");
  CHECK(
      found.sentence.english() ==
      "The difference in change, ppd − control, ranges from −3.38 to +3.38; in 3 of 4 it has the sign of the "
      "main analysis. The choice that matters most is the pair: differed in F4 − F3 2 of 2, F8 − F7 0 of 2. "
      "The analyses share the recordings: how many agree describes, and is no test.");
}

TEST_CASE("what could not be formed and what only repeats is told, in the report and in the table") {
  const auto [report, multiverses] = ask_every_way(cohort_of_vector(with_multiverse()));
  const auto& gaps = multiverses.front().not_formed;
  REQUIRE(gaps.size() == 2);
  CHECK(gaps[0].what.english() == "oscillatory part");
  CHECK(gaps[0].analyses == 4);
  CHECK(gaps[1].what.english() == "±100 µV");
  CHECK(gaps[1].reason.english() == "The same as ±150 µV: it leaves out or adds nothing.");
  const auto rows = multiverse_rows(multiverses, report);
  REQUIRE(rows.size() == 6);
  CHECK(rows[0].differs == "down");
  CHECK(rows[0].form == "relative power");
  CHECK(rows[3].differs == "up");
  CHECK(rows[3].own == "yes");
  CHECK(rows[3].pair == "F4 − F3");
  CHECK(rows[3].compared_with == "ses-1");
  CHECK(rows[4].form == "oscillatory part");
  CHECK(rows[4].reason.starts_with("4 analyses: "));
}

TEST_CASE("the row of the cohort's own choices is its own analysis, with infants missing too") {
  const auto gone = [](std::size_t infant, std::size_t visit, Measured& measured) {
    const bool is_gone = visit == 1 && infant % 5 == 2;
    if (is_gone) measured.quality.eeg_clean_s = 20;
    for (auto& one : measured.specifications->brain)
      if (is_gone && one.pair.left == "F3") one.clean_s = 20;
  };
  const auto [report, multiverses] = ask_every_way(cohort_of_vector(with_multiverse(), gone));
  const group::LaterVisit& main = report.measures.front().later_visits.front();
  REQUIRE(main.incomplete());
  const auto& analyses = multiverses.front().analyses;
  const auto own = std::find_if(analyses.begin(), analyses.end(), [](const auto& one) { return one.own; });
  REQUIRE(own != analyses.end());
  CHECK(*own->change.value == *main.interaction.value);
  CHECK(*own->change.ci_low == *main.interaction.ci_low);
  CHECK(*own->change.ci_high == *main.interaction.ci_high);
  CHECK(*own->p == *main.interaction_p);
  CHECK(*own->d_ppc2.value == *main.d_ppc2.value);
  CHECK(own->treated ==
        6);  // the third and the eighth have too little clean EEG of F4 and F3; not of F8 and F7
  CHECK(own->control == 7);
  for (const auto& one : analyses)
    if (one.options[4] == 1) CHECK(one.treated + one.control == 16);
  CHECK(words::text(multiverses.front().sentence, {words::Language::french})
            .find("Elles reposent sur 13 à 16 nourrissons vus aux deux visites.") != std::string::npos);
}

TEST_CASE("where ages ask for other bands, the own analysis takes each recording's own") {
  const auto older = [](std::size_t infant, std::size_t, Measured& measured) {
    if (infant % 2 == 0) return;
    for (auto& one : measured.specifications->brain) one.band = {8, 12};
  };
  const auto [report, multiverses] = ask_every_way(cohort_of_vector(with_multiverse(), older));
  const Multiverse& found = multiverses.front();
  REQUIRE(found.choices[1].options.front().english() == "each recording’s own");
  const auto own =
      std::find_if(found.analyses.begin(), found.analyses.end(), [](const auto& one) { return one.own; });
  REQUIRE(own != found.analyses.end());
  CHECK(*own->change.value == *report.measures.front().later_visits.front().interaction.value);
}

TEST_CASE("without the setting, or with recordings measured without it, no number is given") {
  CHECK(ask_every_way(cohort_of_vector({})).multiverses.empty());
  const auto without = [](std::size_t infant, std::size_t, Measured& measured) {
    if (infant == 3) measured.specifications.reset();
  };
  const auto multiverses = ask_every_way(cohort_of_vector(with_multiverse(), without)).multiverses;
  REQUIRE(multiverses.size() == 1);
  CHECK(multiverses.front().analyses.empty());
  CHECK(multiverses.front().headline.empty());
  CHECK(multiverses.front().sentence.english() ==
        "The comparison was not formed in other ways: 2 recordings were measured without it; measure anew.");
}

TEST_CASE("recordings share their combinations and reasons, so that each takes 48 bytes a combination") {
  KeptChoices kept(3);
  visit::VisitSpecifications first;
  first.brain = {specification_with(150, {"F3", "F4"}, 0.2, 0.3),
                 specification_with(100, {"F3", "F4"}, 0.1, 0.4)};
  visit::VisitSpecifications other = first;
  std::swap(other.brain[0], other.brain[1]);
  other.brain[0].absolute.value = 0.7;
  visit::RsaSpecification rest;
  rest.epoch_s = 30;
  rest.phase_kind = "rest";
  rest.epochs_used = 4;
  rest.porges = only_value(3.5);
  rest.spectral = rest.ipfm = missing("no rhythm");
  other.heart = {rest};
  kept.keep(0, first);
  kept.keep(2, other);
  CHECK(kept.has(0));
  CHECK_FALSE(kept.has(1));
  const auto& brain = kept.brain();
  REQUIRE(brain.combinations.size() == 2);
  CHECK(brain.combinations[1].max_abs_uv == 100);
  CHECK(brain.sessions[1].empty());
  const KeptCombination& own = brain.sessions[2].front();
  CHECK(own.combination == 1);
  CHECK(own.values[0] == 0.7);
  CHECK(own.values[1] == 0.4);
  CHECK(std::isnan(own.values[2]));
  CHECK(kept.reason(own.reasons[0]).empty());
  CHECK(kept.reason(own.reasons[2]) == "no rhythm");
  CHECK(own.used == 80);
  CHECK(kept.heart("") == nullptr);
  REQUIRE(kept.heart("rest") != nullptr);
  const KeptCombination& heart = kept.heart("rest")->sessions[2].front();
  CHECK(heart.values[1] == 3.5);
  CHECK(heart.used == 4);
  CHECK(heart.reasons[0] == own.reasons[2]);  // one sentence, kept once
}
