// What a crying, moving infant and its electrodes do to an ECG: beats are found through it, or the stretch is
// named as one where they cannot be trusted.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/random.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "ecg_signals.hpp"
#include "hrv/hrv.hpp"
#include "support.hpp"

using namespace attune;

namespace {

constexpr double recorded_hz = 250;
constexpr double recorded_s = 120;

std::vector<double> true_beats() {
  std::vector<double> beats;
  for (double t = 0.4; t < recorded_s - 0.4; t += 0.42 + 0.02 * std::sin(3.1 * t)) beats.push_back(t);
  return beats;
}

/// Gaussian P, Q, R, S and T waves at the true beats, mV, with white noise of 20 uV.
std::vector<double> clean_ecg() {
  struct Wave {
    double at_s, width_s, height_mv;
  };
  constexpr Wave waves[] = {
      {-0.09, 0.018, 0.1}, {-0.013, 0.006, -0.12}, {0, 0.007, 1}, {0.014, 0.007, -0.25}, {0.13, 0.03, 0.2}};
  Random random(11);
  std::vector<double> ecg(static_cast<std::size_t>(recorded_s * recorded_hz));
  for (double& sample : ecg) sample = 0.02 * random.normal();
  for (const double beat_s : true_beats()) {
    const auto from = std::max<std::ptrdiff_t>(0, static_cast<std::ptrdiff_t>((beat_s - 0.25) * recorded_hz));
    const auto to = static_cast<std::ptrdiff_t>((beat_s + 0.35) * recorded_hz);
    for (std::ptrdiff_t i = from; i < to && i < std::ssize(ecg); ++i) {
      for (const Wave& wave : waves) {
        const double x = (static_cast<double>(i) / recorded_hz - beat_s - wave.at_s) / wave.width_s;
        ecg[static_cast<std::size_t>(i)] += wave.height_mv * std::exp(-0.5 * x * x);
      }
    }
  }
  return ecg;
}

double time_of(std::size_t i) {
  return static_cast<double>(i) / recorded_hz;
}

ecg::EcgFeatures detect(const std::vector<double>& samples) {
  ecg::BeatStream stream(recorded_hz, ecg::settings_for(ecg::Preset::infant));
  stream.begin_segment(0);
  stream.push(samples);
  return stream.finish();
}

bool found_near(const ecg::EcgFeatures& features, double time_s) {
  return std::any_of(features.beats.begin(), features.beats.end(),
                     [&](const ecg::Beat& beat) { return std::abs(beat.time_s - time_s) < 0.03; });
}

/// True beats that were missed plus beats found where there is none, outside a stretch.
int faults(const ecg::EcgFeatures& features, Interval leave_out = {-1, -1}) {
  const auto truth = true_beats();
  int count = 0;
  for (const double beat_s : truth)
    count += leave_out.contains(beat_s) || found_near(features, beat_s) ? 0 : 1;
  for (const ecg::Beat& beat : features.beats) {
    const bool real =
        std::any_of(truth.begin(), truth.end(), [&](double t) { return std::abs(beat.time_s - t) < 0.03; });
    count += leave_out.contains(beat.time_s) || real ? 0 : 1;
  }
  return count;
}

double share_poor(const ecg::EcgFeatures& features, Interval stretch) {
  double covered_s = 0;
  for (const Interval& poor : features.poor)
    covered_s += std::max(0.0, std::min(poor.end_s, stretch.end_s) - std::max(poor.start_s, stretch.start_s));
  return covered_s / stretch.duration_s();
}

}  // namespace

TEST_CASE("mains hum as high as the R wave hides no beat") {
  for (const double mains_hz : {50.0, 60.0}) {
    CAPTURE(mains_hz);
    auto samples = clean_ecg();
    for (std::size_t i = 0; i < samples.size(); ++i)
      samples[i] += 0.5 * std::sin(2 * std::numbers::pi * mains_hz * time_of(i));
    CHECK(faults(detect(samples)) == 0);
  }
}

TEST_CASE("baseline wander of five times the R wave hides no beat") {
  auto samples = clean_ecg();
  for (std::size_t i = 0; i < samples.size(); ++i)
    samples[i] += 5 * std::sin(2 * std::numbers::pi * 0.3 * time_of(i));
  CHECK(faults(detect(samples)) == 0);
}

