// Mothers and infants of a cohort: pseudo-dyads, and what the groups are compared by. Expected values by hand.
#include <cmath>
#include <numeric>

#include "base/csv.hpp"
#include "base/json.hpp"
#include "base/random.hpp"
#include "cohort/pairs.hpp"
#include "cohort/results.hpp"
#include "dyad/lags.hpp"
#include "group/analysis.hpp"
#include "stats/holm.hpp"
#include "support.hpp"
#include "synth/pair.hpp"

using namespace attune;
using namespace attune::cohort;
using doctest::Approx;

namespace {

dyad::Detrended of_values(std::vector<double> value) {
  std::vector<double> valid(value.size(), 1.0);
  return {std::move(value), std::move(valid)};
}

std::vector<double> noise_of(std::uint64_t seed, std::size_t n) {
  Random random(seed);
  std::vector<double> x(n);
  for (double& value : x) value = random.normal();
  return x;
}

/// The infant's series is the mother's two steps later.
dyad::PairParts follower(std::uint64_t seed, std::size_t n = 40) {
  const std::vector<double> x = noise_of(seed, n + 2);
  return {{"", of_values({x.begin() + 2, x.end()}), of_values({x.begin(), x.end() - 2})}};
}

/// max |Σ m(t) i(t + k) / √(Σ m² Σ i²)| over lags −3 … 3, written out.
double peak_by_hand(const std::vector<double>& m, const std::vector<double>& i) {
  double peak = 0;
  for (int k = -3; k <= 3; ++k) {
    double mi = 0, mm = 0, ii = 0;
    for (int t = 0; t < static_cast<int>(m.size()); ++t) {
      if (t + k < 0 || t + k >= static_cast<int>(i.size())) continue;
      const double a = m[static_cast<std::size_t>(t)], b = i[static_cast<std::size_t>(t + k)];
      mi += a * b;
      mm += a * a;
      ii += b * b;
    }
    peak = std::max(peak, std::abs(mi / std::sqrt(mm * ii)));
  }
  return peak;
}

dyad::HeartInput heart_of_pair(std::vector<ecg::Beat> beats, ecg::Preset preset) {
  dyad::HeartInput heart;
  heart.group.preset = preset;
  heart.beats = std::move(beats);
  heart.settings = hrv::settings_for(preset);
  return heart;
}

PairRecord simulated_record(std::uint64_t seed, double strength) {
  synth::PairSettings wanted;
  wanted.seed = seed;
  wanted.duration_s = 240;
  wanted.strength = strength;
  auto pair = synth::simulate_pair(wanted);
  const Phase play{"Free play", PhaseKind::play, 0, 240};
  auto dyad = dyad::analyze(heart_of_pair(std::move(pair.mother), ecg::Preset::adult),
                            heart_of_pair(std::move(pair.infant), ecg::Preset::infant), dyad::one_clock(),
                            std::span(&play, 1), {});
  return pair_record(std::move(*dyad), "");
}

constexpr int pair_infants = 20;

/// Ten infants of each of two groups at two visits.
Plan pair_plan() {
  Plan plan;
  plan.visits = {"1", "2"};
  for (int i = 0; i < pair_infants; ++i) {
    const std::string name = "i" + std::to_string(10 + i);
    plan.infants.push_back({name, i % 2 ? "ppd" : "control", "", ""});
    for (int v = 0; v < 2; ++v)
      plan.sessions.push_back(
          {i, plan.visits[static_cast<std::size_t>(v)], 6.0 + v, name + ".edf", name, "", {}});
  }
  return plan;
}

struct PairCohort {
  Cohort cohort{pair_plan(), {}};
  std::vector<std::optional<PairRecord>> records;
};

/// Coupled at the second visit alone.
const PairCohort& pair_cohort() {
  static const PairCohort made = [] {
    PairCohort cohort;
    for (std::size_t i = 0; i < 2 * pair_infants; ++i) {
      cohort.records.push_back(simulated_record(700 + i, i % 2 ? 0.85 : 0));
      Measured measured;
      measured.sha256 = "file " + std::to_string(i);
      measured.quality.heart_epochs_used = 8;
      measured.values = {{"rsa_ln_ms2", report::Domain::heart, "RSA", "ln ms²", "more", 2,
                          3 + 0.1 * static_cast<double>(i % 7), 0.1, 8, ""}};
      add_pair(measured, *cohort.records.back());
      cohort.cohort.add(i, measured);
    }
    return cohort;
  }();
  return made;
}

const PseudoResult& pseudo_of(const Pairs& pairs, const std::string& visit, const std::string& phase,
                              const std::string& measure) {
  for (const PseudoResult& one : pairs.pseudo)
    if (one.visit == visit && one.phase == phase && one.measure == measure) return one;
  FAIL("no pseudo-dyads of " << visit << phase << measure);
  return pairs.pseudo.front();
}

}  // namespace

