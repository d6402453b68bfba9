// What a planned study could find. Powers come from R 4.2.2: power.t.test(n, delta, sd = sqrt(2 (1 - r))) is that of the t
// test of the changes, which group × time of a complete table with two visits is; and studies drawn in R for the two
// one-sided tests. Tolerances are the simulation's own: four standard errors of a share.
#include "group/design.hpp"

#include <cmath>

#include "base/json.hpp"
#include "group/drawn_study.hpp"
#include "stats/share.hpp"
#include "stats/t_test.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::group;
using doctest::Approx;

namespace {

DesignSettings study(int infants, double effect, double correlation, int draws = 500) {
  DesignSettings settings;
  settings.infants = {infants};
  settings.effect = effect;
  settings.correlation = correlation;
  settings.draws = draws;
  return settings;
}

DesignPoint planned(const DesignSettings& settings) {
  const auto design = plan_study(settings);
  REQUIRE(design.ok());
  return design->points.at(0);
}

void check_share(const Estimate& found, double expected) {
  const double se = std::sqrt(expected * (1 - expected) / found.n);
  CHECK(std::abs(*found.value - expected) < 4 * se);
}

}  // namespace

TEST_CASE("power of group by time at two visits is that of R's power.t.test of the changes") {
  struct Row {
    int infants;
    double effect, correlation, power;
  };
  for (const Row& row : {Row{40, 0.5, 0.6, 0.694678}, Row{20, 0.8, 0.5, 0.693399}, Row{12, 1, 0.3, 0.507793},
                         Row{40, 0.5, 0, 0.345211}}) {
    CAPTURE(row.infants);
    const DesignPoint point = planned(study(row.infants, row.effect, row.correlation));
    check_share(point.group_by_time, row.power);
    check_share(point.gains, row.power);
    CHECK(*point.all_visits.value == *point.group_by_time.value);
  }
}

TEST_CASE("without an effect a difference is found in 5 % of studies") {
  check_share(planned(study(20, 0, 0.5, 1000)).group_by_time, 0.05);
}

TEST_CASE("power of equivalence of 40 and 40 infants that end alike is about 42 %") {
  // 200,000 studies drawn in R, the margin half the comparison infants' SD at the first visit as each study finds it: .4164
  // ± .0011, .8527 ± .0008. With the SD known it were .4325 and .8674 (Phillips 1990).
  for (const auto& [infants, power] : {std::pair{40, 0.4164}, std::pair{80, 0.8527}})
    check_share(planned(study(infants, 0.5, 0.5, 1000)).equivalence, power);
}

TEST_CASE("infants that truly end at the margin are found equivalent in 5 % of studies at most") {
  DesignSettings settings = study(60, 0, 0.5, 1000);
  settings.end_difference = settings.equivalence_margin_sd;
  const Estimate found = planned(settings).equivalence;
  CHECK(*found.value < 0.057 + 4 * *found.se);
}

TEST_CASE("the interval of d is as wide as its standard error says, and holds the truth in 95 %") {
  // Two visits, all complete: the error of a change in SDs of the first visit is that of its t test, sqrt(2 (1 - r) 2/n),
  // and d's own d²/(2 (2n)) is added (Morris 2008, eq. 25); 1.96 either side, or t with 78 degrees of freedom.
  const DesignPoint point = planned(study(40, 0.5, 0.5));
  const double se = std::sqrt(2 * (1 - 0.5) * 2 / 40 + 0.25 / 160);
  CHECK(*point.d_ppc2_width.value == Approx(2 * 1.99 * se).epsilon(0.03));
  check_share(point.d_ppc2_holds, 0.95);
  CHECK(std::abs(*point.d_ppc2.value - 0.5) < 4 * *point.d_ppc2.se);
}

TEST_CASE("who leaves is as many as was said, and a study too small to say anything finds nothing") {
  DesignSettings settings = study(30, 0.5, 0.5, 400);
  settings.visits = 3;
  settings.dropout = 0.2;
  const DesignPoint point = planned(settings);
  CHECK(point.treated_last == Approx(30 * 0.64).epsilon(0.02));
  CHECK(point.control_last == Approx(30 * 0.64).epsilon(0.02));
  CHECK(*point.judged.value == 1);

  const DesignPoint small = planned(study(4, 2, 0.5, 100));
  CHECK(*small.judged.value == 0);
  CHECK(*small.group_by_time.value == 0);
  CHECK(*small.equivalence.value == 0);
  CHECK_FALSE(small.d_ppc2.value);
  CHECK(small.d_ppc2.reason.english() == "no study had enough infants at the first and the last visit");
}

TEST_CASE("the same seed gives the same design, another one another") {
  const auto d_of = [](int seed) {
    DesignSettings settings = study(10, 0.5, 0.5, 100);
    settings.seed = seed;
    return *planned(settings).d_ppc2.value;
  };
  CHECK(d_of(1) == d_of(1));
  CHECK(d_of(1) != d_of(2));
}

TEST_CASE("a drawn study has the correlation, the SD and the means that it is drawn with") {
  for (const double correlation : {-0.4, 0.0, 0.7}) {
    CAPTURE(correlation);
    DrawnStudy truth;
    truth.treated = truth.control = 4000;
    truth.visits = 3;
    truth.correlation = correlation;
    truth.first = -0.5;
    truth.last = 0.25;
    Random random(7);
    const Table table = draw_study(random, truth);
    std::vector<double> treated[3], control[3];
    double product = 0;
    for (std::size_t i = 0; i < table.participants.size(); ++i) {
      const bool is_treated = table.participants[i].side == Side::treated;
      for (std::size_t visit = 0; visit < 3; ++visit)
        (is_treated ? treated : control)[visit].push_back(*table.measures[0].cells[i][visit].value);
      if (!is_treated) product += control[0].back() * control[2].back() / truth.control;
    }
    const double mean[] = {-0.5, -0.5, 0.25};
    for (int visit = 0; visit < 3; ++visit) {  // standard errors: mean 1/√4000 = .016, SD .011
      CHECK(std::abs(stats::summarize(treated[visit]).mean - mean[visit]) < 0.065);
      CHECK(std::abs(stats::summarize(control[visit]).mean) < 0.065);
      CHECK(stats::summarize(control[visit]).sd == Approx(1).epsilon(0.045));
    }
    CHECK(std::abs(product - correlation) < 0.08);  // √((1 + r²)/4000) is at most .02
  }
}

TEST_CASE("a share has Wilson's interval") {
  // R 4.2.2: prop.test(43, 100, correct = FALSE)$conf.int
  const Estimate found = stats::share(43, 100);
  CHECK(*found.value == 0.43);
  CHECK(*found.ci_low == Approx(0.33733299).epsilon(1e-7));
  CHECK(*found.ci_high == Approx(0.52784610).epsilon(1e-7));
  CHECK(*stats::share(0, 50).ci_high == Approx(0.071347599).epsilon(1e-7));
}

TEST_CASE("correlations that cannot be and more than can be drawn are refused by name") {
  DesignSettings settings = study(10, 0.5, -0.5);
  settings.visits = 3;
  CHECK(plan_study(settings).error().code == "E_DESIGN_CORRELATION");
  settings = study(1000, 0.5, 0.5, 100000);
  CHECK(plan_study(settings).error().code == "E_DESIGN_SIZE");
}
