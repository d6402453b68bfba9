// One infant: reliable change, place among comparison infants, agreement of coders.
#include <vector>

#include "stats/agreement.hpp"
#include "stats/single_case.hpp"
#include "support.hpp"

using namespace attune;
using doctest::Approx;

TEST_CASE("reliable change is Jacobson and Truax's") {
  // Jacobson & Truax 1991, their example: s 7.5, r .80, 32.5 -> 47.5; by hand 15 / (7.5 sqrt(2) sqrt(.2)) =
  // sqrt(10).
  CHECK(stats::reliable_change(32.5, 47.5, 7.5, 0.80)->t == Approx(3.162278).epsilon(1e-6));
  CHECK(stats::reliable_change(47.5, 32.5, 7.5, 0.80)->t == Approx(-3.162278).epsilon(1e-6));
  CHECK(stats::reliable_change(47.5, 32.5, 7.5, 0.80)->half_width(0.05) ==
        Approx(1.959964 * 4.743416).epsilon(1e-6));
  CHECK_FALSE(stats::reliable_change(1, 2, 0, 0.8).has_value());
  CHECK_FALSE(stats::reliable_change(1, 2, 1, 1.0).has_value());
}

TEST_CASE("an SD from few infants is an estimate: t instead of the normal distribution") {
  const auto few = stats::reliable_change(32.5, 47.5, 7.5, 0.80, 5);
  CHECK(*few->df == 4);
  CHECK(few->t == Approx(3.162278).epsilon(1e-6));
  CHECK(few->half_width(0.05) == Approx(2.776445 * 4.743416).epsilon(1e-6));  // qt(.975, 4)
}

TEST_CASE(
    "control-adjusted change takes out what comparison infants did, and is a t on n - 1 degrees of freedom") {
  // By hand: (15 - 5) / (4 sqrt(21 / 20)), a new case against 20.
  const auto found = stats::control_adjusted_change(32.5, 47.5, {20, 5, 4});
  CHECK(found->t == Approx(2.439750).epsilon(1e-6));
  CHECK(*found->df == 19);
  CHECK(found->half_width(0.05) == Approx(2.093024 * 4.098780).epsilon(1e-6));  // qt(.975, 19)
  CHECK_FALSE(stats::control_adjusted_change(0, 1, {1, 5, 0}).has_value());
}

TEST_CASE("regression-based change is Crawford and Garthwaite's") {
  // Crawford & Garthwaite 2007, their example of paired associates: 160 controls, first test 63.8 (8.42), second 41.3 (13.2),
  // r -.58; a case of 26 and 41: predicted 75.67, standard error 11.48, t -3.02 on 158 df.
  const stats::TwoVisitSummary controls{{160, 63.8, 8.42}, {160, 41.3, 13.2}, -0.58};
  const auto found = stats::regression_based_change(26, 41, controls);
  CHECK(26 + found->expected == Approx(75.67).epsilon(1e-4));
  CHECK(found->se == Approx(11.48).epsilon(1e-3));
  CHECK(found->t == Approx(-3.02).epsilon(1e-3));
  CHECK(*found->df == 158);
  CHECK_FALSE(stats::regression_based_change(1, 2, {{2, 0, 1}, {2, 0, 1}, 0.5}).has_value());
  CHECK_FALSE(stats::regression_based_change(1, 2, {{9, 0, 0}, {9, 0, 1}, 0}).has_value());
}

TEST_CASE("two visits of a sample are summed up with their correlation") {
  // By hand: before 1 2 3, after 2 1 3: means 2, SDs 1, covariance 1/2.
  const std::vector<stats::TwoVisits> sample{{1, 2}, {2, 1}, {3, 3}};
  const auto summary = stats::summarize(sample);
  CHECK(summary.correlation == Approx(0.5).epsilon(1e-12));
  CHECK(summary.after.mean == Approx(2).epsilon(1e-12));
}

TEST_CASE("comparison infants who all change by the same step have no spread, whatever the rounding") {
  std::vector<double> changes;
  for (const double before : {4.1, 4.2, 4.3, 4.4, 4.5}) changes.push_back(before + 0.1 - before);
  CHECK(stats::summarize(changes).sd == 0);
  CHECK_FALSE(stats::control_adjusted_change(3.2, 4.6, stats::summarize(changes)).has_value());
}

TEST_CASE("the place among comparison infants is Crawford and Howell's") {
  // Crawford & Howell 1998, their table: x 70, M 100, s 15, n 10.
  const auto adult = stats::place_in_sample(70, {10, 100, 15});
  CHECK(adult->t == Approx(-1.906925).epsilon(1e-6));
  CHECK(adult->p / 2 == Approx(0.044449).epsilon(1e-4));
  CHECK(adult->percentile == Approx(4.4449).epsilon(1e-4));
  // R: pt(-.35 / (.2 * sqrt(41 / 40)), 39).
  const auto infant = stats::place_in_sample(-0.30, {40, 0.05, 0.20});
  CHECK(infant->t == Approx(-1.728527).epsilon(1e-6));
  CHECK(infant->p == Approx(0.091805).epsilon(1e-5));
  CHECK_FALSE(stats::place_in_sample(1, {1, 0, 1}).has_value());
}