TEST_CASE("infants that follow their own mothers stand beyond every pseudo-dyad") {
  std::vector<dyad::PairParts> pairs;
  for (std::uint64_t seed = 1; seed <= 5; ++seed) pairs.push_back(follower(seed));
  dyad::PseudoSettings settings;
  settings.fewest_pairs = 5;
  const auto found = dyad::pseudo_dyads(pairs, 3, 20, settings);
  REQUIRE(found.pairs == 5);
  CHECK(*found.own_mean == Approx(1).epsilon(1e-9));
  double sum = 0;
  for (std::size_t i = 0; i < 5; ++i)
    for (std::size_t j = 0; j < 5; ++j)
      if (i != j) sum += peak_by_hand(pairs[j][0].mother.value, pairs[i][0].infant.value);
  CHECK(*found.pseudo_mean == Approx(sum / 20).epsilon(1e-9));
  for (const auto& pair : found.of_pairs) CHECK(pair->p == Approx(1.0 / 5));
  // Of 120 assignments one is their own: 1999 draws hold it 16.7 times on average, ± 4.1.
  CHECK(*found.p == Approx(1.0 / 120).epsilon(0.75));

  settings.fewest_pairs = 6;
  const auto few = dyad::pseudo_dyads(pairs, 3, 20, settings);
  CHECK(few.pairs == 5);
  CHECK_FALSE(few.p);
  CHECK_FALSE(few.of_pairs[0]);
}

TEST_CASE("phases lie beside the same phase and are cut to the shorter; a pair with too little is left out") {
  const dyad::PairParts one = follower(1), other = follower(2);
  std::vector<dyad::PairParts> pairs;
  for (std::uint64_t seed = 1; seed <= 6; ++seed) {
    dyad::PairPart play = follower(seed)[0], still = follower(seed + 50, 30)[0];
    play.phase = "play";
    still.phase = "still_face";
    // One recording has the phases in the other order.
    pairs.push_back(seed == 3 ? dyad::PairParts{still, play} : dyad::PairParts{play, still});
  }
  dyad::PairParts brief = follower(9, 10);
  brief[0].phase = "play";
  pairs.push_back(brief);
  dyad::PseudoSettings settings;
  settings.fewest_pairs = 5;
  const auto found = dyad::pseudo_dyads(pairs, 3, 20, settings);
  CHECK(found.pairs == 6);
  CHECK_FALSE(found.of_pairs[6]);
  // Beside its own mother each infant follows in both phases, whatever their order.
  for (std::size_t i = 0; i < 6; ++i) CHECK(found.of_pairs[i]->peak == Approx(1).epsilon(1e-9));
}

TEST_CASE("pseudo-dyads tell coupled pairs from uncoupled ones, and are withheld from few") {
  const PairCohort& made = pair_cohort();
  const Pairs pairs = pairs_of(made.cohort, made.records, {});
  const PseudoResult &before = pseudo_of(pairs, "1", "", "heart_period"),
                     &after = pseudo_of(pairs, "2", "", "heart_period"),
                     &rsa = pseudo_of(pairs, "2", "", "rsa");
  CHECK(before.pairs == pair_infants);
  CHECK(*before.p_adjusted > 0.05);
  CHECK(before.sentence.said()->id == "pairs.not_beyond");
  CHECK(*after.p_adjusted <= 0.01);
  CHECK(after.sentence.said()->id == "pairs.beyond");
  CHECK(*after.own_mean > *after.pseudo_mean);
  CHECK(after.reaching > before.reaching);
  const double both[] = {*rsa.p, *after.p};
  CHECK(*after.p_adjusted == stats::holm(both)[1]);

  // Without lags across phases the peak of a pair in one phase is the one that the pair itself has.
  const dyad::Coupling& own = made.records[1]->dyad->phases[0].heart_period;
  const PairRow* row = nullptr;
  for (const PairRow& one : pairs.rows)
    if (one.participant == "i10" && one.visit == "2" && one.phase == "play" && one.measure == "heart_period")
      row = &one;
  REQUIRE(row);
  CHECK(*row->own_peak == Approx(std::abs(*own.peak_r)).epsilon(1e-9));
  CHECK(row->other_pairs == pair_infants - 1);
  CHECK(pairs_table(pairs).find("attuned") == std::string::npos);

  cohort::PairSettings more;
  more.pseudo.fewest_pairs = pair_infants + 1;
  const Pairs few = pairs_of(made.cohort, made.records, more);
  CHECK_FALSE(pseudo_of(few, "2", "", "rsa").p);
  CHECK(pseudo_of(few, "2", "", "rsa").sentence.said()->id == "pairs.too_few");
}

