#include "hrv/hrv.hpp"

#include <cmath>
#include <numbers>
#include <sstream>

#include "base/json.hpp"
#include "hrv/rsa.hpp"
#include "hrv/time_domain.hpp"
#include "support.hpp"

using namespace attune;

namespace {

std::vector<double> numbers_in(const std::string& text) {
  std::istringstream stream(text);
  std::vector<double> values;
  for (double value; stream >> value;) values.push_back(value);
  return values;
}

std::vector<ecg::Beat> beats_of_csv(const std::string& text) {
  std::istringstream stream(text);
  std::vector<ecg::Beat> beats;
  std::string line;
  std::getline(stream, line);
  while (std::getline(stream, line)) beats.push_back({std::stod(line), ecg::BeatKind::detected, 1, 0, ""});
  return beats;
}

/// Beats built one by one from RR(t), as in rr/truth.json of the shared data.
std::vector<ecg::Beat> breathing_heart(double bpm, double breathing_hz, double amplitude_ms, double seconds) {
  std::vector<ecg::Beat> beats;
  for (double t = 0; t < seconds;) {
    beats.push_back({t, ecg::BeatKind::detected, 1, 0, ""});
    const auto wave = [&](double hz) { return std::sin(2 * std::numbers::pi * hz * t); };
    t += (60000 / bpm + amplitude_ms * wave(breathing_hz) + 15 * wave(0.08) + 20 * wave(0.01)) / 1000;
  }
  return beats;
}

}  // namespace

TEST_CASE("five NN intervals give the values worked out by hand") {
  // 400 410 405 425 400: mean 408, squares about it 64 4 9 289 64 = 430; differences 10 -5 20 -25: 1150 / 4.
  const std::vector<double> nn{400, 410, 405, 425, 400};
  const auto t = hrv::time_domain(hrv::nn_series_from_list(nn));
  CHECK(*t.mean_nn_ms == doctest::Approx(408).epsilon(1e-14));
  CHECK(*t.heart_rate_bpm == doctest::Approx(60000.0 / 408).epsilon(1e-14));
  CHECK(*t.sdnn_ms == doctest::Approx(std::sqrt(430.0 / 4)).epsilon(1e-14));
  CHECK(*t.rmssd_ms == doctest::Approx(std::sqrt(1150.0 / 4)).epsilon(1e-14));
  CHECK(*t.pnn20_percent == doctest::Approx(25).epsilon(1e-14));  // 25 only: 20 is not over 20
}

TEST_CASE("a thousand NN intervals give the values recomputed with NumPy") {
  if (!test::have_data("rr/nn_1000.txt")) return;
  const auto nn = numbers_in(test::read_text(test::data_folder() / "rr/nn_1000.txt"));
  const auto metrics = hrv::analyze_nn(nn, {});
  CHECK(*metrics.mean_nn_ms == doctest::Approx(718.248).epsilon(1e-12));
  CHECK(*metrics.sdnn_ms == doctest::Approx(43.113074968427306).epsilon(1e-12));
  CHECK(*metrics.rmssd_ms == doctest::Approx(19.519400785039664).epsilon(1e-12));
  CHECK(*metrics.pnn20_percent == doctest::Approx(22.5225).epsilon(1e-5));  // as printed there
  CHECK(*metrics.pnn50_percent == doctest::Approx(2.4024024024024024).epsilon(1e-12));
  CHECK(*metrics.sd1_ms == doctest::Approx(13.80919037557993).epsilon(1e-12));
  CHECK(*metrics.sd2_ms == doctest::Approx(59.38670497373513).epsilon(1e-12));
}

TEST_CASE("RSA is true within 0.1 ln units for breathing up to 0.8 of the beats' Nyquist frequency") {
  for (const double bpm : {110.0, 125.0, 140.0, 160.0, 180.0}) {
    for (const double share : {0.35, 0.5, 0.65, 0.8}) {
      const double breathing_hz = share * bpm / 120;
      if (breathing_hz > 0.98) continue;  // its line would reach over the band's upper edge
      for (const double amplitude_ms : {4.0, 16.0}) {
        CAPTURE(bpm);
        CAPTURE(breathing_hz);
        CAPTURE(amplitude_ms);
        const auto beats = breathing_heart(bpm, breathing_hz, amplitude_ms, 181);
        const auto metrics = hrv::analyze(beats, {}, {}, {}, nullptr, {});
        CHECK(std::abs(*metrics.rsa_ln_ms2 - std::log(amplitude_ms * amplitude_ms / 2)) < 0.1);
      }
    }
  }
}

TEST_CASE("RSA of the constructed series is true within 0.1 ln units") {
  if (!test::have_data("rr/truth.json")) return;
  const Json truth = Json::parse(test::read_text(test::data_folder() / "rr/truth.json"));
  for (const auto& item : truth["cases"]) {
    const std::string name = item["file"];
    CAPTURE(name);
    const auto beats = beats_of_csv(test::read_text(test::data_folder() / "rr" / name));
    const auto metrics = hrv::analyze(beats, {}, {}, {}, nullptr, {});
    CHECK(std::abs(*metrics.rsa_ln_ms2 - item["ln_rsa_truth"].get<double>()) < 0.1);
  }
}

TEST_CASE("differences do not span a beat that was taken out or put in") {
  std::vector<ecg::Beat> beats;
  for (int i = 0; i < 12; ++i) beats.push_back({0.4 * i, ecg::BeatKind::detected, 1, 0, ""});
  beats[5].kind = ecg::BeatKind::extra;
  const auto t = hrv::time_domain(hrv::nn_series(beats, {}, {}, {}));
  CHECK(t.intervals == 9);    // the one over the extra beat is not measured
  CHECK(t.differences == 7);  // 3 before it, 4 after it
  CHECK(*t.rmssd_ms == doctest::Approx(0));
}

TEST_CASE("fewer than two usable epochs give no RSA, and say so") {
  const auto metrics = hrv::analyze(breathing_heart(140, 0.5, 8, 40), {}, {}, {}, nullptr, {});
  CHECK_FALSE(metrics.rsa_ln_ms2);
  CHECK(metrics.overall.rsa_ln_ms2.reason == "not enough to say: 1 usable epochs, 2 are needed");
}