TEST_CASE("a percentile from few infants has an interval") {
  // Crawford & Garthwaite 2002, method of the noncentral t (as R's singcar has it): z -2 in 20 infants, 3.29 % (0.29 to
  // 11.07).
  const auto place = stats::place_in_sample(-2, {20, 0, 1});
  CHECK(place->percentile == Approx(3.29).epsilon(2e-3));
  CHECK(place->percentile_low == Approx(0.29).epsilon(2e-2));
  CHECK(place->percentile_high == Approx(11.07).epsilon(1e-3));
  // R 4.2.2: uniroot of pt(z sqrt(n), n - 1, at) - .975 and .025; to fewer digits where it says that it lacks them.
  struct Expected {
    double z;
    int n;
    double low, high;
  };
  for (const Expected& r : {Expected{-2, 20, 0.289468803241192, 11.067502708973329},
                            {0.5, 5, 32.133349655179, 92.107275696394},
                            {-1.75, 40, 1.25082532405623, 10.57168124635584},
                            {1.2, 3, 33.5918685774499, 99.6684849339174},
                            {0, 12, 28.5767297983914, 71.4232702016086},
                            {3, 8, 90.3708474776645, 99.9998499322136},
                            {2.5, 120, 98.3592805765546, 99.7900065918092}}) {
    const auto found = stats::place_in_sample(r.z, {r.n, 0, 1});
    CAPTURE(r.n);
    CHECK(found->percentile_low == Approx(r.low).epsilon(1e-10));
    CHECK(found->percentile_high == Approx(r.high).epsilon(1e-10));
  }
  for (const double x : {-1e6, -50.0, 0.0, 3.0, 1e6}) {
    const auto far = stats::place_in_sample(x, {5, 0, 1});
    CHECK(far->percentile_low <= far->percentile);
    CHECK(far->percentile_high >= far->percentile);
  }
}

TEST_CASE("kappa is agreement beyond chance") {
  // Both yes 20, first only 5, second only 10, both no 15: observed .7, by chance .5 x .6 + .5 x .4 = .5.
  std::vector<int> first, second;
  const auto add = [&](int count, int a, int b) {
    first.insert(first.end(), count, a);
    second.insert(second.end(), count, b);
  };
  add(20, 1, 1);
  add(5, 1, 0);
  add(10, 0, 1);
  add(15, 0, 0);
  const auto found = stats::agreement(first, second);
  CHECK(found.units == 50);
  CHECK(found.percent == Approx(70).epsilon(1e-12));
  CHECK(*found.kappa == Approx(0.4).epsilon(1e-12));
}

TEST_CASE("with a unit a stretch kappa's error is that of Fleiss, Cohen and Everitt") {
  // What vcdExtra prints (Kappa(SexualFun), Kappa(MSPatients[, , "Winnipeg"]); friendly.github.io/vcdExtra, print.Kappa).
  struct Printed {
    std::vector<int> table;
    double kappa, ase;
  };
  const std::vector<Printed> known{{{7, 7, 2, 3, 2, 8, 3, 7, 1, 5, 4, 9, 2, 8, 9, 14}, 0.1293, 0.06860},
                                   {{38, 5, 0, 1, 33, 11, 3, 0, 10, 14, 5, 6, 3, 7, 3, 10}, 0.2079, 0.05046}};
  for (const Printed& one : known) {
    std::vector<stats::PairCounts> units;
    stats::PairCounts all;
    for (int cell = 0; cell < 16; ++cell)
      for (int n = 0; n < one.table[static_cast<std::size_t>(cell)]; ++n) {
        units.push_back({{{cell / 4, cell % 4}, 1}});
        ++all[{cell / 4, cell % 4}];
      }
    const auto found = stats::kappa_interval(units);
    REQUIRE(found.has_value());
    CHECK(std::abs(*stats::agreement(all).kappa - one.kappa) <= 0.00005);
    const double count = static_cast<double>(units.size());
    CHECK(std::abs(found->se * std::sqrt((count - 1) / count) - one.ase) <= 0.000005);
  }
}

TEST_CASE("kappa's interval is over stretches") {
  // As above by hand: psi of yes|yes .48, yes|no -1.52, no|yes -1.28, no|no .72. Sums: 9.6 - 7.6 = 2 and -12.8 + 10.8 = -2;
  // SE = sqrt(2 / 1 * 8) / 50 = .08; t of 1 degree of freedom 12.706 (a t table).
  const std::vector<stats::PairCounts> stretches{
      {{{1, 1}, 20}, {{1, 0}, 5}}, {}, {{{0, 1}, 10}, {{0, 0}, 15}}};
  const auto found = stats::kappa_interval(stretches);
  REQUIRE(found.has_value());
  CHECK(found->se == Approx(0.08).epsilon(1e-12));
  CHECK(found->low == Approx(0.4 - 12.706 * 0.08).epsilon(1e-4));
  CHECK(found->high == 1);
  CHECK_FALSE(stats::kappa_interval(std::span(stretches).first(2)).has_value());
  // No difference: nothing says how near to 1 kappa is.
  const std::vector<stats::PairCounts> alike{{{{1, 1}, 20}}, {{{0, 0}, 15}}};
  CHECK_FALSE(stats::kappa_interval(alike).has_value());
  // Two stretches that hold the same tell no error either, whatever kappa is.
  const stats::PairCounts half{{{1, 1}, 13}, {{0, 0}, 14}, {{1, 0}, 2}, {{0, 1}, 1}};
  CHECK_FALSE(stats::kappa_interval(std::vector{half, half}).has_value());
}

TEST_CASE("coders who use one category only agree, but kappa cannot say so") {
  const std::vector<int> all_same(10, 3);
  const auto found = stats::agreement(all_same, all_same);
  CHECK(found.percent == Approx(100));
  CHECK_FALSE(found.kappa.has_value());
  CHECK(stats::agreement({}, {}).units == 0);
}
