#include "hrv/hrv.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <sstream>

#include "base/json.hpp"
#include "base/random.hpp"
#include "hrv/epoch_mean.hpp"
#include "hrv/rsa.hpp"
#include "hrv/time_domain.hpp"
#include "pooled_cover.hpp"
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
  const auto t = hrv::time_domain(hrv::used_intervals(hrv::nn_intervals_from_list(nn, {})));
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

TEST_CASE("intervals alone have the beats at their ends, epoch by epoch") {
  const std::vector<double> nn(250, 500);  // 125 s
  const auto metrics = hrv::analyze_nn(nn, {});
  CHECK(metrics.beats == 251);
  CHECK(metrics.edited_beats == 0);
  REQUIRE(metrics.epochs.size() == 4);
  for (const hrv::Epoch& epoch : metrics.epochs) {
    CHECK(epoch.beats == 60);
    CHECK(epoch.edited_percent == 0);
  }
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
        const auto metrics = hrv::analyze({beats}, {});
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
    const auto metrics = hrv::analyze({beats}, {});
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
  const auto metrics = hrv::analyze({breathing_heart(140, 0.5, 8, 40)}, {});
  CHECK_FALSE(metrics.rsa_ln_ms2);
  CHECK(metrics.overall.rsa_ln_ms2.reason == "1 usable epoch, 2 needed");
}

namespace {

/// The beats as an ECG whose noise moves R times by `noise_ms` would show them, and says so.
std::vector<ecg::Beat> shaken(std::vector<ecg::Beat> beats, double noise_ms, std::uint64_t seed) {
  Random random(seed);
  for (ecg::Beat& beat : beats) {
    beat.time_s += noise_ms / 1000 * random.normal();
    beat.timing_noise_ms = noise_ms;
  }
  return beats;
}

}  // namespace

TEST_CASE("timing noise of 1.5 ms is taken out of RMSSD and of RSA") {
  // 6 sigma^2 = 13.5 ms^2 is added to RMSSD^2; over 10 minutes chance leaves 2 % in RMSSD and 0.03 in ln RSA.
  const auto still = breathing_heart(140, 0.6, 5, 600);
  const auto truth = hrv::analyze({still}, {});
  auto moved = shaken(still, 1.5, 3);
  const auto found = hrv::analyze({moved}, {});
  REQUIRE(found.rmssd_ms);
  CHECK(*found.rmssd_ms == doctest::Approx(*truth.rmssd_ms).epsilon(0.06));
  CHECK(std::abs(*found.rsa_ln_ms2 - *truth.rsa_ln_ms2) < 0.1);
  CHECK(*found.sdnn_ms == doctest::Approx(*truth.sdnn_ms).epsilon(0.02));
  for (ecg::Beat& beat : moved) beat.timing_noise_ms = 0;  // as if nothing were known of it
  const auto raw = hrv::analyze({moved}, {});
  CHECK(*raw.rmssd_ms * *raw.rmssd_ms - *truth.rmssd_ms * *truth.rmssd_ms ==
        doctest::Approx(6 * 1.5 * 1.5).epsilon(0.15));
}

TEST_CASE("RMSSD and RSA are withheld where timing noise drowns them, with the seconds found and needed") {
  const auto still = breathing_heart(140, 0.6, 3, 300);
  const auto drowned = hrv::analyze({shaken(still, 3, 5)}, {});
  CHECK_FALSE(drowned.rmssd_ms);
  CHECK(drowned.overall.rmssd_ms.reason.english().find("however long the recording") != std::string::npos);
  CHECK_FALSE(drowned.rsa_ln_ms2);
  CHECK(drowned.overall.rsa_ln_ms2.reason.english().find("noise of the R times") != std::string::npos);
  const auto brief = hrv::analyze({shaken(breathing_heart(140, 0.6, 5, 65), 1.2, 5)}, {});
  CHECK_FALSE(brief.rmssd_ms);
  CAPTURE(brief.overall.rmssd_ms.reason.english());
  CHECK(brief.overall.rmssd_ms.reason.english().find("s of successive beats are needed, 65 s found") !=
        std::string::npos);
}

