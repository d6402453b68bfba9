// Breathing told from the beats, and whether RSA holds it.

#include "hrv/breathing.hpp"
#include "hrv_beats.hpp"
#include "support.hpp"

using namespace attune;

using test::heart_of;

TEST_CASE("breathing is told from the beats alone, and where its rate is") {
  int found = 0, right = 0;
  for (const double bpm : {120.0, 140.0, 160.0})
    for (const double breathing_hz : {0.4, 0.6, 0.8})
      for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        const auto metrics = heart_of(bpm, breathing_hz, 6, seed);
        if (metrics.breathing_source != "beats") continue;
        ++found;
        REQUIRE(metrics.breathing_rate_hz);
        if (std::abs(*metrics.breathing_rate_hz - breathing_hz) < 0.04) ++right;  // two steps of frequency
      }
  CHECK(found == 27);
  CHECK(right == 27);
}

TEST_CASE("a heart that follows no breathing shows no breathing rate") {
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed)
    if (!heart_of(140, 0.6, 0, seed).breathing_source.empty()) ++told;
  CHECK(told <= 1);
}

TEST_CASE("what RSA holds of breathing is told by where the rate comes from") {
  const hrv::Settings settings;
  const auto code = [&](hrv::BreathingSource source, double rate_hz, double nyquist_hz,
                        double certainty = 1) {
    const auto doubts = hrv::breathing_doubts({source, rate_hz, certainty, {}}, nyquist_hz, settings);
    return std::string(doubts.empty() ? "" : doubts.front().code);
  };
  using enum hrv::BreathingSource;
  CHECK(code(respiration, 0.6, 1.2).empty());
  CHECK(code(respiration, 1.0, 1.05).empty());  // a belt has no mirror
  CHECK(code(respiration, 1.15, 1.2) == "W_BREATHING_BAND");
  CHECK(code(respiration, 0.2, 1.2) == "W_BREATHING_BAND");
  CHECK(code(respiration, 0.9, 0.85) == "W_BREATHING_NYQUIST");
  CHECK(code(beats, 0.7, 1.2).empty());
  CHECK(code(beats, 0.92, 1.08) == "W_BREATHING_UNSURE");  // may be 1.24 Hz, mirrored
  CHECK(code(beats, 0.99, 1.5) == "W_BREATHING_UNSURE");   // its line reaches over the band's top
  CHECK(code(beats, 1.2, 1.5) == "W_BREATHING_UNSURE");
  CHECK(code(beats, 1.2, 1.5, 0.3).empty());  // not told at all
}

TEST_CASE("breathing of nothing is none") {
  const hrv::Settings settings;
  CHECK_FALSE(hrv::breathing({}, {}, settings));
  CHECK_FALSE(hrv::breathing_from_beats({}, {}, settings));
  const auto one = hrv::used_intervals(hrv::nn_intervals_from_list(std::vector<double>{430}, settings));
  CHECK_FALSE(hrv::breathing_from_beats(one, {}, settings));
  const auto steady =
      hrv::used_intervals(hrv::nn_intervals_from_list(std::vector<double>(600, 430.0), settings));
  CHECK_FALSE(hrv::breathing_from_beats(steady, {}, settings));  // no variance, no hill
  hrv::Settings odd;
  odd.breathing_segment_s = 0;
  CHECK_FALSE(hrv::breathing_from_beats(steady, {}, odd));
  hrv::RespirationStream flat(32, settings);
  flat.begin_segment(0);
  flat.push(std::vector<double>(32 * 60, 1.0));
  CHECK_FALSE(hrv::breathing(flat.finish(), steady, settings));
  CHECK_FALSE(hrv::breathing(hrv::RespirationStream(0, settings).finish(), steady, settings));
}
