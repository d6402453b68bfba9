// What the two methods of RSA do to breathing of each frequency, and which model of the beats is meant.
#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "hrv/hrv.hpp"
#include "hrv/nn_spectrum.hpp"
#include "hrv/rsa.hpp"
#include "support.hpp"

using namespace attune;
using doctest::Approx;

namespace {

/// Beats by integral pulse frequency modulation: one falls whenever the integral of (1 + m(t)) / T reaches a
/// whole number, with m so small that the heart period is T (1 − m), whose wave has the amplitude given.
std::vector<ecg::Beat> integrated_beats(double bpm, double breathing_hz, double amplitude_ms,
                                        double seconds = 301) {
  const double period_s = 60 / bpm, depth = amplitude_ms / 1000 / period_s;
  const double omega = 2 * std::numbers::pi * breathing_hz;
  // The integral is (t + depth (1 − cos ωt) / ω) / T; Newton's method inverts it.
  std::vector<ecg::Beat> beats;
  double t = 0;
  for (int k = 0; t < seconds; ++k) {
    for (int i = 0; i < 30; ++i)
      t -= (t + depth * (1 - std::cos(omega * t)) / omega - k * period_s) / (1 + depth * std::sin(omega * t));
    beats.push_back({t, ecg::BeatKind::detected, 1, 0, "", {}});
  }
  return beats;
}

double rsa_of_beats(const std::vector<ecg::Beat>& beats, hrv::BeatModel model) {
  hrv::Settings settings;
  settings.rsa_beat_model = model;
  return hrv::analyze({beats}, settings).rsa_ln_ms2.value();
}

}  // namespace

TEST_CASE(
    "beats by pulse frequency modulation lose 2 ln sinc(f RR) of spectral RSA, and the setting gives it "
    "back") {
  for (const double bpm : {120.0, 140.0, 160.0})
    for (const double breathing_hz : {0.4, 0.55, 0.7, 0.85}) {
      if (breathing_hz > 0.8 * bpm / 120) continue;
      CAPTURE(bpm);
      CAPTURE(breathing_hz);
      const double amplitude_ms = 6, truth = std::log(amplitude_ms * amplitude_ms / 2);
      const auto beats = integrated_beats(bpm, breathing_hz, amplitude_ms);
      const double x = std::numbers::pi * breathing_hz * 60 / bpm;
      const double lost = 2 * std::log(std::sin(x) / x);
      CHECK(std::abs(rsa_of_beats(beats, hrv::BeatModel::recursive) - truth - lost) < 0.1);
      CHECK(std::abs(rsa_of_beats(beats, hrv::BeatModel::ipfm) - truth) < 0.1);
    }
  const double x = std::numbers::pi * 0.7 * 60 / 140;
  CHECK(2 * std::log(std::sin(x) / x) == Approx(-0.31).epsilon(0.02));
}

TEST_CASE("both models are told beside each other, whichever is meant") {
  const auto beats = integrated_beats(140, 0.7, 6);
  hrv::Settings ipfm;
  ipfm.rsa_beat_model = hrv::BeatModel::ipfm;
  const auto usual = hrv::analyze({beats}, {});
  const auto other = hrv::analyze({beats}, ipfm);
  CHECK(*usual.overall.rsa_ipfm_ln_ms2.value == Approx(*other.overall.rsa_ln_ms2.value).epsilon(1e-12));
  CHECK(*other.overall.rsa_ipfm_ln_ms2.value == Approx(*other.overall.rsa_ln_ms2.value).epsilon(1e-12));
}

TEST_CASE("the gain of Porges and Bohrer's filters over the band is as worked out from their weights") {
  // 2 ln |1 − H(f)|, H from the 21 weights of Savitzky & Golay's cubic, at 4 Hz.
  const auto gain = hrv::porges_gain({}, 0.02);
  const auto at = [&](double hz) {
    for (std::size_t i = 0; i < gain.frequency_hz.size(); ++i)
      if (std::abs(gain.frequency_hz[i] - hz) < 1e-9) return i;
    return gain.frequency_hz.size();
  };
  REQUIRE(at(1.0) < gain.frequency_hz.size());
  CHECK(gain.frequency_hz.front() == 0.24);
  CHECK(gain.frequency_hz.back() == 1.04);
  CHECK(gain.polynomial_ln[at(0.3)] == Approx(-0.3736).epsilon(0.001));
  CHECK(gain.polynomial_ln[at(0.4)] == Approx(0.4093).epsilon(0.001));
  CHECK(gain.polynomial_ln[at(1.0)] == Approx(-0.1855).epsilon(0.001));
  CHECK(gain.filtered_ln[at(1.0)] == Approx(-0.5460).epsilon(0.001));  // Kaiser band-pass, in Python
}