TEST_CASE("the error of a visit's mean leaves out the differences between its phases") {
  // Two phases with the values 1 2 3 and 11 12 13, two slow waves. Without the phases' levels the half turn over all six
  // has the squared length (5 - 2 sqrt 3) / 3 and the product -sqrt 2 with the values, the whole turn the product 0. So
  // the mean square, the half turn weighing twice, is 4 / (5 - 2 sqrt 3), and SE^2 a sixth of it; df 3^2 / (2^2 + 1).
  const auto of_levels = [](double first, double second) {
    std::vector<hrv::StratumValue> values;
    for (int i = 0; i < 6; ++i) values.push_back({(i < 3 ? first : second) + i % 3, i / 3, 30.0 * i});
    return hrv::mean_over_epochs(values, {});
  };
  const Estimate mean = of_levels(1, 11);
  CHECK(*mean.value == doctest::Approx(7));
  CHECK(*mean.se == doctest::Approx(std::sqrt(2.0 / 3 / (5 - 2 * std::sqrt(3)))).epsilon(1e-12));
  CHECK(*mean.df == doctest::Approx(1.8).epsilon(1e-12));
  CHECK(*of_levels(1, 1).se == doctest::Approx(*mean.se).epsilon(1e-12));
}

TEST_CASE("a slow wave in the epochs' values widens the error, a fast one as high does not") {
  // Of four epochs the cosines of half a turn and a whole turn count, each of squared length 2, the first twice.
  const auto of_waves = [](double slow, double fast) {
    std::vector<hrv::StratumValue> values;
    for (int i = 0; i < 4; ++i) {
      const double turn = std::numbers::pi * (i + 0.5) / 4;
      values.push_back({slow * std::cos(turn) + fast * std::cos(3 * turn), 0, 30.0 * i});
    }
    return hrv::mean_over_epochs(values, {});
  };
  CHECK(*of_waves(1, 0).se == doctest::Approx(std::sqrt(2.0 * 2 / 3 / 4)).epsilon(1e-12));
  CHECK(*of_waves(1, 5).se == doctest::Approx(*of_waves(1, 0).se).epsilon(1e-12));
  CHECK(*of_waves(3, 0).se == doctest::Approx(3 * *of_waves(1, 0).se).epsilon(1e-12));
}

TEST_CASE("a minute is too short for an interval, and says how long would do") {
  const std::vector<hrv::StratumValue> minute{{3, 0, 0}, {4, 0, 30}};
  const Estimate mean = hrv::mean_over_epochs(minute, {});
  CHECK(*mean.value == doctest::Approx(3.5));
  CHECK_FALSE(mean.se);
  CHECK(mean.reason == "too short to tell how sure it is: 60 s found, 90 s needed");
}

TEST_CASE("SME and halves of a mean over epochs") {
  // s^2 within phases is 1 with 4 degrees of freedom: SME^2 = 1 / 6. Odd epochs of each phase: 1 3 11 13, even: 2 12.
  std::vector<hrv::StratumValue> values;
  for (int i = 0; i < 6; ++i) values.push_back({i < 3 ? 1.0 + i : 8.0 + i, i / 3, 30.0 * i});
  const ScoreQuality quality = hrv::quality_of_mean(values);
  CHECK(*quality.sme == doctest::Approx(std::sqrt(1.0 / 6)).epsilon(1e-12));
  CHECK(*quality.odd_half == doctest::Approx(7));
  CHECK(*quality.even_half == doctest::Approx(7));
  CHECK_FALSE(hrv::quality_of_mean(std::vector<hrv::StratumValue>{{1, 0, 0}}).sme);
}

TEST_CASE("an interval beside a beat that detection is not sure of is not measured") {
  std::vector<ecg::Beat> beats;
  for (int i = 0; i < 12; ++i) beats.push_back({0.4 * i, ecg::BeatKind::detected, 1, 0, ""});
  beats[5].confidence = 0.5;
  const auto t = hrv::time_domain(hrv::nn_series(beats, {}, {}, {}));
  CHECK(t.intervals == 9);
}

