// What no heart does to an ECG is found in the samples, breaks the series, and is told. Honest flat lines and
// spikes, which every cycle of a recording has, are left alone.
#include <algorithm>
#include <cmath>

#include "dsp/filter.hpp"
#include "dsp/toeplitz.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "ecg_signals.hpp"
#include "hrv/hrv.hpp"
#include "support.hpp"
#include "visit/measure.hpp"
#include "visit/recording_stream.hpp"

using namespace attune;

namespace {

const ecg::Settings infant_settings = ecg::settings_for(ecg::Preset::infant);

ecg::EcgFeatures beats_in(const test::SimulatedEcg& ecg, const ecg::Settings& settings = infant_settings) {
  ecg::BeatStream stream(ecg.rate_hz, settings);
  stream.begin_segment(0);
  stream.push(ecg.samples);
  return stream.finish();
}

hrv::Metrics heart_of(const ecg::EcgFeatures& features) {
  return hrv::analyze({ecg::edit_beats(features, {}, infant_settings), features.segments,
                       ecg::unusable_stretches(features, {})},
                      {});
}

test::SimulatedEcg infant_ecg(double rate_hz = 250, double noise_mv = 0.01) {
  return test::breathing_ecg(145, 120, rate_hz, noise_mv, test::infant_waves());
}

/// True beats that were not found within 10 ms, and beats found where there is none.
int wrong_beats(const ecg::EcgFeatures& features, const std::vector<double>& truth_s) {
  const auto near = [](double a_s, double b_s) { return std::abs(a_s - b_s) < 0.01; };
  int wrong = 0;
  for (const double t : truth_s)
    wrong += std::none_of(features.beats.begin(), features.beats.end(),
                          [&](const ecg::Beat& beat) { return near(beat.time_s, t); });
  for (const ecg::Beat& beat : features.beats)
    wrong += std::none_of(truth_s.begin(), truth_s.end(), [&](double t) { return near(beat.time_s, t); });
  return wrong;
}

/// Whether an interval of the series runs over a time.
bool spanned(const hrv::Metrics& heart, double time_s) {
  const auto& drawn = heart.tachogram;
  for (std::size_t i = 0; i < drawn.time_s.size(); ++i) {
    if (drawn.time_s[i] > time_s && drawn.time_s[i] - drawn.nn_ms[i] / 1000 < time_s) return true;
  }
  return false;
}

std::string codes_of(const std::vector<Diagnostic>& diagnostics) {
  std::string codes;
  for (const Diagnostic& diagnostic : diagnostics) codes += diagnostic.code + " ";
  return codes;
}

/// As `attune analyze FILE --age 6`.
visit::Visit visit_of(const std::filesystem::path& path) {
  const auto bytes = test::read_file(path);
  visit::RecordingStream stream(bytes.size(), {});
  REQUIRE(stream.push(bytes).ok());
  const auto features = stream.finish();
  REQUIRE(features.ok());
  visit::VisitOptions options;
  options.age_months = 6;
  return visit::measure_visit(*features, options, {});
}

}  // namespace

TEST_CASE("an ECG that holds its last value for two seconds is broken there, and its RSA stays what it was") {
  test::SimulatedEcg ecg = infant_ecg();
  const auto whole = heart_of(beats_in(ecg));
  for (std::size_t i = ecg.index(70); i < ecg.index(72); ++i) ecg.samples[i] = ecg.samples[ecg.index(70)];
  const auto features = beats_in(ecg);
  REQUIRE(features.faults.size() == 1);
  CHECK(features.faults[0].kind == ecg::FaultKind::held);
  // Half a template, 60 ms, on either side of what is held.
  CHECK(features.faults[0].start_s == doctest::Approx(69.94).epsilon(0.0002));
  CHECK(features.faults[0].end_s == doctest::Approx(72.06).epsilon(0.0002));
  const auto damaged = heart_of(features);
  CHECK_FALSE(spanned(damaged, 71));
  REQUIRE(damaged.epochs.size() == 4);
  for (std::size_t i = 0; i < 4; ++i) {
    CAPTURE(i);
    REQUIRE(whole.epochs[i].used);
    if (damaged.epochs[i].used)
      CHECK(*damaged.epochs[i].rsa_ln_ms2 == doctest::Approx(*whole.epochs[i].rsa_ln_ms2).epsilon(0.1));
  }
}