TEST_CASE("electrode pops of twenty times the R wave cost at most the beat they fall on") {
  auto samples = clean_ecg();
  constexpr double pops_s[] = {20.3, 47.15, 81.77};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    for (const double pop_s : pops_s) {
      if (time_of(i) >= pop_s) samples[i] += 20 * std::exp(-(time_of(i) - pop_s) / 0.3);
    }
  }
  CHECK(faults(detect(samples)) <= 3);
}

TEST_CASE("an R wave clipped at half its height is found all the same") {
  auto samples = clean_ecg();
  for (double& sample : samples) sample = std::clamp(sample, -0.5, 0.5);
  CHECK(faults(detect(samples)) == 0);
}

TEST_CASE("no beats are made up where the electrode is off, and the stretch is named poor") {
  auto samples = clean_ecg();
  Random random(4);
  const Interval off{50, 75};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (off.contains(time_of(i))) samples[i] = 0.001 * random.normal();
  }
  const auto features = detect(samples);
  const Interval edge{49.8, 75.2};
  CHECK(faults(features, edge) == 0);
  CHECK(share_poor(features, off) > 0.7);
  const auto metrics =
      hrv::analyze({ecg::edit_beats(features, {}, {}), features.segments, features.poor}, {});
  CHECK_FALSE(metrics.epochs[1].used);  // 30-60 s
  CHECK_FALSE(metrics.epochs[2].used);
}

TEST_CASE("a stretch of nothing but strong muscle noise is named poor, or its epochs are not used") {
  auto samples = clean_ecg();
  Random random(5);
  const Interval noisy{60, 90};
  for (std::size_t i = 0; i < samples.size(); ++i) {
    if (noisy.contains(time_of(i))) samples[i] = random.normal();
  }
  const auto features = detect(samples);
  CHECK(faults(features, {59.8, 90.2}) == 0);
  const auto metrics =
      hrv::analyze({ecg::edit_beats(features, {}, {}), features.segments, features.poor}, {});
  REQUIRE(metrics.epochs.size() >= 4);
  CHECK_FALSE(metrics.epochs[2].used);
}

TEST_CASE("no interval and no search crosses a gap") {
  const auto samples = clean_ecg();
  ecg::BeatStream stream(recorded_hz, ecg::settings_for(ecg::Preset::infant));
  const auto half = static_cast<std::ptrdiff_t>(60 * recorded_hz);
  stream.begin_segment(0);
  stream.push(std::span(samples).first(static_cast<std::size_t>(half)));
  stream.begin_segment(100);  // 40 s are missing
  stream.push(std::span(samples).subspan(static_cast<std::size_t>(half)));
  const auto features = stream.finish();
  REQUIRE(features.segments.size() == 2);
  for (const ecg::Beat& beat : features.beats) CHECK_FALSE(Interval{60, 100}.contains(beat.time_s));
  for (const auto& nn : hrv::nn_series(features.beats, features.segments, {}, {})) CHECK(nn.nn_ms < 600);
}

TEST_CASE("of two channels the one with less noise has the higher quality, and pure noise has next to none") {
  const auto clean = clean_ecg();
  auto noisy = clean, noise = clean;
  Random random(6);
  for (std::size_t i = 0; i < clean.size(); ++i) {
    noisy[i] += 0.2 * random.normal();
    noise[i] = random.normal();
  }
  const double of_clean = detect(clean).quality, of_noisy = detect(noisy).quality,
               of_noise = detect(noise).quality;
  CHECK(of_clean > of_noisy);
  CHECK(of_noisy > of_noise);
  CHECK(of_noise < 0.2);
}

namespace {

ecg::EcgFeatures beats_of(const test::SimulatedEcg& ecg, ecg::Preset preset) {
  ecg::BeatStream stream(ecg.rate_hz, ecg::settings_for(preset));
  stream.begin_segment(0);
  stream.push(ecg.samples);
  return stream.finish();
}

std::optional<double> rmssd_of(const test::SimulatedEcg& ecg) {
  const auto features = beats_of(ecg, ecg::Preset::infant);
  return hrv::analyze({ecg::edit_beats(features, {}, ecg::settings_for(ecg::Preset::infant)),
                       features.segments, ecg::unusable_stretches(features, {})},
                      {})
      .rmssd_ms;
}

}  // namespace