TEST_CASE("an interval that no neighbour supports breaks the series, a deceleration does not") {
  // 400 ms; one of 520 between two breaks the series twice, 400 440 490 500 do not: each is within a sixth of the
  // next.
  const auto series_of = [](const std::vector<double>& nn_ms) {
    return hrv::used_intervals(hrv::nn_intervals_from_list(nn_ms, {}));
  };
  const auto odd = series_of({400, 402, 398, 401, 399, 520, 400, 401, 399, 402, 400});
  CHECK(odd.size() == 10);
  CHECK(odd[5].gap_before);
  CHECK(hrv::time_domain(odd).differences == 8);
  CHECK(series_of({400, 402, 398, 401, 440, 490, 500, 498, 501, 500}).size() == 10);
}

TEST_CASE("a deep breath in the middle of an epoch does not make its RSA and RMSSD contradict each other") {
  // The taper of the spectrum counts the middle 2.5 times as much as the epoch's mean does.
  auto beats = breathing_heart(140, 0.6, 1, 91);
  double later_s = 0;
  const double begin_s = 44.2, breath_s = 1.6;
  for (ecg::Beat& beat : beats) {
    const double phase = (beat.time_s - begin_s) / breath_s;
    beat.time_s += later_s;
    if (phase >= 0 && phase < 1) later_s += 0.06 * std::sin(2 * std::numbers::pi * phase);
  }
  const auto found = hrv::analyze({beats}, {});
  CHECK(found.epochs[1].reason.empty());
  CHECK(found.epochs[1].used);
}

TEST_CASE("a break of two seconds in slow waves moves the RSA of its epoch by less than a quarter") {
  const auto whole = breathing_heart(140, 0.6, 4, 181);
  auto broken = whole;
  broken.erase(broken.begin() + 100, broken.begin() + 104);
  const auto truth = hrv::analyze({whole}, {});
  const auto found = hrv::analyze({broken}, {});
  REQUIRE(found.epochs[1].used);
  CHECK(std::abs(*found.epochs[1].rsa_ln_ms2 - *truth.epochs[1].rsa_ln_ms2) < 0.25);
  CHECK(std::abs(*found.epochs[1].rsa_porges_ln_ms2 - *truth.epochs[1].rsa_porges_ln_ms2) < 0.25);
}

TEST_CASE("a visit has one RMSSD, SDNN and mean: the whole series' and the overall one are the same number") {
  const auto metrics = hrv::analyze({breathing_heart(140, 0.6, 5, 200)}, {});
  CHECK(*metrics.overall.rmssd_ms.value == *metrics.rmssd_ms);
  CHECK(*metrics.overall.sdnn_ms.value == *metrics.sdnn_ms);
  CHECK(*metrics.overall.mean_nn_ms.value == *metrics.mean_nn_ms);
  CHECK(*metrics.overall.heart_rate_bpm.value == *metrics.heart_rate_bpm);
  CHECK(*metrics.overall.rmssd_ms.se > 0);
}

// scripts/bench pooled, 2000 hearts: 91.0 % and 91.8 % of the intervals called 95 % ones, less for the skew of squares
// and for slow waves that neighbouring epochs share.
TEST_CASE("intervals of the pooled RMSSD and mean hold what was drawn in 87 to 97 % of 400 hearts") {
  test::Cover rmssd, mean;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    const auto heart = test::drawn_heart(10, seed);
    rmssd.add(heart.rmssd_ms, test::drawn_rmssd_ms());
    mean.add(heart.mean_nn_ms, test::drawn_mean_ms);
  }
  CHECK(rmssd.none + mean.none == 0);
  CHECK(rmssd.percent() > 87);
  CHECK(rmssd.percent() < 97);
  CHECK(mean.percent() > 87);
  CHECK(mean.percent() < 97);
}

TEST_CASE("an interval of RMSSD or SDNN that would reach below 0 ends there, and its upper end stays") {
  int ended = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    const auto heart = test::drawn_heart(4, seed);
    for (const Estimate& estimate : {heart.rmssd_ms, heart.sdnn_ms}) {
      if (!estimate.ci_low) continue;
      CHECK(*estimate.ci_low >= 0);
      // Symmetric about its value until it is cut.
      const bool reaches = *estimate.ci_high > 2 * *estimate.value;
      CHECK((*estimate.ci_low == 0) == reaches);
      ended += reaches;
    }
  }
  CHECK(ended > 0);
}

