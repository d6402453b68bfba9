#include <cmath>

#include "stats/difference.hpp"
#include "stats/moving_quantile.hpp"
#include "stats/quantile.hpp"
#include "stats/students_t.hpp"
#include "support.hpp"

using namespace attune;
using doctest::Approx;

TEST_CASE("Student's t has SciPy's quantiles") {
  // df 1 in closed form: tan(pi (p - 1/2)); the others sqrt(df (1 / x - 1)) with x =
  // scipy.special.betaincinv(df / 2, .5, .05).
  CHECK(stats::students_t_quantile(0.975, 1) == Approx(12.70620473617471).epsilon(1e-13));
  CHECK(stats::students_t_quantile(0.975, 5) == Approx(2.570581835636314).epsilon(1e-13));
  CHECK(stats::students_t_quantile(0.975, 9) == Approx(2.262157162798204).epsilon(1e-13));
  CHECK(stats::students_t_quantile(0.975, 30) == Approx(2.042272456301237).epsilon(1e-13));
  CHECK(stats::normal_quantile(0.975) == Approx(1.959963984540054).epsilon(1e-13));  // scipy.stats.norm.ppf
}

TEST_CASE("the quantile of a moving window is that of its values, to the last digit") {
  std::vector<double> series;
  for (int i = 0; i < 200; ++i)
    series.push_back(std::round(20 * std::sin(1.7 * i * i)) / 7);  // some are equal
  for (const std::size_t reach : {0, 1, 4, 60}) {
    for (const double q : {0.0, 0.25, 0.5, 0.683, 1.0}) {
      stats::MovingQuantile moving(series);
      for (std::size_t i = 0; i < series.size(); ++i) {
        const std::size_t from = i > reach ? i - reach : 0, to = std::min(series.size(), i + reach + 1);
        CHECK(moving.at(from, to, q) == stats::quantile(std::span(series).subspan(from, to - from), q));
      }
    }
  }
  stats::MovingQuantile leaping(series);
  CHECK(leaping.at(0, 0, 0.5) == 0);
  CHECK(leaping.at(50, 53, 0.5) == stats::median(std::span(series).subspan(50, 3)));
  CHECK(leaping.at(53, 53, 0.5) == 0);
}

TEST_CASE("a difference's degrees of freedom are Welch's") {
  // R: t.test(extra ~ group, data = sleep): t(17.7765) = -1.860813, p = .079394, CI -3.3654832 .. 0.2054832.
  // Group means .75 and 2.33, standard errors sqrt(3.200556 / 10) and sqrt(4.009000 / 10).
  const auto first = stats::with_interval(0.75, std::sqrt(3.2005555555555554 / 10), 9, 10);
  const auto second = stats::with_interval(2.33, std::sqrt(4.009 / 10), 9, 10);
  const auto change = stats::difference(first, second);
  CHECK(*change.value / *change.se == Approx(-1.860813).epsilon(1e-6));
  CHECK(*change.df == Approx(17.7765).epsilon(1e-5));
  CHECK(*change.ci_low == Approx(-3.3654832).epsilon(1e-7));
  CHECK(*change.ci_high == Approx(0.2054832).epsilon(1e-6));
  CHECK(2 * stats::students_t_cdf(*change.value / *change.se, *change.df) == Approx(0.079394).epsilon(1e-5));
}

TEST_CASE("a difference with a missing side says why, and has no number") {
  Estimate missing;
  missing.reason = "20 s of clean data, 30 s needed.";
  const auto change = stats::difference(stats::with_interval(1, 0.1, 5, 6), missing);
  CHECK_FALSE(change.value.has_value());
  CHECK(change.reason == missing.reason);
}