TEST_CASE("an amplifier at its limit is no ECG, an R wave clipped in every beat is") {
  test::SimulatedEcg ecg = infant_ecg();
  for (std::size_t i = ecg.index(50); i < ecg.index(51.5); ++i) ecg.samples[i] = 3.2767;
  const auto at_limit = beats_in(ecg);
  REQUIRE(at_limit.faults.size() == 1);
  CHECK(at_limit.faults[0].kind == ecg::FaultKind::clipped);
  CHECK_FALSE(spanned(heart_of(at_limit), 50.7));
  ecg = infant_ecg();
  for (double& sample : ecg.samples) sample = std::min(sample, 0.6);
  const auto clipped = beats_in(ecg);
  CHECK(clipped.faults.empty());
  CHECK(wrong_beats(clipped, ecg.beats_s) == 0);
}

TEST_CASE("flat lines that every cycle has are no dropouts: coarse converters, zero lines, 128 Hz") {
  for (const double rate_hz : {128.0, 250.0}) {
    CAPTURE(rate_hz);
    test::SimulatedEcg ecg = infant_ecg(rate_hz);
    for (double& sample : ecg.samples) sample = 0.1 * std::round(sample / 0.1);
    const auto coarse = beats_in(ecg);
    CHECK(coarse.faults.empty());
    CHECK(wrong_beats(coarse, ecg.beats_s) == 0);
    ecg = infant_ecg(rate_hz, 0);
    // Before the first and after the last beat nothing is drawn: only there it stays flat.
    for (const ecg::Fault& fault : beats_in(ecg).faults) CHECK((fault.end_s < 1 || fault.start_s > 119));
  }
}

TEST_CASE("a spike narrower than any QRS is no beat and moves none; a paced heart keeps its beats") {
  test::SimulatedEcg ecg = infant_ecg();
  const double between_s = (ecg.beats_s[100] + ecg.beats_s[101]) / 2;
  ecg.samples[ecg.index(between_s)] += 5;
  const auto features = beats_in(ecg);
  REQUIRE(features.faults.size() == 1);
  CHECK(features.faults[0].kind == ecg::FaultKind::spike);
  CHECK(wrong_beats(features, ecg.beats_s) == 0);
  CHECK_FALSE(spanned(heart_of(features), between_s));
  ecg = infant_ecg();
  for (const double beat_s : ecg.beats_s) ecg.samples[ecg.index(beat_s - 0.04)] += 2;
  const auto paced = beats_in(ecg);
  CHECK(paced.faults.empty());
  CHECK(paced.beats.size() == ecg.beats_s.size());
}

TEST_CASE("after an electrode's step the ECG goes on at the level it had") {
  const std::vector<double> samples{0, 1, 0, 1, 50, 51, 50, 51};
  const std::vector<ecg::FaultySamples> step{{4, 4, ecg::FaultKind::step}};
  CHECK(ecg::without_faults(samples, step) == std::vector<double>{0, 1, 0, 1, 1, 1, 0, 1});
  test::SimulatedEcg ecg = infant_ecg();
  const double at_s = (ecg.beats_s[100] + ecg.beats_s[101]) / 2;
  for (std::size_t i = ecg.index(at_s); i < ecg.samples.size(); ++i) ecg.samples[i] += 8;
  const auto features = beats_in(ecg);
  REQUIRE(features.faults.size() == 1);
  CHECK(features.faults[0].kind == ecg::FaultKind::step);
  CHECK(wrong_beats(features, ecg.beats_s) == 0);
}

TEST_CASE("stretches too short for the filters, or for an average beat, give no beats and say so") {
  const test::SimulatedEcg ecg = infant_ecg();
  for (const double piece_s : {0.0, 0.004, 0.25, 1.0}) {
    CAPTURE(piece_s);
    ecg::BeatStream stream(ecg.rate_hz, infant_settings);
    const std::span samples(ecg.samples);
    for (int i = 0; i < 40; ++i) {
      stream.begin_segment(2 * i);
      stream.push(samples.subspan(ecg.index(2 * i), ecg.index(piece_s)));
    }
    const auto features = stream.finish();
    CHECK(features.beats.empty());
    CHECK(features.faults.size() == (piece_s > 0 ? 40 : 0));
    for (const ecg::Fault& fault : features.faults) CHECK(fault.kind == ecg::FaultKind::too_short);
    CHECK(heart_of(features).reason == "no usable beats");
  }
  ecg::BeatStream slow(0.0001, infant_settings);
  slow.push(ecg.samples);
  CHECK(slow.finish().beats.empty());
}

