// Slow waves of a series. Expected values: the discrete cosine transform by hand, and the variance of white noise.
#include <cmath>
#include <numbers>
#include <vector>

#include "base/random.hpp"
#include "stats/slow_waves.hpp"
#include "support.hpp"

using namespace attune;

namespace {

std::vector<stats::TimedValue> every_5_s(const std::vector<double>& values) {
  std::vector<stats::TimedValue> timed;
  for (std::size_t i = 0; i < values.size(); ++i)
    timed.push_back({values[i], 5 * static_cast<double>(i) + 2.5, 0});
  return timed;
}

}  // namespace

TEST_CASE("projections on slow waves are the first coefficients of the cosine transform") {
  const std::vector<double> x{3, 1, 4, 1, 5, 9, 2, 6};
  double weighted = 0;
  for (int k = 1; k <= 3; ++k) {
    double sum = 0;
    for (int i = 0; i < 8; ++i)
      sum += x[static_cast<std::size_t>(i)] * std::cos(std::numbers::pi * k * (i + 0.5) / 8);
    weighted += (4 - k) * sum * sum * 2 / 8;
  }
  const auto power = stats::slow_wave_power(every_5_s(x), 5, 3);
  CHECK(power.waves == 3);
  CHECK(power.df == doctest::Approx(36.0 / 14).epsilon(1e-12));
  CHECK(power.mean_square == doctest::Approx(weighted / 6).epsilon(1e-12));
}

TEST_CASE("levels of strata are no waves, whatever the gap between them") {
  const std::vector<double> x{3, 1, 4, 1, 5, 9, 2, 6};
  auto gapped = every_5_s(x);
  for (std::size_t i = 3; i < 8; ++i) {
    gapped[i].time_s += 200;
    gapped[i].stratum = 1;
  }
  const auto power = stats::slow_wave_power(gapped, 5, 99);
  CHECK(power.waves == 6);
  for (std::size_t i = 3; i < 8; ++i) gapped[i].value += 50;
  CHECK(stats::slow_wave_power(gapped, 5, 99).mean_square ==
        doctest::Approx(power.mean_square).epsilon(1e-9));
  for (auto& value : gapped) value.value = value.stratum;
  CHECK(stats::slow_wave_power(gapped, 5, 99).mean_square == doctest::Approx(0));
}

TEST_CASE("white noise has its own variance in slow waves, across a gap too") {
  Random random(3);
  double mean = 0;
  const int series = 2000;
  for (int s = 0; s < series; ++s) {
    std::vector<double> x;
    for (int i = 0; i < 24; ++i) x.push_back(2 * random.normal());
    auto timed = every_5_s(x);
    for (std::size_t i = 10; i < 24; ++i) timed[i].time_s += 60;
    mean += stats::slow_wave_power(timed, 5, 3).mean_square / series;
  }
  CHECK(mean == doctest::Approx(4).epsilon(0.06));  // three times its error, 4 sqrt(2 / 5143)
}

TEST_CASE("waves grow by the cube root of the length, and two values have one") {
  CHECK(stats::slow_waves(120, 3, 2) == 3);
  CHECK(stats::slow_waves(300, 3, 2) == 4);  // 4.07
  CHECK(stats::slow_waves(960, 3, 2) == 6);  // twice as many in eight times as long
  CHECK(stats::slow_waves(20, 3, 2) == 2);
  CHECK(stats::slow_wave_power(every_5_s({1, 3}), 5, 3).waves == 1);
  CHECK(stats::slow_wave_power(every_5_s({1}), 5, 3).waves == 0);
}