TEST_CASE("ventricular beats that come hardly early are known by their shape, and no sinus beat is edited") {
  test::SimulatedEcg ecg = test::breathing_ecg(75, 120, 250, 0.01, {});
  test::SimulatedEcg odd = ecg;
  odd.beats_s.clear();
  std::fill(odd.samples.begin(), odd.samples.end(), 0.0);
  std::vector<double> sinus_s;
  for (std::size_t i = 0; i < ecg.beats_s.size(); ++i) {
    const bool ventricular = i % 12 == 6;
    (ventricular ? odd.beats_s : sinus_s).push_back(ecg.beats_s[i] - (ventricular ? 0.06 : 0));
  }
  ecg.beats_s = sinus_s;
  test::draw_waves(ecg, test::adult_waves(0.2));
  test::draw_waves(odd, {{0, 0.03, 1.1}, {0.09, 0.04, -0.5}});
  for (std::size_t i = 0; i < ecg.samples.size(); ++i) ecg.samples[i] += odd.samples[i];
  const ecg::Settings adult = ecg::settings_for(ecg::Preset::adult);
  std::size_t found = 0;
  for (const ecg::Beat& beat : ecg::edit_beats(beats_of(ecg, ecg::Preset::adult), {}, adult)) {
    if (beat.kind == ecg::BeatKind::detected) continue;
    CHECK(beat.kind == ecg::BeatKind::ectopic);
    const double time_s = beat.found_s.value_or(beat.time_s);
    CHECK(std::any_of(odd.beats_s.begin(), odd.beats_s.end(),
                      [&](double t) { return std::abs(t - time_s) < 0.08; }));
    ++found;
  }
  CHECK(found == odd.beats_s.size());
}

namespace {

/// The ECG with the waves of its beats [first, last) taken out.
test::SimulatedEcg without_beats(test::SimulatedEcg ecg, std::ptrdiff_t first, std::ptrdiff_t last) {
  test::SimulatedEcg lost{ecg.rate_hz, {}, std::vector<double>(ecg.samples.size())};
  lost.beats_s.assign(ecg.beats_s.begin() + first, ecg.beats_s.begin() + last);
  test::draw_waves(lost, test::infant_waves());
  for (std::size_t i = 0; i < ecg.samples.size(); ++i) ecg.samples[i] -= lost.samples[i];
  return ecg;
}

}  // namespace

TEST_CASE("five beats lost in noise leave no wrong RMSSD") {
  const test::SimulatedEcg clean = test::breathing_ecg(145, 120, 250, 0.01, test::infant_waves());
  const auto truth_ms = rmssd_of(clean);
  REQUIRE(truth_ms);
  for (const double noise_mv : {0.1, 0.2, 0.4, 0.8}) {
    CAPTURE(noise_mv);
    test::SimulatedEcg damaged = without_beats(clean, 120, 125);
    Random random(9);
    for (std::size_t i = damaged.index(clean.beats_s[120] - 0.2); i < damaged.index(clean.beats_s[124] + 0.2);
         ++i)
      damaged.samples[i] += noise_mv * random.normal();
    const auto found_ms = rmssd_of(damaged);
    if (found_ms) CHECK(*found_ms == doctest::Approx(*truth_ms).epsilon(0.1));
  }
}

TEST_CASE("five QRS complexes in another rhythm leave no wrong RMSSD") {
  const test::SimulatedEcg clean = test::breathing_ecg(145, 120, 250, 0.01, test::infant_waves());
  const auto truth_ms = rmssd_of(clean);
  REQUIRE(truth_ms);
  for (const double ratio : {0.55, 0.65, 0.75, 0.85, 1.15, 1.3, 1.5}) {
    CAPTURE(ratio);
    const double first_s = clean.beats_s[120], interval_s = ratio * (first_s - clean.beats_s[119]);
    const auto next =
        std::upper_bound(clean.beats_s.begin(), clean.beats_s.end(), first_s + 4 * interval_s + 0.2);
    test::SimulatedEcg damaged = without_beats(clean, 120, next - clean.beats_s.begin());
    test::SimulatedEcg other{damaged.rate_hz, {}, std::vector<double>(damaged.samples.size())};
    for (int k = 0; k < 5; ++k) other.beats_s.push_back(first_s + k * interval_s);
    test::draw_waves(other, test::infant_waves());
    for (std::size_t i = 0; i < damaged.samples.size(); ++i) damaged.samples[i] += other.samples[i];
    const auto found_ms = rmssd_of(damaged);
    REQUIRE(found_ms);
    CHECK(*found_ms == doctest::Approx(*truth_ms).epsilon(0.1));
  }
}
