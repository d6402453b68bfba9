// Simulated pairs as recordings: what is put in stands in the truth, and the analysis finds it.
#include <algorithm>
#include <cmath>

#include "cli_run.hpp"
#include "dyad/hearts.hpp"
#include "support.hpp"
#include "synth/pair_recording.hpp"

using namespace attune;

namespace {

/// What the analysis says of a simulated recording that holds both.
dyad::Dyad analysed(const synth::PairPlan& plan) {
  const auto bytes = synth::pair_edf(plan, synth::PairHearts::both);
  REQUIRE(bytes);
  dyad::HeartStream stream(bytes->size(), {}, std::nullopt);
  REQUIRE(stream.push(*bytes));
  const auto file = stream.finish();
  REQUIRE(file);
  const auto found = analyze(pair_of(*file, {}), {});
  REQUIRE(found);
  return *found;
}

/// Of beats that were put in, the share that the list has within 10 ms.
double found_share(const std::vector<double>& put_s, const std::vector<ecg::Beat>& beats) {
  std::size_t found = 0;
  for (const double time_s : put_s)
    found += std::any_of(beats.begin(), beats.end(),
                         [&](const ecg::Beat& beat) { return std::abs(beat.time_s - time_s) < 0.01; });
  return static_cast<double>(found) / static_cast<double>(put_s.size());
}

}  // namespace

TEST_CASE(
    "a simulated pair's recording holds the beats that its truth tells, at the same seed the same bytes") {
  synth::PairSettings settings;
  settings.duration_s = 120;
  const synth::PairPlan plan = synth::plan_pair(settings);
  const auto bytes = synth::pair_edf(plan, synth::PairHearts::both);
  REQUIRE(bytes);
  CHECK(*synth::pair_edf(synth::plan_pair(settings), synth::PairHearts::both) == *bytes);
  dyad::HeartStream stream(bytes->size(), {}, std::nullopt);
  REQUIRE(stream.push(*bytes));
  const auto file = stream.finish();
  REQUIRE(file);
  const dyad::Pair pair = pair_of(*file, {});
  CHECK(found_share(plan.truth.mother_beats_s, pair.mother->beats) > 0.98);
  CHECK(found_share(plan.truth.infant_beats_s, pair.infant->beats) > 0.98);
  CHECK(plan.truth.leads == synth::WhoLeads::nobody);
}

TEST_CASE("who leads: the example's leader goes over, and nobody leads in still-face") {
  // Play and reunion are coupled by .85, still-face by 0; first the infant by 2 s, then the mother by 3 s: as set.
  const double lags_s[] = {-2, 3};
  const dyad::First leaders[] = {dyad::First::infant, dyad::First::mother};
  for (const std::size_t visit : {0, 1}) {
    CAPTURE(visit);
    const synth::PairPlan plan = synth::example_pair(visit);
    CHECK(plan.truth.lag_s == lags_s[visit]);
    CHECK(plan.truth.phases[1].strength == 0);
    const dyad::Dyad found = analysed(plan);
    CHECK(found.task.heart_period.first == leaders[visit]);
    CHECK(std::abs(*found.task.heart_period.peak_lag_s - lags_s[visit]) <= 1);
    REQUIRE(found.phases.size() == 3);
    CHECK(found.phases[0].heart_period.verdict == dyad::CouplingVerdict::coupled);
    CHECK(found.phases[1].kind == "still_face");
    CHECK(found.phases[1].heart_period.verdict == dyad::CouplingVerdict::no_coupling_found);
    CHECK(found.phases[2].heart_period.verdict == dyad::CouplingVerdict::coupled);
  }
}

TEST_CASE("coupling breaks where a phase says so: the two hearts' fluctuations there share nothing") {
  synth::PairSettings settings;
  settings.strength = 0.8;
  settings.phases = {{"Free play", PhaseKind::play, 60, 1}, {"Still-face", PhaseKind::still_face, 60, 0}};
  CHECK(synth::strength_at(settings, 59.9) == 0.8);
  CHECK(synth::strength_at(settings, 60) == 0);
  CHECK(synth::strength_at(settings, 120) == 0.8);
}

#ifdef ATTUNE_BINARY
TEST_CASE("synth --pairs writes a pair, or both apart on two clocks, and dyad finds what was put in") {
  const std::string out = test::scratch("pairs").string();
  const test::Run one = test::run("synth --out " + out + " --pairs 1 --seed 3 --lag-s -3 --strength 0.9");
  REQUIRE(one.status == 0);
  const Json truth = Json::parse(test::read_text(out + "/pair-001.truth.json"));
  CHECK(truth["leads"] == "infant");
  CHECK(truth["lag_s"] == -3);
  const Json found = Json::parse(test::run("dyad " + out + "/pair-001.edf").out);
  CHECK(found["task"]["heart_period"]["first"] == "infant");
  CHECK(std::abs(found["task"]["heart_period"]["peak_lag_s"].get<double>() + 3) <= 1);

  // The infant's clock began a second after its header says: by the start times the lag is a second too small.
  const test::Run apart =
      test::run("synth --out " + out + " --pairs 1 --seed 3 --lag-s -3 --strength 0.9 --apart --offset-s 1");
  REQUIRE(apart.status == 0);
  const std::string files =
      "dyad --mother " + out + "/pair-001_mother.edf --infant " + out + "/pair-001_infant.edf";
  const Json by_starts = Json::parse(test::run(files).out);
  const Json by_hand = Json::parse(test::run(files + " --offset-s 1").out);
  const double lag_s = by_hand["task"]["heart_period"]["peak_lag_s"];
  CHECK(std::abs(lag_s + 3) <= 1);
  CHECK(by_starts["task"]["heart_period"]["peak_lag_s"].get<double>() ==
        doctest::Approx(lag_s - 1).epsilon(0.05));

  const Json alone = Json::parse([&] {
    test::run("synth --out " + out + " --pairs 1 --strength 0 --seed 4");
    return test::run("dyad " + out + "/pair-001.edf").out;
  }());
  CHECK(alone["task"]["heart_period"]["verdict"] == "no_coupling_found");
  CHECK(Json::parse(test::read_text(out + "/pair-001.truth.json"))["leads"] == "nobody");
}
#endif
