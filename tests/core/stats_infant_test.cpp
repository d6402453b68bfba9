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
  CHECK(*stats::reliable_change(32.5, 47.5, 7.5, 0.80) == Approx(3.162278).epsilon(1e-6));
  CHECK(*stats::reliable_change(47.5, 32.5, 7.5, 0.80) == Approx(-3.162278).epsilon(1e-6));
  CHECK_FALSE(stats::reliable_change(1, 2, 0, 0.8).has_value());
  CHECK_FALSE(stats::reliable_change(1, 2, 1, 1.0).has_value());
}

TEST_CASE("control-adjusted change takes out what comparison infants did") {
  // By hand: (15 - 5) / 4.
  CHECK(*stats::control_adjusted_change(32.5, 47.5, {20, 5, 4}) == Approx(2.5).epsilon(1e-12));
  CHECK_FALSE(stats::control_adjusted_change(0, 1, {1, 5, 0}).has_value());
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

TEST_CASE("coders who use one category only agree, but kappa cannot say so") {
  const std::vector<int> all_same(10, 3);
  const auto found = stats::agreement(all_same, all_same);
  CHECK(found.percent == Approx(100));
  CHECK_FALSE(found.kappa.has_value());
  CHECK(stats::agreement({}, {}).units == 0);
}