TEST_CASE("the gain that is told is what the Porges-Bohrer method does to a long breath") {
  // A sinusoid of 20 ms; the spline that resamples the beats takes some more off where breathing is fast.
  const auto gain = hrv::porges_gain({}, 0.02);
  for (const double breathing_hz : {0.3, 0.4, 0.5}) {
    const auto beats = integrated_beats(160, breathing_hz, 10);
    const auto metrics = hrv::analyze({beats}, {});
    const double x = std::numbers::pi * breathing_hz * 60 / 160;
    const double truth = std::log(10.0 * 10 / 2) + 2 * std::log(std::sin(x) / x);
    const auto i = static_cast<std::size_t>(std::lround((breathing_hz - 0.24) / 0.02));
    CAPTURE(breathing_hz);
    CHECK(std::abs(*metrics.rsa_porges_ln_ms2 - truth - gain.filtered_ln[i]) < 0.12);
  }
}

TEST_CASE("a spectrum over a grid is that of each frequency alone") {
  std::mt19937_64 engine(5);
  std::normal_distribution<double> normal(430, 20);
  std::vector<double> nn_ms(90);
  for (double& value : nn_ms) value = normal(engine);
  auto series = hrv::used_intervals(hrv::nn_intervals_from_list(nn_ms, hrv::Settings{}));
  REQUIRE(series.size() > 80);
  for (hrv::NnInterval& nn : series) nn.start_noise_ms = nn.end_noise_ms = 1.5;
  series.erase(series.begin() + 40, series.begin() + 43);  // a break that is bridged
  const hrv::FrequencyGrid grid{0.02, 0.015, 101};
  const auto whole = hrv::nn_power_density(series, 0, 36, grid, hrv::Settings{});
  const double highest = *std::max_element(whole.power.begin(), whole.power.end());
  for (std::size_t k = 0; k < grid.count; ++k) {
    const auto alone = hrv::nn_power_density(series, 0, 36, {grid.at(k), 0, 1}, hrv::Settings{});
    CHECK(std::abs(whole.power[k] - alone.power[0]) < 1e-12 * highest);
    CHECK(std::abs(whole.noise[k] / alone.noise[0] - 1) < 1e-12);
  }
}

TEST_CASE("RSA of nothing is none") {
  const hrv::Settings settings;
  CHECK_FALSE(hrv::rsa_power({}, 0, 30, settings));
  CHECK_FALSE(hrv::rsa_porges({}, 0, 30, settings));
  const auto one = hrv::used_intervals(hrv::nn_intervals_from_list(std::vector<double>{430}, settings));
  CHECK_FALSE(hrv::rsa_power(one, 0, 30, settings));
  CHECK_FALSE(hrv::rsa_porges(one, 0, 30, settings));
  const auto steady =
      hrv::used_intervals(hrv::nn_intervals_from_list(std::vector<double>(200, 430.0), settings));
  CHECK_FALSE(hrv::rsa_power(steady, 10, 10, settings));  // a stretch of no length
  CHECK_FALSE(hrv::rsa_porges(steady, 10, 10, settings));
  hrv::Settings odd;
  odd.porges_transition_hz = 0;
  CHECK_FALSE(hrv::rsa_porges(steady, 0, 60, odd));
  odd.fewest_intervals = -1;
  CHECK_FALSE(hrv::rsa_power(one, 0, 30, odd));
  CHECK(hrv::nn_power_density({}, 0, 30, {0.5, 0, 1}, settings).power == std::vector<double>{0});
  CHECK(hrv::analyze({}, settings).reason == "no usable beats");
  CHECK(hrv::analyze_nn(std::vector<double>{430}, settings).reason == "no usable beats");
}