TEST_CASE(
    "the groups take a pair's measures as exploratory, and single reports' comparison infants lack them") {
  const PairCohort& made = pair_cohort();
  const PairRecord& record = *made.records[1];
  Measured measured;
  add_pair(measured, record);
  const auto value = [&](const std::string& id) -> const MeasuredValue& {
    for (const MeasuredValue& one : measured.values)
      if (one.measure == id) return one;
    FAIL("no measure " << id);
    return measured.values.front();
  };
  const dyad::Coupling& heart = record.dyad->task.heart_period;
  CHECK(value("dyad_heart_period_lead_lag_index").value == heart.lead_lag_index);
  CHECK(*value("dyad_heart_period_peak").value == std::abs(*heart.peak_r));
  CHECK(value("dyad_heart_period_lead_lag_index_play").value ==
        record.dyad->phases[0].heart_period.lead_lag_index);
  REQUIRE(heart.verdict == dyad::CouplingVerdict::coupled);
  CHECK(value("dyad_heart_period_peak_lag_s").value == heart.peak_lag_s);
  CHECK(value("dyad_heart_period_lead_lag_index").title.english() ==
        "Mother and infant: lead–lag index of heart period");
  Measured uncoupled;
  add_pair(uncoupled, *made.records[0]);
  for (const MeasuredValue& one : uncoupled.values)
    if (one.measure == "dyad_heart_period_peak_lag_s") CHECK(one.reason.said()->id == "pairs.no_lag");

  const auto report = compare_groups(made.cohort);
  REQUIRE(report);
  for (const group::MeasureResult& measure : report->measures) {
    CAPTURE(measure.measure);
    CHECK(measure.primary == (measure.measure == "rsa_ln_ms2"));
    CHECK(measure.p_holm.has_value() == measure.primary);
  }
  const auto headline = report->measures[1].later_visits[0].sentence.english();
  CHECK(headline.starts_with("Exploratory: Mother and infant"));
  // Where nothing else is there, they are no primary measures either.
  const auto table = group::read_table(
      "participant,group,visit,measure,value\n"
      "a,ppd,1,dyad_rsa_peak,1\na,ppd,2,dyad_rsa_peak,2\n"
      "b,control,1,dyad_rsa_peak,1\nb,control,2,dyad_rsa_peak,2\n",
      {});
  REQUIRE(table.ok());
  CHECK_FALSE(group::analyze(*table, {}).measures[0].primary);

  const auto pack = reference_pack(made.cohort, PackKind::infants, {});
  REQUIRE(pack);
  CHECK(pack->find("rsa_ln_ms2") != std::string::npos);
  CHECK(pack->find("dyad_") == std::string::npos);
}

TEST_CASE("a record keeps its pair, gaps and all, and is measured anew when asked for otherwise") {
  PairRecord record = simulated_record(3, 0.5);
  record.courses.mother_rsa_ln_ms2[4] = std::nullopt;
  Record whole;
  whole.pair = record;
  const auto read = parse_json<Record>(dump(to_json(whole)));
  REQUIRE(read.ok());
  CHECK(dump(to_json(*read)) == dump(to_json(whole)));
  CHECK(is_current(record, "", {}));
  CHECK_FALSE(is_current(record, "her file", {}));
  dyad::Settings other;
  other.max_lag_s = 8;
  CHECK_FALSE(is_current(record, "", other));
}