TEST_CASE("a filter longer than its signal, and an equation without power, have no result") {
  const std::vector<double> three{1, 2, 3}, five(5, 0.2), none;
  CHECK_FALSE(dsp::filter_same(three, five));
  CHECK_FALSE(dsp::filter_same(none, five));
  CHECK_FALSE(dsp::filter_same(five, none));
  CHECK_FALSE(dsp::filter_resample(five, three, {1, 0}));
  CHECK(dsp::filter_same(five, three)->size() == 5);
  CHECK_FALSE(dsp::solve_toeplitz(none, none));
  CHECK_FALSE(dsp::solve_toeplitz(three, five));
  CHECK_FALSE(dsp::solve_toeplitz(std::vector<double>(3, 0.0), three));
}

TEST_CASE("T waves as tall as the R wave are counted with no preset") {
  for (const ecg::Preset preset : {ecg::Preset::infant, ecg::Preset::child, ecg::Preset::adult}) {
    for (const double t_height_mv : {0.8, 1.2}) {
      CAPTURE(t_height_mv);
      const auto ecg = test::breathing_ecg(60, 60, 250, 0.02, test::adult_waves(t_height_mv));
      CHECK(wrong_beats(beats_in(ecg, ecg::settings_for(preset)), ecg.beats_s) == 0);
    }
  }
}

TEST_CASE("240 to 260 beats a minute are found, 290 declined") {
  for (const double bpm : {240.0, 250.0, 260.0}) {
    CAPTURE(bpm);
    const auto ecg = test::breathing_ecg(bpm, 120, 250, 0.02, test::infant_waves());
    CHECK(wrong_beats(beats_in(ecg), ecg.beats_s) == 0);
  }
  const auto ecg = test::breathing_ecg(290, 120, 250, 0.02, test::infant_waves());
  const auto heart = heart_of(beats_in(ecg));
  CHECK(heart.overall.epochs_used == 0);
  CHECK_FALSE(heart.rmssd_ms);
}

TEST_CASE(
    "the shared recording with a dropout keeps its RSA, and the damaged ones are analysed or declined") {
  if (!test::have_data("wild/recordings/01_dropout_2s.edf")) return;
  const auto visit = visit_of(test::data_folder() / "wild/recordings/01_dropout_2s.edf");
  CHECK(codes_of(visit.heart.diagnostics).find("W_ECG_HELD") != std::string::npos);
  REQUIRE(visit.heart.epochs.size() > 9);
  const hrv::Epoch& epoch = visit.heart.epochs[9];  // from 270 s
  if (epoch.used) CHECK(*epoch.rsa_ln_ms2 == doctest::Approx(3.25).epsilon(0.08));
  CHECK(*visit.heart.rmssd_ms == doctest::Approx(7.04).epsilon(0.02));
  for (const char* name : {"valid_128_0.25_60.edf", "crash.bdf"}) {
    CAPTURE(name);
    const auto fault = visit_of(test::data_folder() / "wild/faults/bdf-segv" / name);
    CHECK((fault.heart.reason.empty() || !fault.heart.rmssd_ms));
  }
}

TEST_CASE("an adult at 60 beats a minute has the RMSSD that was simulated, with tall T waves") {
  if (!test::have_data("wild/recordings/14b_hr60.edf")) return;
  const auto bytes = test::read_file(test::data_folder() / "wild/recordings/14b_hr60.edf");
  for (const ecg::Preset preset : {ecg::Preset::infant, ecg::Preset::adult}) {
    visit::Settings settings;
    settings.ecg = ecg::settings_for(preset);
    visit::RecordingStream stream(bytes.size(), settings);
    REQUIRE(stream.push(bytes).ok());
    const auto features = stream.finish();
    REQUIRE(features.ok());
    CHECK(*visit::measure_visit(*features, {}, settings).heart.rmssd_ms ==
          doctest::Approx(16.3).epsilon(0.02));
  }
}
