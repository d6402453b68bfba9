// Series of beats that are none as they stand: samples lost between beats, curves read at even times, units that a heading
// states. What is right follows from how each is made.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numbers>
#include <string>
#include <vector>

#include "hrv/even_values.hpp"
#include "hrv/lists.hpp"
#include "hrv/lone_intervals.hpp"
#include "hrv_beats.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// The beats of a recording of which `lost_s` went missing every `every` beats.
std::vector<ecg::Beat> with_losses(std::vector<ecg::Beat> beats, double lost_s, std::size_t every) {
  double gone_s = 0;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    if (i % every == every / 2) gone_s += lost_s;
    beats[i].time_s -= gone_s;
  }
  return beats;
}

bool tells_lone(const std::vector<ecg::Beat>& beats) {
  const hrv::Metrics heart = hrv::analyze({.beats = beats}, {});
  return std::any_of(heart.diagnostics.begin(), heart.diagnostics.end(),
                     [](const Diagnostic& one) { return one.code == "W_NN_LONE"; });
}

std::string column_of(const std::vector<double>& values, const char* heading = "") {
  std::string text = heading;
  for (const double value : values) {
    char line[32];
    std::snprintf(line, sizeof line, "%.4f\n", value);
    text += line;
  }
  return text;
}

/// Intervals of a heart that breathes, ms.
std::vector<double> breathing_intervals(std::size_t count) {
  Random random(5);
  std::vector<double> intervals;
  for (std::size_t i = 0; i < count; ++i)
    intervals.push_back(420 + 15 * std::sin(1.5 * static_cast<double>(i)) + 3 * random.normal());
  return intervals;
}

}  // namespace

TEST_CASE("samples lost between beats leave intervals that stand alone, and are told") {
  // 62 ms, 16 samples at 256 Hz, once in 60 beats.
  CHECK(tells_lone(with_losses(beats_with_breath(144, 0.6, 8, 1, 360), 0.062, 60)));
  CHECK(tells_lone(with_losses(beats_with_breath(144, 0.6, 8, 1, 360), -0.062, 60)));  // written twice
  // The one in RMSSD: of n differences two a loss are 62 ms, on the square of the rest.
  const auto sound = hrv::nn_series(beats_with_breath(144, 0.6, 8, 1, 360), {}, {}, {});
  const auto lossy =
      hrv::nn_series(with_losses(beats_with_breath(144, 0.6, 8, 1, 360), 0.062, 60), {}, {}, {});
  const auto found = hrv::find_lone_intervals(lossy);
  CHECK(found.count == 14);
  CHECK(hrv::find_lone_intervals(sound).count == 0);
  const auto square_of = [](const hrv::NnSeries& series) {
    double sum = 0;
    for (std::size_t i = 1; i < series.size(); ++i) sum += std::pow(series[i].nn_ms - series[i - 1].nn_ms, 2);
    return sum / static_cast<double>(series.size() - 1);
  };
  CHECK(found.part == doctest::Approx(1 - square_of(sound) / square_of(lossy)).epsilon(0.02));
}

TEST_CASE("hearts that breathe, drift and have early beats are not told for samples lost") {
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed)
    told += tells_lone(beats_with_breath(100 + static_cast<double>(seed % 60),
                                         0.3 + 0.006 * static_cast<double>(seed),
                                         3 + static_cast<double>(seed % 20), seed))
                ? 1
                : 0;
  CHECK(told == 0);
  auto early = beats_with_breath(144, 0.6, 8, 1, 360);
  for (std::size_t i = 30; i < early.size(); i += 60) early[i].time_s -= 0.06;  // a late one behind it
  CHECK(!tells_lone(early));
}

TEST_CASE("a curve at even times and numbers of lines are no beats") {
  const std::vector<double> intervals = breathing_intervals(400);
  std::vector<double> held, quarter_s, numbers, beats_s{0};
  for (std::size_t i = 0; i < 400; ++i) beats_s.push_back(beats_s.back() + intervals[i] / 1000);
  std::size_t at = 0;
  for (int i = 0; i < 400; ++i) {
    quarter_s.push_back(0.25 * i);
    numbers.push_back(i);
    while (beats_s[at + 1] < quarter_s.back()) ++at;
    held.push_back(intervals[at]);
  }
  CHECK(hrv::are_held(held));
  CHECK(!hrv::are_held(intervals));
  CHECK(hrv::are_even(quarter_s));
  CHECK(!hrv::are_even(numbers, 1));
  CHECK(!hrv::are_even(beats_s));
  // Rounded to 8 ms many stand twice too, but as many differ by a step.
  std::vector<double> coarse;
  for (const double interval : intervals) coarse.push_back(8 * std::round(interval / 8));
  CHECK(!hrv::are_held(coarse));

  CHECK(hrv::parse_intervals_ms(column_of(held), {}).error().code == "E_LIST_UNIT");
  CHECK(hrv::parse_beats(column_of(quarter_s)).error().code == "E_LIST_UNIT");
  CHECK(hrv::parse_heart_list(column_of(numbers), {}).error().code == "E_LIST_UNIT");
  CHECK(hrv::parse_intervals_ms(column_of(intervals), {}).ok());
  CHECK(hrv::parse_beats(column_of(beats_s)).ok());
}

TEST_CASE("a heading states the unit of intervals; hearts beyond 240 and below 30 a minute are of another") {
  const std::vector<double> intervals = breathing_intervals(50);
  const auto in_units = [&](double unit_ms) {
    std::vector<double> values;
    for (const double interval : intervals) values.push_back(interval / unit_ms);
    return values;
  };
  const auto polar = hrv::parse_intervals_ms(column_of(in_units(1000.0 / 1024), "RR (1/1024 s)\n"), {});
  REQUIRE(polar.ok());
  CHECK((*polar)[7] == doctest::Approx(intervals[7]).epsilon(1e-6));
  CHECK(hrv::parse_intervals_ms(column_of(in_units(2)), {}).error().code ==
        "E_LIST_UNIT");  // samples at 500 Hz
  CHECK(hrv::parse_intervals_ms(column_of(in_units(0.1)), {}).error().code == "E_LIST_UNIT");  // 0.1 ms
  CHECK(hrv::parse_intervals_ms(column_of(in_units(1000)), {}).ok());
}
