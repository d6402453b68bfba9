// Groups: t tests, equivalence, effect sizes, Bayes factor, bootstrap, Holm. Expected values: R 4.2.2, its
// `sleep` data (Student 1908), packages TOSTER's formulas and BayesFactor 0.9.12-4.4; Morris 2008, Table 5.
#include <array>
#include <cmath>
#include <vector>

#include "stats/bayes_factor.hpp"
#include "stats/bootstrap.hpp"
#include "stats/delta_adjustment.hpp"
#include "stats/effect_size.hpp"
#include "stats/equivalence.hpp"
#include "stats/f_distribution.hpp"
#include "stats/holm.hpp"
#include "stats/reliability.hpp"
#include "support.hpp"

using namespace attune;
using doctest::Approx;

namespace {

const std::vector<double> drug_1{0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
const std::vector<double> drug_2{1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

stats::Summary sleep_differences() {
  std::vector<double> differences;
  for (std::size_t i = 0; i < drug_1.size(); ++i) differences.push_back(drug_1[i] - drug_2[i]);
  return stats::summarize(differences);
}

}  // namespace

TEST_CASE("t tests are R's") {
  const auto paired = stats::one_sample_t_test(sleep_differences());
  CHECK(paired->t == Approx(-4.062128).epsilon(1e-6));
  CHECK(paired->df == 9);
  CHECK(paired->p == Approx(0.002833).epsilon(1e-4));
  const auto welch = stats::welch_t_test(stats::summarize(drug_1), stats::summarize(drug_2));
  CHECK(welch->t == Approx(-1.860813).epsilon(1e-6));
  CHECK(welch->df == Approx(17.7765).epsilon(1e-5));
  CHECK(welch->p == Approx(0.079394).epsilon(1e-5));
  const auto pooled = stats::pooled_t_test(stats::summarize(drug_1), stats::summarize(drug_2));
  CHECK(pooled->p == Approx(0.07918671421594).epsilon(1e-12));
  CHECK(pooled->ci_low == Approx(-3.3638740322876).epsilon(1e-12));
}

TEST_CASE("a t test without spread or with one value is none") {
  CHECK_FALSE(stats::one_sample_t_test({1, 2, 0}).has_value());
  CHECK_FALSE(stats::one_sample_t_test({5, 2, 0}).has_value());
  CHECK_FALSE(stats::welch_t_test({1, 2, 0}, {5, 2, 1}).has_value());
  CHECK_FALSE(stats::pooled_t_test({5, 2, 0}, {5, 3, 0}).has_value());
}

TEST_CASE("two one-sided tests on paired, independent and summary data are TOSTER's") {
  const auto paired = stats::test_equivalence(*stats::one_sample_t_test(sleep_differences()), 0.5);
  CHECK(paired.t_lower == Approx(-2.776644).epsilon(1e-6));
  CHECK(paired.p_lower == Approx(0.989241).epsilon(1e-6));
  CHECK(paired.t_upper == Approx(-5.347611).epsilon(1e-6));
  CHECK(paired.p_upper == Approx(0.000232).epsilon(2e-3));
  CHECK(paired.ci90_low == Approx(-2.293005).epsilon(1e-6));
  CHECK(paired.ci90_high == Approx(-0.866995).epsilon(1e-6));
  const auto welch =
      stats::test_equivalence(*stats::welch_t_test(stats::summarize(drug_1), stats::summarize(drug_2)), 0.5);
  CHECK(welch.t_lower == Approx(-1.271948).epsilon(1e-6));
  CHECK(welch.p_lower == Approx(0.890110).epsilon(1e-6));
  CHECK(welch.t_upper == Approx(-2.449678).epsilon(1e-6));
  CHECK(welch.p_upper == Approx(0.012451).epsilon(1e-4));
  // Lakens 2017, his example in the text.
  const auto difference = stats::welch_t_test({95, 5.25, 0.95}, {89, 5.22, 0.83});
  CHECK(difference->df == Approx(181.1344).epsilon(1e-6));
  const auto summary = stats::test_equivalence(*difference, 0.384);
  CHECK(summary.t_lower == Approx(3.153015).epsilon(1e-6));
  CHECK(summary.p_lower == Approx(0.0009458745).epsilon(1e-6));
  CHECK(summary.t_upper == Approx(-2.696056).epsilon(1e-6));
  CHECK(summary.p_upper == Approx(0.003838994).epsilon(1e-6));
  CHECK(summary.p == summary.p_upper);
}

TEST_CASE("the power of the equivalence test is that of R's integrate, and of a simulation") {
  // 40 + 40 infants, SD 1, epsilon .5: R's integrate of the same integral .4325101857567; 200 000 simulated
  // studies in R gave .43373 (its standard error .0011). Normal theory, which knows the SD, says .45.
  CHECK(stats::equivalence_power(0.5, std::sqrt(2.0 / 40), 78) == Approx(0.4325101857567).epsilon(1e-6));
  CHECK(stats::equivalence_power(0.5, 0.5, 9) == Approx(0.002317961740402).epsilon(1e-5));
  CHECK(stats::equivalence_power(1, 0.3, 20, 0.2) == Approx(0.8104047848817).epsilon(1e-6));
}

TEST_CASE("Hedges' g_z of the sleep data has the exact small-sample factor") {
  const Estimate g = stats::hedges_g_z(sleep_differences());
  CHECK(*g.value == Approx(-1.173925).epsilon(1e-6));
  CHECK_FALSE(stats::hedges_g_z({2, 1, 1}).value.has_value());
}

TEST_CASE("Hedges' g of two groups is J times d") {
  // By hand: pooled SD 2, d = 1; J(18) = gamma(9) / (3 gamma(8.5)) = 40320 / (3 * 14034.407293) = .957646.
  const Estimate g = stats::hedges_g({10, 5, 2}, {10, 3, 2});
  CHECK(*g.value == Approx(0.957646).epsilon(1e-5));
  CHECK(*g.se == Approx(std::sqrt(0.2 + *g.value * *g.value / 40)).epsilon(1e-12));
  CHECK_FALSE(stats::hedges_g({10, 5, 0}, {10, 3, 0}).value.has_value());
}

TEST_CASE("d_ppc2 and its variance are those of Morris 2008, Table 5") {
  struct Study {
    stats::BeforeAfter treated, control;
    double r, d, variance;
  };
  const std::array<Study, 5> table{{
      {{20, 30.6, 38.5, 15.0}, {20, 23.1, 19.7, 13.8}, 0.47, 0.7684, 0.1134},
      {{50, 23.5, 26.8, 3.1}, {42, 24.9, 25.3, 4.1}, 0.64, 0.8010, 0.0350},
      {{9, 0.5, 0.7, 0.1}, {9, 0.6, 0.6, 0.2}, 0.77, 1.2045, 0.1425},
      {{10, 53.4, 75.9, 14.5}, {11, 55.7, 60.7, 17.3}, 0.89, 1.0476, 0.0681},
      {{14, 35.6, 36.0, 4.7}, {14, 34.8, 33.4, 3.1}, 0.44, 0.4389, 0.1634},
  }};
  for (const Study& study : table) {
    const Estimate d = stats::d_ppc2(study.treated, study.control, study.r);
    CHECK(std::abs(*d.value - study.d) < 5e-5);
    CHECK(std::abs(*d.se * *d.se - study.variance) < 5e-5);
    CHECK(*d.ci_high == Approx(*d.value + 1.959964 * *d.se).epsilon(1e-6));
  }
}

TEST_CASE("the pooled correlation of one group is Pearson's") {
  stats::PooledCorrelation correlation;
  correlation.add(drug_1, drug_2);
  CHECK(*correlation.value() == Approx(0.7951702058336).epsilon(1e-12));  // R: cor(drug_1, drug_2)
  // A second group shifted as a whole adds nothing to it.
  std::vector<double> shifted_1 = drug_1, shifted_2 = drug_2;
  for (double& value : shifted_1) value += 100;
  for (double& value : shifted_2) value -= 50;
  correlation.add(shifted_1, shifted_2);
  CHECK(*correlation.value() == Approx(0.7951702058336).epsilon(1e-12));
}

TEST_CASE("the JZS Bayes factor is that of the package BayesFactor") {
  const double scale = std::sqrt(2.0) / 2;
  const auto paired = stats::one_sample_t_test(sleep_differences());
  CHECK(stats::jzs_bayes_factor(paired->t, 10, scale) == Approx(17.2588803).epsilon(1e-8));
  const auto pooled = stats::pooled_t_test(stats::summarize(drug_1), stats::summarize(drug_2));
  CHECK(stats::jzs_bayes_factor(pooled->t, 10, 10, scale) == Approx(1.265925149578).epsilon(1e-7));
}

TEST_CASE("the bootstrap gives the same interval for the same seed, and the one that many draws settle on") {
  const auto interval = stats::bootstrap_difference(drug_2, drug_1, 20000, 1);
  // 200 000 draws in R: SE .80236, 2.5 % .01, 97.5 % 3.15. 20 000 draws of their own settle the ends to .02.
  CHECK(interval.se == Approx(0.80236).epsilon(0.02));
  CHECK(std::abs(interval.ci_low - 0.01) < 0.04);
  CHECK(std::abs(interval.ci_high - 3.15) < 0.04);
  const auto again = stats::bootstrap_difference(drug_2, drug_1, 20000, 1);
  CHECK(again.ci_low == interval.ci_low);
  CHECK(stats::bootstrap_difference(drug_2, drug_1, 20000, 2).se != interval.se);
}

TEST_CASE("Holm's adjusted p values are R's p.adjust") {
  CHECK(stats::holm(std::vector{0.01, 0.046, 0.03}) == std::vector{0.03, 0.06, 0.06});
  const auto ties = stats::holm(std::vector{0.04, 0.04, 0.5, 0.9});
  CHECK(ties[1] == Approx(0.16));
  CHECK(ties[3] == 1.0);
  CHECK(stats::holm({}).empty());
}

TEST_CASE("the upper tail of F is R's pf") {
  CHECK(stats::f_upper_tail(27.885246, 1, 14) == Approx(0.0001161827347805).epsilon(1e-10));
  CHECK(stats::f_upper_tail(1.90231, 2, 36.198) == Approx(0.163845123489).epsilon(1e-10));
  CHECK(stats::f_upper_tail(0, 2, 10) == 1);
}

TEST_CASE("reliability over two visits is that of the two-way analysis of variance") {
  // R 4.2.2: aov(y ~ infant + visit), mean squares 2.776786 and 0.4910714; intervals by qf and qchisq.
  const std::vector<double> before{14, 13, 15, 12, 16, 14, 13, 15}, after{14, 14, 14, 13, 15, 15, 12, 16};
  const auto found = stats::reliability(before, after);
  CHECK(*found.icc.value == Approx(0.699453551912568).epsilon(1e-12));
  CHECK(*found.icc.ci_low == Approx(0.0619408463343).epsilon(1e-9));
  CHECK(*found.icc.ci_high == Approx(0.931609765424).epsilon(1e-9));
  CHECK(*found.sem.value == Approx(0.700764888227).epsilon(1e-9));
  CHECK(*found.sem.ci_low == Approx(0.463327628504).epsilon(1e-9));
  CHECK(*found.sem.ci_high == Approx(1.42624721921).epsilon(1e-9));
  CHECK(*found.smallest_detectable_change.value == Approx(1.94238547713).epsilon(1e-9));
  CHECK(*found.smallest_detectable_change.ci_high == Approx(3.95328295113).epsilon(1e-9));
  CHECK(stats::reliability(before, before).icc.reason == "All values are the same.");
}

TEST_CASE("a shift of the missing that changes the answer is found where the interval's end meets 0") {
  // R: uniroot of |1.1395686 + p delta| = qt(.975, 36.63569) sqrt(se² + delta² p (1 - p) / 12) for 3 and 1 of 12.
  const auto contrast = stats::t_test(1.13956859343, 0.589936173746, 36.6356920304);
  CHECK(*stats::tipping_delta(contrast, {12, 3, 1}, 0.05) == Approx(0.230320106904).epsilon(1e-8));
  CHECK(*stats::tipping_delta(contrast, {12, 1, -1}, 0.05) == Approx(-0.746905013725).epsilon(1e-8));
  CHECK_FALSE(stats::tipping_delta(contrast, {12, 0, 1}, 0.05));
  // One of a thousand adds more to the error than to the mean, so that no shift of it makes a difference clear.
  CHECK_FALSE(stats::tipping_delta(stats::t_test(0.1, 1, 20), {1000, 1, 1}, 0.05));
}