TEST_CASE(
    "an interval is in a gap or excluded as a look at every stretch says, in any order and overlapping") {
  Random random(12);
  std::vector<ecg::Beat> beats;
  for (int i = 0; i < 500; ++i) beats.push_back({0.4 * i, ecg::BeatKind::detected, 1, 0, ""});
  const auto stretches = [&](int count, double longest_s) {
    std::vector<Interval> drawn;
    for (int i = 0; i < count; ++i) {
      const double start_s = random.uniform(0, 200);
      drawn.push_back({start_s, start_s + random.uniform(0, longest_s)});
    }
    return drawn;
  };
  const auto segments = stretches(15, 40), excluded = stretches(30, 2);
  for (const hrv::NnInterval& nn : hrv::nn_intervals(beats, segments, excluded, {})) {
    const bool left_out = std::any_of(excluded.begin(), excluded.end(),
                                      [&](const Interval& s) { return s.overlaps(nn.start_s, nn.end_s); });
    const bool recorded = std::any_of(segments.begin(), segments.end(), [&](const Interval& s) {
      return nn.start_s >= s.start_s && nn.end_s <= s.end_s;
    });
    CHECK((nn.fault == hrv::NnFault::excluded) == left_out);
    CHECK((nn.fault == hrv::NnFault::gap) == (!recorded && !left_out));
  }
}

TEST_CASE("a stretch of more than three intervals without a beat breaks the series") {
  std::vector<ecg::Beat> beats;
  for (int i = 0; i < 12; ++i)
    beats.push_back({0.4 * i + (i > 5 ? 1.0 : 0.0), ecg::BeatKind::detected, 1, 0, ""});
  const auto series = hrv::nn_series(beats, {}, {}, {});
  CHECK(series.size() == 10);
  CHECK(series[5].gap_before);
}

namespace {

hrv::Respiration breaths(double breathing_hz, double seconds) {
  hrv::RespirationStream stream(32, {});
  stream.begin_segment(0);
  std::vector<double> samples;
  for (int i = 0; i < 32 * seconds; ++i)
    samples.push_back(std::sin(2 * std::numbers::pi * breathing_hz * i / 32));
  stream.push(samples);
  return stream.finish();
}

bool warns(const hrv::Metrics& metrics, const std::string& code) {
  for (const Diagnostic& diagnostic : metrics.diagnostics) {
    if (diagnostic.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the breathing rate is found, and the heart that follows it is coherent with it") {
  const auto respiration = breaths(0.7, 181);
  const auto metrics = hrv::analyze({breathing_heart(150, 0.7, 8, 181), {}, {}, {}, &respiration}, {});
  REQUIRE(metrics.breathing_rate_hz);
  CHECK(*metrics.breathing_rate_hz == doctest::Approx(0.7).epsilon(0.03));  // frequencies stand 0.03 Hz apart
  CHECK(*metrics.breathing_rr_coherence > 0.9);
  CHECK_FALSE(warns(metrics, "W_BREATHING_BAND"));
  const auto other = hrv::analyze({breathing_heart(150, 0.5, 8, 181), {}, {}, {}, &respiration}, {});
  CHECK(*other.breathing_rr_coherence < 0.5);
}

TEST_CASE("breathing outside the band, or faster than half the heart rate, is warned of") {
  const auto slow = breaths(0.18, 181), fast = breaths(1.2, 181);
  const auto beats = breathing_heart(120, 0.5, 8, 181);
  CHECK(warns(hrv::analyze({beats, {}, {}, {}, &slow}, {}), "W_BREATHING_BAND"));
  const auto metrics = hrv::analyze({beats, {}, {}, {}, &fast}, {});
  CHECK(warns(metrics, "W_BREATHING_BAND"));
  CHECK(warns(metrics, "W_BREATHING_NYQUIST"));
  CHECK(warns(metrics, "W_BEAT_NYQUIST"));  // 120 bpm: half the heart rate is 1.0 Hz, below the band's top
}
